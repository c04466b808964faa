// Turn pairs of pages of which one or both are pictures without text into what is said of them: their words cannot be compared.
import type { Box, UnexplainedChange } from '../model/difference.ts';
import type { PdfPage } from '../pdf/engine/pdf-page.ts';
import type { PageMatch } from './align-pages.ts';
import type { Draft } from './draft.ts';
import { isPicture } from './textless-pages.ts';
import { describePages } from './whole-text/word-pairs.ts';

type Pages = readonly (PdfPage | undefined)[];

/** What is said of pages without text, and the pages of both whose words stand for nothing in the other file. */
export interface PicturedPages {
  readonly changes: readonly Draft<UnexplainedChange>[];
  readonly remarks: readonly string[];
  readonly old: Pages;
  readonly new: Pages;
}

export function picturedPages(matches: readonly PageMatch[], old: Pages, now: Pages): PicturedPages {
  const [lost, gained, neither]: [Pair[], Pair[], Pair[]] = [[], [], []];
  for (const { old: i, new: j } of matches) {
    if (i === undefined || j === undefined) continue;
    const [was, is] = [isPicture(old[i]), isPicture(now[j])];
    if (was && is) neither.push([i, j]);
    else if (is) lost.push([i, j]);
    else if (was) gained.push([i, j]);
  }
  const without = (pages: Pages, indexes: readonly number[]): Pages => {
    const left = new Set(indexes);
    return pages.map((page, index) => (page && left.has(index) ? { width: page.width, height: page.height, words: [] } : page));
  };
  const pages = describePages(neither.map(([, j]) => j + 1));
  return {
    changes: [...changeOf(lost, 1, 'new'), ...changeOf(gained, 0, 'old')],
    remarks: neither.length === 0 ? [] : [`${pages}: no text in either file, only a picture: compared by the picture alone`],
    old: without(
      old,
      lost.map(([i]) => i),
    ),
    new: without(
      now,
      gained.map(([, j]) => j),
    ),
  };
}

type Pair = readonly [old: number, now: number];

/** One change for all of them; none without any. */
function changeOf(pairs: readonly Pair[], side: 0 | 1, version: 'old' | 'new'): readonly Draft<UnexplainedChange>[] {
  if (pairs.length === 0) return [];
  const pages = describePages(pairs.map((pair) => pair[side] + 1));
  const holds = pairs.length === 1 ? 'holds' : 'hold';
  return [
    {
      class: 'unexplained',
      kind: 'reading',
      summary: `${pages} of the ${version} version ${holds} no text, only a picture, as a scan does: neither words nor marks can be compared`,
      old: pairs.map(([i]) => whole(i)),
      new: pairs.map(([, j]) => whole(j)),
    },
  ];
}

/** A page that is told of as a whole: its box has no size of its own. */
const whole = (page: number): Box => ({ page: page + 1, x: 0, y: 0, width: 0, height: 0 });
