// Turn the sizes and boxes of pages that stand for each other into changes, each told once for all pages that have it.
import type { Box, FileChange } from '../../model/difference.ts';
import type { DocumentParts } from '../../pdf/parts/document-parts.ts';
import type { Draft } from '../draft.ts';
import type { PagesOfBoth } from './pages-of-both.ts';

/** One change on so many pages. */
interface Found {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly pages: (readonly [old: number, now: number])[];
}

export function comparePageBoxes(old: DocumentParts, now: DocumentParts, { pairs }: PagesOfBoth): readonly Draft<FileChange>[] {
  const found = new Map<string, Found>();
  for (const [i, j] of pairs) {
    const [before, after] = [old.pages[i - 1]?.boxes, now.pages[j - 1]?.boxes];
    if (!before || !after) continue;
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(name), after.get(name)];
      if (was === is) continue;
      const key = [name, was, is].join('\n');
      const known = found.get(key) ?? { name, before: was, after: is, pages: [] };
      known.pages.push([i, j]);
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ name, before, after, pages }) => ({
    class: 'file',
    kind: 'page-box',
    summary: `${pageList(pages.map(([, page]) => page))}: ${name} ${before ?? 'none of its own'} becomes ${after ?? 'none of its own'}`,
    old: pages.map(([page]) => whole(page)),
    new: pages.map(([, page]) => whole(page)),
  }));
}

const whole = (page: number): Box => ({ page, x: 0, y: 0, width: 0, height: 0 });

/** `page 3`, `pages 1–12, 14`: pages rise. */
export function pageList(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page <= last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  const words = runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
  return `${pages.length === 1 ? 'page' : 'pages'} ${words}`;
}
