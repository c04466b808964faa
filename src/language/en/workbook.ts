// Turn what an exported workbook says of itself into English.
import type { WorkbookWords } from '../workbook-words.ts';

export const workbook: WorkbookWords = {
  code: 'Code',
  unit: 'Unit',
  facts: 'Figures of the data files',
  recomputed: 'Recomputed',
  colours: 'Blue: typed. Black: computed.',
  rate: 'Exchange rate',
};
