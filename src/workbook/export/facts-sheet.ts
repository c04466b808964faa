// Turn the facts of a release into one sheet: concepts by periods, what was typed as numbers, what follows as formulas.

import { amountsOf } from '../../figures/digits.ts';
import { openText } from '../../figures/ends.ts';
import { lookUpFact, releasePeriod } from '../../figures/fact-key.ts';
import { decimalsOf, inPrintedUnits, typedDecimals } from '../../figures/scale.ts';
import { language } from '../../language/languages.ts';
import type { Exact } from '../../model/exact.ts';
import type { Fact, FactKey, Financials } from '../../model/financials.ts';
import { forFirst, inLang } from '../../model/language.ts';
import type { Concept, NegativeStyle, Release, ReportedFact } from '../../model/release.ts';
import { columnLetters } from '../workbook.ts';
import type { CellToWrite, SheetToWrite } from '../write/sheet-to-write.ts';
import { factFormula } from './fact-formula.ts';
import { numberFormat } from './number-format.ts';
import { linesIn } from './text-width.ts';

/** The sheet, and where others find a fact in it. */
export interface FactsSheet {
  readonly sheet: SheetToWrite;
  /** Its cell, `facts!E12`, whose figure is in the scale of its concept, of a ratio in percent; undefined for a fact that it lacks. */
  readonly addressOf: (fact: FactKey) => string | undefined;
  /** The cell of the exchange rate. */
  readonly rate: string | undefined;
  /** Row of the ids of periods, from 0. */
  readonly headRow: number;
  /** Periods by their columns, in order: ids. */
  readonly periods: readonly string[];
}

/** Characters of a column of figures. */
const figureWidth = 18;

/** Digits that a spreadsheet keeps of a number. */
const kept = 15;

export function factsSheet(name: string, release: Release, financials: Financials): FactsSheet {
  const { languages, concepts, periods: known, spec } = release;
  const facts = [...financials.facts.values()];
  const used = new Set(facts.map(({ period }) => period));
  const byEnd = [...known.values()]
    .filter(({ id }) => used.has(id))
    .sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : a.id < b.id ? -1 : 1));
  const periods = [...byEnd.map(({ id }) => id), ...(used.has(releasePeriod) ? [releasePeriod] : [])];
  const shown = [...concepts.values()].filter(({ id }) => periods.some((period) => financials.facts.has(keyOf(facts, id, period))));
  const firstColumn = languages.length + 2;
  const headRow = 2 + languages.length;
  const rowOf = new Map(shown.map(({ id }, index) => [id, headRow + 1 + index]));
  const columnOf = new Map(periods.map((id, index) => [id, firstColumn + index]));
  const place = (fact: Fact | undefined): string | undefined => {
    const [row, column] = [rowOf.get(fact?.concept ?? ''), columnOf.get(fact?.period ?? '')];
    return row === undefined || column === undefined ? undefined : `${columnLetters(column)}${row + 1}`;
  };
  const rateRow = headRow + 1 + shown.length + 1;
  const sheetOf = /^[A-Za-z]+$/.test(name) ? name : `'${name}'`;
  const rate = spec.rate ? `${sheetOf}!$${columnLetters(firstColumn)}$${rateRow + 1}` : undefined;

  const text = (column: number, words: string, style: CellToWrite['style'] = {}): CellToWrite => ({
    column,
    style,
    holds: { kind: 'text', text: words },
  });
  const words = languages.map((lang) => language(lang).workbook);
  const rows = [
    { row: 0, cells: [text(1, words.map(({ facts: title }) => title).join(' / '), { bold: true })] },
    { row: 1, cells: [text(1, words.map(({ colours }) => colours).join(' / '), { quiet: true })] },
    ...languages.map((lang, index) => ({
      row: 2 + index,
      lines: Math.max(1, ...byEnd.map((period) => linesIn(language(lang).dates.period(period, 'term'), figureWidth))),
      cells: byEnd.map((period) =>
        text(columnOf.get(period.id) ?? 0, language(lang).dates.period(period, 'term'), { align: 'center', wrap: true, bold: true }),
      ),
    })),
    {
      row: headRow,
      cells: [
        text(0, words[0]?.code ?? '', { quiet: true, below: 'thin' }),
        ...languages.map((_, index) => text(1 + index, '', { below: 'thin' })),
        text(1 + languages.length, words.map(({ unit }) => unit).join(' / '), { quiet: true, below: 'thin' }),
        ...periods.map((id) => text(columnOf.get(id) ?? 0, id, { align: 'center', quiet: true, below: 'thin' })),
      ],
    },
    ...shown.map((concept) => ({
      row: rowOf.get(concept.id) ?? 0,
      cells: [
        text(0, concept.id, { quiet: true }),
        ...languages.map((lang, index) => text(1 + index, plainLabel(inLang(concept.labels, lang).value))),
        text(1 + languages.length, amountsOf(concept.unit, release, concept.scale).unit.trim(), { quiet: true }),
        ...periods.flatMap((period): readonly CellToWrite[] => {
          const fact = financials.facts.get(keyOf(facts, concept.id, period));
          return fact ? [factCell(fact, concept, columnOf.get(period) ?? 0, { release, financials, place })] : [];
        }),
      ],
    })),
    ...(spec.rate
      ? [
          {
            row: rateRow,
            cells: [
              text(1, words.map((each) => each.rate).join(' / ')),
              {
                column: firstColumn,
                style: { typed: true as const, format: numberFormat('', decimalsOf(spec.rate.value), negativeOf(release)) },
                holds: { kind: 'number' as const, value: spec.rate.value.toString() },
              },
            ],
          },
        ]
      : []),
  ];
  return {
    sheet: {
      name,
      rows,
      widths: [28, ...languages.map(() => 40), 14, ...periods.map(() => figureWidth)],
      merged: [],
      frozen: { rows: headRow + 1, columns: firstColumn },
      held: [],
    },
    addressOf: (key) => {
      const address = place(financials.facts.get(key));
      return address === undefined ? undefined : `${sheetOf}!${address}`;
    },
    rate,
    headRow,
    periods,
  };
}

