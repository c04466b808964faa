// Turn pages that stand for each other into what is seen on them: pages put in or taken out, foreign words, running heads, strange marks.
import type { Box, LayoutChange, PageTextChange, UnexplainedChange, WordEdit } from '../model/difference.ts';
import { comparingLimits } from '../model/limits.ts';
import type { PdfPage } from '../pdf/engine/pdf-page.ts';
import type { PageMatch } from './align-pages.ts';
import { compareLooks, noLooks } from './compare-files/compare-looks.ts';
import { isRedrawn } from './compare-files/is-redrawn.ts';
import { strangeColours } from './compare-files/strange-colours.ts';
import { wordsOfChangedLines } from './compare-files/words-of-changed-lines.ts';
import { unexplainedRegions } from './compare-images.ts';
import { countsOn } from './counts-on.ts';
import { type DiffOptions, ignoredBoxes, isIgnored } from './diff-options.ts';
import { type Draft, gathered } from './draft.ts';
import { type HeadCause, headCauses } from './head-causes.ts';
import { KeptImages } from './kept-images.ts';
import { type Mark, onlyIn, readMarks, recordedMarks } from './page-marks.ts';
import { type SpacedLine, spacedLines } from './spaced-lines.ts';
import { isPicture } from './textless-pages.ts';
import type { Version } from './version.ts';
import type { ComparedTexts } from './whole-text/compare-file-texts.ts';
import { MovedMarks } from './whole-text/moved-marks.ts';

/** `told` is what the records account for; the result holds it too, without what is ignored. */
export function comparePagePairs(
  old: Version,
  now: Version,
  matches: readonly PageMatch[],
  told: readonly Draft[],
  { ignore, threshold }: DiffOptions,
  texts?: ComparedTexts,
): readonly Draft[] {
  const recorded = old.record !== undefined && now.record !== undefined;
  const marksOf = (version: Version, index: number): readonly Mark[] => {
    const [record, page] = [recorded ? version.record?.document.pages[index] : undefined, version.pages[index]];
    if (record) return recordedMarks(record);
    return page ? readMarks(index + 1, page) : [];
  };
  const found: Draft[] = [...told];
  const causes = headCauses(told, now.record);
  const touched = new Set(told.flatMap(({ class: name, new: boxes }) => (name === 'unexplained' ? [] : boxes.map(({ page }) => page))));
  const ignored = new Map<number, readonly Box[]>();
  const redrawn = !recorded && isRedrawn(old, now);
  const beside = told.filter(({ kind, class: name }) => name === 'file' || kind === 'form');
  const images = new KeptImages(old, now);
  const moved = texts && new MovedMarks(old, now, texts.pairs, images);
  for (const { old: i, new: j } of matches) {
    if (i === undefined || j === undefined) {
      if (!(i === undefined ? texts?.toldNew.has(j ?? -1) : texts?.toldOld.has(i)))
        found.push(lonePage(i, j, i === undefined ? now.pages[j ?? 0] : old.pages[i]));
      continue;
    }
    const [before, after] = [old.pages[i], now.pages[j]];
    // Pages that were not read have the same marks.
    if (!before && !after && ignore.length === 0) continue;
    const [oldMarks, newMarks] = [marksOf(old, i), marksOf(now, j)];
    const skipped = [...ignoredBoxes(ignore, j + 1, newMarks), ...ignoredBoxes(ignore, j + 1, oldMarks)];
    ignored.set(j + 1, skipped);
    if (recorded) {
      const folios = (edit: WordEdit) => countsOn(edit, j - i, old.pages.length, now.pages.length);
      found.push(...compareFurniture(j + 1, oldMarks, newMarks, { told: touched.has(j + 1), cause: causes(j), folios }));
    }
    if (!before || !after || isSameByDigest(old, i, now, j)) continue;
    // A picture of a page is drawn by other pixels, whatever it shows.
    if (texts && isPicture(before) !== isPicture(after)) continue;
    if (Math.abs(before.width - after.width) > 0.5 || Math.abs(before.height - after.height) > 0.5) {
      found.push(resized(i + 1, before, j + 1, after));
      continue;
    }
    const looks = recorded ? noLooks : compareLooks(i + 1, before, j + 1, after, redrawn);
    found.push(...looks.told);
    // A file of no known build has its words compared one by one already.
    const spaced = recorded ? spacedLines(i + 1, before, j + 1, after) : [];
    found.push(...toldAsSpaced(j + 1, spaced, told));
    const accounted = [
      ...[...onlyIn(oldMarks, newMarks), ...onlyIn(newMarks, oldMarks)].map(({ box }) => box),
      ...looks.accounted,
      ...spaced.flatMap(({ old: was, new: is }) => [was, is]),
      ...besideBoxes(beside, i + 1, j + 1),
    ];
    const [picture, other] = [images.of('old', i), images.of('new', j)];
    if (picture && other) {
      const soft = recorded ? looks.soft : [...looks.soft, ...wordsOfChangedLines(oldMarks, newMarks)];
      const regions = unexplainedRegions(picture, other, after.width, [...accounted, ...skipped], threshold, soft);
      // Two sizes that round to the same points still are two sizes.
      if (!regions) found.push(resized(i + 1, before, j + 1, after));
      const still = [...accounted, ...skipped];
      found.push(...strangeMarks(i + 1, j + 1, moved?.left(i, j, [picture, other], regions ?? [], still) ?? regions ?? []));
      const seen = [...accounted, ...skipped, ...(regions ?? []).map((region) => ({ page: j + 1, ...region }))];
      const colours = strangeColours([before, after], [picture, other], seen, redrawn);
      found.push(
        ...gathered(colours.map((region) => ({ page: j + 1, ...region }))).map((box) => strangeMark(i + 1, j + 1, box, 'colours differ')),
      );
    }
  }
  const pageless = (change: Draft) => change.class === 'ordered' || change.class === 'consequential';
  return found.filter((change) => pageless(change) || !isIgnored(change, (page) => ignored.get(page) ?? []));
}

