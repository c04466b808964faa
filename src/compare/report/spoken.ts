// Turn what the page says into HTML that says it in every language of the page, of which one is shown.
import { language, languageCodes } from '../../language/languages.ts';
import type { ReportPhrase, ReportWords } from '../../language/report-words.ts';
import type { Lang } from '../../model/language.ts';
import { escapeHtml } from '../../render/html/safe-markup.ts';

/** What fills the names in braces of a phrase: text, not yet escaped. */
export type Filling = Readonly<Record<string, string | number>>;

/** What a page says in one of its languages: HTML. */
export type Saying = (words: ReportWords, lang: Lang) => string;

/** Languages of a page, of which one is shown until its reader chooses another. */
export interface Speaker {
  readonly first: Lang;
  /** All of them: the first, then the others. */
  readonly languages: readonly Lang[];
  /** An element for each language; one for all where all say the same. */
  readonly say: (saying: Saying) => string;
  /** A phrase alone. */
  readonly phrase: (name: ReportPhrase, filling?: Filling) => string;
  /** An attribute, and what the page's script sets it to when another language is chosen. */
  readonly attribute: (name: string, saying: Saying) => string;
}

export function speaker(first: Lang): Speaker {
  const languages = [first, ...languageCodes.filter((code) => code !== first)];
  const each = (saying: Saying) => languages.map((lang) => [lang, saying(language(lang).report, lang)] as const);
  const say = (saying: Saying): string => {
    const said = each(saying);
    const [one] = said;
    if (one && said.every(([, html]) => html === one[1])) return one[1];
    return said.map(([lang, html]) => `<span class="w" lang="${lang}">${html}</span>`).join('');
  };
  return {
    first,
    languages,
    say,
    phrase: (name, filling) => say((words) => filled(words, name, filling)),
    attribute: (name, saying) => {
      const said = each(saying).map(([lang, text]) => ` data-said-${lang}="${text}"`);
      return ` ${name}="${saying(language(first).report, first)}" data-said="${name}"${said.join('')}`;
    },
  };
}

/** A phrase with its braces filled, as HTML; figures as they are counted are grouped by threes. */
export function filled(words: ReportWords, name: ReportPhrase, filling: Filling = {}): string {
  return words.phrases[name].replace(/\{(\w+)\}/g, (whole, key: string) => {
    const value = filling[key];
    if (value === undefined) return whole;
    return escapeHtml(typeof value === 'number' ? grouped(value) : value);
  });
}

/** 1234567 as 1,234,567, in every language of ours. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
