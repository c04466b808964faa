// Turn what was read of an SVG into another whose words are outlines: browsers have none of the faces of the release.

import type { Step } from './path-data.ts';
import type { Ink } from './svg-ink.ts';

/** A path in the space of the picture; lengths of its ink are drawn `scale` times as long. */
export interface Shape {
  readonly steps: readonly Step[];
  readonly ink: Ink;
  readonly scale: number;
}

const commands: Readonly<Record<Step['op'], string>> = { m: 'M', l: 'L', c: 'C', h: 'Z' };
/** Lengths of an ink, by the name of the property. */
const lengths: ReadonlySet<string> = new Set(['stroke-width', 'stroke-dasharray', 'stroke-dashoffset']);
const painted = /^(?:fill|stroke)/;

export function outlinedSvg(shapes: readonly Shape[], width: number, height: number): string {
  const paths = shapes.map(({ steps, ink, scale }) => {
    const data = steps.map(({ op, points }) => commands[op] + points.join(' ')).join('');
    const own = [...ink].filter(([name]) => painted.test(name)).map(([name, value]) => ` ${name}="${escaped(scaled(name, value, scale))}"`);
    return `<path d="${data}"${own.join('')}/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${paths.join('')}</svg>`;
}

const scaled = (name: string, value: string, scale: number): string =>
  lengths.has(name)
    ? value.replace(/[\d.]+/g, (length) => String(Math.round(Number(length) * scale * 1000) / 1000)).replaceAll('px', '')
    : value;

const escaped = (value: string): string =>
  value.replace(/[&<"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '"': '&quot;' })[character]!);
