// Turn a fact into a figure of a sentence: amount, dollars, count, percentage, share. What it comes to is asked for; here it is worded.

import { printedSign, signedDigits } from '../figures/digits.ts';
import { type Ends, endsOf, reversed } from '../figures/ends.ts';
import { reasonOf } from '../figures/figure-reason.ts';
import { setsBeside } from '../figures/measure-figure.ts';
import { outcomeOf } from '../figures/measures.ts';
import type { ProseFigure } from '../figures/prose-figure.ts';
import { language } from '../language/languages.ts';
import type { Figure } from '../model/document.ts';
import type { Fact } from '../model/financials.ts';
import { forLang } from '../model/language.ts';
import type { Concept, NegativeStyle } from '../model/release.ts';
import { say, sayWord } from '../model/say.ts';
import type { Measure } from '../model/statement-spec.ts';
import type { Scale } from '../model/unit.ts';
import { type Call, type Helper, refuse, type Written } from './call.ts';
import type { FigureDraft } from './markup.ts';
import { readChoice, readConcept, readDecimals, readFact, readScale, readStatement } from './read-argument.ts';

/** Options of every figure that stands for an amount. */
const common = ['period', 'decimals', 'as', 'sign', 'statement', 'nil'] as const;

/** The figure of a call, in the words that it is written in. */
export function figure({ lang, section, at, merging, options }: Call, value: ProseFigure, text: string): { readonly figure: FigureDraft } {
  const { fact, measure, against, exact, printed, upper, undecided, decimals, treatment, override, told } = value;
  const open = { ...(upper && { upper }), ...(undecided && { undecided }) };
  if (override) merging.usedOverrides.add(override);
  const compared = against === undefined ? {} : { against };
  const place = { kind: 'prose', section } as const;
  const asserted = assertedBy(options);
  const why = told ? { why: reasonOf(told.entry) } : {};
  return {
    figure: {
      fact,
      measure,
      ...compared,
      exact,
      printed,
      ...open,
      decimals,
      treatment,
      ...why,
      ...(asserted ? { asserted } : {}),
      text,
      lang,
      place,
      at,
    },
  };
}

function assertedBy(options: Call['options']): Figure['asserted'] {
  const said = options.get('as')?.text;
  if (said === 'gain' || said === 'loss') return said;
  return options.get('sign')?.text === 'magnitude' ? 'magnitude' : undefined;
}

/** How a helper writes the sign: `(-)`, none, or as the issuer's tables do. */
const signWords = ['signed', 'magnitude', 'table'] as const;

/** A value as a sentence shows it. */
interface Shown extends Ends {
  /** The sign written, of its low end where it is a range. */
  readonly sign: -1 | 0 | 1;
}

/** The sign that a figure is printed with where it shows one. */
export function signPrinted({ printed, exact, override }: ProseFigure, call: Call): -1 | 0 | 1 {
  return printedSign(printed, override ? printed : exact, call.merging.release.issuer);
}

/** Writes a value with the sign that the sentence asks for, or reports that the sentence says otherwise. */
function valueWithSign(call: Call, fact: Fact, value: ProseFigure): Shown | undefined {
  const said = readChoice(call, 'as', ['signed', 'loss', 'gain'], 'signed');
  const sign = readChoice(call, 'sign', signWords, 'signed');
  if (said === undefined || sign === undefined) return undefined;
  const asserts = said !== 'signed' || sign === 'magnitude';
  if (value.undecided) {
    const hint = say`write {{${call.name} "${fact.concept}"}} without as= and sign=, or correct ${fact.key}`;
    const option = call.options.get('as') ?? call.options.get('sign');
    return asserts
      ? refuse(call, say`${fact.key} is undecided, the sentence says its sign`, option, [hint], 'merge/undecided')
      : { value: value.printed, sign: 0 };
  }
  const printed = { value: value.printed, ...(value.upper && { upper: value.upper.printed }) };
  const ends = endsOf(fact).filter((end) => fact.upper === undefined || !end.isZero);
  const is = fact.upper === undefined && fact.value.isZero ? 'zero' : outcomeOf(fact.value);
  if (asserts && ends.some((end) => outcomeOf(end) !== outcomeOf(ends[0] ?? end))) {
    const amount = language(call.lang).figures.range(...shownEnds(printed, value.decimals));
    const hint = 'say both ends with their signs, or correct the range';
    return refuse(
      call,
      say`${fact.key} is ${amount}, a loss at one end only`,
      call.options.get('as') ?? call.options.get('sign'),
      [hint],
      'merge/range-sign',
    );
  }
  if (said !== 'signed' && said !== is) {
    const amount = signedDigits(value.printed, value.decimals);
    const hint = say`write as="${is}" and change the words, or correct ${fact.key}`;
    return refuse(
      call,
      say`${fact.key} is ${amount} (${sayWord(is)}), the sentence says ${sayWord(said)}`,
      call.options.get('as'),
      [hint],
      'merge/sign',
    );
  }
  const shown = { ...printed, sign: signPrinted(value, call) };
  if (!asserts) return shown;
  // A loss of 200 to 300 is (300)..(200).
  const below = value.printed.sign < 0 || (value.upper?.printed.sign ?? 0) < 0;
  return { ...(below ? reversed(printed) : printed), sign: 0 };
}

