// Turn the texts of two files without a record into changes: words that are put in, taken out or changed, whole pages of them, and what moved.
import type { Box, LayoutChange, PageTextChange, UnexplainedChange, WordEdit } from '../../model/difference.ts';
import { comparingLimits } from '../../model/limits.ts';
import type { PageMatch } from '../align-pages.ts';
import type { Effort } from '../align-sequences.ts';
import { describeEdits, shortened } from '../compare-texts.ts';
import { type Draft, gathered } from '../draft.ts';
import { picturedPages } from '../pictured-pages.ts';
import { compareSaid } from '../said-otherwise.ts';
import type { Version } from '../version.ts';
import { compareHeads } from './compare-heads.ts';
import { FileText } from './file-text.ts';
import { findMoves } from './find-moves.ts';
import { runningHeads } from './running-heads.ts';
import { type Spelling, spellings } from './spellings.ts';
import { alignFiles, type Gap } from './text-gaps.ts';
import { describePages, type WordPair, wordPairs } from './word-pairs.ts';

/** What the texts of two files say of each other. */
export interface ComparedTexts {
  readonly changes: readonly Draft<PageTextChange | LayoutChange | UnexplainedChange>[];
  /** What is no change: characters that read the same and are named otherwise, pages without text. */
  readonly remarks: readonly string[];
  /** The reader's words that stand for each other, in the order of the new file. */
  readonly pairs: readonly WordPair[];
  /** Pages from 0 all of whose words are told to be gone, or new: their going and coming is told. */
  readonly toldOld: ReadonlySet<number>;
  readonly toldNew: ReadonlySet<number>;
}

export function compareFileTexts(one: Version, other: Version, matches: readonly PageMatch[], effort: Effort): ComparedTexts {
  const pictured = picturedPages(matches, one.pages, other.pages);
  const [before, after] = [
    { ...one, pages: pictured.old },
    { ...other, pages: pictured.new },
  ];
  const [oldHeads, newHeads] = runningHeads(before.pages, after.pages);
  const [old, now] = [new FileText(before, oldHeads), new FileText(after, newHeads)];
  const partners = matches.flatMap(({ old: i, new: j }) => (i === undefined || j === undefined ? [] : [[i, j] as const]));
  const { same, moved, edits } = findMoves(old, now, alignFiles(old, now, partners, effort), effort);
  const spelled = spellings(old, now, [...same, ...moved]);
  const pages = wholePages(old, now, edits);
  const said = compareSaid(before, after, matches);
  const inPlace = wordPairs(old, now, same);
  return {
    changes: [
      ...pictured.changes,
      ...pages.changes,
      ...editsByPage(old, now, pages.left),
      ...moved.map((gap) => movedChange(old, now, gap)),
      ...elsewhere(inPlace, new Map(partners), edits, now),
      ...(spelled ? [spellingChange(spelled)] : []).filter(({ new: boxes }) => boxes.length > 0),
      ...said.changes,
      ...compareHeads(before, after, partners, oldHeads, newHeads),
    ],
    remarks: [...pictured.remarks, ...said.remarks, ...(spelled ? [spelled.remark] : [])],
    pairs: [...inPlace, ...wordPairs(old, now, moved)],
    toldOld: pages.old,
    toldNew: pages.new,
  };
}

/** Edits that are all the words of whole pages, and the others. */
interface WholePages {
  readonly changes: readonly Draft<PageTextChange>[];
  readonly left: readonly Gap[];
  readonly old: ReadonlySet<number>;
  readonly new: ReadonlySet<number>;
}

function wholePages(old: FileText, now: FileText, edits: readonly Gap[]): WholePages {
  const left: Gap[] = [];
  const changes: Draft<PageTextChange>[] = [];
  const told = { old: new Set<number>(), new: new Set<number>() };
  for (const edit of edits) {
    const gone = edit.old[1] > edit.old[0];
    const [side, text] = gone ? (['old', old] as const) : (['new', now] as const);
    const [from, to] = edit[side];
    if (gone === edit.new[1] > edit.new[0] || !text.beginsPage(from) || !text.beginsPage(to)) {
      left.push(edit);
      continue;
    }
    const pages: number[] = [];
    for (let page = text.pageOf(from); page <= text.pageOf(to - 1); page++) pages.push(page);
    for (const page of pages) told[side].add(page);
    const words = wordEdit(old, now, edit);
    const said = shortened(gone ? words.before : words.after);
    const are = pages.length > 1 ? 'are' : 'is';
    const name = describePages(pages.map((page) => page + 1));
    changes.push({
      class: 'text',
      kind: 'page-text',
      edits: [words],
      summary: gone ? `${name} of the old version ${are} gone: '${said}'` : `${name} ${are} new: '${said}'`,
      old: gone ? pages.map(wholePage) : [],
      new: gone ? [] : pages.map(wholePage),
    });
  }
  return { changes, left, ...told };
}

/** A page that is told of as a whole: its box has no size of its own. */
const wholePage = (page: number): Box => ({ page: page + 1, x: 0, y: 0, width: 0, height: 0 });

