// Turn a build's record and the words read from its file into what the file says otherwise: a file that was altered is found.
import type { PageRecord } from '../model/build-record.ts';
import type { Box, UnexplainedChange } from '../model/difference.ts';
import { folded, type PdfPage, type PdfWord } from '../pdf/engine/pdf-page.ts';
import type { Effort } from './align-sequences.ts';
import type { Draft } from './draft.ts';
import { runBox, type Version } from './version.ts';

/** Differences of one side; `side` says which. */
export function compareReading({ name, pages, record }: Version, side: 'old' | 'new', effort: Effort): readonly Draft<UnexplainedChange>[] {
  if (!record) return [];
  const recorded = record.document.pages;
  const told: Draft<UnexplainedChange>[] = [];
  const tell = (summary: string, boxes: readonly Box[]) =>
    told.push({
      class: 'unexplained',
      kind: 'reading',
      summary: `${name}: ${summary}`,
      old: side === 'old' ? boxes : [],
      new: side === 'new' ? boxes : [],
    });
  if (recorded.length !== pages.length) tell(`the file has ${pages.length} pages, its build recorded ${recorded.length}`, []);
  for (const page of recorded) {
    const read = pages[page.page - 1];
    // Where it was not read, the file is the one that the build wrote, and its page the same as in the other version.
    const fault = read && pageFault(page, read, effort);
    if (fault) tell(`page ${page.page}: ${fault.what}`, fault.boxes);
  }
  return told;
}

interface Fault {
  readonly what: string;
  readonly boxes: readonly Box[];
}

/** The same characters, each as often, and every run whole: readers join neighbouring lines in an order of their own. */
function pageFault(page: PageRecord, { words, width, height }: PdfPage, effort: Effort): Fault | undefined {
  const runs = page.runs.map((run) => ({ run, text: folded(run.text) }));
  const read = words.map(({ text }) => folded(text)).join('');
  if (read === runs.map(({ text }) => text).join('')) return undefined;
  const whole: Box = { page: page.page, x: 0, y: 0, width, height };
  // Searching costs every run the text of the page, and every word the runs.
  if (!effort.take(runs.length * (words.length + Math.ceil(read.length / 16))))
    return { what: 'other words are read than were recorded, too many to be told one by one', boxes: [whole] };
  const lost = runs.filter(({ text }) => !read.includes(text));
  const counts = surplus(read, runs.map(({ text }) => text).join(''));
  if (lost.length === 0 && counts.size === 0) return undefined;
  const strange = words.filter((word) => !isRecorded(word, page, counts));
  const boxes = [...lost.map(({ run }) => runBox({ page: page.page, run })), ...strange.map((word) => wordBox(page.page, word))];
  const said = [
    ...lost.slice(0, 3).map(({ run }) => `'${run.text}' was recorded and is not read`),
    ...strange.slice(0, 3).map(({ text }) => `'${text}' is read and was not recorded`),
  ];
  return {
    what: said.length > 0 ? said.join(', ') : `other characters are read than were recorded: ${[...counts.keys()].slice(0, 5).join(' ')}`,
    boxes: boxes.length > 0 ? boxes : [whole],
  };
}

/** A word is recorded when the runs at its place have all its characters that the page has too many of. */
function isRecorded(word: PdfWord, { runs, page }: PageRecord, counts: ReadonlyMap<string, number>): boolean {
  const text = folded(word.text);
  if (![...text].some((character) => (counts.get(character) ?? 0) > 0)) return true;
  const box = wordBox(page, word);
  const there = runs.filter((run) => touching(runBox({ page, run }), box)).map((run) => folded(run.text));
  return there.some((run) => run.includes(text)) && there.join('').length > 0 && !doubled(word, there);
}

/** The place says the word once; a second copy on top of it would be read as well, and then a run at the place is longer than its record. */
const doubled = (word: PdfWord, there: readonly string[]): boolean =>
  there.length === 1 && folded(word.text).length > (there[0]?.length ?? 0);

function touching(a: Box, b: Box): boolean {
  const [middleX, middleY] = [b.x + b.width / 2, b.y + b.height / 2];
  return middleX >= a.x - 1 && middleX <= a.x + a.width + 1 && middleY >= a.y - 1 && middleY <= a.y + a.height + 1;
}

const wordBox = (page: number, { x, y, width, height }: PdfWord): Box => ({ page, x, y, width, height });

/** Characters by how many more, or fewer, are read than were recorded. */
function surplus(read: string, recorded: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const character of read) counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const character of recorded) counts.set(character, (counts.get(character) ?? 0) - 1);
  return new Map([...counts].filter(([, count]) => count !== 0));
}
