// Turn a line into its glyphs when they are first asked for: lines that are only measured, or counted at a step that is tried, have none.
import type { LineMark } from '../../model/page.ts';
import { type GlyphLine, setGlyphRuns } from './glyph-runs.ts';
import type { Line, TypeStyle } from './line.ts';
import type { Prepared } from './prepare.ts';

/** A line of a paragraph. */
export class LaterLine implements Line {
  #set: GlyphLine | undefined;
  #make: (() => GlyphLine) | undefined;
  /** True where the line ends with a hyphen that parts a word. */
  readonly hyphenated?: true;
  /** True where the line ends inside words that belong together. */
  readonly parting?: true;

  constructor(make: () => GlyphLine, { hyphenated, parting }: { readonly hyphenated: boolean; readonly parting: boolean }) {
    this.#make = make;
    if (hyphenated) this.hyphenated = true;
    if (parting) this.parting = true;
  }

  get marks(): readonly LineMark[] {
    return this.#asked().marks;
  }

  get width(): number {
    return this.#asked().width;
  }

  #asked(): GlyphLine {
    if (!this.#set && this.#make) {
      this.#set = this.#make();
      this.#make = undefined;
    }
    return this.#set!;
  }
}

/** A line at its natural width. */
export class NaturalLine implements Line {
  readonly #text: Prepared;
  readonly #visibleEnd: number;
  readonly #size: number;
  readonly #sup: TypeStyle['sup'];
  readonly width: number;
  #marks: readonly LineMark[] | undefined;

  /** `visibleEnd` is one past the last cluster that is no space; `width` and `size` are in points. */
  constructor(text: Prepared, visibleEnd: number, width: number, size: number, sup: TypeStyle['sup']) {
    this.#text = text;
    this.#visibleEnd = visibleEnd;
    this.width = width;
    this.#size = size;
    this.#sup = sup;
  }

  get marks(): readonly LineMark[] {
    const { clusters, sources, gaps } = this.#text;
    this.#marks ??= setGlyphRuns(
      { clusters, sources, start: 0, end: clusters.length, visibleEnd: this.#visibleEnd, hyphen: undefined },
      gaps.map((gap) => gap.natural),
      0,
      this.#size,
      this.#sup,
    ).marks;
    return this.#marks;
  }
}
