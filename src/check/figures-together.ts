// Turn an amount with the change or the dollars of another fact in brackets behind it into findings.
import { language } from '../language/languages.ts';
import type { Figure } from '../model/document.ts';
import type { FindingDetails } from '../model/finding.ts';
import type { Printed, TextCheck } from './check-shapes.ts';
import type { TextRun, TypedText } from './typed-text.ts';

/** What stands in brackets, or set off by a comma, right behind an amount is said of it. */
export const figuresTogether: TextCheck = {
  code: 'check/figures-together',
  severity: 'error',
  each: (text, printed) => strangers(text, printed),
};

interface PrintedFigure {
  readonly figure: Figure;
  readonly run: TextRun;
}

function strangers(text: TypedText, printed: Printed): readonly FindingDetails[] {
  const figures = figuresOf(text, printed);
  return figures.flatMap((second, index) => {
    const first = figures[index - 1];
    if (first?.figure.measure !== 'amount' || !isSaidOf(second, first, text) || isOfSame(second.figure, first.figure)) return [];
    return [stranger(first, second, text, printed)];
  });
}

/** The first run of each. */
function figuresOf({ runs }: TypedText, { document }: Printed): readonly PrintedFigure[] {
  let last: number | undefined;
  return runs.flatMap((run): readonly PrintedFigure[] => {
    const id = run.inline.figure;
    const figure = id === undefined || id === last ? undefined : document.figures[id];
    last = id ?? last;
    return figure ? [{ figure, run }] : [];
  });
}

/** Longest words between an amount and what is said of it. */
const reach = 24;

function isSaidOf({ figure: { measure }, run }: PrintedFigure, first: PrintedFigure, { typed, runs, lang }: TypedText): boolean {
  if (measure !== 'change' && measure !== 'translated') return false;
  const end = runs.findLast(({ inline }) => inline.figure === first.figure.id)?.end ?? first.run.end;
  if (run.start - end > reach) return false;
  const between = typed.slice(end, run.start);
  const { ofChange, ofDollars } = language(lang).words.saidOfAmount;
  return (measure === 'change' ? ofChange : ofDollars).test(between);
}

/** A change may also follow the amount that it is a change from. */
const isOfSame = (second: Figure, first: Figure): boolean => second.fact === first.fact || second.against === first.fact;

function stranger(first: PrintedFigure, second: PrintedFigure, text: TypedText, { locate }: Printed): FindingDetails {
  const { run, figure } = second;
  const what = figure.measure === 'change' ? 'the change of' : 'the dollars of';
  return {
    message: `${first.run.inline.text} is ${first.figure.fact}, and ${run.inline.text} right behind it is ${what} ${figure.fact}`,
    at: locate(text, run.start, run.end - run.start) ?? run.inline.at,
    related: [{ at: first.figure.at, message: first.figure.fact }],
    hints: ['let both name the same concept and period', 'or name in words what the second one is of'],
  };
}
