// Turn the bytes that this program has just written into findings: what a reader extracts must be what was laid out, figure by figure.

import type { Document, Figure } from '../model/document.ts';
import { forgetful, type Kind, type Memory } from '../model/memory.ts';
import type { GlyphRun, Layout, Page } from '../model/page.ts';
import { type PlaceOfRun, runPlaces } from '../model/run-places.ts';
import { runText } from '../model/run-text.ts';
import { say, sayWord } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import { folded } from '../pdf/engine/pdf-page.ts';
import type { Report } from './codes.ts';
import { type ReadPage, recallPages } from './recall-pages.ts';
import { surplusOf } from './surplus.ts';

/** Runs of a page that print a figure, in order: its id, and their characters. */
type FigureRuns = readonly (readonly [figure: number, text: string])[];

const figureRunsKind: Kind<FigureRuns> = {
  name: 'verify/figure-runs',
  bytes: (runs) => runs.reduce((bytes, [, text]) => bytes + 2 * text.length + 80, 0),
};

const wordsKind: Kind<string> = { name: 'verify/page-words', bytes: (words) => 2 * words.length };

/** Pages that read as they were laid out. */
const agreedKind: Kind<true> = { name: 'verify/agreed-page', bytes: () => 0 };

/**
 * Two proofs, for a build to be published only if both hold. Each of the `figures`, those of the document unless given, stands on the pages, whole and in order of its characters; and every page, read back
 * from the bytes by a program that did not write them, gives the characters that were laid out, white space aside. A page that
 * was laid out and read before, and read as it was laid out, is not read again: `recallPages` says what is the same.
 */
export async function readBack(
  pdf: Uint8Array,
  document: Document,
  layout: Layout,
  report: Report,
  memory: Memory = forgetful,
  figures: readonly Figure[] = document.figures,
): Promise<void> {
  const reading = recallPages(pdf, layout.pages.length, memory);
  // While another thread reads.
  figuresStandOnPages(figures, layout, report, memory);
  const words = layout.pages.map((page) =>
    memory.recall(
      wordsKind,
      () => `${memory.numberOf(page)}`,
      () => wordsOn(page),
    ),
  );
  const read = await reading;
  const placeOf = runPlaces(document);
  if (read.length !== layout.pages.length) {
    report({
      severity: 'error',
      code: 'verify/text-mismatch',
      message: say`the file has ${read.length} pages, the layout ${layout.pages.length}`,
      ...placed(sourceOf(layout.pages[read.length] ?? layout.pages.at(-1), placeOf)),
      hints: [faultOfOurs],
    });
  }
  for (const [index, page] of layout.pages.entries()) {
    const found = read[index] ?? unread;
    memory.recallSilent(
      agreedKind,
      () => `${memory.numberOf(found)} ${memory.numberOf(page)}`,
      report,
      (told) => pageReadsBack(page, words[index]!, found, placeOf, told),
    );
  }
}

/** A page that the file does not have. */
const unread: ReadPage = { text: '' };

function figuresStandOnPages(figures: readonly Figure[], layout: Layout, report: Report, memory: Memory): void {
  const printed = new Map<number, string>();
  for (const page of layout.pages) {
    const runs = memory.recall(
      figureRunsKind,
      () => `${memory.numberOf(page)}`,
      () => figureRuns(page),
    );
    for (const [figure, text] of runs) {
      const before = printed.get(figure);
      printed.set(figure, before === undefined ? text : before + text);
    }
  }
  for (const figure of figures) {
    const found = printed.get(figure.id);
    if (found !== figure.text && folded(found ?? '') !== folded(figure.text)) report(notFound(figure, found));
  }
}

/** Repeated heads and other artifacts print no figure. */
function figureRuns(page: Page): FigureRuns {
  const runs: (readonly [number, string])[] = [];
  for (const run of glyphRuns(page)) if (run.figure !== undefined && 'element' in run.owner) runs.push([run.figure, textOf(run)]);
  return runs;
}

function notFound(figure: Figure, found: string | undefined): Parameters<Report>[0] {
  const message = say`the figure '${figure.text}' of ${figure.fact} is ${found === undefined ? 'on no page' : say`printed as '${found}'`}`;
  return { severity: 'error', code: 'verify/figure-not-found', message, at: figure.at };
}

/** What a run of glyphs must read back as, and where its words were typed. */
interface SetRun {
  readonly text: string;
  readonly at: Span | undefined;
}

/**
 * `words` are the characters that were laid out. Readers join the lines of neighbouring table heads in an order of their own, so the proof
 * has two parts: the same characters,
 * each as often as laid out; and every run of glyphs whole.
 */
function pageReadsBack(page: Page, words: string, { text: read }: ReadPage, placeOf: PlaceOfRun, report: Report): true {
  if (read === words) return true;
  const runs = glyphRuns(page).map((run): SetRun => ({ text: folded(textOf(run)), at: placeOf(run) }));
  const meant = runs.map((run) => run.text).join('');
  const lost = runs.filter((run) => !read.includes(run.text));
  for (const run of lost) report(misread(page, say`'${run.text}' was laid out and is not read back`, run.at));
  for (const [character, count] of surplusOf(read, meant)) {
    const message = say`'${character}' is read back ${Math.abs(count)} times ${count > 0 ? sayWord('more') : sayWord('less')} than laid out`;
    report(misread(page, message, placeOfCharacter(character, lost, runs)));
  }
  return true;
}

/** A run that is not read back and has the character; else one that is not read back, one that has the character, or the first of the page. */
function placeOfCharacter(character: string, lost: readonly SetRun[], runs: readonly SetRun[]): Span | undefined {
  const has = ({ text, at }: SetRun) => at !== undefined && text.includes(character);
  const found = lost.find(has) ?? lost.find(({ at }) => at !== undefined) ?? runs.find(has) ?? runs.find(({ at }) => at !== undefined);
  return found?.at;
}

/** Where the first words of a page were typed. */
const sourceOf = (page: Page | undefined, placeOf: PlaceOfRun): Span | undefined =>
  page &&
  glyphRuns(page)
    .map(placeOf)
    .find((at) => at !== undefined);

const placed = (at: Span | undefined): { readonly at?: Span } => (at ? { at } : {});

const faultOfOurs = 'the file is wrong though the pages are right: keep the data and report this as a fault of the program';

function misread(page: Page, message: string, at: Span | undefined): Parameters<Report>[0] {
  return {
    severity: 'error',
    code: 'verify/text-mismatch',
    message: say`page ${page.index + 1}: ${message}`,
    ...placed(at),
    hints: [faultOfOurs],
  };
}

/** The characters that were laid out, without white space. */
const wordsOn = (page: Page): string => folded(glyphRuns(page).map(textOf).join(''));

const glyphRuns = (page: Page): GlyphRun[] => page.items.filter((item) => item.kind === 'glyphs');

/** A hyphen that composition set at a line's end: the file says the word without it. */
const setHyphen = '\u00ad';

const textOf = (run: GlyphRun): string => runText(run).replaceAll(setHyphen, '');
