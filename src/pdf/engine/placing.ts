// Turn units of an open page into points from its top left corner, whatever its box and rotation.
import { type PdfEngine, withMemory } from './pdf-engine.ts';

export type Point = readonly [x: number, y: number];

/** Three points of it tell. `height` of the page in points. */
export function placing(engine: PdfEngine, page: number, height: number): (x: number, y: number) => Point {
  const width = engine._FPDF_GetPageWidthF(page);
  // Device units are whole numbers: a thousand of them a point are finer than any character box.
  const fine = Math.min(1000, 2 ** 30 / Math.max(width, height, 1));
  const span = 100;
  const [origin, right, up] = withMemory(engine, 8, (device) => {
    const point = (x: number, y: number): Point => {
      engine._FPDF_PageToDevice(page, 0, 0, Math.round(width * fine), Math.round(height * fine), 0, x, y, device, device + 4);
      return [(engine.HEAP32[device / 4] ?? 0) / fine, (engine.HEAP32[device / 4 + 1] ?? 0) / fine];
    };
    return [point(0, 0), point(span, 0), point(0, span)] as const;
  });
  const slope = (to: Point, axis: 0 | 1) => (to[axis] - origin[axis]) / span;
  return (x, y) => [origin[0] + x * slope(right, 0) + y * slope(up, 0), origin[1] + x * slope(right, 1) + y * slope(up, 1)];
}
