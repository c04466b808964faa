// Turn the content of a page into events: marked content begun and ended, glyphs shown at their places, paths painted, colours set.
import { say } from '../../model/say.ts';
import { nameOf, type PdfDict, PdfFault, type PdfValue, textOf } from '../objects/pdf-value.ts';
import { ValueReader } from '../objects/read-value.ts';
import type { PageFont } from './page-fonts.ts';
import { concatenated, identity, type Matrix, matrixOf, type ShownGlyph, TextState } from './text-state.ts';

export type ContentEvent =
  /** BMC or BDC: `id` is its MCID, `replacement` its ActualText. */
  | { readonly kind: 'begin'; readonly tag: string; readonly id?: number; readonly replacement?: string }
  | { readonly kind: 'end' }
  /** BT: what follows belongs to another text object. */
  | { readonly kind: 'text-object' }
  /** One operator that shows text; `font` is the resource name. */
  | { readonly kind: 'glyphs'; readonly font: string; readonly glyphs: readonly ShownGlyph[] }
  /** A path, a shading or an external object was painted: so many boxes and lines. */
  | { readonly kind: 'paint'; readonly pieces: number }
  /** The colour that fills from here on: red, green and blue from 0 to 1. */
  | { readonly kind: 'colour'; readonly rgb: readonly [number, number, number] };

/** Marked content in marked content, and saved states in saved states: our content has two levels and none. */
const mostOpen = 64;

const paintsPath = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const showsText = new Set(['Tj', 'TJ', "'", '"']);
const setsColour = new Set(['g', 'rg', 'k', 'sc', 'scn']);

/** One after the other, in one pass. `step` counts values, and may throw when there are too many. */
export function* interpretContent(content: string, fonts: ReadonlyMap<string, PageFont>, step: () => void): Generator<ContentEvent> {
  const text = new TextState(fonts);
  const saved: { readonly matrix: Matrix; readonly text: TextState['settings'] }[] = [];
  let matrix = identity;
  let open = 0;
  let pieces = 0;
  const deeper = (levels: number): void => {
    if (levels >= mostOpen) throw new PdfFault(say`the content of a page is nested deeper than ${mostOpen}`);
  };
  for (const { name, operands } of contentOperators(content, step)) {
    if (showsText.has(name)) yield { kind: 'glyphs', font: text.settings.font, glyphs: text.show(name, operands, matrix) };
    else if (name === 'BDC' || name === 'BMC') {
      deeper(open++);
      yield begun(operands);
    } else if (name === 'EMC') {
      open = Math.max(0, open - 1);
      yield { kind: 'end' };
    } else if (name === 'BT') {
      text.begin();
      yield { kind: 'text-object' };
    } else if (name === 'cm') matrix = concatenated(matrixOf(numbers(operands)), matrix);
    else if (name === 'q') {
      deeper(saved.length);
      saved.push({ matrix, text: text.settings });
    } else if (name === 'Q') {
      const last = saved.pop();
      matrix = last?.matrix ?? matrix;
      text.settings = last?.text ?? text.settings;
    } else if (name === 're' || name === 'm') pieces++;
    else if (paintsPath.has(name)) {
      if (pieces > 0) yield { kind: 'paint', pieces };
      pieces = 0;
    } else if (name === 'n') pieces = 0;
    else if (name === 'Do' || name === 'sh') yield { kind: 'paint', pieces: 1 };
    else if (name === 'BI') throw new PdfFault('the content of a page holds a picture, and ours never do');
    else if (setsColour.has(name)) yield { kind: 'colour', rgb: colourOf(numbers(operands)) };
    else text.set(name, operands);
  }
}

function begun(operands: readonly PdfValue[]): ContentEvent {
  const tag = nameOf(operands[0]) ?? '';
  const last = operands.at(-1);
  if (!(last instanceof Map)) return { kind: 'begin', tag };
  const properties = last as PdfDict;
  const id = properties.get('MCID');
  const replacement = replacementOf(properties.get('ActualText'));
  return { kind: 'begin', tag, ...(typeof id === 'number' ? { id } : {}), ...(replacement === undefined ? {} : { replacement }) };
}

/** A replacement is in UTF-16, after its byte order mark, as we write them; one in another form is none, and the glyphs speak. */
function replacementOf(value: PdfValue | undefined): string | undefined {
  const isUnicode = typeof value === 'object' && value !== null && 'string' in value && value.string.startsWith('\xfe\xff');
  return isUnicode ? textOf(value) : undefined;
}

const numbers = (operands: readonly PdfValue[]): readonly number[] => operands.map((value) => (typeof value === 'number' ? value : 0));

/** Grey, RGB or CMYK by the number of components; of patterns, none. */
function colourOf(values: readonly number[]): readonly [number, number, number] {
  const [a = 0, b = 0, c = 0, black = 0] = values;
  if (values.length === 4) return [1 - Math.min(1, a + black), 1 - Math.min(1, b + black), 1 - Math.min(1, c + black)];
  return values.length === 3 ? [a, b, c] : [a, a, a];
}

/** One operator of a content stream. */
interface ContentOperator {
  /** As it is written, `Tf`. */
  readonly name: string;
  /** The values before it. */
  readonly operands: readonly PdfValue[];
}

/** Operands of one operator: a dash pattern, a matrix and their like have six. */
const mostOperands = 64;
const beginsValue = /[/(<[\d+\-.]/;

/** One after the other, in one pass. `step` counts values. */
function* contentOperators(content: string, step: () => void): Generator<ContentOperator> {
  const reader = new ValueReader(content, 0, step);
  let operands: PdfValue[] = [];
  for (let next = reader.next(); next !== undefined; next = reader.next()) {
    if (beginsValue.test(next)) {
      operands.push(reader.value());
      if (operands.length > mostOperands)
        throw new PdfFault(say`the content of a page has more than ${mostOperands} values for one operator`);
      continue;
    }
    yield { name: reader.word(), operands };
    operands = [];
    step();
  }
}
