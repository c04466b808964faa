// Turn settings of the same blocks into what to look at first: the loosest lines of ours, each beside the loosest that a peer needs in that block.
import { language } from '../../../src/language/languages.ts';
import { mean } from './line-marks.ts';
import { spaces } from './measure-english.ts';
import { ideographGaps, mixedGaps } from './measure-japanese.ts';
import { em } from './measure-lines.ts';
import type { SetBlock, SetLine } from './set-lines.ts';

/** How many lines are told. */
const told = 5;
/** Characters shown of a line's start and end. */
const shown = { cjk: [14, 10], latin: [26, 20] } as const;

/** Mean gap of a line in em: between words in English, between characters in Japanese; undefined where it need not be filled. */
function looseness(line: SetLine): number | undefined {
  const gaps = line.block.lang === 'en' ? spaces(line) : ideographGaps(line);
  return line.open || gaps.length === 0 ? undefined : mean(gaps.map((gap) => gap.em));
}

/** The largest looseness of lines; in Japanese with the widest gap between the scripts, which may have given way instead. */
function loosest(lines: readonly SetLine[]): string {
  const full = lines.filter(({ open }) => !open);
  const most = (values: readonly (number | undefined)[]): string => em(Math.max(...values.filter((value) => value !== undefined)));
  const own = most(full.map(looseness));
  return full[0]?.block.lang === 'ja' ? `${own}|${most(full.flatMap((line) => mixedGaps(line).map((gap) => gap.em)))}` : own;
}

export function worstLines([ours, ...peers]: readonly { readonly name: string; readonly set: readonly SetBlock[] }[]): string {
  const lines = (ours?.set ?? []).flatMap(({ lines }, block) =>
    lines.flatMap((line) => {
      const value = looseness(line);
      return value === undefined ? [] : [{ line, block, value }];
    }),
  );
  const worst = lines.toSorted((a, b) => b.value - a.value).slice(0, told);
  return worst
    .map(({ line, block }) => {
      const others = peers.map(({ name, set }) => `${name} ${loosest(set[block]?.lines ?? [])}`);
      return `  page ${line.page + 1} at ${line.y.toFixed(0)}: ${loosest([line])}  ${excerpt(line)}${others.length > 0 ? `\n    there: ${others.join(', ')}` : ''}`;
    })
    .join('\n');
}

function excerpt({ letters, block }: SetLine): string {
  const text = letters
    .map(({ before, text }) => before + text)
    .join('')
    .trim();
  const [start, end] = shown[language(block.lang).tradition];
  return text.length > start + end ? `${text.slice(0, start).trim()} … ${text.slice(-end).trim()}` : text;
}
