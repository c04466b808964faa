// Turn English names of accounting standards, units and rounding rules into what they say: [Japanese GAAP], (Millions of yen), rounded down.
import { matchesIn } from '../../model/matches.ts';
import type { Standard } from '../../model/release.ts';
import type { Stretch } from '../../model/span.ts';
import type { Scale } from '../../model/unit.ts';
import type { LegendReading, RoundingNamed, RoundingSubject, StandardNamed, UnitCurrency, UnitNamed } from '../legends.ts';
import { type NamingGroup, namedBy } from '../naming-patterns.ts';
import { sentenceRound } from '../sentence-round.ts';
import { endedNamed, lengthsNamed, periodsNamed, timesNamed } from './period-names.ts';
import { text as textWriting } from './text.ts';

const principles = '(?:accounting (?:principles|standards) )?generally accepted(?: accounting (?:principles|standards))?';
/** One group a standard, in this order. */
const standardOrder: readonly Standard[] = ['jmis', 'j-gaap', 'us-gaap', 'ifrs'];
const standardName = new RegExp(
  [
    "(Japan's Modified International Standards|\\bJMIS\\b)",
    `(\\bJapanese GAAP\\b|\\bJ-?GAAP\\b|\\bJP ?GAAP\\b|\\bGAAP in Japan\\b|\\b${principles} in Japan\\b|\\bJapanese (?:accounting (?:standards|principles)|generally accepted accounting principles)\\b)`,
    `(\\bU\\.?S\\.? ?-?GAAP\\b|\\bAmerican GAAP\\b|\\b${principles} in the (?:United States|U\\.S\\.)|\\bU\\.?S\\.? (?:generally accepted )?accounting (?:standards|principles)\\b)`,
    '(\\bIFRSs?\\b|\\bInternational Financial Reporting Standards\\b)',
  ].join('|'),
  'g',
);
/** A single standard of the set, a move to it. */
const otherAfter = /^(?: ?-?\d| (?:adoption|transition|conversion)\b)/i;
const linked =
  /\b(?:in (?:accordance|conformity|compliance) with|on the basis of|based on|under|according to|pursuant to|using)(?: the)? ?$/i;
const prepared = /\b(?:prepared|presented|reported|stated|compiled|disclosed|statements|results)\b/i;
const otherMatter =
  /\b(?:not|no|would|will|plans?|planned|intends?|consider\w*|adopt\w*|transition\w*|conver\w+|differ\w*|reconcil\w*|subsidiar\w+|affiliates?|non-?consolidated|unconsolidated|formerly|previously)\b/i;

function standards(text: string): readonly StandardNamed[] {
  if (!/GAAP|IFRS|JMIS|Standards|accounting/i.test(text)) return [];
  return matchesIn(text, standardName).map((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const standard = standardOrder[match.slice(1).findIndex((group) => group !== undefined)] ?? 'j-gaap';
    const { before, after } = sentenceRound(text, { start, end }, textWriting.sentenceEnds);
    if (/\[$/.test(before) && /^\]/.test(after)) return { start, end, standard, as: 'own' };
    if (otherAfter.test(after) || otherMatter.test(before) || otherMatter.test(after)) return { start, end, standard, as: 'other' };
    return { start, end, standard, as: linked.test(before) && prepared.test(before) ? 'own' : 'named' };
  });
}

