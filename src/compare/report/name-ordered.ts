// Turn an ordered change into what was changed in the words of readers, and what was typed into what it prints.
import { factKey, releasePeriod } from '../../figures/fact-key.ts';
import { isLanguage, language } from '../../language/languages.ts';
import type { ReportWords } from '../../language/report-words.ts';
import type { OrderedChange } from '../../model/difference.ts';
import type { Lang } from '../../model/language.ts';
import { escapeHtml } from '../../render/html/safe-markup.ts';
import { factName, measured } from './name-facts.ts';
import type { BothNames, PrintedNames } from './printed-names.ts';

/** HTML: the printed name of a fact, of an override, or of what else the data give. */
export function orderedName({ kind, subject }: OrderedChange, names: BothNames, words: ReportWords, lang: Lang): string {
  switch (kind) {
    case 'fact':
    case 'formula':
      return factName(subject, names, words, lang);
    case 'override':
      return overridden(subject, names, words, lang);
    case 'given':
      return givenName(subject, names, words, lang);
  }
}

/** What was typed; of a fact that is computed now, its formula. */
export function orderedValue({ kind, subject }: OrderedChange, typed: string, names: PrintedNames | undefined, words: ReportWords): string {
  const formula = typed.startsWith('computed: ') ? typed.slice('computed: '.length) : undefined;
  if (kind === 'fact' && formula !== undefined) return filling(words.phrases.computed, { formula });
  const override = kind === 'override' ? names?.override(subject) : undefined;
  return override ? filling(words.phrases.forExact, { print: override.print, exact: override.exact }) : typed;
}

const filling = (phrase: string, values: Readonly<Record<string, string>>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);

function overridden(subject: string, names: BothNames, words: ReportWords, lang: Lang): string {
  for (const side of [names.new, names.old]) {
    const override = side?.override(subject);
    if (!override) continue;
    const table = side?.table(override.where, lang);
    return words.joined([...(table === undefined ? [] : [escapeHtml(table)]), measured(override, names, words, lang)]);
  }
  return `<code>${escapeHtml(subject)}</code>`;
}

/** `rate`, `announced.en`, `column.operations.jpy`, `row.operations.revenue.total`, `period.2q02`: the first word says what it is. */
function givenName(given: string, names: BothNames, words: ReportWords, lang: Lang): string {
  const [first = '', ...rest] = given.split('.');
  const what = escapeHtml(Object.hasOwn(words.givens, first) ? (words.givens[first] ?? first) : first);
  const about = aboutGiven(first, rest, names, lang);
  return about === '' ? what : words.bracketed(what, about);
}

function aboutGiven(first: string, rest: readonly string[], names: BothNames, lang: Lang): string {
  const [name = '', ...inner] = rest;
  const ask = (question: (one: PrintedNames) => string | undefined): string | undefined =>
    (names.new && question(names.new)) ?? (names.old && question(names.old));
  const table = ['scale', 'column', 'row'].includes(first) ? (ask((one) => one.table(name, lang)) ?? name) : undefined;
  switch (first) {
    case 'scale':
      return escapeHtml(table ?? name);
    case 'column':
      return escapeHtml([table, ask((one) => one.column(name, inner.at(-1) ?? '', lang)) ?? inner.join('.')].join(' / '));
    case 'row':
      return escapeHtml([table, ask((one) => one.concept(factKey(inner.join('.'), releasePeriod), lang)) ?? inner.join('.')].join(' / '));
    case 'period':
      return escapeHtml(ask((one) => one.periodNamed(rest.join('.'), lang)) ?? rest.join('.'));
    case 'announced':
    case 'names':
    case 'short-names':
      return isLanguage(name) ? language(name).report.autonym : escapeHtml(name);
    default:
      return rest.length === 0 ? '' : `<code>${escapeHtml(rest.join('.'))}</code>`;
  }
}
