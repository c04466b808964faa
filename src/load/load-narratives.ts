// Turn issuer.yaml into the languages of its releases, as far as the list can be read, and a release's folder into a narrative in each of them.
import { isLanguage, language, usualLanguages } from '../language/languages.ts';
import type { Lang } from '../model/language.ts';
import { say, sayAll } from '../model/say.ts';
import type { SourceFile, YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import type { FileReader } from './file-reader.ts';

/** Each once, in the order of the list; the usual ones for an issuer that lists none, or none that there is. */
export function listedLanguages(issuer: YamlFile): readonly Lang[] {
  const listed = [...new Set(typedList(issuer).filter(isLanguage))];
  return listed.length > 0 ? listed : usualLanguages;
}

/** What stands in the list, whether there is such a language or not. */
function typedList({ value }: YamlFile): readonly string[] {
  const list = typeof value === 'object' && value !== null && 'languages' in value ? value.languages : undefined;
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

const narrativeFile = /^narrative\.([A-Za-z-]+)\.md$/;

/** By language, in the issuer's order. A narrative that is missing, and one that would be passed over in silence, are findings. */
export function loadNarratives(folder: string, issuer: YamlFile, read: FileReader, report: Report): ReadonlyMap<Lang, SourceFile> {
  const typed = typedList(issuer);
  // A list of languages that there are not is told by validation; which narratives were meant is not known.
  if (typed.length > 0 && !typed.some(isLanguage)) return new Map();
  const languages = listedLanguages(issuer);
  const listed = sayAll(languages);
  const found = new Map<Lang, SourceFile>();
  for (const lang of languages) {
    const source = read.text(`${folder}/narrative.${lang}.md`, [
      'a release is written in every language of the issuer',
      languages.length > 1
        ? say`write it, or list languages without ${lang} in ${issuer.file}`
        : say`its language is ${lang}, as ${issuer.file} says`,
    ]);
    if (source) found.set(lang, source);
  }
  for (const name of read.names(folder) ?? []) {
    const [, code] = narrativeFile.exec(name) ?? [];
    // A language that is listed and not known is told by validation.
    if (code === undefined || languages.includes(code) || typed.includes(code)) continue;
    const message = say`${name} is not read: ${isLanguage(code) ? language(code).name : code} is not a language of this issuer`;
    const hints = [
      say`its languages are ${listed}: ${isLanguage(code) ? say`add ${code} to languages in ${issuer.file}, or remove` : 'rename or remove'} the file`,
    ];
    report({
      severity: 'error',
      code: 'load/unlisted-language',
      message,
      at: { file: `${folder}/${name}`, line: 1, column: 1, length: 1 },
      hints,
    });
  }
  return found;
}