const own = '(?:japanese )?yen\\b|jpy\\b|¥';
const dollars = '(?:u\\.?s\\.? ?)?dollars?\\b|usd\\b|(?:us)?\\$';
const currency = `(${own}|${dollars})`;
const scaled = '(hundred millions?|hundreds of millions|100 millions?|ten thousands?|thousands?|millions?|billions?)';
/** An amount is no unit, nor is what figures are rounded to. */
const noAmount = '(?<![\\d\\ufffc][ -]?|\\b(?:one|a|an|nearest|per) )';
const beside = `(?: ?\\((?:jpy|usd|¥|us\\$|\\$)\\))?(?:(?:,? and(?: of)? |, | ?/ ?| ?& ?)${currency})?`;
const unitPatterns: readonly NamingGroup<Unit>[] = [
  {
    needs: /yen|jpy|¥|dollar|usd|\$/i,
    patterns: [
      {
        pattern: new RegExp(`${noAmount}\\b${scaled}(?: of)? ${currency}${beside}`, 'gi'),
        says: ([scale, one, two]) =>
          [one, two].flatMap((money) => (money === undefined ? [] : [{ currency: moneyOf(money), ...scaleOf(scale) }])),
      },
      {
        pattern: new RegExp(`(?<![\\w\\d])${currency},?(?: in| ?\\()? ?(?:${scaled}|(mn|mil|bn))\\b(?! of)`, 'gi'),
        says: ([money = '', scale, short]) => [{ currency: moneyOf(money), ...scaleOf(scale ?? (short === 'bn' ? 'billion' : 'million')) }],
      },
      {
        pattern: new RegExp(`^\\(?(?:units?:? ?|(?:amounts |expressed )?in )?${currency}\\)?$`, 'gi'),
        says: ([money = '']) => [{ currency: moneyOf(money) }],
      },
    ],
  },
  {
    needs: /thousands|millions|billions/i,
    patterns: [
      { pattern: /\bin (thousands|millions|billions)\b(?! of)/gi, says: ([scale]) => [{ currency: 'any', ...scaleOf(scale) }] },
      { pattern: /^\(?(thousands|millions|billions)\)?$/gi, says: ([scale]) => [{ currency: 'any', ...scaleOf(scale) }] },
    ],
  },
];

interface Unit {
  readonly currency: UnitCurrency;
  readonly scale?: Scale;
}

const moneyOf = (word: string): UnitCurrency => (/yen|jpy|¥/i.test(word) ? 'own' : 'translated');

function scaleOf(word = ''): { readonly scale: Scale } {
  if (/hundred|100/i.test(word)) return { scale: 'oku' };
  if (/ten/i.test(word)) return { scale: 'man' };
  return { scale: /^th/i.test(word) ? 'thousand' : /^m/i.test(word) ? 'million' : 'billion' };
}

const units = (text: string): readonly UnitNamed[] => namedBy(unitPatterns, text);

const stretchOf = ({ index, 0: whole }: RegExpExecArray): Stretch => ({ start: index, end: index + whole.length });

const ruleName =
  /\b(round(?:ed|ing) down|truncat(?:ed|ion|ing)|cut[- ]off(?! (?:dates?|times?|points?|rates?))|omitted|discarded|disregarded)\b|\b(round(?:ed|ing) up)\b|\b(rounded (?:off )?to|rounded off|rounded half|half[- ]up|rounded(?! (?:down|up))(?=[ ,;.)]|$)|(?<!(?:down|up|off|ed|ing) )to the nearest)\b/gi;
const rules = ['cut-off', 'up', 'half-up'] as const;
/** A legend of a few words speaks of the figures beside it, in characters. */
const shortLegend = 40;
const notDone = /\b(?:not|never|rather than|instead of|without) (?:been |be |being )?$/i;
const clauseEnds = /[;,()]|\.(?= )|\b(?:and|while|but|whereas)\b/;
/** The first that a clause has: an amount for one share is no other amount. */
const subjects: readonly (readonly [RegExp, RoundingSubject])[] = [
  [/\bper[- ](?:share|ads)\b/i, 'per-share'],
  [/\byen\b|\bjpy\b|¥/i, 'money'],
  [/\bdollars?\b|\busd\b|\$/i, 'translated'],
  [/\bpercent|\bratios?\b|\brates?\b|\bmargins?\b|\bdecimals?\b|%/i, 'ratio'],
  [/\bamounts?\b|\bthousands?\b|\bmillions?\b|\bbillions?\b/i, 'money'],
];

function roundings(text: string): readonly RoundingNamed[] {
  if (!/round|trunc|cut|half|omitted|discarded|disregarded|nearest/i.test(text)) return [];
  return matchesIn(text, ruleName).flatMap((match): readonly RoundingNamed[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    const { before, after } = sentenceRound(text, { start, end }, textWriting.sentenceEnds);
    const rule = rules[match.slice(1).findIndex((group) => group !== undefined)];
    // Words are left out too: what is left out of figures are fractions.
    const ofFractions = !/^(?:omit|disc|disr)/i.test(match[0]) || /\bfractions?\b|\bless than\b/i.test(before);
    if (!rule || !ofFractions || notDone.test(before)) return [];
    const clauses = before.split(clauseEnds);
    const own = `${clauses.pop() ?? ''} ${after.split(clauseEnds)[0] ?? ''}`;
    for (const clause of [own, ...clauses.reverse()]) {
      const subject = subjects.find(([pattern]) => pattern.test(clause))?.[1];
      if (!subject) continue;
      const word = subject === 'money' || subject === 'translated' ? new RegExp(scaled, 'i').exec(clause)?.[0] : undefined;
      return [{ start, end, rule, subject, ...(word !== undefined && scaleOf(word)) }];
    }
    // Other things are cut off too.
    return /\b(?:figures?|numbers?|fractions?)\b/i.test(before) || text.length < shortLegend
      ? [{ start, end, rule, subject: 'figures' }]
      : [];
  });
}

