// Turn figures that the two languages print differently into findings, and what only one of them prints into notes.

import { overlap, type PrintedRange, rangeAt, rangeOf } from '../figures/printed-range.ts';
import { directionWords } from '../language/direction-words.ts';
import type { FindingDetails } from '../model/diagnostic.ts';
import { Exact } from '../model/exact.ts';
import { type Lang, languages } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import { scales } from '../model/unit.ts';
import { statedFact } from './literals.ts';
import type { DocumentCheck, Printed } from './printed.ts';

/** One printing of a fact, a date or a period. */
interface Printing {
  readonly lang: Lang;
  /** What is printed, the same in both languages. */
  readonly key: string;
  /** The fact, or the date or period as data has it. */
  readonly subject: string;
  /** What of it: its amount, its change from another period. */
  readonly aspect: string;
  readonly text: string;
  readonly range?: PrintedRange;
  readonly at?: Span;
}

export const languagesAgree: DocumentCheck = { code: 'check/languages', severity: 'error', run: (printed) => compareLanguages(printed) };

function compareLanguages(printed: Printed): readonly FindingDetails[] {
  // A release in one language has nothing to agree with.
  if (languages.some((lang) => !printed.document.parts.some((part) => part.lang === lang))) return [];
  const all = [...figures(printed), ...statedWords(printed), ...datesAndPeriods(printed)];
  const byKey = new Map<string, Record<Lang, Printing[]>>();
  for (const printing of all) {
    const both = byKey.get(printing.key) ?? { ja: [], en: [] };
    both[printing.lang].push(printing);
    byKey.set(printing.key, both);
  }
  const groups = [...byKey.values()];
  return [...groups.flatMap((both) => disagreement(both)), ...groups.flatMap((both) => oppositeWords(both)), ...oneSided(groups)];
}

function figures({ document, financials, release }: Printed): Printing[] {
  return document.figures.map((figure) => {
    const { lang, fact: key, measure, against, text, at } = figure;
    const fact = financials.facts.get(key);
    const aspect = against === undefined ? measure : `${measure} ${measure === 'percent-of' ? 'of' : 'from'} ${against}`;
    const range = fact ? { range: rangeOf(figure, fact, release.issuer.regime) } : {};
    return { lang, key: `${key} ${aspect}`, subject: key, aspect, text, ...range, at };
  });
}

/** Literals that state a fact in words: `second highest`. */
function statedWords({ texts, release, financials, locate, literalsIn }: Printed): Printing[] {
  return texts.flatMap((text) =>
    literalsIn(text).flatMap(({ literal, start, end }) => {
      const fact = literal.says && statedFact(literal.says, financials.facts);
      const concept = fact && release.concepts.get(fact.concept);
      if (!literal.says || !fact || !concept) return [];
      const scale = concept.unit === 'ratio' ? Exact.of(1, 100) : Exact.of(10n ** BigInt(scales[concept.scale]));
      const decimals = /\.(\d+)/.exec(literal.says.text)?.[1]?.length ?? 0;
      const range = rangeAt(literal.says.value.mul(scale), scale, decimals, false);
      const at = locate(text, start, end - start);
      return [
        {
          lang: text.lang,
          key: `${fact.key} amount`,
          subject: fact.key,
          aspect: 'amount',
          text: literal.text,
          range,
          ...(at ? { at } : {}),
        },
      ];
    }),
  );
}

function datesAndPeriods({ texts }: Printed): Printing[] {
  return texts.flatMap(({ lang, runs }) =>
    runs.flatMap(({ inline: { bound, text, at } }) => {
      if (bound?.by !== 'date' && bound?.by !== 'period') return [];
      const subject = bound.by === 'date' ? bound.iso : bound.period;
      return [{ lang, key: `${bound.by} ${subject}`, subject, aspect: bound.by, text, at }];
    }),
  );
}

/** A printing whose fact the other language prints too, and never so that both can stand for one value. */
function disagreement({ ja, en }: Record<Lang, Printing[]>): FindingDetails[] {
  const alone = (one: Printing, others: readonly Printing[]) =>
    others.length > 0 && one.range !== undefined && !others.some(({ range }) => !range || !one.range || overlap(one.range, range));
  const lonely = ja.find((each) => alone(each, en));
  const one = lonely ?? (en.some((each) => alone(each, ja)) ? ja[0] : undefined);
  const other = lonely ? en[0] : en.find((each) => alone(each, ja));
  if (!one || !other) return [];
  return [
    {
      message: `${one.subject} (${one.aspect}) prints ${one.text} in Japanese and ${other.text} in English, which no rounding explains`,
      ...(one.at ? { at: one.at } : {}),
      ...(other.at ? { related: [{ at: other.at, message: `the English prints ${other.text}` }] } : {}),
      hints: ['look for an override, a literal or a stated fact that holds in one language only'],
    },
  ];
}

/** Words written with a change: 増 beside "a decrease". Words that say how good it was are held against their like only. */
function oppositeWords({ ja, en }: Record<Lang, Printing[]>): FindingDetails[] {
  for (const [one, opposite] of [
    ['up', 'down'],
    ['down', 'up'],
    ['better', 'worse'],
    ['worse', 'better'],
  ] as const) {
    const first = ja.find((each) => says(each, one));
    const second = en.find((each) => says(each, opposite));
    if (!first || !second) continue;
    return [
      {
        message: `${first.subject} (${first.aspect}) prints ${first.text} in Japanese and ${second.text} in English: one of them says the wrong direction`,
        ...(first.at ? { at: first.at } : {}),
        ...(second.at ? { related: [{ at: second.at, message: `the English prints ${second.text}` }] } : {}),
        hints: ['let both follow the same figures: use the helpers change and direction'],
      },
    ];
  }
  return [];
}

function says({ lang, text, aspect }: Printing, word: 'up' | 'down' | 'better' | 'worse'): boolean {
  // A pattern that searches globally remembers where it stopped: match anew.
  return aspect.startsWith('change') && text.search(directionWords[lang][word]) >= 0;
}

/** One note for each subject that one language alone prints in some aspect. */
function oneSided(groups: readonly Record<Lang, Printing[]>[]): FindingDetails[] {
  const alone = new Map<string, Printing[]>();
  for (const { ja, en } of groups) {
    const [first] = ja.length === 0 ? en : en.length === 0 ? ja : [];
    if (!first) continue;
    const key = `${first.lang} ${first.subject}`;
    alone.set(key, [...(alone.get(key) ?? []), first]);
  }
  return [...alone.values()].map((printings) => {
    const [first] = printings as [Printing, ...Printing[]];
    const shown = printings.map(({ aspect, text }) => (aspect === 'amount' ? text : `${aspect}: ${text}`)).join('; ');
    return {
      severity: 'note',
      message: `only the ${first.lang === 'ja' ? 'Japanese' : 'English'} prints ${first.subject}: ${shown}`,
      ...(first.at ? { at: first.at } : {}),
    };
  });
}