function shownEnds({ value, upper }: Ends, decimals: number): [low: string, high: string] {
  return [signedDigits(value, decimals), signedDigits(upper ?? value, decimals)];
}

/** The issuer's way with negatives, where the call asks for that of its tables. */
function signOf(call: Call): { readonly negative?: NegativeStyle } {
  return call.options.get('sign')?.text === 'table' ? { negative: forLang(call.merging.release.issuer.negative, call.lang) } : {};
}

interface Reading {
  readonly concept: Concept;
  readonly value: ProseFigure;
  /** The printed value with the sign that the sentence shows. */
  readonly shown: Shown;
}

/** Reads concept, period, decimals and sign, and asks for the figure. */
function read(
  call: Call,
  measure: Measure,
  scale: Scale | undefined,
  usualDecimals: (concept: Concept) => number,
  base?: Fact,
): Reading | undefined {
  const concept = readConcept(call);
  const fact = concept && readFact(call, concept, 'period');
  const decimals = concept && readDecimals(call, usualDecimals(concept));
  if (readChoice(call, 'nil', ['sign', 'words'], 'sign') === undefined) return undefined;
  const statement = readStatement(call);
  if (!concept || !fact || decimals === undefined || statement === undefined) return undefined;
  const answer = call.merging.ask({
    fact,
    measure,
    decimals,
    ...(statement === '' ? {} : { statement }),
    ...(scale ? { scale } : {}),
    ...(base ? { against: base } : {}),
  });
  switch (answer.kind) {
    case 'figure': {
      if (fact.nil && !call.options.has('nil')) warnOfNil(call, fact);
      const shown = valueWithSign(call, fact, answer.figure);
      return shown && { concept, value: answer.figure, shown };
    }
    case 'zero':
      return refuse(call, say`${answer.base} is zero: no share of it can be printed`, call.options.get('of'), [], 'derive/zero-base');
    case 'rateless':
      return refuse(call, 'the release has no exchange rate: dollars cannot be printed', undefined, ['give rate in release.yaml']);
    case 'senseless': {
      const units = base ? say`${fact.key} is a ${fact.unit} and ${base.key} a ${base.unit}` : say`${fact.key} is a ${fact.unit}`;
      return refuse(call, say`${units}: no ${call.name} can be printed`, call.options.get('of'), ['name a concept of the same unit']);
    }
  }
}

/** What does not exist is no amount of nothing: 0.00 would say that it does. The sign for none stands there, which belongs into forms. */
function warnOfNil(call: Call, fact: Fact): void {
  call.merging.report({
    severity: 'warning',
    code: 'merge/nil',
    message: say`${fact.key} is nil, and the sentence prints the sign for none, ${forLang(call.merging.release.issuer.nil, call.lang)}`,
    at: call.parameters[0]?.at ?? call.at,
    hints: [
      'say in words that there is none',
      say`or write nil="words", which prints ${language(call.lang).figures.none}, where that word fits the sentence`,
      'or write nil="sign" where the sign is meant, as in a form',
      say`or type 0 for ${fact.key} where that is the amount`,
    ],
  });
}

/** What stands for the number of a figure that has none: the word for undecided, the sign for none or the word for it; undefined where there is a number. */
function withoutNumber(call: Call, { value }: Reading): string | undefined {
  const nil = forLang(call.merging.release.issuer.nil, call.lang);
  if (value.undecided) return setsBeside(value.measure) ? nil : language(call.lang).figures.undecided;
  if (!call.merging.financials.facts.get(value.fact)?.nil) return undefined;
  return call.options.get('nil')?.text === 'words' ? language(call.lang).figures.none : nil;
}

