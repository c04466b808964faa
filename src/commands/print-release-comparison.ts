// Turn the comparison of two releases of different periods into lines for a terminal: how many sentences were carried over, then every one that was not, as a blackline.

import { lineStates } from '../compare/periods/line-states.ts';
import { isUnexplained } from '../compare/periods/restated-facts.ts';
import { type DifferenceClass, differenceClasses } from '../model/difference.ts';
import type {
  BlacklinePiece,
  ComparedLanguage,
  ComparedLine,
  ComparedSentence,
  ComparedTable,
  ComparedWording,
  ReadAt,
  ReleaseComparison,
  RestatedFact,
} from '../model/release-comparison.ts';
import type { DifferencePrinting } from './print-differences.ts';
import { visibleText } from './visible-text.ts';

export function printReleaseComparison(comparison: ReleaseComparison, printing: DifferencePrinting): string {
  const { old, new: now, periods, counts, languages, restated, altered, printedInBoth } = comparison;
  const tally = differenceClasses.map((name: DifferenceClass) => `${counts[name]} ${name}`).join(', ');
  const head = [
    `old  ${visibleText(old)}  ${visibleText(periods.old)}`,
    `new  ${visibleText(now)}  ${visibleText(periods.new)}`,
    differenceClasses.every((name) => counts[name] === 0) ? 'same' : tally,
    'compared sentence by sentence and table by table, figures and periods by what they are; pages and pictures were not compared',
    ...(printedInBoth > 0 ? [`${printedInBoth} figures of one period stand in both, ${restated.length} with another amount`] : []),
  ];
  const factLine = ({ fact, before, after, printed, because, from, revised }: RestatedFact): string => {
    const shown = printed.find((pair) => pair.before !== pair.after) ?? { before, after };
    const reason =
      because ?? (from === undefined ? 'no reason is given: as-released of its period says what was printed, and why' : `with ${from}`);
    const why = revised ? '' : `  < ${reason}`;
    return visibleText(`${fact}: ${shown.before} becomes ${shown.after}${why}`);
  };
  const factsOf = (test: (one: RestatedFact) => boolean) => restated.filter(test).map(factLine);
  const files = altered.map(({ release, file }) => visibleText(`${release}: ${file} is not the file that the build wrote`));
  const told = [
    ...section('unexplained', [...files, ...factsOf(isUnexplained)], printing),
    ...section(
      'restated',
      factsOf((one) => !one.revised && !isUnexplained(one)),
      printing,
    ),
    ...section(
      'revised',
      factsOf((one) => one.revised === true),
      printing,
    ),
    ...languages.flatMap((language) => printLanguage(language, printing)),
  ];
  return `${[...head, ...told].join('\n')}\n`;
}

function printLanguage({ lang, blocks, sentences: count }: ComparedLanguage, printing: DifferencePrinting): readonly string[] {
  const sentences = blocks.flatMap((block) => ('text' in block ? block.text.sentences : []));
  const tables = blocks.flatMap((block) => ('table' in block ? [block.table] : []));
  const now = sentences.length - count.gone;
  const moved = count.moved > 0 ? `, ${count.moved} moved` : '';
  const first = `${lang}  ${now} sentences: ${count.same} as they were, ${count.figures} with their figures and periods alone, ${count.changed} changed, ${count.new} new; ${count.gone} gone${moved}`;
  const wordings: readonly ComparedWording[] = [
    ...sentences,
    ...tables.flatMap(({ captions, rows, columns }) => [...captions, ...rows, ...columns]),
  ];
  const lines = (test: (one: ComparedSentence) => boolean) => sentences.filter(test).map((one) => sentenceLine(one, printing));
  return [
    '',
    first,
    ...section(
      `${lang} changed`,
      lines(({ wording }) => wording === 'changed'),
      printing,
    ),
    ...section(
      `${lang} new`,
      lines(({ wording }) => wording === 'new'),
      printing,
    ),
    ...section(
      `${lang} gone`,
      lines(({ wording }) => wording === 'gone'),
      printing,
    ),
    ...section(
      `${lang} moved`,
      lines((one) => one.moved),
      printing,
    ),
    ...section(
      `${lang} typed anew`,
      wordings.flatMap((one) => one.retyped.map(({ before, after }) => where(one) + visibleText(`${before} becomes ${after}`))),
      printing,
    ),
    ...section(
      `${lang} typed periods that stayed`,
      wordings.flatMap((one) => one.stayed.map(({ text, was, is }) => where(one) + visibleText(`'${text}' was ${was}, and is ${is}`))),
      printing,
    ),
    ...section(
      `${lang} tables`,
      tables.flatMap((table) => tableLines(table, printing)),
      printing,
    ),
    ...section(
      `${lang} figures and periods alone`,
      lines(({ wording }) => wording === 'figures'),
      printing,
    ),
  ];
}

