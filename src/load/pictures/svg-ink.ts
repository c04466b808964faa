// Turn the presentation of an SVG element into how its path is painted, in PDF operators.
import { say } from '../../model/say.ts';
import { PictureFault } from './picture-fault.ts';
import type { Tag } from './read-tags.ts';

/** Properties that paint and set words, as written, by name; children inherit them. */
export type Ink = ReadonlyMap<string, string>;

/** What SVG paints where nothing is said. */
export const plainInk: Ink = new Map([
  ['fill', 'black'],
  ['stroke', 'none'],
  ['stroke-width', '1'],
]);

const names: ReadonlySet<string> = new Set([
  'color',
  'fill',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-dasharray',
  'stroke-dashoffset',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
]);
/** Properties that only say what is so anyway: with other values they would change what is seen. */
const neutral: Readonly<Record<string, readonly string[]>> = {
  opacity: ['1'],
  'fill-opacity': ['1'],
  'stroke-opacity': ['1'],
  'mix-blend-mode': ['normal'],
  display: ['inline', 'block'],
  visibility: ['visible'],
  filter: ['none'],
  mask: ['none'],
  'clip-path': ['none'],
};
const hint = 'use plain colours, and leave out what is hidden; flatten transparency in the program that drew it';

export function inherited(around: Ink, { attributes, line }: Tag): Ink {
  const ink = new Map(around);
  const set = (name: string, value: string): void => {
    const allowed = neutral[name];
    if (allowed && !allowed.includes(value) && Number(value) !== 1)
      throw new PictureFault(say`has ${name} ${value}, which is not set (line ${line})`, hint);
    if (names.has(name) && value !== 'inherit') ink.set(name, value);
  };
  for (const [name, value] of attributes) if (name !== 'style') set(name, value.trim());
  for (const declared of (attributes.get('style') ?? '').split(';')) {
    const colon = declared.indexOf(':');
    if (colon > 0) set(declared.slice(0, colon).trim(), declared.slice(colon + 1).trim());
  }
  const colour = ink.get('color') ?? 'black';
  for (const name of ['fill', 'stroke']) if (ink.get(name) === 'currentColor') ink.set(name, colour);
  for (const name of ['fill', 'stroke']) colourOf(ink.get(name) ?? 'none', line);
  return ink;
}

const caps: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 };
const joins: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 };

/** Undefined where nothing is painted. `scale` is how much longer lengths are drawn. */
export function inkOperators(ink: Ink, scale: number): { readonly set: string; readonly paint: string } | undefined {
  const fill = colourOf(ink.get('fill') ?? 'none', 0);
  const width = Number((ink.get('stroke-width') ?? '1').replace(/px$/, '')) * scale;
  const stroke = width > 0 ? colourOf(ink.get('stroke') ?? 'none', 0) : undefined;
  if (!fill && !stroke) return undefined;
  const dash = (ink.get('stroke-dasharray') ?? 'none').split(/[\s,]+/).map((length) => Number(length) * scale);
  const dashes = dash.every((length) => Number.isFinite(length)) && dash.some((length) => length > 0) ? dash : [];
  const offset = (Number(ink.get('stroke-dashoffset') ?? '0') || 0) * scale;
  const set = [
    ...(fill ? [`${fill} rg`] : []),
    ...(stroke
      ? [
          `${stroke} RG ${short(width)} w ${caps[ink.get('stroke-linecap') ?? ''] ?? 0} J ${joins[ink.get('stroke-linejoin') ?? ''] ?? 0} j`,
          `${short(Math.max(1, Number(ink.get('stroke-miterlimit')) || 4))} M [${dashes.map(short).join(' ')}] ${short(Math.max(0, offset))} d`,
        ]
      : []),
  ].join('\n');
  const evenOdd = ink.get('fill-rule') === 'evenodd' ? '*' : '';
  return { set, paint: fill ? `${stroke ? 'B' : 'f'}${evenOdd}` : 'S' };
}

const short = (value: number): number => Math.round(value * 1000) / 1000;

/** Names that drawing programs write; others are written in digits. */
const named: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  navy: '#000080',
  maroon: '#800000',
  yellow: '#ffff00',
  orange: '#ffa500',
  teal: '#008080',
  purple: '#800080',
};

/** Red, green and blue from 0 to 1, as operands; undefined for none. */
function colourOf(written: string, line: number): string | undefined {
  if (written === 'none' || written === 'transparent') return undefined;
  const digits = named[written.toLowerCase()] ?? written;
  const long = /^#[\da-f]{3}$/i.test(digits) ? digits.replace(/[\da-f]/gi, (digit) => digit + digit) : digits;
  const parts = /^#[\da-f]{6}$/i.test(long)
    ? [1, 3, 5].map((at) => Number.parseInt(long.slice(at, at + 2), 16))
    : /^rgb\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*\)$/.test(long)
      ? (long.match(/\d+/g) ?? []).map(Number)
      : undefined;
  if (!parts)
    throw new PictureFault(
      say`has the colour ${written.slice(0, 40)} (line ${line})`,
      'write it as #rrggbb; gradients and patterns are not set',
    );
  return parts.map((value) => short(Math.min(255, value) / 255)).join(' ');
}
