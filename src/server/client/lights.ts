// Turn what is chosen, pointed at, searched for or edited into the places that are lit on the pages.
import type { PageMark } from '../../project/map-pages.ts';
import type { ChangesView, ReleaseView, ReviewView } from '../protocol.ts';
import type { Match } from './find-text.ts';
import type { Light } from './pages-pane.tsx';
import type { SourceLine } from './source-link.tsx';

/** What there may be to light; figures by their number. */
export interface Lit {
  readonly chosen?: number | undefined;
  readonly pointed?: number | undefined;
  readonly cursor?: SourceLine | undefined;
  /** What is checked of it is lit, and the element that is chosen to be. */
  readonly review?: ReviewView | undefined;
  readonly element?: string | undefined;
  readonly changes?: ChangesView | undefined;
  /** Index of the change that is looked at. */
  readonly change?: number;
  readonly matches?: readonly Match[];
  /** Which of the matches is looked at. */
  readonly match?: number;
}

export function lightsOf(
  { pages, figures }: ReleaseView,
  { chosen, pointed, cursor, review, element, changes, change, matches = [], match = 0 }: Lit,
): readonly Light[] {
  const main = pointed ?? chosen;
  const figure = main === undefined ? undefined : figures[main];
  const signed = review && signedIn(review);
  const as = ({ figure: id, at, element: own }: PageMark): Light['as'] | undefined => {
    const other = id === undefined ? undefined : figures[id];
    if (figure && other) {
      if (id === main) return 'chosen';
      if (figure.partners.includes(other.id)) return 'partner';
      if (figure.group === other.group) return 'same';
    }
    if (id !== undefined && id === chosen) return 'chosen';
    if (element !== undefined && element !== '' && own === element) return 'chosen';
    if (signed && (id === undefined ? signed.elements.has(own) : signed.figures.has(id))) return 'signed';
    if (!cursor) return undefined;
    const here = (place: SourceLine | undefined) => place?.file === cursor.file && place.line === cursor.line;
    return here(at) || here(other?.typedAt) ? 'line' : undefined;
  };
  const marks = pages.flatMap((page) =>
    page.marks.flatMap((mark): readonly Light[] => {
      const light = as(mark);
      return light ? [{ x: mark.x, y: mark.y, width: mark.width, height: mark.height, page: page.index, as: light }] : [];
    }),
  );
  const found = matches.flatMap(({ page, boxes }, index) =>
    boxes.map((box): Light => ({ ...box, page, as: index === match ? 'match-now' : 'match' })),
  );
  const changed = (changes?.changes ?? []).flatMap(({ places }, index) =>
    places.map((place): Light => ({ ...place, as: index === change ? 'change-now' : 'change' })),
  );
  return [...marks, ...found, ...changed];
}

/** Figures that are checked, and elements all of whose sentences are. */
function signedIn({ units }: ReviewView): { readonly figures: ReadonlySet<number>; readonly elements: ReadonlySet<string> } {
  const figures = units.filter(({ kind, checkedBy }) => kind === 'figure' && checkedBy.length > 0).flatMap((unit) => unit.figures);
  const sentences = units.filter(({ kind }) => kind === 'sentence');
  const open = new Set(sentences.filter(({ checkedBy }) => checkedBy.length === 0).flatMap(({ elements }) => elements));
  return { figures: new Set(figures), elements: new Set(sentences.flatMap(({ elements }) => elements.filter((each) => !open.has(each)))) };
}
