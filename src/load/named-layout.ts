// Turn release.yaml into the layout that it names, and the theme of it.
import { plainTheme, type YamlFile } from '../model/sources.ts';

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