const isSameByDigest = (old: Version, i: number, now: Version, j: number): boolean =>
  old.digests?.[i] !== undefined && old.digests[i] === now.digests?.[j];

/** A page whose words are told elsewhere: they stand on other pages, or it has none. */
function lonePage(old: number | undefined, now: number | undefined, read: PdfPage | undefined): Draft<LayoutChange> {
  const added = now !== undefined;
  const page = (now ?? old ?? 0) + 1;
  const held = !read || read.words.length > 0 ? '' : isPicture(read) ? ', a picture without text' : ', which is blank';
  return {
    class: 'layout',
    kind: added ? 'page-added' : 'page-removed',
    summary: added ? `page ${page} is new${held}` : `page ${page} of the old version is gone${held}`,
    old: added ? [] : [wholePage(page)],
    new: added ? [wholePage(page)] : [],
  };
}

/** A page without a partner is told of as a whole: its box has no size of its own. */
const wholePage = (page: number): Box => ({ page, x: 0, y: 0, width: 0, height: 0 });

function resized(oldPage: number, before: PdfPage, newPage: number, after: PdfPage): Draft<LayoutChange> {
  const size = ({ width, height }: PdfPage) => `${width.toFixed(1)} × ${height.toFixed(1)} pt`;
  const box = (page: number, { width, height }: PdfPage): Box => ({ page, x: 0, y: 0, width, height });
  return {
    class: 'layout',
    kind: 'page-size',
    summary: `page ${newPage}: ${size(before)} becomes ${size(after)}`,
    old: [box(oldPage, before)],
    new: [box(newPage, after)],
  };
}

/** Lines of a block that is told to have moved are part of what is told. */
function toldAsSpaced(page: number, lines: readonly SpacedLine[], told: readonly Draft[]): readonly Draft<LayoutChange>[] {
  const moved = told.flatMap(({ class: name, new: boxes }) => (name === 'layout' ? boxes.filter((box) => box.page === page) : []));
  const left = lines.filter(({ new: line }) => !moved.some((box) => box.y <= line.y + 1 && box.y + box.height >= line.y + line.height - 1));
  if (left.length === 0) return [];
  const what = left.length === 1 ? 'a line has' : `${left.length} lines have`;
  const summary = `page ${page}: ${what} other spaces between the same words`;
  return [{ class: 'layout', kind: 'moved', summary, old: left.map(({ old: was }) => was), new: left.map(({ new: is }) => is) }];
}

