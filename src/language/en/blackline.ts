// Turn what a blackline says of itself into English.
import type { BlacklineWriting, LineState } from '../blackline.ts';

const sentence = (count: number): string => (count === 1 ? '1 sentence' : `${count} sentences`);

const states = (line: string): Readonly<Record<LineState, string>> => ({
  new: `New ${line}: `,
  gone: `Deleted ${line}: `,
  renamed: `Renamed ${line}: `,
  moved: `Moved ${line}: `,
  'other-figures': `${line === 'row' ? 'Row' : 'Column'} that prints other figures: `,
});

export const blackline: BlacklineWriting = {
  title: 'Blackline',
  compared: (old, now) => `${now}, compared with ${old}`,
  deleted: 'deleted',
  added: 'added',
  legend:
    'Figures, days and names of periods that follow the data are shown with their old and new wording. Text that stood elsewhere is marked [moved] where it stands now. Of tables, names of rows and columns are compared, and not their figures.',
  summary: 'Summary',
  wholeText: 'Text',
  lookAt: 'To be looked at',
  restated: 'Figures restated',
  sentences: (count) => `${sentence(count)}.`,
  counts: {
    same: (count) => `Carried over as they were: ${count}`,
    figures: (count) => `Carried over with their figures, days and periods alone: ${count}`,
    changed: (count) => `Changed in their words: ${count}`,
    new: (count) => `New: ${count}`,
    gone: (count) => `Deleted: ${count}`,
    moved: (count) => `Moved: ${count}`,
  },
  moved: '[moved] ',
  unnamed: '(without a name)',
  rows: states('row'),
  columns: states('column'),
  tables: { new: 'New table: ', gone: 'Deleted table: ', moved: 'Moved table: ' },
  rowsKept: (count) => (count === 1 ? '1 row carried over.' : `${count} rows carried over.`),
  stayed: (text) => `“${text}” reads as before and is another period now.`,
  retyped: (before, after) => `“${before}” was typed anew as “${after}.”`,
  exchanged: (before, after) => `What was ${before} is ${after} now.`,
  restatedFigure: (name, before, after) => `${name}: ${before} before, ${after} now`,
  restatedBecause: (reason) => ` (${reason})`,
  restatedWithoutReason: ' (no reason is given)',
  revisedOutlook: ' (revised)',
  page: (page) => ` (page ${page})`,
};
