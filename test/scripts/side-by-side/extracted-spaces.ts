// Turn the text that poppler gives for a PDF into the spaces that the source does not have, and those of the source that it lost.
import { spawnSync } from 'node:child_process';
import { fold } from './letters.ts';
import type { SetLetter, SetLine } from './set-lines.ts';

/** Text of a page without white space, and where white space stood. */
interface Squeezed {
  readonly text: string;
  /** Whether white space stands before the character at an offset of `text`. */
  readonly spaced: readonly boolean[];
}

/** False spaces and lost ones, and lines that are not found, in the lines of a PDF. */
export interface ExtractedSpaces {
  readonly added: number;
  readonly lost: number;
  readonly unread: number;
}

export function extractedSpaces(pdf: string, lines: readonly SetLine[]): ExtractedSpaces {
  const { status, stdout, stderr } = spawnSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`pdftotext cannot read ${pdf}: ${stderr}`);
  const pages = stdout.split('\f').map(squeeze);
  const ends = new Map<number, number>();
  let [added, lost, unread] = [0, 0, 0];
  for (const { page, letters } of lines) {
    const wanted = letters.flatMap(foldedLetters);
    const needle = wanted.map(({ text }) => text).join('');
    const found = pages[page]?.text.indexOf(needle, ends.get(page) ?? 0) ?? -1;
    // Readers may put a line elsewhere in their order than the content has it.
    const start = found >= 0 ? found : (pages[page]?.text.indexOf(needle) ?? -1);
    if (start < 0) {
      unread++;
      continue;
    }
    ends.set(page, start + needle.length);
    let offset = start;
    for (const [index, { text, spaced, free }] of wanted.entries()) {
      const read = pages[page]?.spaced[offset] === true;
      if (index > 0 && !free && read && !spaced) added++;
      if (index > 0 && !free && !read && spaced) lost++;
      offset += text.length;
    }
  }
  return { added, lost, unread };
}

/** A letter as it is looked for; around raised marks readers do as they like. */
function foldedLetters(letter: SetLetter, index: number, letters: readonly SetLetter[]) {
  const free = letter.sup || letters[index - 1]?.sup === true || letter.apart;
  return [...fold(letter.text)].map((text, part) => ({ text, spaced: part === 0 && letter.before !== '', free }));
}

function squeeze(page: string): Squeezed {
  let text = '';
  const spaced: boolean[] = [];
  let space = false;
  for (const character of page) {
    if (/[\s\u200b\u00ad]/u.test(character)) {
      space ||= /\s/u.test(character);
      continue;
    }
    const folded = fold(character);
    for (let i = 0; i < folded.length; i++) spaced.push(i === 0 && space);
    text += folded;
    space = false;
  }
  return { text, spaced };
}