/** Units that each helper may print; a mistaken one would print another dimension's words. */
function unitIs(call: Call, units: readonly Concept['unit'][], instead: string): boolean {
  const concept = readConcept(call);
  if (!concept || units.includes(concept.unit)) return concept !== undefined;
  refuse(call, say`${call.name} cannot print ${concept.id}, which is a ${concept.unit}`, call.parameters[0], [instead]);
  return false;
}

export const amount: Helper = {
  parameters: ['concept'],
  options: [...common, 'in', 'currency', 'prefix'],
  write(call) {
    if (!unitIs(call, ['money', 'per-share'], 'use number for counts and bandwidth, percent for ratios')) return undefined;
    const scale = readScale(call, 'one');
    const currency = readChoice(call, 'currency', ['named', 'bare'], 'named');
    const reading = scale && read(call, 'amount', scale, () => 0);
    if (!reading || !currency) return undefined;
    const { value, shown } = reading;
    const none = withoutNumber(call, reading);
    if (none !== undefined) return figure(call, value, none);
    const prefix = call.options.get('prefix')?.text;
    const options = { bare: currency === 'bare', ...(prefix === undefined ? {} : { prefix }) };
    return figure(call, value, language(call.lang).figures.money({ ...shown, decimals: value.decimals, scale, ...signOf(call) }, options));
  },
};

/** Decimals of amounts for a share are those of its concept: 10.50. */
export const perShare: Helper = {
  parameters: ['concept'],
  options: common,
  write(call) {
    if (!unitIs(call, ['per-share'], 'use amount for other money')) return undefined;
    const reading = read(call, 'amount', 'one', (concept) => concept.decimals);
    if (!reading) return undefined;
    const { value, shown } = reading;
    const printed = { ...shown, decimals: value.decimals, scale: 'one' as const, ...signOf(call) };
    return figure(call, value, withoutNumber(call, reading) ?? language(call.lang).figures.perShare(printed));
  },
};

export const usd: Helper = {
  parameters: ['concept'],
  options: [...common, 'in', 'prefix'],
  write(call) {
    if (!unitIs(call, ['money', 'per-share'], 'only money is translated')) return undefined;
    const scale = readScale(call, 'million');
    const reading = scale && read(call, 'translated', scale, () => 1);
    if (!reading) return undefined;
    const { value, shown } = reading;
    const none = withoutNumber(call, reading);
    if (none !== undefined) return figure(call, value, none);
    const printed = { ...shown, decimals: value.decimals, scale, ...signOf(call) };
    return figure(call, value, language(call.lang).figures.dollars(printed, call.options.get('prefix')?.text));
  },
};

export const number: Helper = {
  parameters: ['concept'],
  options: [...common, 'in'],
  write(call) {
    if (!unitIs(call, ['count', 'Gbps', 'Mbps'], 'use amount for money, percent for ratios')) return undefined;
    const scale = readScale(call, 'one');
    const reading = scale && read(call, 'amount', scale, (concept) => concept.decimals);
    if (!reading) return undefined;
    const { concept, value, shown } = reading;
    const none = withoutNumber(call, reading);
    if (none !== undefined) return figure(call, value, none);
    return figure(
      call,
      value,
      language(call.lang).figures.count({ ...shown, decimals: value.decimals, scale, ...signOf(call) }, concept.unit),
    );
  },
};

export const percent: Helper = {
  parameters: ['concept'],
  options: common,
  write(call) {
    if (!unitIs(call, ['ratio'], 'use share with of= for the share of another concept, change with from= for a change')) return undefined;
    const reading = read(call, 'amount', undefined, () => 1);
    return reading && percentFigure(call, reading);
  },
};

export const share: Helper = {
  parameters: ['concept'],
  options: [...common, 'of'],
  write(call) {
    const of = call.options.get('of');
    if (!of) return refuse(call, 'share needs of=, the concept that it is a share of');
    const base = readConcept({ ...call, parameters: [of] });
    const whole = base && readFact({ ...call, parameters: [of] }, base, 'period');
    const reading = whole && read(call, 'percent-of', undefined, () => 1, whole);
    return reading && percentFigure(call, reading);
  },
};

function percentFigure(call: Call, reading: Reading): Written {
  const { value, shown } = reading;
  const none = withoutNumber(call, reading);
  return figure(
    call,
    value,
    none ?? language(call.lang).figures.percent(shown.value, value.decimals, signOf(call).negative, shown.sign, shown.upper),
  );
}
