// Turn a notice and the differences that it is of into findings: every difference stands in the notice of its language, and nothing else is marked.
import { language } from '../language/languages.ts';
import { plainSentences } from '../language/text-pieces.ts';
import type { BuildRecord, FigureRecord, PictureRecord, TextRecord } from '../model/build-record.ts';
import type { Difference, Differences, PictureChange, TextChange, WordChange } from '../model/difference.ts';
import type { Document } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import { say } from '../model/say.ts';
import { isToldOf, unprinted } from './changes-of.ts';
import type { Report } from './codes.ts';
import { type PrintedRuns, printedRuns, printedStretch } from './earlier-elements.ts';
import { cellName, type NoticeSide, type NoticeSides, noticeSides, withoutSpace } from './notice-sides.ts';

/** Holds what was set against what was found, by another way than the notice was made. Moves and pages are no corrections of what is printed. */
export function checkNotice(
  { changes }: Differences,
  { before, after }: { readonly before: BuildRecord; readonly after: BuildRecord },
  notice: Document,
  report: Report,
): void {
  const printed = { before: printedRuns(before), after: printedRuns(after) };
  const told = changes.filter(isPrinted);
  const pictures = changes.filter((change): change is PictureChange => change.kind === 'picture' && isToldOf(change));
  const languages = [...told.map((change) => change.lang), ...pictures.flatMap((change) => langOf(change) ?? [])];
  for (const lang of new Set([...languages, ...notice.parts.map((part) => part.lang)])) {
    const own = told.filter((change) => change.lang === lang);
    const shown = pictures.filter((change) => langOf(change) === lang);
    const sides = noticeSides(notice, lang);
    const expected = expectedOf(own, printed);
    for (const side of ['before', 'after'] as const) expected[side].texts.push(...shown.flatMap((change) => sayings(change[side], lang)));
    const fault = (code: 'correct/notice-lacks' | 'correct/notice-adds', what: string) =>
      report({ severity: 'error', code, message: say`the notice in ${lang} ${what}`, hints: [faultOfOurs] });
    for (const side of ['before', 'after'] as const) {
      const where = side === 'before' ? 'as printed before' : 'as corrected';
      const [cells, wanted] = [sides[side].cells, expected[side].cells];
      for (const cell of surplus(wanted, cells)) fault('correct/notice-lacks', say`does not show ${cell}, ${where}`);
      for (const cell of surplus(cells, wanted)) fault('correct/notice-adds', say`marks ${cell}, ${where}, which no difference is of`);
      for (const text of strangers(sides[side], expected[side]))
        fault('correct/notice-adds', say`marks '${text}', ${where}, which no difference is of`);
    }
    for (const change of own) if (!isTold(change, sides, printed)) fault('correct/notice-lacks', say`does not tell that ${change.summary}`);
    for (const change of shown) if (!isSeen(change, sides, lang)) fault('correct/notice-lacks', say`does not tell that ${change.summary}`);
  }
}

const faultOfOurs = 'nothing is written: keep the data and the earlier build, and report this as a fault of the program';

/** A difference of what is printed in one language. */
type Printed = Extract<Difference, { readonly lang: Lang }>;

function isPrinted(change: Difference): change is Printed {
  switch (change.kind) {
    case 'figure':
    case 'figure-added':
    case 'figure-removed':
      return true;
    case 'words':
    case 'text':
      return !unprinted.has((change.after ?? change.before)?.kind ?? 'title');
    default:
      return false;
  }
}

const langOf = ({ before, after }: PictureChange): Lang | undefined => (after ?? before)?.lang;

/** What may be said of a picture, white space aside: of one that shows something else under the same words, that too. */
function sayings(record: PictureRecord | undefined, lang: Lang): readonly string[] {
  if (!record) return [];
  const { text } = language(lang);
  const name = record.artifact === undefined ? text.picture(record.alt ?? '') : text.headMark;
  return [name, text.remarked(name, text.exchanged)].map(withoutSpace);
}

const isSeen = ({ before, after }: PictureChange, sides: NoticeSides, lang: Lang): boolean =>
  (!before || holds(sides.before, sayings(before, lang)[0] ?? '')) && (!after || holds(sides.after, sayings(after, lang)[0] ?? ''));

interface Expected {
  /** Cells that must be marked. */
  readonly cells: string[];
  /** Texts and figures of prose, white space aside, that marks may stand in. */
  readonly texts: string[];
}

/** The runs of both releases: page references are printed and in no text. */
interface BothPrinted {
  readonly before: PrintedRuns;
  readonly after: PrintedRuns;
}

function expectedOf(changes: readonly Printed[], printed: BothPrinted): { readonly before: Expected; readonly after: Expected } {
  const [before, after] = [
    { cells: [], texts: [] },
    { cells: [], texts: [] },
  ] as [Expected, Expected];
  const figure = (side: Expected, record: FigureRecord) =>
    record.place.kind === 'cell' ? side.cells.push(cellName(record)) : side.texts.push(withoutSpace(record.text));
  const text = (side: Expected, runs: PrintedRuns, record: TextRecord | undefined) =>
    record && side.texts.push(withoutSpace(printedStretch(runs, record, 0, record.text.length)));
  for (const change of changes) {
    switch (change.kind) {
      case 'figure':
        figure(before, change.before);
        figure(after, change.after);
        break;
      case 'figure-added':
        figure(after, change.figure);
        break;
      case 'figure-removed':
        figure(before, change.figure);
        break;
      default:
        text(before, printed.before, change.before);
        text(after, printed.after, change.after);
    }
  }
  return { before, after };
}

/** Those of `all` that `others` has less often. */
function surplus(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return all.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}

/** Marked stretches that stand in no text, and are no figure, that changed. */
function strangers({ texts }: NoticeSide, expected: Expected): readonly string[] {
  return texts.flatMap(({ marked }) => marked.filter((stretch) => !expected.texts.some((text) => text.includes(stretch))));
}

function isTold(change: Printed, sides: NoticeSides, printed: BothPrinted): boolean {
  const { before, after } = sides;
  switch (change.kind) {
    case 'figure':
      return isShown(change.before, before) && isShown(change.after, after);
    case 'figure-added':
      return isShown(change.figure, after);
    case 'figure-removed':
      return isShown(change.figure, before);
    default:
      return areShown(change, sides, printed);
  }
}

/** Cells were counted already. */
const isShown = ({ place, text }: FigureRecord, side: NoticeSide): boolean => place.kind === 'cell' || holds(side, text);

const holds = ({ texts }: NoticeSide, words: string): boolean => {
  const wanted = withoutSpace(words);
  return texts.some(({ text }) => text.includes(wanted));
};

/** Sentences that stand in both versions of a stretch did not change. */
function areShown(change: TextChange | WordChange, { before, after }: NoticeSides, printed: BothPrinted): boolean {
  const stretch = (runs: PrintedRuns, record: TextRecord | undefined, start: number, { length }: string) =>
    record ? printedStretch(runs, record, start, start + length) : '';
  return change.edits.every((edit) => {
    const then = stretch(printed.before, change.before, edit.oldStart, edit.before);
    const now = stretch(printed.after, change.after, edit.newStart, edit.after);
    if (change.kind === 'text' && change.moved) return holds(before, then) && holds(after, now);
    const [old, today] = [then, now].map((text) => plainSentences(text, change.lang)) as [readonly string[], readonly string[]];
    return (
      old.every((text) => today.includes(text) || holds(before, text)) && today.every((text) => old.includes(text) || holds(after, text))
    );
  });
}