const keys = new WeakMap<readonly Fact[], ReadonlyMap<string, FactKey>>();

/** The key of a fact by concept and period; an empty one where there is none. */
function keyOf(facts: readonly Fact[], concept: string, period: string): FactKey {
  let known = keys.get(facts);
  if (!known) {
    known = new Map(facts.map((fact) => [`${fact.concept} ${fact.period}`, fact.key]));
    keys.set(facts, known);
  }
  return known.get(`${concept} ${period}`) ?? '';
}

interface FactPlaces {
  readonly release: Release;
  readonly financials: Financials;
  readonly place: (fact: Fact | undefined) => string | undefined;
}

/** A sheet of facts writes negative ones as the first language does. */
const negativeOf = ({ issuer, languages }: Release): NegativeStyle => forFirst(issuer.negative, languages);

const typedOf = ({ concept, period }: Fact, { periods, spec }: Release): ReportedFact | undefined =>
  periods.get(period)?.facts.get(concept) ?? spec.stated.get(concept);

function factCell(fact: Fact, concept: Concept, column: number, { release, financials, place }: FactPlaces): CellToWrite {
  const negative = negativeOf(release);
  const value = inPrintedUnits(fact.value, concept.unit, concept.scale);
  const suffix = concept.unit === 'ratio' ? '%' : '';
  if (fact.undecided || fact.upper) {
    const written = openText(fact, (end) => significant(inPrintedUnits(end, concept.unit, concept.scale)) + suffix);
    const text = typedOf(fact, release)?.text ?? written;
    return { column, style: { ...(fact.origin !== 'computed' && { typed: true }), align: 'right' }, holds: { kind: 'text', text } };
  }
  if (fact.origin !== 'computed') {
    const typed = typedOf(fact, release);
    const decimals = Math.max(typedDecimals(typed?.text ?? ''), decimalsOf(value));
    const format = fact.nil ? '"-";"-";"-"' : numberFormat(suffix, decimals, negative);
    return { column, style: { typed: true, format }, holds: { kind: 'number', value: value.toString() } };
  }
  const decimals = Math.max(concept.decimals, Math.min(decimalsOf(value), 4));
  const style = { format: numberFormat(suffix, decimals, negative) };
  const formula = factFormula(fact, concept, release, {
    fact: (id, period) => lookUpFact(financials.facts, id, period),
    place,
  });
  if (formula === undefined) return { column, style, holds: { kind: 'number', value: significant(value) } };
  return { column, style, holds: { kind: 'formula', formula, value: significant(value) } };
}

/** As many digits as a spreadsheet keeps. */
export function significant(value: Exact): string {
  const whole = value.abs().toFixed(0).replace(/^0$/, '').length;
  return value
    .round(Math.min(Math.max(decimalsOf(value), value.toString().includes('/') ? kept : 0), Math.max(0, kept - whole)))
    .toString();
}

/** A label without elements and helpers. */
export function plainLabel(text: string): string {
  return text.replace(/<(sup|sub)>[^<]*<\/\1>|<[^<>]*>|\{\{[^{}]*\}\}/g, '').trim();
}
