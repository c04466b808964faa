// Turn differences into lines for a terminal: counts by class, then the changes of each class, each with its reason and its page.
import { type Difference, type DifferenceClass, type Differences, describeChain, differenceClasses } from '../model/difference.ts';
import { visibleText } from './visible-text.ts';

export interface DifferencePrinting {
  /** Lines told of each class; 0 for all. */
  readonly lines: number;
  readonly colour: boolean;
}

/** SGR colours: red for what needs a look, bold for what was ordered. */
const colours: Readonly<Record<DifferenceClass, string>> = {
  ordered: '1',
  consequential: '36',
  text: '33',
  layout: '2',
  file: '35',
  unexplained: '1;31',
};

export function printDifferences(
  { old, new: now, depth, counts, changes, pages, remarks = [] }: Differences,
  printing: DifferencePrinting,
): string {
  const paint = (name: DifferenceClass, text: string) => (printing.colour ? `\u001b[${colours[name]}m${text}\u001b[0m` : text);
  const tally = differenceClasses.map((name) => (counts[name] > 0 ? paint(name, `${counts[name]} ${name}`) : `0 ${name}`)).join(', ');
  const touched = pages.filter((pair) => pair.changes.length > 0).length;
  const head = [
    `old  ${visibleText(old)}`,
    `new  ${visibleText(now)}`,
    changes.length === 0 ? 'same' : tally,
    ...(depth === 'pages' ? ['compared as documents, without the data behind them: not both are builds'] : []),
    ...(changes.length === 0 ? [] : [`${touched} of ${pages.length} pages differ`]),
    ...remarks.map(visibleText),
  ];
  // What nobody ordered comes first.
  const order: readonly DifferenceClass[] = ['unexplained', 'ordered', 'consequential', 'text', 'file', 'layout'];
  const told = order.flatMap((name) => {
    const own = changes.filter((change) => change.class === name);
    if (own.length === 0) return [];
    const shown = printing.lines === 0 ? own : own.slice(0, printing.lines);
    const rest = own.length - shown.length;
    return [
      '',
      paint(name, name),
      ...shown.map((change) => `  ${visibleText(line(change))}`),
      ...(rest > 0 ? [`  … ${rest} more; --lines 0 tells all`] : []),
    ];
  });
  return `${[...head, ...told].join('\n')}\n`;
}

function line(change: Difference): string {
  if (change.class === 'ordered') return `${change.summary}  ${change.at.file}:${change.at.line}`;
  const page = change.new[0]?.page ?? change.old[0]?.page;
  const where = page === undefined ? '' : `  page ${page}`;
  const why = 'chain' in change && change.chain !== undefined && change.chain.length > 0 ? `  < ${describeChain(change.chain)}` : '';
  return `${change.summary}${saysPage(change) ? '' : where}${why}`;
}

/** Whether its summary names the page already. */
const saysPage = ({ kind, summary }: Difference): boolean =>
  kind === 'moved' || kind === 'page-text' || kind === 'image' || /^pages? \d/.test(summary);
