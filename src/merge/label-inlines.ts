// Turn a label, caption or head of a data file into inlines; most are plain words and need no parser.
import type { Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import type { Located } from '../model/span.ts';
import { scalarText } from '../template/mapped-text.ts';
import { expandTemplate } from './expand-template.ts';
import { plainManuscript } from './manuscript.ts';
import type { Merging } from './merging.ts';
import { holdsNamesOnly } from './names-only.ts';
import { readHtml } from './read-html.ts';
import { readInlines } from './read-inlines.ts';
import { setInlines } from './set-inlines.ts';

/** `section` names the statement, for the place of figures. */
export function labelInlines(merging: Merging, label: Located<string>, lang: Lang, section: string): readonly Inline[] {
  const { value, at } = label;
  if (value === '') return [];
  if (!/[<&]|\{\{/.test(value)) return setInlines(merging, [{ text: value, at }], lang, 'name');
  const source = scalarText(value, at);
  if (!value.includes('{{')) return readInlines(merging, readHtml(merging, plainManuscript(source)), lang, 'name');
  const expanded = holdsNamesOnly(merging, source) ? expandTemplate(source, { merging, lang, section }) : undefined;
  return expanded ? readInlines(merging, readHtml(merging, expanded), lang, 'name') : [];
}

/** The same as plain words, for a table's summary. */
export function labelText(merging: Merging, label: Located<string>, lang: Lang, section: string): string {
  return labelInlines(merging, label, lang, section)
    .map((inline) => inline.text)
    .join('');
}
