// Turn what is chosen, pointed at, searched for or edited into the places that are lit on the pages.
import type { PageMark } from '../../project/map-pages.ts';
import type { ReleaseView } from '../protocol.ts';
import type { Match } from './find-text.ts';
import type { Light } from './pages-pane.tsx';
import type { SourceLine } from './source-link.tsx';

/** What there may be to light; figures by their number. */
export interface Lit {
  readonly chosen?: number | undefined;
  readonly pointed?: number | undefined;
  readonly cursor?: SourceLine | undefined;
  readonly matches?: readonly Match[];
  /** Which of the matches is looked at. */
  readonly match?: number;
}

export function lightsOf({ pages, figures }: ReleaseView, { chosen, pointed, cursor, matches = [], match = 0 }: Lit): readonly Light[] {
  const main = pointed ?? chosen;
  const figure = main === undefined ? undefined : figures[main];
  const as = ({ figure: id, at }: PageMark): Light['as'] | undefined => {
    const other = id === undefined ? undefined : figures[id];
    if (figure && other) {
      if (id === main) return 'chosen';
      if (figure.partners.includes(other.id)) return 'partner';
      if (figure.group === other.group) return 'same';
    }
    if (id !== undefined && id === chosen) return 'chosen';
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
  return [...marks, ...found];
}
