// Turn captions, headings and notes that name a length, a day or a quarter that no column below them has into findings.
import { isComparison } from '../../figures/measures.ts';
import type { PeriodNamed } from '../../language/legends.ts';
import type { Table } from '../../model/document.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import type { Period, PeriodDates, Release } from '../../model/release.ts';
import { say, sayWord } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { freeingHint, isFree } from './legend-freedom.ts';
import type { LegendText } from './legend-texts.ts';
import { isOf, misnamed, type Periods } from './period-fits.ts';
import { datesOf, periodsOfRelease, spanOf, withoutInner } from './title-periods.ts';

/** Over a table, the periods of its columns; elsewhere, those of the release. */
export const captionPeriodsAgree: DocumentCheck = {
  code: 'check/caption',
  severity: 'error',
  run: (printed) => {
    const known = new Map<string, readonly Period[]>();
    const release = { own: periodsOfRelease(printed.release), others: [], dates: datesOf(printed.release) };
    const ofTable = (table: Table): readonly Period[] => {
      const found = known.get(table.statement) ?? periodsOfTable(table, printed.release);
      known.set(table.statement, found);
      return found;
    };
    return printed.legends.flatMap((legend) => {
      const periods = periodsFor(legend, release, ofTable);
      if (!periods) return [];
      const found = faults(legend, periods, printed);
      return found.length > 0 ? found : repeated(legend, printed);
    });
  },
};

/** Undefined for what another check reads: titles, heads of columns, labels of rows. */
function periodsFor({ place }: LegendText, release: Periods, ofTable: (table: Table) => readonly Period[]): Periods | undefined {
  switch (place.kind) {
    case 'caption':
    case 'unit line':
    case 'summary':
      return { own: ofTable(place.over), others: [], dates: release.dates };
    case 'heading':
      if (place.level === 1) return undefined;
      return place.over ? { own: ofTable(place.over), others: release.own, dates: release.dates } : release;
    case 'prose':
      return release;
    default:
      return undefined;
  }
}

function periodsOfTable({ statement }: Table, { statements, periods }: Release): readonly Period[] {
  const ids = new Set(
    (statements.get(statement)?.columns ?? []).flatMap(({ period, from }) => (from === undefined ? [period] : [period, from])),
  );
  return [...ids].flatMap((id) => periods.get(id) ?? []);
}

function faults({ text, place, said }: LegendText, periods: Periods, printed: Printed): readonly FindingDetails[] {
  if (periods.own.length === 0) return [];
  const named = said.periods.filter((each) => isHeld(each, place));
  if (named.length === 0) return [];
  const isOver = 'over' in place && place.over !== undefined && place.kind !== 'prose';
  return withoutInner(misnamed(named, periods))
    .filter((each) => !isFree(text, each, printed))
    .map(({ start, end }) => {
      const at = printed.locate(text, start, end - start);
      const words = quoted(text.text.slice(start, end));
      const where = place.kind === 'prose' ? 'the text' : say`the ${sayWord(place.kind)}`;
      return {
        message: say`${where} says ${words}, which no ${isOver ? say`column of ${place.over?.statement}` : 'period of the release'} is: ${told(periods.own)}`,
        ...(at && { at }),
        hints: [
          say`name the period of the figures, or give the ${isOver ? sayWord('columns') : sayWord('release')} the period that is meant`,
          freeingHint,
        ],
      };
    });
}

/** A period named twice, where a column below is of one that is not named: both days of two columns were to be named. */
function repeated({ text, place, said }: LegendText, printed: Printed): readonly FindingDetails[] {
  if (!('over' in place) || place.over === undefined || place.kind === 'prose' || said.periods.length < 2) return [];
  const { statement } = place.over;
  const { statements, periods } = printed.release;
  const columns = statements.get(statement)?.columns.filter(({ measure }) => !isComparison(measure)) ?? [];
  const own = [...new Set(columns.map(({ period }) => period))].flatMap((id) => periods.get(id) ?? []);
  // A length, or a quarter without its year, may be said of several.
  const byPlace = new Map<string, PeriodNamed[]>();
  for (const each of said.periods) {
    const key = `${each.start} ${each.end}`;
    const sayings = byPlace.get(key) ?? [];
    sayings.push(each);
    byPlace.set(key, sayings);
  }
  const named = new Set<string>();
  const words = new Set<string>();
  let again: PeriodNamed | undefined;
  for (const [each, ...others] of byPlace.values()) {
    const [of, another] = own.filter((period) => [each, ...others].every((saying) => saying !== undefined && isOf(saying, period)));
    if (!each || !of || another) continue;
    named.add(of.id);
    const printedWords = text.text.slice(each.start, each.end);
    if (words.has(printedWords) && !again && !isFree(text, each, printed)) again = each;
    words.add(printedWords);
  }
  const unnamed = own.find(({ id }) => !named.has(id));
  if (!unnamed || !again) return [];
  const { start, end } = again;
  const at = printed.locate(text, start, end - start);
  return [
    {
      message: say`the ${sayWord(place.kind)} says ${quoted(text.text.slice(start, end))} twice, and does not name ${unnamed.id} (${unnamed.start} to ${unnamed.end}), of which a column of ${statement} is`,
      ...(at && { at }),
      hints: ['name each period of the columns once, in their order', freeingHint],
    },
  ];
}

/** Sentences and headings of other matters name years and months of their own. */
function isHeld(said: PeriodNamed, place: LegendText['place']): boolean {
  if (said.by === 'year' || said.by === 'year-of-quarter') return false;
  if (place.kind !== 'heading') return true;
  if (said.by === 'fiscal-year' || said.by === 'month' || said.by === 'months') return false;
  // An outlook is headed by the period to come, which may have no file yet.
  if (place.over === undefined && (said.by === 'quarter' || said.by === 'half')) return false;
  return place.over !== undefined || said.by !== 'length' || said.months < 12;
}

const told = (periods: readonly PeriodDates[]): string => {
  const [first, second, ...more] = periods;
  const rest = more.length > 0 ? say`, and ${more.length} more` : '';
  return say`${first ? spanOf(first) : ''}${second ? say`; ${spanOf(second)}` : ''}${rest}`;
};
