// Turn the label of a row into the concepts that it may name: by their own labels in every language, else by the usual names of accounts.
import type { Account } from '../language/accounts.ts';
import { language } from '../language/languages.ts';
import { inLang } from '../model/language.ts';
import type { Release } from '../model/release.ts';
import { foldedText } from './folded-text.ts';

/** Concepts that labels name. */
export interface LabelConcepts {
  /** Ids in the order of the concepts; none for a label that names none. */
  readonly conceptsOf: (label: string) => readonly string[];
}

export function labelConcepts(release: Release): LabelConcepts {
  const own = new Map<string, Set<string>>();
  const byName = new Map<string, Set<string>>();
  const byAccount = new Map<Account, Set<string>>();
  const languages = release.languages.map(language);
  const add = <K>(map: Map<K, Set<string>>, key: K, concept: string) => map.set(key, (map.get(key) ?? new Set()).add(concept));
  const named = [
    ...[...release.concepts.values()].flatMap(({ id, labels, outcomes }) =>
      [labels, outcomes?.gain, outcomes?.loss].flatMap((each) => (each ? [{ id, labels: each }] : [])),
    ),
    ...[...release.statements.values(), ...release.unprinted.values()].flatMap(({ rows }) =>
      rows.flatMap(({ concept, labels }) => (concept !== undefined && labels ? [{ id: concept, labels }] : [])),
    ),
  ];
  for (const { id, labels } of named) {
    for (const { code, labels: reading } of languages) {
      const text = plain(inLang(labels, code).value);
      if (text.includes('{{')) continue;
      add(own, foldedText(text), id);
      for (const name of reading.namesIn(text)) {
        if (reading.unspecific.test(name)) continue;
        add(byName, `${code} ${name}`, id);
        for (const account of reading.accounts.get(name) ?? []) add(byAccount, account, id);
      }
    }
  }
  const order = new Map([...release.concepts.keys()].map((id, index) => [id, index]));
  const sorted = (ids: Iterable<string>) => [...ids].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return {
    conceptsOf: (label) => {
      const text = plain(label);
      const exact = own.get(foldedText(text)) ?? own.get(foldedText(withoutCode(text)));
      if (exact) return sorted(exact);
      const names = languages.flatMap(({ code, labels }) =>
        labels
          .namesIn(withoutCode(text))
          .filter((name) => !labels.unspecific.test(name))
          .map((name) => ({ code, name, labels })),
      );
      const alike = new Set(names.flatMap(({ code, name }) => [...(byName.get(`${code} ${name}`) ?? [])]));
      if (alike.size > 0) return sorted(alike);
      const accounts = names.flatMap(({ name, labels }) => labels.accounts.get(name) ?? []);
      return sorted(new Set(accounts.flatMap((account) => [...(byAccount.get(account) ?? [])])));
    },
  };
}

/** A label as it is read: without elements, notes and colons at its end. */
function plain(text: string): string {
  return text
    .slice(0, 500)
    .replace(/<(sup|sub)>[^<]*<\/\1>|<[^<>]*>/g, '')
    .replace(/\s*[:：]\s*$/, '')
    .replace(/\s*[（(][△▲][)）]\s*$/, '');
}

/** `4110 売上高` without the code before it. */
const withoutCode = (text: string): string => text.replace(/^[0-9]{2,10}[\s.:-]+/, '');
