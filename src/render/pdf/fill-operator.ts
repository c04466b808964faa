// Turn a colour into the operator that fills or strokes with it: sRGB is the output intent's own space, and greys need one number of it.
import { decimal } from '../../pdf/writing/pdf-writer.ts';

/** `#0b3d91`; undefined for black. */
export const fillOperator = (color: string | undefined): string => operatorOf(color, 'g', 'rg');

/** The same for lines. */
export const strokeOperator = (color: string | undefined): string => operatorOf(color, 'G', 'RG');

function operatorOf(color: string | undefined, ofGrey: string, ofColor: string): string {
  if (color === undefined) return `0 ${ofGrey}`;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return red === green && green === blue ? `${decimal(red)} ${ofGrey}` : `${[red, green, blue].map(decimal).join(' ')} ${ofColor}`;
}
