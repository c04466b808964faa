// Turn what reads differently into places: under which heading and on which page, what was printed there and what is printed now.
import { language } from '../language/languages.ts';
import type { NoticePart } from '../merge/merging.ts';
import type { TextRecord } from '../model/build-record.ts';
import type { Correction } from '../model/correction.ts';
import type { Block, Heading, List } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { type EarlierElement, type EarlierRelease, earlierPage, earlierPlace, earlierRelease, forcedBreaks } from './earlier-elements.ts';
import { inOrder, type Step } from './element-order.ts';
import { asBefore, exchangedSteps } from './exchanged-steps.ts';
import { type LaterElement, laterElements } from './later-elements.ts';
import { noticeTables, type TableSetting } from './notice-tables.ts';
import { NoticeTexts } from './notice-texts.ts';
import { NoticeWriter } from './notice-writer.ts';
import { laterPlace, toldPictures } from './picture-places.ts';
import { Wordings } from './wordings.ts';

/** What reads differently under one heading, up to the next table. */
export interface Place {
  readonly kind: 'text' | 'table';
  readonly heading: PlaceHeading;
  /** Pages of both releases, from 1; undefined where nothing was printed, or is. */
  readonly pageThen: number | undefined;
  readonly pageNow: number | undefined;
  /** Rows of its table were left out. */
  readonly excerpt: boolean;
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

export interface PlaceHeading {
  /** The same for one heading in both releases, and for no other. */
  readonly key: string;
  readonly name: string;
}

/** In the order of the corrected release, with what is gone where it stood; for the part whose language the context has. */
export function placesOf(context: NoticePart, correction: Correction, excerptLimit: number, at: Span): readonly Place[] {
  const finder = new PlaceFinder(context, correction, excerptLimit, at);
  return joined(finder.inOrder(finder.places(), finder.pictures(at)));
}

class PlaceFinder {
  readonly #context: NoticePart;
  readonly #correction: Correction;
  readonly #earlier: EarlierRelease;
  readonly #wordings: Wordings;
  readonly #texts: NoticeTexts;
  readonly #tables: TableSetting;
  readonly #steps: readonly Step[];
  /** Headings of the corrected release by id. */
  readonly #headings: ReadonlyMap<string, Heading>;

  constructor(context: NoticePart, correction: Correction, excerptLimit: number, at: Span) {
    const { lang } = context;
    this.#context = context;
    this.#correction = correction;
    this.#earlier = earlierRelease(correction.changes.earlierRecord);
    this.#wordings = new Wordings(correction, this.#earlier, lang);
    const writer = new NoticeWriter(context, correction);
    this.#texts = new NoticeTexts(context, writer, this.#wordings, this.#earlier, at);
    this.#tables = { correction, earlier: this.#earlier, wordings: this.#wordings, writer, excerptLimit, at };
    const later = laterElements(correction.corrected, lang);
    this.#steps = inOrder(this.#earlier.elements(lang), later, this.#wordings);
    this.#headings = new Map(later.flatMap(({ id, content }) => (content.kind === 'heading' ? [[id, content.block] as const] : [])));
  }

  places(): readonly Place[] {
    const groups = exchangedSteps(this.#steps, (step) => this.#scopeOf(step));
    const shown = new Set<readonly Step[]>();
    return this.#steps.flatMap((step): readonly Place[] => {
      const group = groups.get(step);
      if (!group) return this.#place(step);
      if (shown.has(group)) return [];
      shown.add(group);
      return this.#exchange(group);
    });
  }

