// Turn what an exported workbook says of itself into German.
import type { WorkbookWords } from '../../../src/language/workbook-words.ts';

export const workbook: WorkbookWords = {
  code: 'Code',
  unit: 'Einheit',
  facts: 'Zahlen der Datendateien',
  recomputed: 'Nachgerechnet',
  colours: 'Blau: eingegeben. Schwarz: berechnet.',
  rate: 'Wechselkurs',
};
