// Turn a release as it is now into the page: its pages side by side, what is known of them beside, and all ways between the two.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { conceptOf } from '../../figures/fact-key.ts';
import type { PageMark } from '../../project/map-pages.ts';
import type { UnitView } from '../protocol.ts';
import { ChangesPanel } from './changes-panel.tsx';
import { FigurePanel } from './figure-panel.tsx';
import { findText } from './find-text.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { partnerOf, type Spot, spotsOf } from './follow-scroll.ts';
import { KeysList } from './keys-list.tsx';
import { lightsOf } from './lights.ts';
import type { SheetActions } from './page-sheet.tsx';
import { PagesPane, type PaneHandle } from './pages-pane.tsx';
import { type Panel, PanelTabs, panels } from './panel-tabs.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { type SourceLine, WaysContext } from './source-link.tsx';
import { SourcePanel } from './source-panel.tsx';
import { type Supposed, SupposePanel } from './suppose-panel.tsx';
import { Thumbnails } from './thumbnails.tsx';
import { Toolbar } from './toolbar.tsx';
import { useChanges } from './use-changes.ts';
import { useKeys } from './use-keys.ts';
import type { Live } from './use-live.ts';
import { type Choice, useReview } from './use-review.ts';
import { filled, useWords } from './words.ts';

interface AppProps {
  readonly live: Live;
  readonly release: string | undefined;
  readonly chooseRelease: (name: string) => void;
  readonly language: string;
  readonly chooseLanguage: (code: string) => void;
}

/** Steps of the zoom, in pixels a point. */
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4] as const;

