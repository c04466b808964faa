// Turn figures beside the name of another period than their own into findings.
import { periodOf, releasePeriod } from '../../figures/fact-key.ts';
import type { ComparisonBase } from '../../language/comparison-words.ts';
import { language } from '../../language/languages.ts';
import type { Figure } from '../../model/document.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { Printed, TextCheck } from '../check-shapes.ts';
import { blank, type TextRun, type TypedText } from '../typed-text.ts';
import { mayMean } from './comparison-bases.ts';
import { comparisonsIn } from './named-comparisons.ts';
import { toldText } from './told-sentence.ts';

export const periodsAgree: TextCheck = {
  code: 'check/period-word',
  severity: 'error',
  hint: 'name the same period in both calls, or another figure',
  each: (text, printed) => [...namedAfter(text, printed), ...namedInWords(text, printed), ...ownInWords(text, printed)],
};

/** `JPY43 million in 2Q01`, `a decrease of 1.4% compared to 2Q01`. */
function namedAfter(text: TypedText, printed: Printed): FindingDetails[] {
  const { periodAfter } = language(text.lang).words;
  if (!periodAfter) return [];
  return text.runs.flatMap((run, index) => {
    const named = namedPeriods(run, printed.release);
    const before = text.runs.slice(0, index).findLast(({ inline }) => inline.figure !== undefined || inline.bound !== undefined);
    if (!named || !before) return [];
    const between = text.text.slice(before.end, run.start);
    const own = periodsOf(before, printed);
    const [verb, meant] = periodAfter.ofItself.test(between)
      ? ['is of', own?.now]
      : periodAfter.comparedWith.test(between)
        ? ['compares with', own?.against]
        : ['', undefined];
    return meant === undefined || named.includes(meant)
      ? []
      : [disagreement(text, before, run.inline.text, say`${verb} ${meant}`, printed)];
  });
}

/** `前年同期比1.4%減`, `an increase of 1.4% compared to the previous quarter`: typed names of what a comparison is made with. */
function namedInWords(text: TypedText, printed: Printed): FindingDetails[] {
  const told = toldText(text, printed);
  if (!told) return [];
  const { periods } = printed.release;
  return told.sentences.flatMap((sentence) =>
    comparisonsIn(sentence, told).flatMap(({ run, period, against: base, name }) => {
      const [own, against] = [periods.get(period), periods.get(base)];
      if (!own || !against || mayMean(name.base, against, own)) return [];
      return [disagreement(text, run, name.name, say`compares with ${against.id}`, printed)];
    }),
  );
}

/** `前年同期は150億円`, `JPY15 billion in the same quarter of the previous year` beside an amount that is of no such period. */
function ownInWords(text: TypedText, printed: Printed): FindingDetails[] {
  const { ownPeriods = [] } = language(text.lang).words;
  const told = ownPeriods.length === 0 ? undefined : toldText(text, printed);
  if (!told) return [];
  const { periods, spec } = printed.release;
  const current = spec.periods.get('current')?.value ?? '';
  return told.sentences.flatMap((sentence) =>
    sentence.mentions.flatMap(({ fact, start, end }) => {
      const own = periods.get(fact.period);
      const run = text.runs.find((each) => each.start === start);
      const named =
        own && run && nameBeside(told.typed.slice(Math.max(sentence.start, start - around), start), told.typed.slice(end, end + around));
      if (!named) return [];
      // The name may be seen from the release, or from another amount of the sentence: a forecast, a quarter before.
      const seen = [current, ...sentence.mentions.map((each) => each.fact.period)];
      if (seen.some((id) => fits(id))) return [];
      return [disagreement(text, run, named.name, say`is of ${own.id}`, printed)];

      function fits(id: string): boolean {
        const now = periods.get(id);
        return now !== undefined && own !== undefined && named !== undefined && now.id !== own.id && mayMean(named.base, own, now);
      }
    }),
  );

  function nameBeside(before: string, after: string): { readonly base: ComparisonBase; readonly name: string } | undefined {
    for (const { base, needs, ...patterns } of ownPeriods) {
      if (!needs.test(before) && !needs.test(after)) continue;
      const name = patterns.before?.exec(before)?.[0] ?? patterns.after?.exec(after)?.[0];
      if (name !== undefined) return { base, name: name.replaceAll(blank, '').trim() };
    }
    return undefined;
  }
}

/** Characters beside an amount that may name its period. */
const around = 60;

/** The periods that a name may mean: one, or those that end on a day. */
function namedPeriods({ inline: { bound } }: TextRun, { periods }: Release): readonly string[] | undefined {
  if (bound?.by === 'period') return [bound.period];
  if (bound?.by !== 'date') return undefined;
  const ending = [...periods.values()].filter(({ end }) => end === bound.iso).map(({ id }) => id);
  return ending.length > 0 ? ending : undefined;
}

/** The period of what a run prints, and of what it is compared with; a base of the same period is no comparison. */
function periodsOf({ inline }: TextRun, { document }: Printed): { readonly now: string; readonly against?: string } | undefined {
  const figure: Pick<Figure, 'fact' | 'against'> | undefined =
    inline.figure !== undefined ? document.figures[inline.figure] : inline.bound?.by === 'direction' ? inline.bound : undefined;
  if (!figure) return undefined;
  const now = periodOf(figure.fact);
  if (now === releasePeriod) return undefined;
  const against = figure.against === undefined ? now : periodOf(figure.against);
  return against === now ? { now } : { now, against };
}

function disagreement(text: TypedText, run: TextRun, name: string, says: string, { locate }: Printed): FindingDetails {
  const at = locate(text, run.start, run.end - run.start) ?? run.inline.at;
  return {
    message: say`${run.inline.text} ${says} and stands beside ${JSON.stringify(name)}`,
    at,
  };
}
