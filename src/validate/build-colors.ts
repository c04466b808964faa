// Turn the palette of a style into its colours, and a key that names one into that colour, or into an error with the nearest name.
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import type { Color } from '../model/style.ts';
import type { Scope } from './scope.ts';

/** Gives the colour that a key names; undefined where it names none. */
export type ColorOf = (name: string | undefined, path: YamlPath) => Color | undefined;

/** What a custom property of a style sheet may be called too. */
const named = /^[a-z][a-z0-9-]{0,63}$/i;
const written = /^#[0-9a-f]{6}$/i;

export function buildPalette(data: Readonly<Record<string, string>>, scope: Scope): ReadonlyMap<string, Color> {
  const palette = new Map<string, Color>();
  for (const [name, text] of Object.entries(data)) {
    const path = ['colors', name];
    if (!named.test(name)) {
      const hints = ['begin with a letter and use letters, digits and hyphens: brand, tint-light'];
      scope.fail({ code: 'validate/style', message: say`${name} is no name of a colour`, path, key: true, hints });
    }
    if (!written.test(text)) {
      const hints = ['write red, green and blue as six hexadecimal digits in quotes: "#0b3d91"'];
      scope.fail({ code: 'validate/style', message: say`${text} is no colour`, path, hints });
    }
    palette.set(name, { name, value: text.toLowerCase() });
  }
  return palette;
}

export function colorReader(palette: ReadonlyMap<string, Color>, scope: Scope): ColorOf {
  return (name, path) => {
    if (name === undefined) return undefined;
    const known = palette.get(name);
    if (known) return known;
    if (written.test(name)) return { name, value: name.toLowerCase() };
    const hints = [...nameHints(name, palette.keys()), 'the colours of a style are listed in its colors:'];
    scope.fail({ code: 'validate/style', message: say`colour ${name} is not known`, path, hints });
    return undefined;
  };
}
