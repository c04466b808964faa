// Turn a cell into the exact figure that it holds, or into why it holds none.
import { inPercent } from '../figures/scale.ts';
import { Exact } from '../model/exact.ts';
import type { FindingWords } from '../model/finding.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import { isFault as isTypedFault, parseFigure, parseOpenFigure } from '../validate/parse-typed.ts';
import type { WorkbookCell } from './workbook.ts';

/** A figure as a cell has it: before any scale. */
export interface CellFigure {
  /** Of a percentage, in percent. */
  readonly value: Exact;
  /** A dash: nothing. */
  readonly nil: boolean;
  /** Shown with the sign `%`. */
  readonly percent: boolean;
  /** Undecided, or a range whose low end is the value: as a data file types it. */
  readonly open?: string;
  /** What is shown is another figure: the format hides digits of it, or shows it in thousands. */
  readonly shows?: string;
}

export function isFault(figure: CellFigure | FindingWords): figure is FindingWords {
  return 'message' in figure;
}

/** `digits` chooses between what a number is and what its format shows of it. */
export function cellFigure(cell: WorkbookCell, digits: 'held' | 'shown'): CellFigure | FindingWords {
  const { kind, value, shown, percent } = cell;
  switch (kind) {
    case 'number': {
      const held = Exact.read(value) ?? Exact.zero;
      const seen = textFigure(shown);
      if (isFault(seen) && digits === 'shown' && shown !== value)
        return { message: say`shows ${quoted(shown)}, and that is no figure`, hint: 'digits: held in the map takes what the cell holds' };
      if (isFault(seen)) return { value: percent ? inPercent(held) : held, nil: false, percent };
      // A format may write the sign % behind a number of percent.
      const figure = { value: percent ? inPercent(held) : held, nil: seen.nil && held.isZero, percent: percent || seen.percent };
      if (figure.nil || (!seen.nil && seen.value.equals(figure.value))) return figure;
      return digits === 'shown' ? { value: seen.value, nil: seen.nil, percent: figure.percent } : { ...figure, shows: shown.trim() };
    }
    case 'text':
      return openFigure(value) ?? textFigure(value);
    case 'date':
      return {
        message: say`is a date, ${value}, and a figure is wanted`,
        hint: 'give the cell the format of a number, or take another column',
      };
    case 'error':
      return { message: say`is the error ${value}`, hint: 'mend the formula in the workbook, and save it' };
    case 'uncomputed':
      return {
        message: say`is a formula that was never computed, =${cell.formula ?? ''}`,
        hint: 'open the workbook in Excel or LibreOffice and save it: figures are read as they were computed there',
      };
    case 'boolean':
      return { message: say`is ${value}, and a figure is wanted`, hint: 'take another column, or list the row under ignore' };
  }
}

/** What a forecast or a dividend may be besides a figure; undefined of any other text. */
function openFigure(text: string): CellFigure | undefined {
  const open = text.trim();
  const figure = parseOpenFigure(open);
  if (isTypedFault(figure) || !(figure.undecided || figure.upper)) return undefined;
  return { value: figure.value, nil: false, percent: figure.percent, open };
}

/** Signs of currencies that may stand before an amount. */
const currencies = /^(?:[¥$€£\\]|JPY|USD|US\$)/;

/** `△1,234`, `(1,234)`, `▲ 1,234`, `１，２３４`, `¥1,234`, `-`, `―`, `23.6%`, spaces aside. */
export function textFigure(text: string): CellFigure | FindingWords {
  const folded = text
    .normalize('NFKC')
    .replace(/[，、]/g, ',')
    .replace(/[‐‑–—―ー─]/g, '-')
    .trim();
  // A space between a sign and digits is one of form; between digits it may be anything.
  const plain = folded.replace(/^([-−△▲+(]?)\s+/, '$1').replace(/\s+([)%])/g, '$1');
  const signed = plain.replace(/^\+/, '');
  const amount = signed.replace(/^([-−△▲(]?)\s*(.*)$/s, (_, sign: string, rest: string) => sign + rest.replace(currencies, '').trimStart());
  const figure = parseFigure(amount.replace(currencies, '').trimStart());
  if (isTypedFault(figure)) return { message: say`${quoted(text)} is no figure`, hint: figure.hint };
  return { value: figure.value, nil: figure.nil, percent: figure.percent };
}
