// Turn an SVG file into paths: shapes, words, groups, transforms, fills and strokes; what a page cannot show the same is refused.
import type { Picture } from '../../model/picture.ts';
import { say } from '../../model/say.ts';
import { outlinedSvg, type Shape } from './outlined-svg.ts';
import { pathSteps } from './path-data.ts';
import { PictureFault, refuseSize } from './picture-fault.ts';
import { readTags, resolved, type Tag } from './read-tags.ts';
import { shapeSteps } from './shape-steps.ts';
import { type Ink, inherited, inkOperators, plainInk } from './svg-ink.ts';
import { refuseCut, SvgWords, type WordFaces } from './svg-words.ts';
import { type Matrix, moved, parseTransform, scaleOf, times } from './transform.ts';

/** Longer side of the space that operators are written in: three decimals of it are finer than any printer. */
const side = 1000;
const plain = 'draw it with paths, basic shapes, groups, plain fills and strokes; turn words into outlines';
/** What says something about the file and shows nothing. */
const unseen: ReadonlySet<string> = new Set(['title', 'desc', 'metadata', 'defs', 'sodipodi:namedview']);
const shapes: ReadonlySet<string> = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']);
/** Groups in each other at most. */
const deepest = 50;

/** What an element's children begin with. */
interface Around {
  readonly ink: Ink;
  readonly matrix: Matrix;
  /** It holds words, and ends them. */
  readonly words?: SvgWords;
}

/** `source` is another file that shows the same, where it holds words. */
export interface ReadSvg extends Pick<Picture, 'width' | 'height' | 'shown'> {
  readonly source?: string;
}

const noFaces: WordFaces = { metrics: new Map(), files: new Map() };

export function readSvg(file: Buffer, faces: WordFaces = noFaces): ReadSvg {
  const text = decoded(file);
  const open: Around[] = [];
  const shapesRead: Shape[] = [];
  let holdsWords = false;
  let box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | undefined;
  let ended = false;
  /** Elements that show nothing and are open. */
  let hidden = 0;
  const take = (tag: Tag): void => {
    const name = tag.name.replace(/^svg:/, '');
    if (hidden > 0 || unseen.has(name)) {
      // Rules for what is seen; what is only defined is refused where it is used.
      if (name === 'style' || name === 'script') throw refused(`<${name}>`, tag.line);
      hidden += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0;
      return;
    }
    if (tag.kind === 'close') {
      if (open.length === 0) throw new PictureFault(say`closes what it did not open (line ${tag.line})`, plain);
      const closed = open.pop();
      if (closed?.words && !open.at(-1)?.words) {
        const scale = side / Math.max(box!.width, box!.height);
        for (const run of closed.words.set()) {
          refuseCut(run, box!.width * scale, box!.height * scale);
          shapesRead.push({ ink: run.ink, steps: run.steps, scale: scaleOf(closed.matrix) });
        }
      }
      ended ||= open.length === 0;
      return;
    }
    if (!box) {
      if (name !== 'svg') throw new PictureFault('is no SVG', plain);
      box = boxOf(tag.attributes);
      const scale = side / Math.max(box.width, box.height);
      open.push({ ink: inherited(plainInk, tag), matrix: [scale, 0, 0, scale, -box.left * scale, -box.top * scale] });
      return;
    }
    const around = open.at(-1);
    if (ended || !around) throw new PictureFault(say`goes on behind its end (line ${tag.line})`, plain);
    const isWords = name === 'text' || (name === 'tspan' && around.words !== undefined);
    if (name !== 'g' && !isWords && !shapes.has(name)) throw refused(`<${name}>`, tag.line);
    if (around.words && name !== 'tspan') throw refused(say`<${name}> among words`, tag.line);
    for (const [key] of tag.attributes) {
      if (/^on/i.test(key) || key.endsWith('href') || ['clip-path', 'mask', 'filter'].includes(key)) throw refused(key, tag.line);
    }
    const transform = tag.attributes.get('transform');
    const own = {
      ink: inherited(around.ink, tag),
      matrix: transform === undefined ? around.matrix : times(around.matrix, parseTransform(transform, tag.line)),
    };
    const words = around.words ?? (isWords ? new SvgWords(own.matrix, faces) : undefined);
    if (words) {
      holdsWords = true;
      words.open(tag);
    } else if (name !== 'g') {
      const steps = name === 'path' ? pathSteps(tag.attributes.get('d') ?? '', tag.line) : shapeSteps(name, tag);
      const placed = steps.map(({ op, points }) => ({ op, points: moved(points, own.matrix) }));
      shapesRead.push({ steps: placed, ink: own.ink, scale: scaleOf(own.matrix) });
    }
    if (tag.kind === 'open') open.push(words ? { ...own, words } : own);
    if (open.length > deepest) throw new PictureFault(say`has more than ${deepest} elements in each other`, plain);
  };
  readTags(text, take, (written, line) => {
    const around = open.at(-1);
    if (hidden > 0) return;
    if (around?.words) around.words.add(resolved(written), around.ink, line);
    else if (written.trim() !== '') throw refused('text', line);
  });
  if (!box || open.length > 0) throw new PictureFault('ends in the middle', plain);
  const scale = side / Math.max(box.width, box.height);
  const [width, height] = [box.width * scale, box.height * scale];
  const shown = { kind: 'outlines', operators: shapesRead.flatMap(operatorsOf).join('\n'), width, height } as const;
  const source = holdsWords ? { source: outlinedSvg(shapesRead, width, height) } : {};
  return { width: box.width, height: box.height, shown, ...source };
}

function operatorsOf({ steps, ink: written, scale }: Shape): readonly string[] {
  const ink = inkOperators(written, scale);
  if (steps.length === 0 || !ink) return [];
  return [ink.set, ...steps.map(({ op, points }) => [...points, op].join(' ')), ink.paint];
}

function decoded(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw new PictureFault('is not in UTF-8', plain);
  }
}

const refused = (what: string, line: number): PictureFault => new PictureFault(say`has ${what}, which is not set (line ${line})`, plain);

function boxOf(attributes: ReadonlyMap<string, string>) {
  const [left = 0, top = 0, width = 0, height = 0] = (
    attributes.get('viewBox') ?? `0 0 ${lengthOf(attributes.get('width'))} ${lengthOf(attributes.get('height'))}`
  )
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (![left, top, width, height].every((value) => Number.isFinite(value)) || width <= 0 || height <= 0) {
    throw new PictureFault('has no size', 'give it a viewBox, or a width and a height in pixels');
  }
  refuseSize(Math.max(1, width), Math.max(1, height));
  return { left, top, width, height };
}

const lengthOf = (written: string | undefined): string => /^[\d.]+(?=(?:px)?$)/.exec(written?.trim() ?? '')?.[0] ?? '0';
