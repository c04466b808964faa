// Turn links, notes and bookmarks of two files into changes: another target, another text, one that is gone or new, or that stands elsewhere.
import type { Box, FileChange } from '../../model/difference.ts';
import type { DocumentParts, ListedPart, PartPlace } from '../../pdf/parts/document-parts.ts';
import { alignSequences, type Effort } from '../align-sequences.ts';
import type { Draft } from '../draft.ts';
import type { PagesOfBoth } from './pages-of-both.ts';
import { quotedPair, quotedValue } from './said-value.ts';

/** Points by which a link may stand elsewhere and still stand where it stood. */
const sameLength = 1;

type Pair = readonly [old: ListedPart, now: ListedPart];

/** What is known of both files besides their lists. */
export interface ListedContext {
  readonly pages: PagesOfBoth;
  /** Two programs wrote the files, and how a note looks is not compared but by the marks on the page. */
  readonly redrawn: boolean;
  /** Whether something of the old page is told to have gone to the new one: what leads to it leads there. */
  readonly hasMoved: (old: number, now: number) => boolean;
  readonly effort: Effort;
}

export function compareListed(old: DocumentParts, now: DocumentParts, context: ListedContext): readonly Draft<FileChange>[] {
  const { pages } = context;
  const kinds = [...new Set([...old.listed, ...now.listed].map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    // What stands on a page that was put in or taken out goes with it, and the page is told.
    const before = old.listed.filter((part) => part.kind === kind && (!part.place || pages.partner(part.place.page) !== undefined));
    const after = now.listed.filter((part) => part.kind === kind && (!part.place || pages.hasPartner(part.place.page)));
    return compareKind(before, after, context);
  });
}

/** As many that all are gone, or all are new, are told as one. */
const few = 4;

function all({ kind }: ListedPart, before: readonly ListedPart[], after: readonly ListedPart[]): Draft<FileChange> {
  const parts = before.length > 0 ? before : after;
  const names = [...new Set(parts.map(({ name }) => `${name}s`))].join(', ');
  const told = parts.slice(0, 3).map((part) => quotedValue(leads(part)));
  const more = parts.length > told.length ? `, ${parts.length - told.length} more` : '';
  const summary = before.length > 0 ? `all ${before.length} ${names} are gone` : `${after.length} ${names} are new, where none were`;
  return { class: 'file', kind, summary: `${summary}: ${told.join(', ')}${more}`, old: before.flatMap(boxes), new: after.flatMap(boxes) };
}

function compareKind(
  before: readonly ListedPart[],
  after: readonly ListedPart[],
  { pages, redrawn, hasMoved, effort }: ListedContext,
): readonly Draft<FileChange>[] {
  const isFollowing = ([one, two]: Pair): boolean =>
    textOf({ ...one, target: 0 }) === textOf({ ...two, target: 0 }) && hasMoved(one.target ?? 0, two.target ?? 0);
  const target = ({ target: page }: ListedPart, side: 'old' | 'new') =>
    page === undefined ? '' : side === 'new' ? String(page) : String(pages.partner(page) ?? `gone ${page}`);
  const [first] = before.length > 0 ? before : after;
  if (first && before.length + after.length >= few && (before.length === 0 || after.length === 0)) return [all(first, before, after)];
  const key = (side: 'old' | 'new') => (part: ListedPart) => [part.name, part.value, target(part, side)].join('\n');
  const changes: Draft<FileChange>[] = [];
  for (const stretch of alignSequences(before.map(key('old')), after.map(key('new')), effort)) {
    const [gone, come] = [before.slice(...stretch.old), after.slice(...stretch.new)];
    if (stretch.same) {
      changes.push(...gone.flatMap((part, index) => compareAlike([part, come[index] as ListedPart], pages, redrawn)));
      continue;
    }
    const { pairs, gone: lost, come: found } = paired(gone, come, pages);
    changes.push(
      ...pairs.flatMap((pair) =>
        key('old')(pair[0]) === key('new')(pair[1]) || isFollowing(pair) ? compareAlike(pair, pages, redrawn) : [changed(pair)],
      ),
      ...lost.map((part) => draft(part, `${onPage(part)}the ${described(part)} is gone`, boxes(part), [])),
      ...found.map((part) => draft(part, `${onPage(part)}the ${described(part)} is new`, [], boxes(part))),
    );
  }
  return changes;
}

