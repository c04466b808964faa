// Turn the running heads, folios and rules of two pages into changes, where nothing else on the page tells of them.
import type { LayoutChange, PageTextChange } from '../model/difference.ts';
import type { Draft } from './draft.ts';
import { type Mark, onlyIn } from './page-marks.ts';
import { type Cause, joinCauses } from './trace-causes.ts';

/** What is known of the page already. */
export interface FurnitureContext {
  /** Something else changed on this page, so that rules and repeated heads may have gone with it. */
  readonly told: boolean;
  /** Why running heads may say something else. */
  readonly causes: Cause | undefined;
}

/** Running heads print the issuer's name and the date of announcement. */
const printed = /^(announced|names|short-names)\./;

/** Ordered changes that running heads follow from; `told` has the ordered ones in the order of their numbers. */
export function furnitureCauses(told: readonly Draft[]): Cause | undefined {
  const ordered = told.filter((change) => change.class === 'ordered');
  return joinCauses(
    ordered.map(({ kind, subject }, index) => {
      const id = `ordered-${index + 1}`;
      return kind === 'given' && printed.test(subject) ? { chain: [{ by: 'ordered', change: id, subject }], causes: [id] } : undefined;
    }),
  );
}

export function compareFurniture(
  page: number,
  before: readonly Mark[],
  after: readonly Mark[],
  { told, causes }: FurnitureContext,
): readonly Draft<LayoutChange | PageTextChange>[] {
  const own = (marks: readonly Mark[]) => marks.filter(({ artifact }) => artifact !== undefined);
  const [gone, come] = [onlyIn(own(before), own(after)), onlyIn(own(after), own(before))];
  if (gone.length === 0 && come.length === 0) return [];
  const boxes = { old: gone.map(({ box }) => box), new: come.map(({ box }) => box) };
  const [was, is] = [headWords(gone), headWords(come)];
  if (was !== is) {
    const edits = [{ before: was, after: is, oldStart: 0, newStart: 0 }];
    const summary = `running head of page ${page}: '${was}' becomes '${is}'`;
    return [{ class: causes ? 'consequential' : 'text', kind: 'page-text', edits, summary, ...boxes, ...causes }];
  }
  if (told) return [];
  return [{ class: 'layout', kind: 'moved', summary: `page ${page}: rules, running heads or folio stand elsewhere`, ...boxes }];
}

function headWords(marks: readonly Mark[]): string {
  return marks
    .filter(({ artifact }) => artifact === 'header')
    .map(({ text }) => text ?? '')
    .join(' ');
}
