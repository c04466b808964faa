// Turn what blocks follow from, beside the markup that they are read from, into one value: those who read markup are given nothing else.
import type { Figure } from '../model/document.ts';
import type { Lang, PerLang } from '../model/language.ts';
import type { Picture } from '../model/picture.ts';
import type { Style } from '../model/style.ts';
import type { Report } from './codes.ts';

/** A figure that a helper has worked out, before it is known to stand in the document. */
export type FigureDraft = Omit<Figure, 'id'>;

/**
 * What a stretch of markup is read with. Blocks are recalled by the markup and by `markupKey`: a reader of markup that could ask the
 * release for more would make that key say too little.
 */
export interface Markup {
  readonly report: Report;
  /** Those of the release. */
  readonly languages: readonly Lang[];
  /** Whether characters are set as typed. */
  readonly profile: Style['profile'];
  /** Names of the styles of blocks, by language: `p.notice`, `h2`. */
  readonly classes: PerLang<ReadonlySet<string>>;
  /** Those that may be placed, by file name. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Gives a draft its number in the document: figures are counted as they are read. */
  readonly place: (draft: FigureDraft) => Figure;
}

/** Everything of it that a block may differ by. */
export function markupKey({ languages, profile, classes, pictures }: Markup): string {
  const shown = [...pictures].map(([name, { file, sha256 }]) => [name, file, sha256]);
  return JSON.stringify([profile, shown, languages.map((lang) => [lang, ...(classes[lang] ?? [])])]);
}
