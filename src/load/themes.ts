// Turn a release into the layout and the theme that it names, and the files of a layout into the themes that it could be set in.
import { plainTheme, type YamlFile } from '../model/sources.ts';
import { fileReader } from './file-reader.ts';
import { folderOf, idPattern } from './package-files.ts';
import { parseYaml } from './parse-yaml.ts';

/** The layout as typed, whether there is one of that name or not; undefined when it is no text, which validation tells. */
export function namedLayout(release: YamlFile): string | undefined {
  return textOf(release, 'layout');
}

/** The theme as typed; the plain one when there is none, or no text, which validation tells. */
export function namedTheme(release: YamlFile): string {
  return textOf(release, 'style') ?? plainTheme;
}

function textOf({ value }: YamlFile, key: 'layout' | 'style'): string | undefined {
  const text = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** `style.yaml`, or `style.<theme>.yaml` for another theme of the same layout. */
export function styleFile(theme: string): string {
  return theme === plainTheme ? 'style.yaml' : `style.${theme}.yaml`;
}

/** The theme of a file, or undefined when a file of that name is no style. */
export function themeOfFile(name: string): string | undefined {
  if (name === 'style.yaml') return plainTheme;
  const [, theme] = /^style\.(.+)\.yaml$/.exec(name) ?? [];
  return theme !== undefined && theme !== plainTheme && idPattern.test(theme) ? theme : undefined;
}

/** Themes of a folder by its file names, the plain one first. */
export function themesAmong(names: readonly string[]): readonly string[] {
  const themes = names.flatMap((name) => themeOfFile(name) ?? []);
  return themes.sort((a, b) => Number(b === plainTheme) - Number(a === plainTheme) || (a < b ? -1 : 1));
}

/** The themes that a release may be set in. */
interface Themes {
  /** Name of its layout. */
  readonly layout: string;
  /** The one that it names; the plain one when it names none. */
  readonly own: string;
  /** All of its layout, the plain one first. */
  readonly all: readonly string[];
}

/** Undefined when the release has a fault that keeps its layout from being found: loading it tells that. */
export function listThemes(root: string, issuerId: string, releaseId: string): Themes | undefined {
  const read = fileReader(root, () => {});
  const source = read.text(`data/${issuerId}/releases/${releaseId}/release.yaml`);
  const release = source && parseYaml(source, () => {});
  const layout = release && namedLayout(release);
  if (!release || layout === undefined || !idPattern.test(layout)) return undefined;
  const files = read.names(folderOf(root, `templates/${layout}`));
  return files && { layout, own: namedTheme(release), all: themesAmong(files) };
}
