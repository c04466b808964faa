// Turn issuer.yaml into the languages that its releases are written in, as far as its list can be read: validation tells the rest.
import { isLanguage, usualLanguages } from '../language/languages.ts';
import type { Lang } from '../model/language.ts';
import type { YamlFile } from '../model/sources.ts';

/** Each once, in the order of the list; the usual ones for an issuer that lists none, or none that there is. */
export function listedLanguages(issuer: YamlFile): readonly Lang[] {
  const listed = [...new Set(typedList(issuer).filter(isLanguage))];
  return listed.length > 0 ? listed : usualLanguages;
}

/** What stands in the list, whether there is such a language or not. */
export function typedList({ value }: YamlFile): readonly string[] {
  const list = typeof value === 'object' && value !== null && 'languages' in value ? value.languages : undefined;
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}