export function App({ live, release, chooseRelease, language, chooseLanguage }: AppProps) {
  const words = useWords();
  const { hello, view, state, changedFiles, fault } = live;
  const [shown, setShown] = useState('');
  const [zoom, setZoom] = useState<number>();
  const [panel, setPanel] = useState<Panel>('figure');
  const [chosen, setChosen] = useState<number>();
  const [pointed, setPointed] = useState<number>();
  const [goal, setGoal] = useState<SourceLine>();
  const [cursor, setCursor] = useState<SourceLine>();
  const [query, setQuery] = useState('');
  const [match, setMatch] = useState(0);
  const [keys, setKeys] = useState(false);
  const [supposed, setSupposed] = useState<readonly Supposed[]>([]);
  const [visible, setVisible] = useState<ReadonlySet<number>>(new Set());
  const [choice, setChoice] = useState<Choice>({});
  const panes = useRef(new Map<string, PaneHandle>());
  const searchField = useRef<HTMLInputElement>(null);
  /** The pane that its user scrolls; others follow. */
  const leader = useRef('');

  const languages = view?.languages ?? [];
  const langs = languages.includes(shown) ? [shown] : languages;
  const figures = view?.figures ?? [];
  const pages = view?.pages ?? [];
  const changing = useChanges(view, panel === 'changes', ({ places: [place] }) => place && showSpot(place));
  const reviewing = useReview(view, panel === 'review', changedFiles, choice);
  const byLang = useMemo(() => new Map(languages.map((lang) => [lang, pages.filter((page) => page.lang === lang)])), [view]);
  const spots = useMemo(() => spotsOf(pages), [view]);
  const matches = useMemo(
    () =>
      findText(
        pages.filter(({ lang }) => langs.includes(lang)),
        query,
      ),
    [view, query, shown],
  );
  const lights = useMemo(
    () =>
      view
        ? lightsOf(view, {
            chosen,
            pointed,
            cursor: panel === 'source' ? cursor : undefined,
            matches,
            match,
            review: panel === 'review' ? reviewing.review : undefined,
            element: panel === 'review' ? choice.element : undefined,
            changes: panel === 'changes' ? changing.changes : undefined,
            change: changing.at,
          })
        : [],
    [view, chosen, pointed, cursor, panel, matches, match, reviewing.review, choice, changing.changes, changing.at],
  );
  const findings = useMemo(() => (view?.findings ?? []).map((finding) => ({ ...finding, ...finding.told[language] })), [view, language]);
  const marked = useMemo(() => new Set((view?.findings ?? []).flatMap((finding) => finding.pages)), [view]);

  // Figures have other numbers in another state of the release, and none in another release.
  const before = useRef(view);
  useEffect(() => {
    const last = before.current;
    before.current = view;
    if (!view || !last || view === last) return;
    const same = (id: number | undefined) => {
      const old = id === undefined || view.release !== last.release ? undefined : last.figures[id];
      if (!old || id === undefined) return undefined;
      const there = (each: number) => view.figures[each]?.fact === old.fact && view.figures[each]?.lang === old.lang;
      return there(id) ? id : view.figures.find(({ id: each }) => there(each))?.id;
    };
    setChosen(same);
    setPointed(undefined);
    setChoice({});
    if (view.release !== last.release) setSupposed([]);
  }, [view]);

  const showSpot = (spot: Spot | undefined, focus?: number) => {
    if (!spot) return;
    const lang = pages[spot.page]?.lang;
    if (lang === undefined) return;
    if (!langs.includes(lang)) setShown(lang);
    leader.current = lang;
    // A pane that was not shown is there after the next drawing.
    requestAnimationFrame(() => {
      panes.current.get(lang)?.show(spot.page, spot.y);
      if (focus !== undefined) buttonOf(focus)?.focus({ preventScroll: true });
    });
  };
  const choose = (figure: number) => {
    setChosen(figure);
    const place = spots.get(figure);
    // The words that the figure stands among are chosen with it.
    const element = place && pages[place.page]?.marks.find((mark) => mark.figure === figure)?.element;
    setChoice({ figure, ...(element !== undefined && { element }), ...(place && { page: place.page }) });
    if (panel !== 'suppose' && panel !== 'review') setPanel('figure');
    const partner = figures[figure]?.partners[0];
    if (partner !== undefined && !isSeen(partner)) showPartner(partner);
  };
  const showPartner = (partner: number) => {
    const [there, lang] = [spots.get(partner), figures[partner]?.lang ?? ''];
    if (there && langs.includes(lang)) requestAnimationFrame(() => panes.current.get(lang)?.show(there.page, there.y));
  };
  const openSource = (at: SourceLine) => {
    setPanel('source');
    setGoal({ ...at });
  };
  const ways = {
    openSource,
    showPage: (page: number, y = 0) => showSpot({ page, y }),
    showFigure: (figure: number) => {
      setChosen(figure);
      showSpot(spots.get(figure));
      const partner = figures[figure]?.partners[0];
      if (partner !== undefined) showPartner(partner);
    },
    nameOfPage: (page: number) => filled(words.page, { page: pages[page]?.number ?? page + 1 }),
    nameOfFact: (fact: string) => {
      const labels = view?.labels[conceptOf(fact)];
      return labels?.[language] ?? Object.values(labels ?? {})[0] ?? '';
    },
    language,
  };

  const openMark = ({ at, element, figure }: PageMark, page: number) => {
    if (panel === 'review' && figure === undefined) setChoice({ element, page });
    else if (at) openSource(at);
  };
  const showUnit = ({ figures: [figure], elements: [element], pages: [page = 0], kind }: UnitView) => {
    setChosen(kind === 'figure' ? figure : undefined);
    const mark = pages[page]?.marks.find((each) => (kind === 'figure' ? each.figure === figure : each.element === element));
    setChoice({ ...(kind === 'figure' && { figure }), ...(mark && { element: mark.element }), page });
    showSpot({ page, y: mark?.y ?? 0 });
  };
  const now = useRef({ choose, openMark, step: (_figure: number, _by: -1 | 0 | 1) => {} });
  now.current = {
    choose,
    openMark,
    step: (figure, by) => {
      const lang = figures[figure]?.lang ?? '';
      const partner = figures[figure]?.partners[0];
      const order = by === 0 ? [] : (byLang.get(lang) ?? []).flatMap(({ marks }) => marks.flatMap((mark) => mark.figure ?? []));
      const next = by === 0 ? partner : order[order.indexOf(figure) + by];
      if (next === undefined) return;
      setChosen(next);
      showSpot(spots.get(next), next);
    },
  };
  const actions: SheetActions = useMemo(
    () => ({
      point: setPointed,
      choose: (figure) => now.current.choose(figure),
      open: (mark, page) => now.current.openMark(mark, page),
      step: (figure, by) => now.current.step(figure, by),
      walk: (from, by) => {
        const all = [...(from.closest('.pane')?.querySelectorAll<HTMLElement>('.figure, .words') ?? [])];
        all[all.indexOf(from) + by]?.focus();
      },
    }),
    [],
  );

  const scrolled = (lang: string) => {
    const spot = panes.current.get(lang)?.eye();
    setVisible(new Set([...panes.current.values()].flatMap((pane) => pane.eye()?.page ?? [])));
    if (!spot || leader.current !== lang) return;
    for (const other of langs) {
      if (other === lang) continue;
      const there = partnerOf(spot, pages, figures, spots, other);
      if (there) panes.current.get(other)?.show(there.page, there.y);
    }
  };
  const scrolledNow = useRef(scrolled);
  scrolledNow.current = scrolled;
  const listeners = useMemo(() => new Map(languages.map((lang) => [lang, () => scrolledNow.current(lang)])), [languages.join()]);

  const stepZoom = (by: -1 | 1) => {
    const [pane] = langs.map((lang) => panes.current.get(lang)?.element());
    const own = zoom ?? (pane?.querySelector('.sheet')?.clientWidth ?? 595) / (pages[0]?.width ?? 595);
    setZoom(by > 0 ? (zooms.find((each) => each > own + 0.01) ?? own) : (zooms.findLast((each) => each < own - 0.01) ?? own));
  };
  const stepMatch = (by: -1 | 1) => {
    if (matches.length === 0) return;
    const next = (match + by + matches.length) % matches.length;
    setMatch(next);
    const found = matches[next];
    if (found) showSpot({ page: found.page, y: found.boxes[0]?.y ?? 0 });
  };
  const search = (text: string) => {
    setQuery(text);
    setMatch(0);
    const [found] = findText(
      pages.filter(({ lang }) => langs.includes(lang)),
      text,
    );
    if (found) showSpot({ page: found.page, y: found.boxes[0]?.y ?? 0 });
  };

  const ownPane = (): PaneHandle | undefined => {
    const lang = langs.find((each) => panes.current.get(each)?.element()?.contains(document.activeElement)) ?? langs[0] ?? '';
    leader.current = lang;
    return panes.current.get(lang);
  };
  /** To the place that was found, where somebody searches; else to the figure that is chosen, or the first of the pages. */
  const toPages = () => {
    const found = document.activeElement === searchField.current ? matches[match] : undefined;
    const marks = found && pages[found.page]?.marks;
    const mark = found?.marks.find((each) => marks?.[each]?.figure !== undefined) ?? found?.marks[0];
    const place = found && document.querySelector<HTMLElement>(`[data-page="${found.page}"] [data-mark="${mark}"]`);
    const target =
      place ?? (chosen === undefined ? null : buttonOf(chosen)) ?? document.querySelector<HTMLElement>('.sheet button[tabindex="0"]');
    target?.focus({ preventScroll: place !== undefined });
  };
  const showNextOpen = () => {
    const next = reviewing.nextOpen();
    if (next) showUnit(next);
  };
  /** By key: what stands in it is a step further. */
  const openPanel = (each: Panel) => {
    setPanel(each);
    document.getElementById(`tab-${each}`)?.focus();
  };
  useKeys({
    '[': () => ownPane()?.step(-1),
    ']': () => ownPane()?.step(1),
    '+': () => stepZoom(1),
    '-': () => stepZoom(-1),
    '0': () => setZoom(undefined),
    '/': () => searchField.current?.focus(),
    '?': () => setKeys(true),
    ...Object.fromEntries(panels.map((each, index) => [String(index + 1), () => openPanel(each)])),
    Escape: toPages,
    ...(panel === 'changes' && { n: () => changing.step(1), p: () => changing.step(-1) }),
    ...(panel === 'review' && {
      c: () => {
        const [unit] = reviewing.chosen;
        if (unit) reviewing.tick(unit, !reviewing.isTicked(unit));
      },
      n: showNextOpen,
    }),
  });

  const cursorMoved = (at: SourceLine) => {
    setCursor(at);
    if (!view) return;
    const [first] = lightsOf(view, { cursor: at });
    if (first) showSpot({ page: first.page, y: first.y });
  };

  return (
    <WaysContext.Provider value={ways}>
      <Toolbar
        releases={hello?.releases ?? []}
        release={release ?? ''}
        chooseRelease={chooseRelease}
        languages={languages}
        shown={langs.length === 1 ? (langs[0] ?? '') : ''}
        show={setShown}
        stepZoom={stepZoom}
        fit={() => setZoom(undefined)}
        searchField={searchField}
        query={query}
        search={search}
        matches={matches.length}
        match={match}
        stepMatch={stepMatch}
        spoken={hello?.languages ?? []}
        language={language}
        chooseLanguage={chooseLanguage}
        showKeys={() => setKeys(true)}
        state={state}
        view={view}
        fault={fault}
        showFindings={() => setPanel('findings')}
      />
      <main class="work">
        <h1 class="unseen">{release ?? words.title}</h1>
        {view && (
          <Thumbnails release={view.release} pages={pages.filter(({ lang }) => langs.includes(lang))} shown={visible} marked={marked} />
        )}
        <div class="panes">
          {view && pages.length === 0 && <p class="empty">{words.noPages}</p>}
          {view &&
            pages.length > 0 &&
            langs.map((lang) => (
              <PagesPane
                key={`${view.release} ${lang}`}
                release={view.release}
                lang={lang}
                pages={byLang.get(lang) ?? []}
                figures={figures}
                zoom={zoom}
                stop={chosen}
                lights={lights}
                actions={actions}
                scrolled={listeners.get(lang) ?? (() => {})}
                lead={() => {
                  leader.current = lang;
                }}
                handle={(handle) => {
                  if (handle) panes.current.set(lang, handle);
                  else panes.current.delete(lang);
                }}
              />
            ))}
        </div>
        <aside class="panel" aria-label={words.panels}>
          <PanelTabs panel={panel} choose={setPanel} counts={{ findings: view?.findings.length ?? 0, suppose: supposed.length }} />
          <div role="tabpanel" id="panel" aria-labelledby={`tab-${panel}`}>
            <h2 class="unseen">{words[panel]}</h2>
            {view && panel === 'figure' && (
              <FigurePanel
                release={view.release}
                version={view.version}
                figure={chosen === undefined ? undefined : figures[chosen]}
                suppose={(fact, typed, value) => {
                  setSupposed((values) => [...values.filter(({ figure }) => figure !== fact), { figure: fact, typed, value }]);
                  setPanel('suppose');
                }}
              />
            )}
            {view && panel === 'suppose' && (
              <SupposePanel release={view.release} version={view.version} values={supposed} change={setSupposed} />
            )}
            {view && panel === 'changes' && <ChangesPanel changing={changing} stale={view.stale} />}
            {view && panel === 'review' && <ReviewPanel {...reviewing} next={showNextOpen} show={showUnit} />}
            {view && panel === 'findings' && <FindingsPanel findings={findings} />}
            {view && (
              <div hidden={panel !== 'source'} class="source-holder">
                <SourcePanel release={view.release} findings={findings} goal={goal} changedFiles={changedFiles} moved={cursorMoved} />
              </div>
            )}
          </div>
        </aside>
      </main>
      {keys && <KeysList close={() => setKeys(false)} />}
    </WaysContext.Provider>
  );
}

/** Whether it stands in the part of its pane that is seen. */
function isSeen(figure: number): boolean {
  const [button, pane] = [buttonOf(figure), buttonOf(figure)?.closest('.pane')];
  if (!button || !pane) return false;
  const [own, all] = [button.getBoundingClientRect(), pane.getBoundingClientRect()];
  return own.top >= all.top && own.bottom <= all.bottom;
}

const buttonOf = (figure: number): HTMLElement | null => document.querySelector<HTMLElement>(`[data-figure="${figure}"]`);
