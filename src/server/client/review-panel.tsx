// Turn the review of a release into ticks: of what is chosen on the page, by name; with what is open, what lapsed, and who did how much.
import type { ReviewView, UnitView } from '../protocol.ts';
import { SourceLink, useWays } from './source-link.tsx';
import { useWords } from './words.ts';

interface ReviewPanelProps {
  readonly review: ReviewView | undefined;
  readonly fault: string;
  readonly name: string;
  readonly setName: (name: string) => void;
  /** What is chosen on the page, the nearest first: a figure, its sentence, its table, its page. */
  readonly chosen: readonly UnitView[];
  /** Whether whoever has the name has checked it. */
  readonly isTicked: (unit: UnitView) => boolean;
  readonly tick: (unit: UnitView, on: boolean) => void;
  /** Takes a lapsed tick away, by its line. */
  readonly drop: (line: number) => void;
  readonly next: () => void;
  readonly show: (unit: UnitView) => void;
}

/** Open things that are listed. */
const mostListed = 100;

export function ReviewPanel({ review, fault, name, setName, chosen, isTicked, tick, drop, next, show }: ReviewPanelProps) {
  const words = useWords();
  const nameOf = (lang: string) => words.languageNames[lang] ?? lang;
  const open = (review?.units ?? []).filter(isOpen);
  const { nameOfPage } = useWays();
  const labelOf = ({ kind, text, pages }: UnitView) => (kind === 'page' ? nameOfPage(pages[0] ?? 0) : text);
  return (
    <div class="review">
      <label>
        {words.myName} <input value={name} autocomplete="name" onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <h3>{words.reviewProgress}</h3>
      <ul class="progress">
        {(review?.progress ?? []).map(({ lang, required, checked, people }) => (
          <li key={lang}>
            {nameOf(lang)}: {words.reviewed} {checked} / {required}
            <progress max={required} value={checked} aria-label={nameOf(lang)} />
            <div class="detail">{people.map((person) => `${person.name} ${person.checked}`).join(', ') || words.nobody}</div>
          </li>
        ))}
      </ul>
      <h3>{words.chosenItems}</h3>
      {chosen.length === 0 && <p class="empty">{words.chooseToCheck}</p>}
      {name.trim() === '' && <p class="hint">{words.nameFirst}</p>}
      <ul class="ticks">
        {chosen.map((unit) => (
          <li key={unit.id}>
            <label>
              <input
                type="checkbox"
                checked={isTicked(unit)}
                disabled={name.trim() === ''}
                onChange={(event) => tick(unit, event.currentTarget.checked)}
              />{' '}
              {words.kinds[unit.kind]}: <span lang={unit.lang}>{labelOf(unit)}</span>
            </label>
            <div class="detail">{unit.checkedBy.length > 0 ? `${words.reviewed}: ${unit.checkedBy.join(', ')}` : words.openItems}</div>
          </li>
        ))}
      </ul>
      {(review?.lapsed.length ?? 0) > 0 && <h3>{words.lapsedTicks}</h3>}
      <ul class="lapsed">
        {(review?.lapsed ?? []).map(({ by, kind, lang, of, signed, now, at }) => (
          <li key={at.line} class="broken">
            <span class="verdict">{by}</span> {words.kinds[kind]}
            {kind === 'table' || kind === 'page' ? ` ${of}` : ''}, {nameOf(lang)} <SourceLink at={at} />
            {(kind === 'figure' || kind === 'sentence') && (
              <div lang={lang}>
                <del>{signed}</del> <ins>{now}</ins>
              </div>
            )}
            <button type="button" onClick={() => drop(at.line)}>
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      <h3>
        {words.openItems} ({open.length})
      </h3>
      {review && review.units.length > 0 && open.length === 0 ? (
        <p>{words.allChecked}</p>
      ) : (
        <button type="button" onClick={next}>
          {words.nextOpen}
        </button>
      )}
      <ul>
        {open.slice(0, mostListed).map((unit) => (
          <li key={unit.id}>
            <button type="button" class="link" lang={unit.lang} onClick={() => show(unit)}>
              {unit.text}
            </button>{' '}
            <span class="detail">
              {nameOf(unit.lang)}
              {unit.pages[0] !== undefined && `, ${nameOfPage(unit.pages[0])}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Figures and sentences are to be checked; tables and pages are ways to do so. */
export const isOpen = ({ kind, checkedBy }: UnitView): boolean => (kind === 'figure' || kind === 'sentence') && checkedBy.length === 0;
