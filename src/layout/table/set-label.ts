// Turn a row's label into lines: one where it fits, else wrapped and hanging.
import type { BodyRow } from '../../model/document.ts';
import { move } from '../move.ts';
import type { Line, OwnedInline, TextSpec } from '../paragraph/line.ts';
import type { Typesetter } from '../typesetter.ts';

/** The room of a label, in points. */
export interface LabelRoom {
  readonly measure: number;
  readonly indent: number;
  /** Where its second line starts. */
  readonly hang: number;
}

/** Labels may pass their room by rounding, no more. */
const slack = 0.01;

export function setLabel(row: BodyRow, room: LabelRoom, spec: TextSpec, typesetter: Typesetter): readonly Line[] {
  if (row.label.length === 0) return [];
  const { measure, indent, hang } = room;
  const inlines: readonly OwnedInline[] = row.label.map((inline) => ({ inline, owner: `${row.id}.label` }));
  const line = typesetter.line(inlines, spec);
  if (line.width + indent <= measure + slack) return [{ runs: line.runs.map((run) => move(run, indent, 0)), width: line.width + indent }];
  return typesetter.paragraph(inlines, { ...spec, measure, align: 'left', indent, hang });
}