  /** What changed of pictures, each place a picture's own. */
  pictures(at: Span): readonly Place[] {
    const told = toldPictures(this.#context, this.#correction, at, (owner) => this.#headingKey(owner));
    return told.map(({ owner, ownerThen, ...shown }): Place => {
      const now = owner === undefined ? undefined : laterPlace(this.#correction.corrected, owner);
      const then = now || ownerThen === undefined ? undefined : earlierPlace(this.#earlier, ownerThen);
      const heading = now ? this.#headingNow(now) : then ? this.#headingThen(then) : this.#partHeading(this.#ownPart());
      return { kind: 'text', heading, excerpt: false, ...shown };
    });
  }

  #headingKey(owner: string): string | undefined {
    return laterPlace(this.#correction.corrected, owner)?.heading?.id;
  }

  #ownPart(): string {
    return this.#correction.corrected.parts.find(({ lang }) => lang === this.#context.lang)?.id ?? '';
  }

  /** Pictures after what else changed under their heading, or under the last one before it. */
  inOrder(places: readonly Place[], pictures: readonly Place[]): readonly Place[] {
    const order = new Map([...this.#headings.keys()].map((id, index) => [id, index]));
    const rank = ({ heading }: Place): number => order.get(heading.key) ?? -1;
    const found = [...places];
    for (const picture of pictures) {
      const last = found.findLastIndex((place) => place.heading.key === picture.heading.key);
      const next = last >= 0 ? last + 1 : found.findIndex((place) => rank(place) > rank(picture));
      found.splice(next < 0 ? found.length : next, 0, picture);
    }
    return found;
  }

  /** Headings change places in their part, other elements under their heading. */
  #scopeOf({ old, now }: Step): string | undefined {
    if (!old || !now) return undefined;
    if (now.content.kind === 'heading') return `headings of ${now.part}`;
    const { key } = this.#headingNow(now);
    return this.#headingThen(old).key === key ? key : undefined;
  }

  /** Elements that changed places: all of them before, and all after. */
  #exchange(group: readonly Step[]): readonly Place[] {
    const [first] = group;
    if (!first?.now) return [];
    const { now: element } = first;
    const heading = this.#headingNow(element.content.kind === 'heading' ? { heading: element.above, part: element.part } : element);
    const then = asBefore(group, this.#steps);
    // Each is written once: what is written and not shown would leave figures behind.
    const written = new Map(group.map((step) => [step.now, this.#whole(step)]));
    return [
      {
        kind: group.some(({ now }) => now?.content.kind === 'table') ? 'table' : 'text',
        heading,
        pageThen: then[0]?.old && this.#pageThen(then[0].old),
        pageNow: this.#pageNow(element),
        excerpt: false,
        before: then.flatMap((step) => written.get(step.now)?.before ?? []),
        after: group.flatMap((step) => written.get(step.now)?.after ?? []),
      },
    ];
  }

  #whole({ old, now }: Step): Pick<Place, 'before' | 'after'> {
    const later = now?.content.kind === 'table' ? now.content.block : undefined;
    if (later || old?.kind === 'table') {
      const tables = noticeTables(old, later, this.#tables, true);
      return { before: tables?.before ? [tables.before] : [], after: tables?.after ? [tables.after] : [] };
    }
    return { before: old ? this.#texts.before(old, now) : [], after: now ? this.#texts.after(now) : [] };
  }

  #place(step: Step): readonly Place[] {
    const { old, now, moved } = step;
    if (moved && this.#scopeOf(step) !== undefined)
      return moved === 'here' && this.#isChanged(step) ? [this.#placed(step, this.#whole(step))] : [];
    if (moved === 'away') return this.#place({ ...(old ? { old } : {}) });
    if (moved === 'here') return this.#place({ ...(now ? { now } : {}) });
    const later = now?.content.kind === 'table' ? now.content.block : undefined;
    if (later || old?.kind === 'table') {
      const tables = noticeTables(old, later, this.#tables);
      if (!tables) return [];
      const { before, after, excerpt, changedThen, changedNow } = tables;
      const blocks = { before: before ? [before] : [], after: after ? [after] : [] };
      return [{ ...this.#placed(step, blocks, changedThen, changedNow), kind: 'table', excerpt }];
    }
    if (!this.#isChanged(step)) return [];
    const [record] = old?.texts ?? [];
    const isText = record && now && old?.kind !== 'words';
    const blocks = isText ? this.#texts.both(record, now) : this.#whole(step);
    return blocks.before.length + blocks.after.length === 0 ? [] : [this.#placed(step, blocks)];
  }

  #isChanged({ old, now }: Step): boolean {
    const ids =
      now?.content.kind === 'words' ? now.content.block.rows.flatMap(({ cells }) => cells.map(({ id }) => id)) : now ? [now.id] : [];
    return (
      ids.some((id) => this.#wordings.changeOf(id) !== undefined) ||
      (old?.texts ?? []).some(({ id }) => this.#wordings.changeOfEarlier(id) !== undefined)
    );
  }

  /** `then` and `today` are what changed of it, for its pages. */
  #placed(
    { old, now }: Step,
    { before, after }: Pick<Place, 'before' | 'after'>,
    then: readonly string[] = [],
    today: readonly string[] = [],
  ): Place {
    const heading = now ? this.#headingNow(now) : old ? this.#headingThen(old) : undefined;
    if (!heading) throw new Error('notice-places: a step has an element');
    return {
      kind: 'text',
      heading,
      pageThen: old && this.#pageThen(old, then),
      pageNow: now && this.#pageNow(now, today),
      excerpt: false,
      before,
      after,
    };
  }

  #pageThen({ id, texts }: EarlierElement, changed: readonly string[] = []): number | undefined {
    return earlierPage(this.#earlier, [...changed, id, ...texts.map((text) => text.id)]);
  }

  #pageNow({ id, content }: LaterElement, changed: readonly string[] = []): number | undefined {
    const { pages } = this.#correction;
    const inner =
      content.kind === 'words' ? content.block.rows.flatMap(({ cells }) => cells.map((cell) => cell.id)) : tableElements(content);
    for (const element of [...changed, id, ...inner]) {
      const page = pages.get(element) ?? pages.get(`${element}.label`);
      if (page !== undefined) return page;
    }
    return undefined;
  }

  #headingNow({ heading, part }: Pick<LaterElement, 'heading' | 'part'>): PlaceHeading {
    return heading ? { key: heading.id, name: headingName(heading, this.#context.lang) } : this.#partHeading(part);
  }

  #headingThen({ heading, part }: Pick<EarlierElement, 'heading' | 'part'>): PlaceHeading {
    if (!heading) return this.#partHeading(part);
    const now = this.#headings.get(this.#wordings.laterOf(heading.id) ?? '');
    return now ? { key: now.id, name: headingName(now, this.#context.lang) } : { key: `gone ${heading.id}`, name: this.#nameThen(heading) };
  }

  #partHeading(part: string): PlaceHeading {
    return { key: `part ${part}`, name: this.#correction.corrected.parts.find(({ id }) => id === part)?.title ?? '' };
  }

  /** Its lines join as those of a heading that is there still. */
  #nameThen(record: TextRecord): string {
    const edges = [0, ...forcedBreaks(this.#earlier, record)];
    return edges.map((from, index) => record.text.slice(from, edges[index + 1])).join(language(this.#context.lang).text.lineJoint);
  }
}

function tableElements(content: LaterElement['content']): readonly string[] {
  if (content.kind !== 'table') return [];
  const { captions, heads, rows } = content.block;
  return [...captions, ...heads, ...rows].map(({ id }) => id);
}

function headingName({ inlines }: Heading, lang: NoticePart['lang']): string {
  const { lineJoint } = language(lang).text;
  return inlines.map(({ text, lineBreak }, index) => (lineBreak && index > 0 ? lineJoint + text : text)).join('');
}

/** Texts after one another under one heading and on one page are shown together, and all that came or went there with its tables. */
function joined(places: readonly Place[]): readonly Place[] {
  const found: Place[] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && last.heading.key === place.heading.key && onOnePage(last, place) && goTogether(last, place)) {
      found[found.length - 1] = {
        ...last,
        kind: last.kind === 'table' ? 'table' : place.kind,
        pageThen: last.pageThen ?? place.pageThen,
        pageNow: last.pageNow ?? place.pageNow,
        before: listed([...last.before, ...place.before]),
        after: listed([...last.after, ...place.after]),
      };
    } else found.push({ ...place, before: listed(place.before), after: listed(place.after) });
  }
  return found;
}

function goTogether(a: Place, b: Place): boolean {
  if (a.kind === 'text' && b.kind === 'text') return true;
  const isGone = a.after.length + b.after.length === 0;
  return isGone || a.before.length + b.before.length === 0;
}

function onOnePage(a: Place, b: Place): boolean {
  const isSame = (one: number | undefined, other: number | undefined) => one === undefined || other === undefined || one === other;
  return isSame(a.pageThen, b.pageThen) && isSame(a.pageNow, b.pageNow);
}

/** Items that follow one another are one list. */
function listed(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (block.kind === 'list' && last?.kind === 'list' && goesOn(last, block)) {
      found[found.length - 1] = { ...last, items: [...last.items, ...block.items] };
    } else found.push(block);
  }
  return found;
}

const goesOn = (list: List, next: List): boolean => list.numbered === next.numbered && list.class === next.class;
