// Turn what an exported workbook says of itself into Japanese.
import type { WorkbookWords } from '../workbook-words.ts';

export const workbook: WorkbookWords = {
  code: 'コード',
  unit: '単位',
  facts: 'データファイルの数値',
  recomputed: '再計算',
  colours: '青字：入力値、黒字：計算値',
  rate: '為替レート',
};
