// Turn a folder into sources: where a release is found, and what `load` hands on of it. Text, YAML values with their places, sections, fonts.
import type { Lang } from './language.ts';
import type { Picture } from './picture.ts';
import type { PublishedRelease } from './published.ts';
import type { Span } from './span.ts';

/** Where a release is found. */
export interface ReleasePlace {
  /** Absolute path of the project. */
  readonly root: string;
  /** Folder name below data/. */
  readonly issuer: string;
  /** Folder name below releases/. */
  readonly release: string;
  /** A theme of its layout other than the one that it names. */
  readonly theme?: string;
  /** Built as a draft: marked so on every page, with what was carried over still open. */
  readonly draft?: true;
}

/** `issuer/release`, or `issuer/release in theme`, or either `as a draft`. */
export function releaseName({ issuer, release, theme, draft }: ReleasePlace): string {
  return `${issuer}/${release}${theme === undefined ? '' : ` in ${theme}`}${draft ? ' as a draft' : ''}`;
}

/** The same for programs. */
export function released({ issuer, release, theme }: ReleasePlace): { readonly release: string; readonly style?: string } {
  return { release: `${issuer}/${release}`, ...(theme === undefined ? {} : { style: theme }) };
}

/** One text file as read. */
export interface SourceFile {
  /** Path relative to the project root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly lineStarts: readonly number[];
}

/** A step into a YAML value: a key or an index. */
export type YamlPath = readonly (string | number)[];

/** A YAML file: plain values (mappings, sequences, strings, booleans, null; numbers stay text) and where each stands. */
export interface YamlFile extends SourceFile {
  readonly value: unknown;
  /** The place of a value, or of the deepest parent that exists; with `key` true the place of its key. */
  readonly locate: (path: YamlPath, key?: boolean) => Span;
}

/** A TrueType file for embedding, found to be the one that the font manifest records. */
export interface FontFile {
  readonly id: string;
  readonly file: string;
  /** Every installation of this program has it: nobody needs to be sent it. */
  readonly everywhere?: boolean;
  /** Its bytes from `from` up to `to`, read when they are asked for: a subset takes few of them. Throws a `UsageError` when it is another file by now. */
  readonly bytes: (from: number, to: number) => Uint8Array;
}

/** The theme that every layout has, style.yaml. */
export const plainTheme = 'default';

/** Everything that a build reads. Nothing outside it can change a byte of the output. */
export interface Sources {
  /** Project root, absolute; for reading and writing only, never printed. */
  readonly root: string;
  readonly issuerId: string;
  readonly releaseId: string;
  readonly issuer: YamlFile;
  readonly concepts: YamlFile;
  /** Segments and other parts that figures are of; undefined where the issuer has no members.yaml. */
  readonly members?: YamlFile;
  /** Files of the dictionary of accounts by name: the project's, or those that come with the program. */
  readonly dictionary: ReadonlyMap<string, YamlFile>;
  /** By statement id (file name without extension), in order of name. */
  readonly statements: ReadonlyMap<string, YamlFile>;
  /** Statements that come with the layout, by id, in order of name; the issuer's own of the same id is taken instead. */
  readonly layoutStatements: ReadonlyMap<string, YamlFile>;
  /** By period id, in order of name. */
  readonly periods: ReadonlyMap<string, YamlFile>;
  /** taxonomy.yaml of the layout, and of the issuer, which is laid over it: those that there are. */
  readonly taxonomies: readonly YamlFile[];
  /** By chart id, in order of name; none where the issuer has no folder charts. */
  readonly charts: ReadonlyMap<string, YamlFile>;
  /** By file name: those of the release, of its issuer and of its layout, the nearest of each name. */
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly release: YamlFile;
  /** carried.yaml beside it, for a release that was rolled forward from another. */
  readonly carried?: YamlFile;
  /** What was approved of the issuer's other releases, in order of name; undefined where nothing was. */
  readonly published?: readonly PublishedRelease[];
  /** Languages of the release, in the order in which its issuer lists them; what is wrong with the list is left out here and told by validation. */
  readonly languages: readonly Lang[];
  /** It is read for a draft. */
  readonly draft?: true;
  /** By language, of all of them. */
  readonly narratives: ReadonlyMap<Lang, SourceFile>;
  /** Layout folder's .hbs files by name without extension; `release` is the entry. */
  readonly templates: ReadonlyMap<string, SourceFile>;
  /** Theme of the layout: `plainTheme`, or the name in style.<theme>.yaml. */
  readonly theme: string;
  /** The theme's file laid over those that it extends: a value's place is in the file that says it. */
  readonly style: YamlFile;
  readonly fontManifest: YamlFile;
  /** Compiled metrics by font id, as read from fonts/metrics. */
  readonly fontMetrics: ReadonlyMap<string, import('./font.ts').FontMetrics>;
  readonly fonts: ReadonlyMap<string, FontFile>;
  /** sha256 of every file read, by file, for the manifest. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** A narrative cut into its named sections. */
export interface NarrativeSection {
  readonly id: string;
  readonly lang: Lang;
  /** Markdown with Handlebars expressions, heading line excluded. */
  readonly text: string;
  /** Where `text` starts: 1-based line of its first character. */
  readonly line: number;
  readonly file: string;
  readonly at: Span;
}
