// Turn a figure that two languages print beside opposite words of direction, rose and 減少, into findings.
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { matchesIn } from '../../model/matches.ts';
import { quoted } from '../../model/printable.ts';
import { say } from '../../model/say.ts';
import type { Stretch } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';
import type { TypedText } from '../typed-text.ts';
import type { TextGroup } from './pair-texts.ts';
import type { PrintedItem } from './printed-items.ts';

type Way = 'up' | 'down';

/** A word of direction right beside a figure. */
interface Beside extends Stretch {
  readonly way: Way;
  readonly item: PrintedItem;
  readonly text: TypedText;
}

/** The first of each figure that both print. */
export function oppositeDirections(groups: readonly TextGroup[], printed: Printed): readonly FindingDetails[] {
  return groups.flatMap(({ here, there }) => {
    const others = new Map<string, Beside>();
    for (const beside of there.flatMap(({ text, items }) => wordsBeside(text, items))) {
      if (!others.has(beside.item.key)) others.set(beside.item.key, beside);
    }
    if (others.size === 0) return [];
    const told = new Set<string>();
    return here.flatMap(({ text, items }) =>
      wordsBeside(text, items).flatMap((one) => {
        const other = others.get(one.item.key);
        if (!other || told.has(one.item.key)) return [];
        told.add(one.item.key);
        return other.way === one.way ? [] : [opposite(one, other, printed)];
      }),
    );
  });
}

/** Of amounts: what a helper wrote of a change has its own direction. */
function wordsBeside(text: TypedText, items: readonly PrintedItem[]): readonly Beside[] {
  return items.flatMap((item): readonly Beside[] => {
    if (!item.kind.startsWith('amount')) return [];
    const word = wordBeside(text, item);
    return word ? [{ ...word, item, text }] : [];
  });
}

/** Characters in which a word stands that is right beside a figure. */
const reach = 28;

function wordBeside(text: TypedText, item: PrintedItem): (Stretch & { readonly way: Way }) | undefined {
  const { before, after } = language(text.lang).words.besideFigure;
  const bound = boundBeside(text, item);
  if (bound) return bound;
  if (after) {
    const word = found(text, item.end, item.end + reach)[0];
    if (word && after.test(text.typed.slice(item.end, word.start))) return word;
  }
  if (before) {
    const word = found(text, Math.max(0, item.start - reach), item.start).at(-1);
    if (word && before.test(text.typed.slice(word.end, item.start))) return word;
  }
  return undefined;
}

/** Where it differs between the two, a word that speaks of both is none. */
function found({ typed, lang }: TypedText, from: number, to: number): readonly (Stretch & { readonly way: Way })[] {
  const part = typed.slice(from, to);
  const { directions } = language(lang).words;
  return (['up', 'down'] as const)
    .flatMap((way) =>
      matchesIn(part, directions[way]).map(({ index, 0: word }) => ({ way, start: from + index, end: from + index + word.length })),
    )
    .sort((a, b) => a.start - b.start);
}

/** A word that a helper wrote beside the figure. */
function boundBeside({ runs, typed, lang }: TypedText, { start, end }: PrintedItem): (Stretch & { readonly way: Way }) | undefined {
  const { before, after } = language(lang).words.besideFigure;
  for (const run of runs) {
    const { bound } = run.inline;
    if (bound?.by !== 'direction' || (bound.movement !== 'up' && bound.movement !== 'down')) continue;
    const follows = after !== undefined && run.start >= end && run.start - end < reach && after.test(typed.slice(end, run.start));
    const leads = before !== undefined && run.end <= start && start - run.end < reach && before.test(typed.slice(run.end, start));
    if (follows || leads) return { way: bound.movement, start: run.start, end: run.end };
  }
  return undefined;
}

function opposite(one: Beside, other: Beside, { locate }: Printed): FindingDetails {
  const name = ({ text }: Beside): string => language(text.lang).name;
  const words = ({ text, start, end }: Beside): string => quoted(text.text.slice(start, end));
  const place = ({ text, start, end, item }: Beside) => locate(text, start, end - start) ?? item.at;
  return {
    message: say`${words(one)} stands beside ${one.item.fact} in ${name(one)} (${one.item.text}), and ${words(other)} in ${name(other)} (${other.item.text}): one of them says the wrong direction`,
    at: place(one),
    related: [{ at: place(other), message: say`the ${name(other)} says ${words(other)}` }],
    hints: ['let both follow the same figures: use the helpers change and direction'],
  };
}
