// Turn the bytes of a file into its text and the starts of its lines; what a text may not hold, and what is not what it looks like, is told.
import { type LookAlike, lookAlikes } from '../language/characters.ts';
import { lineStartsOf } from '../model/line-starts.ts';
import { codePointName, refusedCharacters } from '../model/printable.ts';
import { say, sayWord } from '../model/say.ts';
import type { SourceFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import { spanOf } from './text-places.ts';

/** A UTF-8 text without byte order mark, its line ends made `\n`; undefined after an error. */
export function decodeText(file: string, data: Buffer, report: Report): SourceFile | undefined {
  const raw = data.toString('utf8');
  const bad = raw.indexOf('\uFFFD');
  if (bad >= 0) {
    const before = raw.slice(0, bad).split(/\r\n|\r|\n/);
    const at = { file, line: before.length, column: (before.at(-1) ?? '').length + 1, length: 1 };
    const message = say`${file} is not UTF-8 text at line ${at.line}`;
    report({ severity: 'error', code: 'load/unreadable', message, at, hints: ['save the file as UTF-8'] });
    return undefined;
  }
  const marked = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  const text = marked.includes('\r') ? marked.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : marked;
  const source = { file, text, lineStarts: lineStartsOf(text) };
  return reportCharacters(source, report) ? source : undefined;
}

/** Findings of one kind that a file gets; what is wrong a hundred times is wrong for one reason. */
const shown = 20;

/**
 * Forbidden characters are errors, and the answer is false; look-alikes are printed as what they look like, and told, since a name may
 * mean its own shape.
 */
export function reportCharacters(source: SourceFile, report: Report): boolean {
  const errors = refusedCharacters(source.text);
  for (const { name, offset, length } of errors.slice(0, shown)) {
    const message = say`${name} is a character that nobody sees${more(errors.length)}`;
    const hints = ['take it out: it came with a copy from another program'];
    report({ severity: 'error', code: 'load/character', message, at: spanOf(source, offset, offset + length), hints });
  }
  // A figure of a data file in full-width digits is told as a figure.
  const alike = lookAlikes(source.text).filter(({ kind }) => kind !== 'full-width digits' || !source.file.endsWith('.yaml'));
  for (const found of alike.slice(0, shown)) {
    const { typed, meant, kind, index } = found;
    const fate =
      kind === 'full-width digits' ? say`${typed} stands in ${sayWord(kind)}` : say`${typed} (${names(found)}) is printed as ${meant}`;
    const hints = [say`type ${meant}: a reader who searches for it finds no ${sayWord(kind)}`];
    const at = spanOf(source, index, index + typed.length);
    report({ severity: 'warning', code: 'load/look-alike', message: say`${fate}${more(alike.length)}`, at, hints });
  }
  return errors.length === 0;
}

function names({ typed, kind }: LookAlike): string {
  return [...typed].length === 1 ? say`${codePointName(typed)}, a ${sayWord(kind)}` : say`${sayWord(kind)}`;
}

const more = (count: number): string => (count > shown ? say`; ${count} places in this file, of which the first ${shown} are told` : '');