const lastYear = '(?:the )?(?:previous|prior|preceding|last) (?:fiscal )?year';
const baseName = new RegExp(
  `\\b(same (?:period|quarter|half|months|(?:three|six|nine)[- ]months?(?: period)?) (?:of|in) ${lastYear}|corresponding period|year[- ](?:on|over)[- ]year)\\b|(?<!(?:of|in) (?:the )?)\\b((?:previous|prior|preceding) (?:fiscal year|period|quarter)|quarter[- ](?:on|over)[- ]quarter)\\b(?![- ]end)`,
  'gi',
);
/** Of figures, or of what a sign shows of them. */
const negatives = '(?:negatives?|loss(?:es)?|minus|decreases?|deficits?)\\b';
const shows =
  '(?:denot(?:es?|ing)|indicat(?:es?|ing)|represents?|representing|means?|meaning|shows?|showing|stands? for|signif(?:y|ies)|=)';
const triangle = '[△▲](?: ?(?:marks?|signs?|symbols?))?';
const brackets = '(?:parenthes[ei]s|brackets|\\(\\))';
const areShown = '(?:[\\w-]+ ){0,3}?(?:are|is|shown|indicated|denoted|marked|presented|enclosed|expressed) (?:[\\w-]+ ){0,3}?';
const negativeName = new RegExp(
  [
    `(${triangle} ?${shows}|(?:\\b(?:with|marked|preceded|prefixed|shown|indicated|denoted|expressed)(?: (?:by|with|in|as|an?|the)){0,2} ${triangle}) (?:\\w+ ){0,4}?${negatives}|\\b${negatives} ${areShown}(?:by|with|as)(?: an?| the)? ${triangle})`,
    `(\\b(?:in|within|with) ${brackets} (?:${shows}|are|is) (?:\\w+ ){0,4}?${negatives}|(?<![\\w(])${brackets} ${shows} (?:\\w+ ){0,4}?${negatives}|\\b${negatives} ${areShown}(?:in|within|by|with) ${brackets})`,
  ].join('|'),
  'gi',
);

export const legends: LegendReading = {
  standardNames: {
    'j-gaap': { short: 'Japanese GAAP', full: 'accounting principles generally accepted in Japan' },
    ifrs: { short: 'IFRS', full: 'International Financial Reporting Standards' },
    'us-gaap': { short: 'U.S. GAAP', full: 'accounting principles generally accepted in the United States of America' },
    jmis: { short: 'JMIS', full: "Japan's Modified International Standards" },
  },
  standards,
  scopes: (text) =>
    !/consolidated/i.test(text)
      ? []
      : matchesIn(text, /\b(non-?|un)?consolidated\b/gi).map(({ index, 0: whole, 1: not }) => ({
          start: index,
          end: index + whole.length,
          scope: not === undefined ? 'consolidated' : 'non-consolidated',
        })),
  units,
  roundings,
  bases: (text) =>
    /year|period|quarter/i.test(text)
      ? matchesIn(text, baseName).map((match) => ({ ...stretchOf(match), base: match[1] === undefined ? 'previous' : 'year-before' }))
      : [],
  negatives: (text) =>
    /[△▲]|parenthes|brackets|\(\)/i.test(text)
      ? matchesIn(text, negativeName).map((match) => ({
          ...stretchOf(match),
          negative: match[1] === undefined ? 'parentheses' : 'triangle',
        }))
      : [],
  periods: periodsNamed,
  lengths: lengthsNamed,
  times: timesNamed,
  ended: endedNamed,
  resultsAfter: /^ (?:(?:consolidated|financial|business|operating) )*results\b/i,
  withinName: /^(?:,? of (?:the )?(?:FY ?|fiscal (?:year )?)?| FY ?| fiscal (?:year )?|,? ?\(| )$/i,
};
