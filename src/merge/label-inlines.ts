// Turn a label, caption or head of a data file into inlines; most are plain words and need no parser.
import type { Inline } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import type { Kind } from '../model/memory.ts';
import { say, sayAll } from '../model/say.ts';
import type { Located } from '../model/span.ts';
import { type MappedText, scalarText } from '../template/mapped-text.ts';
import { nodePlaces } from '../template/node-places.ts';
import { expandTemplate } from './expand-template.ts';
import { plainManuscript } from './manuscript.ts';
import type { Markup } from './markup.ts';
import type { Merging } from './merging.ts';
import { readHtml } from './read-html.ts';
import { readInlines } from './read-inlines.ts';
import { setInlines } from './set-inlines.ts';

/** `section` names the statement, for the place of figures. */
export function labelInlines(merging: Merging, label: Located<string>, lang: Lang, section: string): readonly Inline[] {
  const { value, at } = label;
  if (value === '') return [];
  if (!/[<&]|\{\{/.test(value)) return plainLabel(merging, label, lang);
  const source = scalarText(value, at);
  if (!value.includes('{{')) return readInlines(merging, readHtml(merging, plainManuscript(source)), lang, 'name');
  const expanded = holdsNamesOnly(merging, source) ? expandTemplate(source, { merging, lang, section }) : undefined;
  return expanded ? readInlines(merging, readHtml(merging, expanded), lang, 'name') : [];
}

/** A label without markup and expressions: its words as they are set, once for all tables that it stands in. */
const plainLabels: Kind<{ readonly text: string | undefined }> = { name: 'merge/label', bytes: ({ text = '' }) => 60 + 2 * text.length };

function plainLabel(merging: Merging, { value, at }: Located<string>, lang: Lang): readonly Inline[] {
  const { memory, profile } = merging;
  const key = `${profile} ${lang} ${value}`;
  const known = memory.keeps ? memory.find(plainLabels, key) : undefined;
  if (known) return known.text === undefined ? [] : [{ text: known.text, at }];
  let silent = true;
  const report: Markup['report'] = (finding) => {
    silent = false;
    merging.report(finding);
  };
  const inlines = setInlines(memory.keeps ? { report, profile } : merging, [{ text: value, at }], lang, 'name');
  const [first] = inlines;
  // Words with a raised mark in them are several runs, each with its place.
  const whole = inlines.length === 0 || (inlines.length === 1 && first?.at === at && first.sup === undefined);
  if (memory.keeps && silent && whole) memory.keep(plainLabels, key, { text: first?.text });
  return inlines;
}

/** The same as plain words, for a table's summary. */
export function labelText(merging: Merging, label: Located<string>, lang: Lang, section: string): string {
  return labelInlines(merging, label, lang, section)
    .map((inline) => inline.text)
    .join('');
}

/** Helpers that labels, captions and heads of data files may call. */
const nameHelpers = ['period', 'date', 'rate', 'issuer', 'page'] as const;

/**
 * True for text with calls such as `{{period "current" style="end"}}`: one of the names, its parameters in quotation marks, nothing
 * inside them. All else is reported: blocks, partials, comments, calls in brackets, figures.
 */
function holdsNamesOnly(merging: Merging, source: MappedText): boolean {
  const program = merging.parseTemplate(source);
  if (!program) return false;
  const places = nodePlaces(source);
  const others = program.body.filter((statement) => statement.type !== 'ContentStatement' && !isName(statement));
  for (const { loc } of others) {
    const at = places.span(loc);
    const hints = [say`write {{period "current"}} or another of ${sayAll(nameHelpers, ', ')}, with plain words in quotation marks`];
    merging.report({ severity: 'error', code: 'merge/template', message: 'words of a data file may hold names only', at, hints });
  }
  return others.length === 0;
}

function isName(statement: hbs.AST.Statement): boolean {
  if (statement.type !== 'MustacheStatement') return false;
  const { path, params, hash, escaped } = statement as hbs.AST.MustacheStatement;
  const values = [...params, ...(hash?.pairs ?? []).map(({ value }) => value)];
  const name = path.type === 'PathExpression' ? String((path as hbs.AST.PathExpression).original) : '';
  return escaped && nameHelpers.some((known) => known === name) && values.every(({ type }) => type === 'StringLiteral');
}
