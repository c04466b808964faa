// Turn the words of an SVG, as `<text>` and `<tspan>` hold them, into outlines of the faces that the release is set in.
import type { FontMetrics } from '../../model/font.ts';
import { say, sayAll } from '../../model/say.ts';
import type { FontFile } from '../../model/sources.ts';
import { glyphOutline } from '../../pdf/faces/glyph-outline.ts';
import { faceOf } from '../../pdf/subset/truetype-face.ts';
import type { Step } from './path-data.ts';
import { PictureFault } from './picture-fault.ts';
import type { Tag } from './read-tags.ts';
import type { Ink } from './svg-ink.ts';
import { type Matrix, moved, times } from './transform.ts';

/** The faces of the style's families, by id. */
export interface WordFaces {
  readonly metrics: ReadonlyMap<string, FontMetrics>;
  readonly files: ReadonlyMap<string, FontFile>;
}

/** Words of one element. */
interface Run {
  readonly words: string;
  readonly ink: Ink;
  /** Where it begins; absent where it goes on behind the run before it. */
  readonly x?: number;
  readonly y?: number;
  readonly line: number;
}

/** Outlines of one run, in the space of the picture. */
export interface SetRun {
  readonly ink: Ink;
  readonly steps: readonly Step[];
  readonly line: number;
}

/** What would set words otherwise than one after another. */
const refusedKeys =
  /^(?:dx|dy|rotate|textLength|lengthAdjust|writing-mode|letter-spacing|word-spacing|text-decoration|dominant-baseline|baseline-shift|font-variant.*|font-stretch)$/;

/** Words of a picture are names and labels. */
const mostLetters = 2000;

/** Gathers what stands in one `<text>`, and sets it at its end. */
export class SvgWords {
  readonly #matrix: Matrix;
  readonly #faces: WordFaces;
  readonly #runs: Run[] = [];
  #begins: Pick<Run, 'x' | 'y'> = {};
  #letters = 0;

  constructor(matrix: Matrix, faces: WordFaces) {
    this.#matrix = matrix;
    this.#faces = faces;
  }

  /** A `<text>`, or a `<tspan>` in it, begins. */
  open({ attributes, line }: Tag): void {
    const declared = (attributes.get('style') ?? '').split(';').map((each) => each.split(':')[0]!.trim());
    const strange = [...attributes.keys(), ...declared].find((key) => refusedKeys.test(key));
    if (strange)
      throw new PictureFault(say`has ${strange}, which is not set (line ${line})`, 'leave it out, or turn the words into outlines');
    const [x, y] = [placeOf(attributes.get('x'), line), placeOf(attributes.get('y'), line)];
    this.#begins = { ...this.#begins, ...(x !== undefined && { x }), ...(y !== undefined && { y }) };
  }