/** Each region, or one round all where a page has so many that nobody looks at each. */
function strangeMarks(oldPage: number, newPage: number, regions: readonly Region[]): readonly Draft<UnexplainedChange>[] {
  const boxes = regions.map((region) => ({ page: newPage, ...region }));
  if (boxes.length <= comparingLimits.marks) return regions.map((region) => strangeMark(oldPage, newPage, region, 'marks differ'));
  return gathered(boxes).map((all) => strangeMark(oldPage, newPage, all, `marks differ at ${boxes.length} places`));
}

/** Notes and fields of which it is told already that they differ: their marks do. A link has a border when it comes or goes with one. */
function besideBoxes(beside: readonly Draft[], oldPage: number, newPage: number): readonly Box[] {
  const seen = beside.filter(
    ({ kind, old, new: now }) => kind === 'annotation' || kind === 'form' || (kind === 'link' && (old.length === 0 || now.length === 0)),
  );
  return seen.flatMap((change) => [
    ...change.old.filter(({ page }) => page === oldPage),
    ...change.new.filter(({ page }) => page === newPage),
  ]);
}

type Region = Omit<Box, 'page'>;

function strangeMark(oldPage: number, newPage: number, { x, y, width, height }: Region, what: string): Draft<UnexplainedChange> {
  const region = { x, y, width, height };
  const place = `${width.toFixed(0)} × ${height.toFixed(0)} pt at ${x.toFixed(0)}, ${y.toFixed(0)}`;
  return {
    class: 'unexplained',
    kind: 'image',
    summary: `page ${newPage}: ${what} in ${place}, and neither text nor figures do`,
    old: [{ page: oldPage, ...region }],
    new: [{ page: newPage, ...region }],
  };
}

/** What is known of the page already. */
interface FurnitureContext {
  /** Something else changed on this page, so that rules and repeated heads may have gone with it. */
  readonly told: boolean;
  /** Why its running head may say something else. */
  readonly cause: HeadCause;
  /** Whether its numbers are others because the page stands elsewhere in the file. */
  readonly folios: (edit: WordEdit) => boolean;
}

function compareFurniture(
  page: number,
  before: readonly Mark[],
  after: readonly Mark[],
  { told, cause, folios }: FurnitureContext,
): readonly Draft<LayoutChange | PageTextChange>[] {
  const own = (marks: readonly Mark[]) => marks.filter(({ artifact }) => artifact !== undefined && artifact !== 'picture');
  const [gone, come] = [onlyIn(own(before), own(after)), onlyIn(own(after), own(before))];
  if (gone.length === 0 && come.length === 0) return [];
  const boxes = { old: gone.map(({ box }) => box), new: come.map(({ box }) => box) };
  const [was, is] = [headWords(gone), headWords(come)];
  if (was !== is) {
    const edit = { before: was, after: is, oldStart: 0, newStart: 0 };
    if (folios(edit)) return [{ class: 'layout', kind: 'moved', summary: `page ${page}: its folio counts other pages`, ...boxes }];
    const edits = [edit];
    const summary = `running head of page ${page}: '${was}' becomes '${is}'`;
    const causes = cause(gone, come);
    return [{ class: causes ? 'consequential' : 'text', kind: 'page-text', edits, summary, ...boxes, ...causes }];
  }
  if (told) return [];
  return [{ class: 'layout', kind: 'moved', summary: `page ${page}: rules, running heads or folio stand elsewhere`, ...boxes }];
}

function headWords(marks: readonly Mark[]): string {
  return marks
    .filter(({ artifact }) => artifact === 'header')
    .map(({ text }) => text ?? '')
    .join(' ');
}
