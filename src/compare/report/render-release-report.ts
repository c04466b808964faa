// Turn the comparison of two releases into one page to read: the whole text as a blackline, with filters by how each sentence was carried over.
import { language } from '../../language/languages.ts';
import type {
  BlacklinePiece,
  ComparedLanguage,
  ComparedTable,
  ComparedWording,
  ReleaseComparison,
} from '../../model/release-comparison.ts';
import { wordings } from '../../model/release-comparison.ts';
import { escapeHtml, styledHead } from '../../render/html/safe-markup.ts';

export function renderReleaseReport(comparison: ReleaseComparison): string {
  return '';
}