/** Nothing without lines. */
function section(title: string, lines: readonly string[], { lines: most, colour }: DifferencePrinting): readonly string[] {
  if (lines.length === 0) return [];
  const shown = most === 0 ? lines : lines.slice(0, most);
  const rest = lines.length - shown.length;
  return [
    '',
    colour ? `\u001b[1m${title}\u001b[0m` : title,
    ...shown.map((line) => `  ${line}`),
    ...(rest > 0 ? [`  … ${rest} more; --lines 0 tells all`] : []),
  ];
}

/** With what its figures are of, where they are others. */
function sentenceLine(one: ComparedSentence, printing: DifferencePrinting): string {
  const why = one.exchanged.map(({ before, after }) => visibleText(`${before} becomes ${after}`)).join(', ');
  return `${where(one)}${blackline(one.pieces, printing)}${why === '' ? '' : `  < ${why}`}`;
}

/** `page 4, Overview: `; of what is gone, its page in the earlier release. */
function where({ old, new: now }: ComparedWording): string {
  const at: ReadAt | undefined = now ?? old;
  if (!at) return '';
  const page = at.page === undefined ? [] : [`${now ? '' : 'old '}page ${at.page}`];
  const heading = at.heading === '' ? [] : [shortened(visibleText(at.heading), 40)];
  return [...page, ...heading].join(', ') + (page.length + heading.length > 0 ? ': ' : '');
}

/** As programs write it that compare words: [-deleted-]{+added+}. */
function blackline(pieces: readonly BlacklinePiece[], { colour }: DifferencePrinting): string {
  const paint = (code: string, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const isWhole = pieces.length === 1;
  return pieces
    .map(({ kind, text }) => {
      const shown = visibleText(text);
      if (isWhole) return shown;
      if (kind === 'same') return shortened(shown, 60);
      return kind === 'deleted' ? paint('31', `[-${shown}-]`) : paint('32', `{+${shown}+}`);
    })
    .join('');
}

/** The beginning and the end of a stretch that is long. */
function shortened(text: string, most: number): string {
  const characters = [...text];
  const half = Math.floor(most / 2);
  return characters.length <= most ? text : `${characters.slice(0, half).join('')} … ${characters.slice(-half).join('')}`;
}

function tableLines(table: ComparedTable, printing: DifferencePrinting): readonly string[] {
  const { statement, name: title, status, moved, captions, rows, columns, old, new: now } = table;
  const page = (now ?? old)?.page;
  const called = title === '' ? statement : `${shortened(visibleText(title), 40)} (${statement})`;
  const name = page === undefined ? called : `${now ? '' : 'old '}page ${page}, ${called}`;
  if (status !== 'kept') return [`${name}: the table is ${status}, with ${rows.length} rows`];
  const line = (kind: string, one: ComparedLine): readonly string[] => {
    const what = lineStates(one).map((state) => (state === 'other-figures' ? 'prints other figures' : state));
    return what.length > 0 ? [`${name}: ${kind} ${what.join(', ')}: ${blackline(one.pieces, printing) || 'without a name'}`] : [];
  };
  return [
    ...(moved ? [`${name}: the table moved`] : []),
    ...captions.flatMap((one) => line('caption', { ...one, otherFigures: false })),
    ...rows.flatMap((one) => line('row', one)),
    ...columns.flatMap((one) => line('column', one)),
  ];
}
