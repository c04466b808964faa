// Turn set blocks into pictures: the fullest page of ours left, a peer's setting of the same blocks right, block beside block at one scale.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { SetBlock, SetLine } from './set-lines.ts';

/** A setting of the blocks, in their order. */
export interface DrawnSetting {
  readonly name: string;
  readonly pdf: string;
  readonly set: readonly SetBlock[];
}

const dpi = 150;
/** White around a block and between blocks, in points. */
const margin = 8;

/** One picture a peer; gives the names of the files. `stem` is their path up to the peer's name. */
export function drawBlocks(settings: readonly DrawnSetting[], stem: string): readonly string[] {
  const [ours, ...peers] = settings;
  if (!ours) return [];
  const page = fullestPage(ours.set.flatMap(({ lines }) => lines));
  return peers.map((peer) => {
    const images = new Map<string, PNG>();
    const rows = ours.set.flatMap(({ lines }, index) => {
      const theirs = peer.set[index]?.lines ?? [];
      if (theirs.length === 0 || lines.length === 0 || lines.some((line) => line.page !== page)) return [];
      return [[cut(ours.pdf, lines, images), cut(peer.pdf, theirs, images)] as const];
    });
    const file = `${stem}ours-${peer.name.toLowerCase().replaceAll(' ', '-')}.png`;
    writeFileSync(file, PNG.sync.write(beside(rows)));
    return file;
  });
}

/** The page that most lines stand on. */
function fullestPage(lines: readonly SetLine[]): number {
  const counts = new Map<number, number>();
  for (const { page } of lines) counts.set(page, (counts.get(page) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0] as const)[0];
}

/** The part of a page that the lines of a block stand on, of the page where they start. */
function cut(pdf: string, lines: readonly SetLine[], images: Map<string, PNG>): PNG {
  const [first] = lines;
  if (!first) throw new Error('a block without lines');
  const { block, page } = first;
  const key = `${pdf} ${page}`;
  const image = images.get(key) ?? rendered(pdf, page);
  images.set(key, image);
  const [left, right] = [pixels(block.left - margin), pixels(block.left + block.measure + margin)];
  const last = lines.findLast((line) => line.page === page) ?? first;
  const [top, bottom] = [pixels(first.y - block.size), pixels(last.y + 0.4 * block.size)];
  const piece = blank(right - left, bottom - top);
  PNG.bitblt(image, piece, left, top, Math.min(piece.width, image.width - left), Math.min(piece.height, image.height - top), 0, 0);
  return piece;
}

function rendered(pdf: string, page: number): PNG {
  const file = `${pdf}.${page + 1}.png`;
  const { status, stderr } = spawnSync('mutool', ['draw', '-q', '-r', String(dpi), '-o', file, pdf, String(page + 1)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`mutool cannot draw ${pdf}: ${stderr}`);
  const image = PNG.sync.read(readFileSync(file));
  rmSync(file);
  return image;
}

function beside(rows: readonly (readonly [PNG, PNG])[]): PNG {
  const widths = [0, 1].map((side) => Math.max(1, ...rows.map((row) => row[side as 0 | 1].width)));
  const heights = rows.map(([a, b]) => Math.max(a.height, b.height) + pixels(margin));
  const sheet = blank((widths[0] ?? 1) + (widths[1] ?? 1), heights.reduce((sum, height) => sum + height, 0) || 1);
  let y = 0;
  for (const [index, [a, b]] of rows.entries()) {
    PNG.bitblt(a, sheet, 0, 0, a.width, a.height, 0, y);
    PNG.bitblt(b, sheet, 0, 0, b.width, b.height, widths[0] ?? 0, y);
    y += heights[index] ?? 0;
  }
  return sheet;
}

const pixels = (points: number): number => Math.round((points * dpi) / 72);

function blank(width: number, height: number): PNG {
  const image = new PNG({ width, height });
  image.data.fill(255);
  return image;
}
