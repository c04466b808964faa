// Turn an open page into the paths that are drawn on it, each with its place, weight and colours, and into whether anything on it has a colour.
import { type PdfEngine, withMemory } from './pdf-engine.ts';
import { placing } from './placing.ts';
import { fillOf, strokeOf } from './text-inks.ts';

/** A path as it is drawn: points from the top left corner, of its middle line where it is stroked. */
export interface PageShape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of its line in points; of a filled rule its thickness; undefined for a surface. */
  readonly weight?: number;
  /** 0xRRGGBB, -1 for a pattern; undefined where it is not filled, or not stroked. */
  readonly fill?: number;
  readonly stroke?: number;
}

/** What is drawn on a page, as objects tell. */
export interface Drawn {
  readonly shapes: readonly PageShape[];
  /** Something may be of a colour that is no grey. */
  readonly coloured: boolean;
}

/** Objects of a page that are looked at, shapes that are kept, and forms in forms. */
const most = { objects: 100_000, shapes: 5_000, depth: 8 } as const;
/** FPDF_PAGEOBJ_…. */
const kinds = { text: 1, path: 2, image: 3, shading: 4, form: 5 } as const;
/** Points up to which a filled rectangle is a rule. */
const thickest = 4;

/** `[a b c d e f]`: x' = a·x + c·y + e. */
type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** `height` of the page in points. Pages with more shapes than are kept tell none: they are drawings, and seen as such. */
export function pageShapes(engine: PdfEngine, page: number, height: number): Drawn {
  const place = placing(engine, page, height);
  const shapes: PageShape[] = [];
  let [looked, coloured] = [0, false];
  const note = (colour: number | undefined): void => {
    if (colour !== undefined && !isGrey(colour)) coloured = true;
  };
  const visit = (count: number, objectAt: (index: number) => number, outer: Matrix, depth: number): void => {
    for (let index = 0; index < count && looked < most.objects; index++) {
      looked++;
      const object = objectAt(index);
      const kind = engine._FPDFPageObj_GetType(object);
      if (kind === kinds.text) note(fillOf(engine, object));
      else if (kind === kinds.image || kind === kinds.shading) coloured = true;
      else if (kind === kinds.path && shapes.length <= most.shapes) {
        const shape = shapeOf(engine, object, outer, place);
        if (!shape) continue;
        note(shape.fill);
        note(shape.stroke);
        shapes.push(shape);
      } else if (kind === kinds.form && depth < most.depth)
        visit(
          engine._FPDFFormObj_CountObjects(object),
          (inner) => engine._FPDFFormObj_GetObject(object, inner),
          within(matrixOf(engine, object), outer),
          depth + 1,
        );
    }
  };
  visit(engine._FPDFPage_CountObjects(page), (index) => engine._FPDFPage_GetObject(page, index), identity, 0);
  return { shapes: shapes.length > most.shapes ? [] : shapes, coloured };
}

const isGrey = (colour: number): boolean => colour >= 0 && colour >> 16 === ((colour >> 8) & 255) && colour >> 16 === (colour & 255);

function shapeOf(
  engine: PdfEngine,
  path: number,
  outer: Matrix,
  place: (x: number, y: number) => readonly [number, number],
): PageShape | undefined {
  const [isFilled, isStroked] = withMemory(engine, 8, (at) => {
    engine._FPDFPath_GetDrawMode(path, at, at + 4);
    return [engine.HEAP32[at / 4] !== 0, engine.HEAP32[at / 4 + 1] !== 0] as const;
  });
  if (!isFilled && !isStroked) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = floats(engine, 4, (at) =>
    engine._FPDFPageObj_GetBounds(path, at, at + 4, at + 8, at + 12),
  );
  const corners = [at(outer, left, bottom), at(outer, right, top), at(outer, left, top), at(outer, right, bottom)].map(([x, y]) =>
    place(x, y),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const box = {
    x: Math.min(...xs),
    y: Math.min(...ys),
    width: Math.max(...xs) - Math.min(...xs),
    height: Math.max(...ys) - Math.min(...ys),
  };
  const fill = isFilled ? fillOf(engine, path) : undefined;
  if (!isStroked) {
    const thickness = Math.min(box.width, box.height);
    return { ...box, ...(thickness <= thickest ? { weight: thickness } : {}), ...(fill === undefined ? {} : { fill }) };
  }
  const [own = 0] = floats(engine, 1, (each) => engine._FPDFPageObj_GetStrokeWidth(path, each));
  const weight = own * scaleOf(matrixOf(engine, path)) * scaleOf(outer);
  const inset = Math.min(weight / 2, box.width / 2, box.height / 2);
  return {
    x: box.x + inset,
    y: box.y + inset,
    width: box.width - 2 * inset,
    height: box.height - 2 * inset,
    weight,
    ...(fill === undefined ? {} : { fill }),
    stroke: strokeOf(engine, path),
  };
}

function floats(engine: PdfEngine, count: number, ask: (at: number) => number): readonly number[] {
  return withMemory(engine, count * 4, (at) => {
    ask(at);
    return [...new Float32Array(engine.HEAPU8.buffer, at, count)];
  });
}

function matrixOf(engine: PdfEngine, object: number): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = floats(engine, 6, (at) => engine._FPDFPageObj_GetMatrix(object, at));
  return [a, b, c, d, e, f];
}

/** First the inner, then the outer. */
function within([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix {
  return [a * a2 + b * c2, a * b2 + b * d2, c * a2 + d * c2, c * b2 + d * d2, e * a2 + f * c2 + e2, e * b2 + f * d2 + f2];
}

const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f];

const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));
