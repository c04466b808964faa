// Turn a label, caption or head of a data file into inlines; most are plain words and need no parser.
import type { Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import type { Located } from '../model/release.ts';
import { expandTemplate } from './expand-template.ts';
import { scalarText } from './mapped-text.ts';
import type { Merging } from './merging.ts';
import { parseMarkup } from './parse-markup.ts';
import { readInlines } from './read-inlines.ts';
import { setInlines } from './set-inlines.ts';

/** `section` names the statement, for the place of figures. */
export function labelInlines(merging: Merging, label: Located<string>, lang: Lang, section: string): readonly Inline[] {
  const { value, at } = label;
  if (value === '') return [];
  if (!/[<&]|\{\{/.test(value)) return setInlines(merging, [{ text: value, at }], lang, 'name');
  const source = scalarText(value, at);
  const expanded = value.includes('{{') ? expandTemplate(source, { merging, lang, section }) : source;
  return expanded ? readInlines(merging, parseMarkup(merging, expanded), lang, 'name') : [];
}

/** The same as plain words, for a table's summary. Its figures are heard, not printed, so they are no figures of the document. */
export function labelText(merging: Merging, label: Located<string>, lang: Lang, section: string): string {
  const silent = { ...merging, drafts: [], bounds: [], figures: [] };
  return labelInlines(silent, label, lang, section)
    .map((inline) => inline.text)
    .join('');
}
