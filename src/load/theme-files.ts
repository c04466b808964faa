// Turn the name of a theme into its file in a layout's folder, and the files there into the names of themes.
import { plainTheme } from '../model/sources.ts';
import { idPattern } from './id-pattern.ts';

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