function wordEdit(old: FileText, now: FileText, { old: [a, b], new: [c, d] }: Gap): WordEdit {
  const range = ({ starts, ends, text }: FileText, from: number, to: number) =>
    [starts[from] ?? text.length, to > from ? (ends[to - 1] ?? 0) : (starts[from] ?? text.length)] as const;
  const [[oldStart, oldEnd], [newStart, newEnd]] = [range(old, a, b), range(now, c, d)];
  return {
    before: old.shownText(oldStart, oldEnd),
    after: now.shownText(newStart, newEnd),
    oldStart: oldStart - pageStart(old, a),
    newStart: newStart - pageStart(now, c),
  };
}

/** Offset in the whole text at which the page of a token begins. */
function pageStart(text: FileText, token: number): number {
  const page = text.pageOf(Math.max(0, Math.min(token, text.keys.length - 1)));
  return text.starts[text.firstOfPage[page] ?? 0] ?? 0;
}

/** All edits that begin on one page of the new version are one change. */
function editsByPage(old: FileText, now: FileText, edits: readonly Gap[]): readonly Draft<PageTextChange>[] {
  const pages = new Map<number, Gap[]>();
  for (const edit of edits) {
    const page = now.pageOf(Math.min(edit.new[0], now.keys.length - 1));
    const known = pages.get(page);
    if (known) known.push(edit);
    else pages.set(page, [edit]);
  }
  return [...pages].map(([page, own]): Draft<PageTextChange> => {
    const told = own.sort((a, b) => a.new[0] - b.new[0] || a.old[0] - b.old[0]).map((edit) => wordEdit(old, now, edit));
    return {
      class: 'text',
      kind: 'page-text',
      edits: told,
      summary: `page ${page + 1}: ${describeEdits(told)}`,
      old: boxesByPage(own.flatMap(({ old: [from, to] }) => old.boxesOf(from, to))),
      new: boxesByPage(own.flatMap(({ new: [from, to] }) => now.boxesOf(from, to))),
    };
  });
}

/** On each page no more boxes than are shown. They are asked for one by one, as there may be hundreds of thousands. */
function boxesByPage(boxes: Iterable<Box>): readonly Box[] {
  const pages = new Map<number, Box[]>();
  for (const box of boxes) {
    const known = pages.get(box.page) ?? [];
    known.push(box);
    pages.set(box.page, known.length > comparingLimits.marks ? [...gathered(known)] : known);
  }
  return [...pages.values()].flat();
}

function* placesOf(pairs: readonly WordPair[], side: 'old' | 'new'): Generator<Box> {
  for (const pair of pairs) yield pair[side];
}

/** Lines or sentences that stand before or after others now, or a page of them. */
function movedChange(old: FileText, now: FileText, gap: Gap): Draft<LayoutChange> {
  const [a, b] = [old.pageOf(gap.old[0]) + 1, now.pageOf(gap.new[0]) + 1];
  const whole = [old.beginsPage(gap.old[0]), old.beginsPage(gap.old[1]), now.beginsPage(gap.new[0]), now.beginsPage(gap.new[1])].every(
    Boolean,
  );
  const said = shortened(wordEdit(old, now, gap).after);
  const where = a === b ? `at another place of page ${b}` : `on page ${b}, and stood on page ${a}`;
  return {
    class: 'layout',
    kind: 'moved',
    summary: whole ? `page ${b} was page ${a}: '${said}'` : `page ${b}: '${said}' stands ${where}`,
    old: whole ? [wholePage(a - 1)] : boxesByPage(old.boxesOf(...gap.old)),
    new: whole ? [wholePage(b - 1)] : boxesByPage(now.boxesOf(...gap.new)),
  };
}

/** Words beside an edit on its line move with it: they are not told. */
function elsewhere(
  pairs: readonly WordPair[],
  partners: ReadonlyMap<number, number>,
  edits: readonly Gap[],
  now: FileText,
): readonly Draft<LayoutChange>[] {
  const line = ({ page, y, height }: Box) => `${page} ${Math.round((y + height / 2) / 2)}`;
  const edited = new Set(edits.flatMap(({ new: [from, to] }) => now.boxesOf(Math.max(0, from - 1), to).map(line)));
  const moved = pairs.filter(
    ({ old, new: place, moved: isMoved }) =>
      partners.get(old.page - 1) !== place.page - 1 || (isMoved && !(edited.has(line(place)) && Math.abs(old.y - place.y) <= 1)),
  );
  const runs: WordPair[][] = [];
  // In the order of the new file, so their pages rise.
  for (const pair of moved) {
    const last = runs.at(-1)?.at(-1);
    if (last && pair.new.page - last.new.page <= 1) runs.at(-1)?.push(pair);
    else runs.push([pair]);
  }
  return runs.map((run) => {
    const pages = [...new Set(run.map(({ new: { page } }) => page))];
    const many = run.length === 1 ? '1 word stands' : `${run.length} words stand`;
    return {
      class: 'layout',
      kind: 'moved',
      summary: `${describePages(pages)}: ${many} elsewhere`,
      old: boxesByPage(placesOf(run, 'old')),
      new: boxesByPage(placesOf(run, 'new')),
    };
  });
}

function spellingChange({ said, old, new: places }: Spelling): Draft<LayoutChange> {
  return { class: 'layout', kind: 'moved', summary: said, old: boxesByPage(old), new: boxesByPage(places) };
}
