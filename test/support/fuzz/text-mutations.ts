// Turn a text into one with a fault at one place, of the kinds that hands, editors and merges make: in its characters or in its lines.
import type { Seeded } from '../seeded-random.ts';
import { longRun, nastyText } from './nasty-text.ts';

/** Changes a text at a place that chance chooses. */
export type Mutation = (text: string, random: Seeded) => string;

const splice = (text: string, at: number, count: number, by: string): string => text.slice(0, at) + by + text.slice(at + count);
/** Short stretches mostly, at times a long one. */
const stretch = (random: Seeded): number => 1 + (random.below(6) === 0 ? random.below(400) : random.below(6));

export const characterMutations: Readonly<Record<string, Mutation>> = {
  'delete characters': (text, random) => splice(text, random.below(text.length), stretch(random), ''),
  'double characters': (text, random) => {
    const at = random.below(text.length);
    const doubled = text.slice(at, at + stretch(random));
    return splice(text, at, 0, doubled);
  },
  'swap characters': (text, random) => {
    const at = random.below(Math.max(1, text.length - 1));
    return splice(text, at, 2, (text[at + 1] ?? '') + (text[at] ?? ''));
  },
  'insert a nasty character': (text, random) => splice(text, random.below(text.length + 1), 0, nastyText(random)),
  'replace by a nasty character': (text, random) => splice(text, random.below(text.length), 1, nastyText(random)),
  'insert a nasty character in words': (text, random) => splice(text, wordAt(text, random), 0, nastyText(random)),
  'insert a long run': (text, random) => splice(text, random.below(text.length + 1), 0, longRun(random)),
  'cut the end off': (text, random) => text.slice(0, random.below(text.length + 1)),
  'cut the beginning off': (text, random) => text.slice(random.below(Math.min(text.length, 400))),
  'begin with a nasty character': (text, random) => nastyText(random) + text,
  'end with a nasty character': (text, random) => text + nastyText(random),
};

/** A place between two letters. */
function wordAt(text: string, random: Seeded): number {
  const start = random.below(text.length + 1);
  const found = /(?<=\p{L})(?=\p{L})/u.exec(text.slice(start, start + 2_000));
  return start + (found?.index ?? 0);
}

/** Changes the lines of a text; `at` is one of them. */
type LineMutation = (lines: string[], at: number, random: Seeded) => void;

const onLines =
  (change: LineMutation): Mutation =>
  (text, random) => {
    const lines = text.split('\n');
    change(lines, random.below(lines.length), random);
    return lines.join('\n');
  };

export const lineMutations: Readonly<Record<string, Mutation>> = {
  'delete lines': onLines((lines, at, random) => lines.splice(at, random.pick([1, 1, 1, 2, 10]))),
  'double a line': onLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  'repeat lines': onLines((lines, at, random) => {
    const block = lines.slice(at, at + random.pick([1, 3, 10]));
    for (let times = random.pick([5, 50, 200]); times > 0; times--) lines.splice(at, 0, ...block);
  }),
  'swap lines': onLines((lines, at, random) => {
    const other = random.below(lines.length);
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  }),
  'move a line': onLines((lines, at, random) => {
    const [line = ''] = lines.splice(at, 1);
    lines.splice(random.below(lines.length + 1), 0, line);
  }),
  'indent a line': onLines((lines, at, random) => {
    lines[at] = random.pick([' ', '  ', '    ', '\t', '　', '        ', '\u00a0']) + lines[at];
  }),
  'take the indent off': onLines((lines, at) => {
    const indented = lines.findIndex((line, index) => index >= at && line.startsWith(' '));
    if (indented >= 0) lines[indented] = (lines[indented] ?? '').trimStart();
  }),
  'join lines': onLines((lines, at, random) => lines.splice(at, 2, [lines[at] ?? '', lines[at + 1] ?? ''].join(random.pick(['', ' '])))),
  'break a line': onLines((lines, at, random) => {
    const line = lines[at] ?? '';
    const cut = random.below(line.length + 1);
    lines.splice(at, 1, line.slice(0, cut), line.slice(cut));
  }),
  'empty lines': onLines((lines, at, random) => lines.splice(at, 0, ...Array.from({ length: random.pick([1, 3, 1_000]) }, () => ''))),
  'line ends of another system': onLines((lines, _, random) => {
    const end = random.pick(['\r', '\r\r', '\u0085', '\u2028']);
    for (let i = 0; i < lines.length - 1; i++) if (random.below(3) > 0) lines[i] += end;
  }),
};

/** A mutation by its name; unknown names are a fault of the test. */
export function mutationOf(
  kinds: Readonly<Record<string, Mutation>>,
  random: Seeded,
): { readonly name: string; readonly change: Mutation } {
  const name = random.pick(Object.keys(kinds));
  const change = kinds[name];
  if (!change) throw new Error(`no mutation ${name}`);
  return { name, change };
}
