// Turn a release's folder into its narratives: a file in each language of the issuer, and no other.
import { isLanguage, language } from '../language/languages.ts';
import type { Lang } from '../model/language.ts';
import type { SourceFile, YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import type { FileReader } from './file-reader.ts';
import { listedLanguages, typedList } from './listed-languages.ts';

const narrativeFile = /^narrative\.([A-Za-z-]+)\.md$/;

/** By language, in the issuer's order. A narrative that is missing, and one that would be passed over in silence, are findings. */
export function loadNarratives(folder: string, issuer: YamlFile, read: FileReader, report: Report): ReadonlyMap<Lang, SourceFile> {
  const typed = typedList(issuer);
  // A list of languages that there are not is told by validation; which narratives were meant is not known.
  if (typed.length > 0 && !typed.some(isLanguage)) return new Map();
  const languages = listedLanguages(issuer);
  const listed = languages.join(', ');
  const found = new Map<Lang, SourceFile>();
  for (const lang of languages) {
    const source = read.text(`${folder}/narrative.${lang}.md`, [
      'a release is written in every language of the issuer',
      languages.length > 1
        ? `write it, or list languages without ${lang} in ${issuer.file}`
        : `its language is ${lang}, as ${issuer.file} says`,
    ]);
    if (source) found.set(lang, source);
  }
  for (const name of read.names(folder) ?? []) {
    const [, code] = narrativeFile.exec(name) ?? [];
    // A language that is listed and not known is told by validation.
    if (code === undefined || languages.includes(code) || typed.includes(code)) continue;
    const message = `${name} is not read: ${isLanguage(code) ? language(code).name : code} is not a language of this issuer`;
    const hints = [
      `its languages are ${listed}: ${isLanguage(code) ? `add ${code} to languages in ${issuer.file}, or remove` : 'rename or remove'} the file`,
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
