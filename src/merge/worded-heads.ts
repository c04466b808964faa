// Turn a column that nobody has headed into the words of its head: what it prints, in any language.
import { fiscalPart } from '../language/calendar.ts';
import { language } from '../language/languages.ts';
import { writtenDates } from '../language/written-dates.ts';
import { nameOver } from '../model/concept-names.ts';
import type { Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import type { ColumnSpec, GridColumn, HeadSpec, StatementSpec } from '../model/statement-spec.ts';
import { labelInlines } from './label-inlines.ts';
import type { Merging } from './merging.ts';
import { setInlines } from './set-inlines.ts';

/** A head without words of its own: over one column, or with the name of a concept. */
export const isBare = ({ text, period, column, concept }: HeadSpec): boolean =>
  concept !== undefined || (text === undefined && period === undefined && column !== undefined);

/**
 * Over a column of a concept, the label of the concept; over one of a period, the period's name, or under a head that names it, the
 * currency. Shares and changes say of what. Lines may end between words.
 */
export function wordedHead(merging: Merging, spec: StatementSpec, node: HeadSpec, row: number, lang: Lang): readonly (readonly Inline[])[] {
  const ofConcept = spec.grid?.columns.find(({ id }) => id === node.column);
  const ofPeriod = spec.columns.find(({ id }) => id === node.column);
  const inlines =
    node.concept !== undefined
      ? conceptName(merging, node.concept, lang, spec)
      : ofConcept
        ? conceptHead(merging, ofConcept, node.at, lang, spec)
        : ofPeriod
          ? periodHead(merging, ofPeriod, node.at, row > 0, lang, spec)
          : [];
  return inlines.flatMap((inline) =>
    language(lang)
      .heads.pieces(inline.text)
      .map((text) => [{ ...inline, text }]),
  );
}

function conceptHead(merging: Merging, { concept, measure }: GridColumn, at: Span, lang: Lang, spec: StatementSpec): readonly Inline[] {
  if (measure === 'change') return typed(merging, language(lang).heads.changeFrom(undefined), at, lang);
  if (measure === 'difference') return typed(merging, language(lang).heads.differenceFrom(undefined), at, lang);
  if (measure === 'percent-of') {
    const share = spec.columns.find(({ only, measure, of }) => only === concept && measure === 'percent-of' && of !== undefined);
    return shareHead(merging, share?.of ?? '', at, lang, spec);
  }
  return conceptName(merging, concept, lang, spec);
}

/** Its name over columns, as the table's periods have it: one with a whole fiscal year is headed in the words of a year. */
export function conceptName({ release, ...merging }: Merging, id: string, lang: Lang, spec: StatementSpec): readonly Inline[] {
  const concept = release.concepts.get(id) ?? release.headings.get(id);
  const ids = spec.grid ? spec.grid.rows.map(({ period }) => period) : spec.columns.map(({ period }) => period);
  const isAnnual = ids.some((each) => {
    const period = release.periods.get(each);
    return period !== undefined && fiscalPart(period) === 'year';
  });
  const label = concept && nameOver(concept, lang, isAnnual);
  return label ? labelInlines({ release, ...merging }, label, lang, spec.id) : [];
}

function periodHead(merging: Merging, column: ColumnSpec, at: Span, isUnder: boolean, lang: Lang, spec: StatementSpec): readonly Inline[] {
  const { issuer } = merging.release;
  switch (column.measure) {
    case 'change':
      return typed(merging, language(lang).heads.changeFrom(termOf(merging, column.from ?? '', lang)), at, lang);
    case 'difference':
      return typed(merging, language(lang).heads.differenceFrom(termOf(merging, column.from ?? '', lang)), at, lang);
    case 'percent-of':
      return shareHead(merging, column.of ?? '', at, lang, spec);
    case 'amount':
    case 'translated': {
      const currency = column.measure === 'amount' ? issuer.currency : (issuer.translation ?? '');
      if (isUnder) return typed(merging, currency, at, lang);
      const text = termOf(merging, column.period, lang) ?? '';
      const name: Inline = { text, at, bound: { by: 'period', period: column.period } };
      return [
        ...setInlines(merging, text === '' ? [] : [name], lang, 'name'),
        ...(column.measure === 'translated' ? typed(merging, currency, at, lang) : []),
      ];
    }
  }
}

function shareHead(merging: Merging, of: string, at: Span, lang: Lang, spec: StatementSpec): readonly Inline[] {
  const label = merging.release.concepts.get(of)?.labels[lang];
  const words = label ? labelInlines(merging, label, lang, spec.id).map(({ text }) => text) : [];
  return typed(merging, language(lang).heads.shareOf(words.join('')), at, lang);
}

function termOf({ release }: Merging, id: string, lang: Lang): string | undefined {
  const period = release.periods.get(id);
  return period && writtenDates(lang, release.issuer).period(period, 'term');
}

/** Its digits are those of names that nobody typed. */
function typed(merging: Merging, text: string, at: Span, lang: Lang): readonly Inline[] {
  return text === '' ? [] : setInlines(merging, [{ text, at, bound: { by: 'issuer' } }], lang, 'name');
}