/** By what they say where it occurs once, then by their places, then by their order where as many are left. */
function paired(
  gone: readonly ListedPart[],
  come: readonly ListedPart[],
  pages: PagesOfBoth,
): { readonly pairs: readonly Pair[]; readonly gone: readonly ListedPart[]; readonly come: readonly ListedPart[] } {
  const pairs: Pair[] = [];
  const taken = new Set<ListedPart>();
  const free = new Map<string, ListedPart[]>();
  const add = (key: string, part: ListedPart) => free.set(key, [...(free.get(key) ?? []), part]);
  for (const part of come) for (const key of cells(part.place, part.place?.page)) add(key, part);
  const left = gone.filter((part) => {
    const near = cells(part.place, part.place && pages.partner(part.place.page)).flatMap((key) => free.get(key) ?? []);
    const other = near.find((each) => !taken.has(each) && each.name === part.name && overlaps(part.place, each.place));
    if (!other) return true;
    taken.add(other);
    pairs.push([part, other]);
    return false;
  });
  const rest = come.filter((part) => !taken.has(part));
  const byText = new Map<string, ListedPart[]>();
  for (const part of rest) byText.set(textOf(part), [...(byText.get(textOf(part)) ?? []), part]);
  const lost = left.filter((part) => {
    const other = byText.get(textOf(part))?.shift();
    if (!other) return true;
    taken.add(other);
    pairs.push([part, other]);
    return false;
  });
  const found = rest.filter((part) => !taken.has(part));
  if (lost.length !== found.length || lost.some((part, index) => part.name !== found[index]?.name))
    return { pairs, gone: lost, come: found };
  return { pairs: [...pairs, ...lost.map((part, index): Pair => [part, found[index] as ListedPart])], gone: [], come: [] };
}

const textOf = ({ name, value, target }: ListedPart): string => (value === '' ? `${name} ${target}` : `${name} ${value}`);

/** Points of a cell; two places that overlap have a cell in common, but for long ones, which have their ends. */
const cell = 40;

function cells(place: PartPlace | undefined, page: number | undefined): readonly string[] {
  if (!place || page === undefined) return [];
  const [left, right] = [Math.floor(place.x / cell), Math.floor((place.x + place.width) / cell)];
  const [top, bottom] = [Math.floor(place.y / cell), Math.floor((place.y + place.height) / cell)];
  const columns = [...new Set([left, Math.floor((left + right) / 2), right])];
  return columns.flatMap((column) => [...new Set([top, bottom])].map((row) => `${page} ${column} ${row}`));
}

/** The smaller of the two lies by half in the other. */
function overlaps(a: PartPlace | undefined, b: PartPlace | undefined): boolean {
  if (!a || !b) return false;
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const smaller = Math.min(a.width * a.height, b.width * b.height);
  return across > 0 && down > 0 && across * down >= smaller / 2;
}

/** Two that say the same: where they stand, and how they look. */
function compareAlike([one, two]: Pair, pages: PagesOfBoth, redrawn: boolean): readonly Draft<FileChange>[] {
  const changes: Draft<FileChange>[] = [];
  if (!redrawn && one.look !== two.look)
    changes.push(draft(two, `${onPage(two)}the ${described(two)} looks otherwise`, boxes(one), boxes(two)));
  if (
    one.place &&
    two.place &&
    isMoved(one.place, two.place) &&
    pages.readsSame(two.place.page) &&
    pages.partner(one.place.page) === two.place.page
  )
    changes.push(
      draft(
        two,
        `${onPage(two)}the ${described(two)} stands elsewhere: ${size(one.place)} becomes ${size(two.place)}`,
        boxes(one),
        boxes(two),
      ),
    );
  return changes;
}

const size = ({ x, y, width, height }: PartPlace): string =>
  `${width.toFixed(0)} × ${height.toFixed(0)} pt at ${x.toFixed(0)}, ${y.toFixed(0)}`;

const isMoved = (a: PartPlace, b: PartPlace): boolean =>
  [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height].some((length) => Math.abs(length) > sameLength);

function changed([one, two]: Pair): Draft<FileChange> {
  const [was, is] = quotedPair(leads(one), leads(two));
  const what = one.kind === 'link' ? 'link to' : one.name;
  return draft(two, `${onPage(two)}${what} ${was} becomes ${two.name === one.name ? '' : `${two.name} `}${is}`, boxes(one), boxes(two));
}

/** What a part says and where it leads, in words. */
const leads = ({ value, target }: ListedPart): string =>
  [value, target === undefined ? '' : `page ${target}`].filter((words) => words !== '').join(', to ');

const described = (part: ListedPart): string => `${part.kind === 'link' ? 'link to' : part.name} ${quotedValue(leads(part))}`;
const onPage = ({ place }: ListedPart): string => (place ? `page ${place.page}: ` : '');
const boxes = ({ place }: ListedPart): readonly Box[] => (place ? [place] : []);

/** Lists hold links, notes and bookmarks only. */
const draft = ({ kind }: ListedPart, summary: string, old: readonly Box[], now: readonly Box[]): Draft<FileChange> => ({
  class: 'file',
  kind,
  summary,
  old,
  new: now,
});
