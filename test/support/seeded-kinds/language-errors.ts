// Turn figures, days, names and flags of one language into others than the other language prints in that place.
import { seeded, seedOf } from '../seeded-random.ts';
import { type Call, callsOf, saidInBoth, sentenceOf, textAfter, textBefore, withOption } from './calls.ts';
import { type Candidate, replacing, type Way, type Ways } from './edits.ts';
import { placesOf, replacedAt } from './find.ts';
import { amountOf, narrativesOf, otherNamed, periodOf, type Subject, templatesOf } from './subject.ts';

/**
 * The rule by which an error is known that nothing tells: no call of the other language's section prints that figure, no other call of
 * its sentence is of its concept, and neither the name of its period nor its label stands beside it.
 */
const alone = 'one language alone prints the figure in this section, and nothing beside it is of its concept or names its period';

export const languageErrors = (seed: string): Ways => {
  const each =
    (make: (call: Call, subject: Subject) => string | undefined): Way =>
    (subject) =>
      callsOf(subject).flatMap((call): readonly Candidate[] => {
        const to = make(call, subject);
        if (to === undefined) return [];
        const reason = saidInBoth(call, subject) || namesPeriod(call) || namedBeside(call, subject) ? undefined : alone;
        return [replacing(call.file, call.start, call.text, to, reason)];
      });
  const pick = <T>(call: Call, list: readonly T[]): T | undefined =>
    list.length > 0 ? seeded(seedOf(`${seed} ${call.file.file} ${call.start}`)).pick(list) : undefined;
  return {
    'concept of an amount': each((call, subject) => {
      const { helper, concept, options } = call;
      if (helper !== 'amount') return undefined;
      const own = amountOf(subject, concept, options.get('period'));
      const unit = unitOf(subject, concept);
      const others = callsOf(subject).flatMap((other) => {
        const value = amountOf(subject, other.concept, options.get('period'));
        return other.concept !== concept &&
          other.helper === 'amount' &&
          unitOf(subject, other.concept) === unit &&
          value &&
          own &&
          value.sign === own.sign &&
          !value.equals(own)
          ? [other.concept]
          : [];
      });
      const other = pick(call, [...new Set(others)]);
      return other && call.text.replace(`"${concept}"`, `"${other}"`);
    }),
    'concept of a change': each((call, subject) => {
      const { helper, concept, options } = call;
      const period = options.get('period');
      if (helper !== 'change' && helper !== 'percent') return undefined;
      const others = callsOf(subject).filter(
        (other) =>
          other.helper === helper &&
          other.concept !== concept &&
          amountOf(subject, other.concept, period) &&
          amountOf(subject, other.concept, options.get('from') ?? period),
      );
      const other = pick(call, [...new Set(others.map((each) => each.concept))]);
      return other && call.text.replace(`"${concept}"`, `"${other}"`);
    }),
    'period of a figure': each((call, subject) => {
      const { helper, concept, options } = call;
      if (!['amount', 'number', 'percent', 'usd', 'share'].includes(helper)) return undefined;
      const now = options.get('period') ?? 'current';
      const other = pick(call, rolesWith(subject, concept, now));
      return other && withOption(call, 'period', other);
    }),
    'base of a comparison': each((call, subject) => {
      const { concept, options } = call;
      const from = options.get('from');
      if (from === undefined) return undefined;
      const now = periodOf(subject, options.get('period') ?? 'current');
      const other = pick(
        call,
        rolesWith(subject, concept, from).filter((role) => periodOf(subject, role) !== now),
      );
      return other && withOption(call, 'from', other);
    }),
    'name of a period': (subject) =>
      replacedAt(
        placesOf(narrativesOf(subject), /(?<=\{\{period ")(?:current|prior-year|prior-quarter|year-end|full-year)(?=")/g),
        ({ text, file, start }, random) => {
          const others = otherNamed(subject, file, start, text).filter((role) => role !== 'next');
          return others.length > 0 ? random.pick(others) : undefined;
        },
        seed,
      ),
    'flag of a matter': (subject) =>
      replacedAt(
        placesOf([...narrativesOf(subject), ...templatesOf(subject)], flagCall),
        ({ text, file }, random) => {
          const name = /"([\w-]+)"/.exec(text)?.[1] ?? '';
          const { flags } = subject.release.spec;
          const says = flags.get(name)?.value;
          const others = [...flags.keys()].filter((other) => other !== name).map((other) => text.replace(name, other));
          const ja = /\bja\.(?:md|hbs)$/.test(file.file);
          const typed =
            says === 'yes' ? (ja ? ['無', 'なし'] : ['no', 'none']) : ja ? ['有', 'あり', '該当あり'] : ['yes', 'applicable', 'Yes'];
          return random.pick([...typed, ...typed, random.pick(others)]);
        },
        seed,
      ),
  };
};

/** A flag where its answer is printed. */
const flagCall = /(?<=[：:] ?)\{\{flag "[\w-]+"\}\}/g;

const unitOf = ({ release }: Subject, concept: string): string => JSON.stringify(release.concepts.get(concept)?.unit);

/** Roles of other periods in which the concept has an amount that is another. */
function rolesWith(subject: Subject, concept: string, role: string): readonly string[] {
  const own = amountOf(subject, concept, role);
  return [...subject.release.spec.periods.keys()].filter((other) => {
    const value = amountOf(subject, concept, other);
    return (
      other !== role &&
      periodOf(subject, other) !== periodOf(subject, role) &&
      value !== undefined &&
      own !== undefined &&
      !value.equals(own)
    );
  });
}

/** Whether words right after a figure name its period or its base by a helper. */
const namesPeriod = (call: Call): boolean => /^(?: \([^)]*\))? (?:in|compared to|for) \{\{period "/.test(textAfter(call));

/** Whether its label, or another figure of its concept, stands in its sentence. */
function namedBeside(call: Call, subject: Subject): boolean {
  if (sentenceOf(call, subject).filter(({ concept }) => concept === call.concept).length > 1) return true;
  const label = subject.release.concepts.get(call.concept)?.labels[call.lang]?.value.toLowerCase();
  return label !== undefined && textBefore(call).slice(-80).toLowerCase().includes(label);
}
