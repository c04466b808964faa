// Turn a basic shape of SVG into the steps of its path.

import { say } from '../../model/say.ts';
import { pathSteps, type Step } from './path-data.ts';
import { PictureFault } from './picture-fault.ts';
import type { Tag } from './read-tags.ts';

/** None for a shape without a size (SVG 2, 10). */
export function shapeSteps(name: string, { attributes, line }: Tag): readonly Step[] {
  const length = (key: string): number | undefined => {
    const written = attributes.get(key)?.trim();
    if (written === undefined) return undefined;
    const number = Number(written.replace(/px$/, ''));
    if (!Number.isFinite(number)) {
      throw new PictureFault(say`has a ${key} that is no number (line ${line})`, 'write lengths as numbers, in units of the view box');
    }
    return number;
  };
  const given = (key: string): number => length(key) ?? 0;
  switch (name) {
    case 'rect': {
      const [x, y, width, height] = [given('x'), given('y'), given('width'), given('height')];
      if (width <= 0 || height <= 0) return [];
      const rx = Math.min(length('rx') ?? given('ry'), width / 2);
      const ry = Math.min(length('ry') ?? given('rx'), height / 2);
      if (rx <= 0 || ry <= 0) return pathSteps(`M${x} ${y}h${width}v${height}h${-width}z`, line);
      const corner = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
      const [across, down] = [width - 2 * rx, height - 2 * ry];
      return pathSteps(
        `M${x + rx} ${y}h${across}${corner(rx, ry)}v${down}${corner(-rx, ry)}h${-across}${corner(-rx, -ry)}v${-down}${corner(rx, -ry)}z`,
        line,
      );
    }
    case 'circle':
    case 'ellipse': {
      const [rx, ry] = name === 'circle' ? [given('r'), given('r')] : [given('rx'), given('ry')];
      if (rx <= 0 || ry <= 0) return [];
      const half = (by: number): string => `a${rx} ${ry} 0 0 1 ${by} 0`;
      return pathSteps(`M${given('cx') - rx} ${given('cy')}${half(2 * rx)}${half(-2 * rx)}z`, line);
    }
    case 'line':
      return pathSteps(`M${given('x1')} ${given('y1')}L${given('x2')} ${given('y2')}`, line);
    default: {
      const points = attributes.get('points')?.trim() ?? '';
      return points === '' ? [] : pathSteps(`M${points}${name === 'polygon' ? 'z' : ''}`, line);
    }
  }
}
