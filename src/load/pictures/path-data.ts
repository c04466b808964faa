// Turn the data of an SVG path into moves, lines and curves in absolute places.
import { say } from '../../model/say.ts';
import { PictureFault } from './picture-fault.ts';

/** A step of a path: its operator in PDF, and x and y of its points. */
export interface Step {
  readonly op: 'm' | 'l' | 'c' | 'h';
  readonly points: readonly number[];
}

/** Numbers that each command takes (SVG 2, 9.3). */
const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const numberAt = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?)/y;
const flagAt = /[\s,]*([01])/y;
const commandAt = /[\s,]*([MLHVCSQTAZmlhvcsqtaz])/y;
const restAt = /[\s,]*$/y;

export function pathSteps(data: string, line: number): readonly Step[] {
  const steps: Step[] = [];
  const fault = () =>
    new PictureFault(say`has a path that cannot be read (line ${line})`, 'export it again as plain SVG from the program that drew it');
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** The last control point, and the kind of curve that it was of. */
  let [controlX, controlY, curve] = [0, 0, ''];
  let command = '';
  let at = 0;
  const ended = (): boolean => {
    restAt.lastIndex = at;
    return restAt.test(data);
  };
  const read = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(data)?.[1];
    if (found !== undefined) at = pattern.lastIndex;
    return found;
  };
  while (!ended()) {
    const next = read(commandAt);
    if (next !== undefined) command = next;
    else if (command === '' || 'Zz'.includes(command)) throw fault();
    const upper = command.toUpperCase();
    const own: number[] = [];
    for (let index = 0; index < counts[upper]!; index++) {
      const found = read(upper === 'A' && (index === 3 || index === 4) ? flagAt : numberAt);
      if (found === undefined) throw fault();
      own.push(Number(found));
    }
    if (steps.length === 0 && upper !== 'M') throw fault();
    const relative = command !== upper;
    const [dx, dy] = relative ? [x, y] : [0, 0];
    const pairs = own.map((value, index) => value + (index % 2 === 0 ? dx : dy));
    const curveTo = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number): void => {
      steps.push({ op: 'c', points: [x1, y1, x2, y2, toX, toY] });
      [x, y] = [toX, toY];
    };
    switch (upper) {
      case 'M':
        [x, y] = [pairs[0]!, pairs[1]!];
        [startX, startY] = [x, y];
        steps.push({ op: 'm', points: [x, y] });
        // Further pairs are lines.
        command = relative ? 'l' : 'L';
        break;
      case 'L':
      case 'H':
      case 'V':
        if (upper !== 'V') x = pairs[0]!;
        if (upper === 'L') y = pairs[1]!;
        if (upper === 'V') y = own[0]! + dy;
        steps.push({ op: 'l', points: [x, y] });
        break;
      case 'C':
        [controlX, controlY] = [pairs[2]!, pairs[3]!];
        curveTo(pairs[0]!, pairs[1]!, controlX, controlY, pairs[4]!, pairs[5]!);
        break;
      case 'S': {
        const [fromX, fromY] = 'CS'.includes(curve || '-') ? [2 * x - controlX, 2 * y - controlY] : [x, y];
        [controlX, controlY] = [pairs[0]!, pairs[1]!];
        curveTo(fromX, fromY, controlX, controlY, pairs[2]!, pairs[3]!);
        break;
      }
      case 'Q':
      case 'T': {
        const reflected = 'QT'.includes(curve || '-') ? [2 * x - controlX, 2 * y - controlY] : [x, y];
        [controlX, controlY] = upper === 'Q' ? [pairs[0]!, pairs[1]!] : [reflected[0]!, reflected[1]!];
        const [toX, toY] = upper === 'Q' ? [pairs[2]!, pairs[3]!] : [pairs[0]!, pairs[1]!];
        curveTo(
          x + (2 / 3) * (controlX - x),
          y + (2 / 3) * (controlY - y),
          toX + (2 / 3) * (controlX - toX),
          toY + (2 / 3) * (controlY - toY),
          toX,
          toY,
        );
        break;
      }
      case 'A': {
        const [toX, toY] = [own[5]! + dx, own[6]! + dy];
        steps.push(...arcSteps(x, y, own, toX, toY));
        [x, y] = [toX, toY];
        break;
      }
      default:
        steps.push({ op: 'h', points: [] });
        [x, y] = [startX, startY];
    }
    curve = upper;
  }
  return steps;
}

/** An arc as curves of a quarter at most (SVG 2, appendix B.2.4). */
function arcSteps(
  x: number,
  y: number,
  [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0]: readonly number[],
  toX: number,
  toY: number,
): readonly Step[] {
  if (x === toX && y === toY) return [];
  if (rx === 0 || ry === 0) return [{ op: 'l', points: [toX, toY] }];
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const [halfX, halfY] = [(x - toX) / 2, (y - toY) / 2];
  const [ux, uy] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
  const grow = Math.max(1, Math.sqrt((ux / rx) ** 2 + (uy / ry) ** 2));
  const [a, b] = [Math.abs(rx) * grow, Math.abs(ry) * grow];
  const over = (a * uy) ** 2 + (b * ux) ** 2;
  const root = Math.sqrt(Math.max(0, ((a * b) ** 2 - over) / over)) * (large === sweep ? -1 : 1);
  const [cx, cy] = [(root * a * uy) / b, (-root * b * ux) / a];
  const [midX, midY] = [cos * cx - sin * cy + (x + toX) / 2, sin * cx + cos * cy + (y + toY) / 2];
  const from = Math.atan2((uy - cy) / b, (ux - cx) / a);
  let span = Math.atan2((-uy - cy) / b, (-ux - cx) / a) - from;
  if (sweep === 1 && span < 0) span += 2 * Math.PI;
  if (sweep === 0 && span > 0) span -= 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(span) / (Math.PI / 2) - 1e-9));
  const reach = (4 / 3) * Math.tan(span / parts / 4);
  const place = (u: number, v: number): readonly [number, number] => [midX + cos * a * u - sin * b * v, midY + sin * a * u + cos * b * v];
  return Array.from({ length: parts }, (_, part): Step => {
    const [t, s] = [from + (span * part) / parts, from + (span * (part + 1)) / parts];
    const first = place(Math.cos(t) - reach * Math.sin(t), Math.sin(t) + reach * Math.cos(t));
    const second = place(Math.cos(s) + reach * Math.sin(s), Math.sin(s) - reach * Math.cos(s));
    const end = part === parts - 1 ? [toX, toY] : place(Math.cos(s), Math.sin(s));
    return { op: 'c', points: [...first, ...second, ...end] };
  });
}
