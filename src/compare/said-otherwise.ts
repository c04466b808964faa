// Turn what two files say of their words to readers (ActualText), where it is not what they draw, into changes and remarks.
import type { Box, PageTextChange } from '../model/difference.ts';
import type { SaidOtherwise } from '../pdf/engine/pdf-page.ts';
import type { PageMatch } from './align-pages.ts';
import { describeEdits, shortened } from './compare-texts.ts';
import type { Draft } from './draft.ts';
import { gathered } from './draft.ts';
import type { Version } from './version.ts';

/** What is told of words that a file draws and says otherwise. */
export interface SaidWords {
  readonly changes: readonly Draft<PageTextChange>[];
  readonly remarks: readonly string[];
}

/** Places of one file that a remark tells; the others are counted. */
const mostTold = 3;

export function compareSaid(old: Version, now: Version, matches: readonly PageMatch[]): SaidWords {
  const changes = matches.flatMap(({ old: i, new: j }): readonly Draft<PageTextChange>[] => {
    const [before, after] = [saidOn(old, i), saidOn(now, j)];
    if (i === undefined || j === undefined || !old.pages[i] || !now.pages[j]) return [];
    const name = ({ drawn, said }: SaidOtherwise) => `${drawn}\n${said}`;
    const gone = without(before, after, name);
    const come = without(after, before, name);
    // What is said of words that are drawn otherwise is told with these.
    const edits = come.flatMap((is) => {
      const was = gone.find(({ drawn }) => drawn === is.drawn);
      const draws = was ?? (wordsOf(old, i).includes(is.drawn) ? { said: is.drawn } : undefined);
      return draws ? [{ before: draws.said, after: is.said, oldStart: 0, newStart: 0 }] : [];
    });
    const lost = gone
      .filter(({ drawn }) => !come.some((is) => is.drawn === drawn) && wordsOf(now, j).includes(drawn))
      .map(({ drawn, said }) => ({ before: said, after: drawn, oldStart: 0, newStart: 0 }));
    const all = [...edits, ...lost];
    if (all.length === 0) return [];
    const summary = `page ${j + 1}: what the file says in place of the words that it draws (ActualText): ${describeEdits(all)}`;
    return [{ class: 'text', kind: 'page-text', edits: all, summary, old: boxes(i, gone), new: boxes(j, come) }];
  });
  return { changes, remarks: [old, now].flatMap(remarksOf) };
}

const saidOn = ({ pages }: Version, index: number | undefined): readonly SaidOtherwise[] => pages[index ?? -1]?.said ?? [];

const wordsOf = ({ pages }: Version, index: number): string => pages[index]?.words.map(({ text }) => text).join(' ') ?? '';

/** Those of one list that the other has not, each as often as it is missing. */
function without<T>(list: readonly T[], other: readonly T[], name: (item: T) => string): readonly T[] {
  const counts = new Map<string, number>();
  for (const item of other) counts.set(name(item), (counts.get(name(item)) ?? 0) + 1);
  return list.filter((item) => {
    const left = counts.get(name(item)) ?? 0;
    counts.set(name(item), left - 1);
    return left <= 0;
  });
}

const boxes = (page: number, said: readonly SaidOtherwise[]): readonly Box[] =>
  gathered(said.map(({ x, y, width, height }) => ({ page: page + 1, x, y, width, height })));

function remarksOf({ name, pages }: Version): readonly string[] {
  const all = pages.flatMap((page, index) => (page?.said ?? []).map((each) => ({ ...each, page: index + 1 })));
  if (all.length === 0) return [];
  const told = all
    .slice(0, mostTold)
    .map(({ drawn, said, page }) => `'${shortened(drawn)}' on page ${page} is drawn where the file says '${shortened(said)}' (ActualText)`);
  const more = all.length > mostTold ? ` and ${all.length - mostTold} more` : '';
  const which = all.every(({ isSaid }) => isSaid)
    ? 'what it says'
    : all.some(({ isSaid }) => isSaid)
      ? 'what each page can be read by'
      : 'what is drawn';
  return [`${name}: ${told.join(', ')}${more}: ${which} is compared`];
}
