// Turn the content of a page into its operators, each with the operands before it (ISO 32000-1, 7.8.2).
import { PdfFault, type PdfValue } from '../objects/pdf-value.ts';
import { ValueReader } from '../objects/read-value.ts';

/** One operator of a content stream. */
export interface ContentOperator {
  /** As it is written, `Tf`. */
  readonly name: string;
  /** The values before it. */
  readonly operands: readonly PdfValue[];
}

/** Operands of one operator: a dash pattern, a matrix and their like have six. */
const mostOperands = 64;
const beginsValue = /[/(<[\d+\-.]/;

/** One after the other, in one pass. `step` counts values. */
export function* contentOperators(content: string, step: () => void): Generator<ContentOperator> {
  const reader = new ValueReader(content, 0, step);
  let operands: PdfValue[] = [];
  for (let next = reader.next(); next !== undefined; next = reader.next()) {
    if (beginsValue.test(next)) {
      operands.push(reader.value());
      if (operands.length > mostOperands) throw new PdfFault(`the content of a page has more than ${mostOperands} values for one operator`);
      continue;
    }
    yield { name: reader.word(), operands };
    operands = [];
    step();
  }
}