  /** White space of any kind is one space, and none at the beginning. */
  add(written: string, ink: Ink, line: number): void {
    const last = this.#runs.at(-1);
    const opens = !last || last.words.endsWith(' ') || this.#begins.x !== undefined || this.#begins.y !== undefined;
    const words = written.replace(/\s+/g, ' ');
    const kept = opens && words.startsWith(' ') ? words.slice(1) : words;
    if (kept === '') return;
    this.#letters += kept.length;
    if (this.#letters > mostLetters)
      throw new PictureFault(say`has more than ${mostLetters} letters in one text (line ${line})`, 'set long texts as text of the release');
    this.#runs.push({ words: kept.normalize('NFC'), ink, ...this.#begins, line });
    this.#begins = {};
  }

  /** Words that begin at a place of their own are anchored there. */
  set(): readonly SetRun[] {
    const found: SetRun[] = [];
    let [x, y] = [0, 0];
    for (let from = 0; from < this.#runs.length; ) {
      const first = this.#runs[from]!;
      let to = from + 1;
      while (to < this.#runs.length && this.#runs[to]!.x === undefined && this.#runs[to]!.y === undefined) to++;
      const runs = this.#runs.slice(from, to);
      [x, y] = [first.x ?? x, first.y ?? y];
      const last = runs.length - 1;
      const widths = runs.map((run, index) => this.#width(index === last ? { ...run, words: run.words.trimEnd() } : run));
      const whole = widths.reduce((sum, width) => sum + width, 0);
      const anchor = first.ink.get('text-anchor') ?? 'start';
      x -= anchor === 'middle' ? whole / 2 : anchor === 'end' ? whole : 0;
      runs.forEach((run, index) => {
        found.push({ ink: run.ink, line: run.line, steps: this.#steps(run, x, y) });
        x += widths[index]!;
      });
      from = to;
    }
    return found;
  }

  #width(run: Run): number {
    return this.#glyphs(run).width;
  }

  #steps(run: Run, x: number, y: number): readonly Step[] {
    const { metrics, size, placed } = this.#glyphs(run);
    const scale = size / metrics.upem;
    const face = faceOf(this.#faces.files.get(metrics.id)!);
    return placed.flatMap(({ glyph, at }) => {
      const outline = glyphOutline(face, glyph);
      if (!outline)
        throw new PictureFault(
          say`has words whose glyphs cannot be drawn (line ${run.line})`,
          'name another family, or turn the words into outlines',
        );
      const matrix = times(this.#matrix, [scale, 0, 0, -scale, x + at, y]);
      return outline.map(({ op, points }) => ({ op, points: moved(points, matrix) }));
    });
  }

  /** One after another, kerned; lengths in units of the picture. */
  #glyphs({ words, ink, line }: Run) {
    const metrics = this.#faceOf(ink, line);
    const size = sizeOf(ink, line);
    const placed: { readonly glyph: number; readonly at: number }[] = [];
    let width = 0;
    let before: number | undefined;
    for (const character of words) {
      const glyph = metrics.glyph(character.codePointAt(0)!);
      if (glyph === 0 && character !== ' ')
        throw new PictureFault(
          say`has ${character}, of which ${metrics.family} has no glyph (line ${line})`,
          'name another family, or turn the words into outlines',
        );
      if (before !== undefined) width += (metrics.kern(before, glyph) * size) / metrics.upem;
      placed.push({ glyph, at: width });
      width += (metrics.advance(glyph) * size) / metrics.upem;
      before = glyph;
    }
    return { metrics, size, placed, width };
  }

  #faceOf(ink: Ink, line: number): FontMetrics {
    const all = [...this.#faces.metrics.values()];
    const families = [...new Set(all.map(({ family }) => family))];
    const [written = ''] = (ink.get('font-family') ?? '').split(',');
    const family = written
      .trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase()
      .replaceAll(' ', '-');
    const hint = say`families of the style: ${sayAll(families, ', ')}; or turn the words into outlines`;
    if (family === '') throw new PictureFault(say`has words without a font-family (line ${line})`, hint);
    const own = all.filter((face) => face.family === family);
    if (own.length === 0) throw new PictureFault(say`sets words in ${written.trim()}, which the style does not name (line ${line})`, hint);
    const said = ink.get('font-weight') ?? 'normal';
    const weight = said === 'normal' ? 400 : said === 'bold' ? 700 : Number(said);
    const italic = /^(?:italic|oblique)/.test(ink.get('font-style') ?? '');
    const found = own.find((face) => face.weight === weight && face.italic === italic);
    if (found) return found;
    const faces = own.map((face) => (face.italic ? `${face.weight} italic` : `${face.weight}`));
    const asked = `${family} ${said}${italic ? ' italic' : ''}`;
    throw new PictureFault(say`sets words in ${asked}, which there is not (line ${line})`, say`its faces: ${sayAll(faces, ', ')}`);
  }
}

/** Throws where words reach over the edge of the picture: what another program showed whole would be cut off in silence. */
export function refuseCut({ steps, line }: SetRun, width: number, height: number): void {
  const isOver = (value: number, index: number): boolean => value < -edge || value > (index % 2 === 0 ? width : height) + edge;
  if (!steps.some(({ points }) => points.some(isOver))) return;
  throw new PictureFault(say`has words that reach over its edge (line ${line})`, 'set them smaller, or widen the viewBox');
}

/** Thousandths of the longer side that nobody sees. */
const edge = 1;

function sizeOf(ink: Ink, line: number): number {
  const size = Number((ink.get('font-size') ?? '').replace(/px$/, '') || Number.NaN);
  if (size > 0 && Number.isFinite(size)) return size;
  throw new PictureFault(
    say`has words without a font-size in units of the view box (line ${line})`,
    'say font-size="12", or turn the words into outlines',
  );
}

function placeOf(written: string | undefined, line: number): number | undefined {
  if (written === undefined) return undefined;
  const place = Number(written.trim().replace(/px$/, ''));
  if (written.trim() !== '' && Number.isFinite(place)) return place;
  throw new PictureFault(
    say`has a place of words that is no single number (line ${line})`,
    'give x and y one number each, or turn the words into outlines',
  );
}
