// Turn the words over a column or beside a row into what they name: other concepts of the release, or accounts by their usual names.
import type { Account } from '../../language/accounts.ts';
import { language } from '../../language/languages.ts';
import type { Lang } from '../../model/language.ts';
import type { Concept, Release } from '../../model/release.ts';
import { readable } from './printed-tables.ts';

/** Reads the names of one release; each text once. */
export interface AccountNames {
  /** The names that a text gives one thing, as equal wordings are compared; none where it tells nothing. */
  readonly namesIn: (text: string, lang: Lang) => readonly string[];
  /** Names of a concept: its label and those of its outcomes. */
  readonly namesOf: (concept: string, lang: Lang) => ReadonlySet<string>;
  /** Concepts of the release whose label the text is. */
  readonly conceptsNamed: (text: string, lang: Lang) => readonly string[];
  /** Accounts that a text may mean; none for one that is no usual name. */
  readonly accountsIn: (text: string, lang: Lang) => readonly Account[];
  /** Accounts that a concept's names may mean, in every language of the release. */
  readonly accountsOf: (concept: string) => ReadonlySet<Account>;
}

/** Of the same concepts in the same languages: the same, with all that was read. */
export function accountNames({ concepts, languages }: Pick<Release, 'concepts' | 'languages'>): AccountNames {
  const byLanguages = read.get(concepts) ?? new Map<string, AccountNames>();
  read.set(concepts, byLanguages);
  const key = languages.join();
  const names = byLanguages.get(key) ?? namesAmong(concepts, languages);
  byLanguages.set(key, names);
  return names;
}

const read = new WeakMap<Release['concepts'], Map<string, AccountNames>>();

function namesAmong(concepts: Release['concepts'], languages: Release['languages']): AccountNames {
  const namesOf = remembered((concept: string, lang: Lang): ReadonlySet<string> => {
    const found = concepts.get(concept);
    return new Set(found ? labelsOf(found, lang).flatMap((label) => namesIn(label, lang)) : []);
  });
  const namesIn = remembered((text: string, lang: Lang): readonly string[] => {
    const { labels } = language(lang);
    const words = readable(text.replace(/<[^<>]*>/g, '')).replace(countMark, '');
    return labels.namesIn(words).filter((name) => !labels.unspecific.test(name));
  });
  const accountsIn = remembered((text: string, lang: Lang): readonly Account[] => accountsNamed(namesIn(text, lang), lang));
  const byName = new Map<Lang, ReadonlyMap<string, readonly string[]>>();
  const conceptsNamed = remembered((text: string, lang: Lang): readonly string[] => {
    const ofLang = byName.get(lang) ?? conceptsByName(concepts, (concept) => namesOf(concept, lang));
    byName.set(lang, ofLang);
    return [...new Set(namesIn(text, lang).flatMap((name) => ofLang.get(name) ?? []))];
  });
  const known = new Map<string, ReadonlySet<Account>>();
  const accountsOf = (concept: string): ReadonlySet<Account> => {
    const found = known.get(concept) ?? new Set(languages.flatMap((lang) => accountsNamed([...namesOf(concept, lang)], lang)));
    known.set(concept, found);
    return found;
  };
  return { namesIn, namesOf, conceptsNamed, accountsIn, accountsOf };
}

/** What counts the lines of a table before their names: ①, (i), （2）. */
const countMark = /^\s*(?:[①-⑳]|[(（](?:\p{Nd}{1,2}|[ivx]{1,5}|\p{L})[)）])\s*/iu;

function conceptsByName(
  concepts: Release['concepts'],
  namesOf: (concept: string) => ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const concept of concepts.keys()) {
    for (const name of namesOf(concept)) found.set(name, [...(found.get(name) ?? []), concept]);
  }
  return found;
}

const accountsNamed = (names: readonly string[], lang: Lang): readonly Account[] =>
  names.flatMap((name) => language(lang).labels.accounts.get(name) ?? []);

function labelsOf({ labels, heads, outcomes, annual }: Concept, lang: Lang): readonly string[] {
  const rows = [labels[lang], annual?.labels?.[lang]];
  const columns = [heads?.[lang], annual?.heads?.[lang]];
  const results = [outcomes, annual?.outcomes].flatMap((names) => [names?.gain[lang], names?.loss[lang]]);
  return [...new Set([...rows, ...columns, ...results].flatMap((label) => (label ? [label.value] : [])))];
}

/** No name is longer, in characters: other texts are read each time. */
const longestName = 300;

function remembered<T>(make: (text: string, lang: Lang) => T): (text: string, lang: Lang) => T {
  const known = new Map<Lang, Map<string, T>>();
  return (text, lang) => {
    if (text.length > longestName) return make(text, lang);
    const ofLang = known.get(lang) ?? new Map<string, T>();
    known.set(lang, ofLang);
    const found = ofLang.get(text) ?? make(text, lang);
    ofLang.set(text, found);
    return found;
  };
}
