// Turn what the corrected release no longer prints into places of it where a mark says so: beside what stood before it, or after it.
import type { BuildRecord, FigureRecord, TextRecord } from '../model/build-record.ts';
import type { Changes } from '../model/correction.ts';
import type { Records } from './numerical-data.ts';

/** One place where something went. */
export interface DeletionMark {
  /** What the mark is: a paragraph, a note, an item, a row of its own, or words of a text that is there. */
  readonly kind: 'paragraph' | 'note' | 'item' | 'row' | 'words';
  /** Element of the corrected release: the block, item, row or text that the mark stands at. */
  readonly beside: string;
  readonly where: 'after' | 'before';
  /** The text there, for a mark that takes no line of its own. */
  readonly text: string;
}

/** In the order of the earlier release; what went at one place has one mark. */
export function deletionMarks({ old, now }: Records, changes: Changes): readonly DeletionMark[] {
  const finder = new MarkFinder(old, now, changes);
  const marks = new Map<string, DeletionMark>();
  for (const mark of finder.marks()) {
    const name = `${mark.kind} ${mark.where} ${mark.beside}`;
    if (!marks.has(name)) marks.set(name, mark);
  }
  return [...marks.values()];
}

/** The same place, without a line of its own. */
export function inText(mark: DeletionMark): DeletionMark {
  return { ...mark, kind: 'words', beside: mark.text };
}

/** Titles are no text of a page, and summaries of tables are only heard. */
const isPrinted = ({ kind }: TextRecord): boolean => kind !== 'title' && kind !== 'summary';

/** A text that is gone, and its neighbours that are still there. */
interface Neighbours {
  readonly before?: Survivor;
  readonly after?: Survivor;
}

interface Survivor {
  readonly old: TextRecord;
  readonly now: TextRecord;
}

class MarkFinder {
  readonly #texts: readonly TextRecord[];
  readonly #changes: Changes;
  readonly #survivors: ReadonlyMap<TextRecord, TextRecord>;
  readonly #gone: ReadonlySet<TextRecord>;
  readonly #pages: ReadonlyMap<string, number>;
  readonly #columns: ReadonlySet<string>;
  readonly #cells: ReadonlySet<string>;

  constructor(old: BuildRecord, now: BuildRecord, changes: Changes) {
    this.#texts = old.document.texts.filter(isPrinted);
    this.#changes = changes;
    this.#survivors = survivorsOf(this.#texts, now.document.texts.filter(isPrinted), changes);
    this.#gone = new Set(this.#texts.filter((text) => !this.#survivors.has(text)));
    this.#pages = firstPages(old);
    this.#columns = new Set(now.figures.figures.flatMap((figure) => columnOf(figure) ?? []));
    this.#cells = new Set(now.figures.figures.flatMap((figure) => cellOf(figure) ?? []));
  }

  marks(): readonly DeletionMark[] {
    return [...this.#textMarks(), ...this.#cellMarks()];
  }

  #textMarks(): readonly DeletionMark[] {
    const before = this.#nearest(this.#texts);
    const after = this.#nearest(this.#texts.toReversed());
    return this.#texts.flatMap((text) => {
      if (!this.#gone.has(text) || this.#isUnitOfGone(text)) return [];
      const [earlier, later] = [before.get(text), after.get(text)];
      return this.#markOf(text, { ...(earlier && { before: earlier }), ...(later && { after: later }) }) ?? [];
    });
  }

  /** A head that others of its table share, such as a unit, cannot be told from theirs: the head above it, which has its own words, is marked. */
  #isUnitOfGone({ kind, block, text }: TextRecord): boolean {
    if (kind !== 'head') return false;
    const heads = this.#texts.filter((each) => each.kind === 'head' && each.block === block);
    const left = new Set(heads.filter((head) => this.#survivors.has(head)).map((head) => head.text));
    return left.has(text) && heads.some((head) => this.#gone.has(head) && !left.has(head.text));
  }

  /** By text that is gone: the nearest one passed so far that is still there, in its part. */
  #nearest(texts: readonly TextRecord[]): ReadonlyMap<TextRecord, Survivor> {
    const found = new Map<TextRecord, Survivor>();
    let last: Survivor | undefined;
    for (const text of texts) {
      const now = this.#survivors.get(text);
      if (now) last = { old: text, now };
      else if (last?.old.part === text.part) found.set(text, last);
    }
    return found;
  }

  #markOf(gone: TextRecord, { before, after }: Neighbours): DeletionMark | undefined {
    const inBlock = (survivor: Survivor | undefined) => (survivor?.old.block === gone.block ? survivor : undefined);
    const [above, below] = [inBlock(before), inBlock(after)];
    const near = above ?? below;
    const where = above ? 'after' : 'before';
    if (near && gone.statement !== undefined) {
      const row = gone.kind === 'label' ? [above, below].find((one) => one?.now.kind === 'label') : undefined;
      if (row) return { kind: 'row', beside: rowOf(row.now.id), where: row === above ? 'after' : 'before', text: row.now.id };
      return { kind: 'words', beside: near.now.id, where, text: near.now.id };
    }
    // A cell of a table of words is an item too, and its row cannot be told from it.
    if (near && gone.kind === 'item' && near.now.kind === 'item')
      return { kind: isCell(gone) ? 'words' : 'item', beside: near.now.id, where, text: near.now.id };
    return this.#blockMark(gone, { ...(before && { before }), ...(after && { after }) });
  }

  /** On the page that it stood on, if anything of that page is left next to it. */
  #blockMark(gone: TextRecord, { before, after }: Neighbours): DeletionMark | undefined {
    const page = this.#pageOf(gone);
    const onPage = (survivor: Survivor | undefined) => (survivor && this.#pageOf(survivor.old) === page ? survivor : undefined);
    const near = onPage(before) ?? onPage(after) ?? before ?? after;
    if (!near) return undefined;
    const { old, now } = near;
    // Blocks of a group stay in it.
    const inner = old.block === gone.block && (now.kind === 'paragraph' || now.kind === 'heading' || now.kind === 'note');
    const kind = gone.kind === 'note' ? 'note' : 'paragraph';
    return { kind, beside: inner ? now.id : now.block, where: near === before ? 'after' : 'before', text: now.id };
  }

  #pageOf({ id }: TextRecord): number | undefined {
    return this.#pages.get(id) ?? this.#pages.get(`${id}.label`);
  }

  /** Cells that are empty now, in rows and columns that are there: the row is marked. What a column that is gone held has its head. */
  #cellMarks(): readonly DeletionMark[] {
    const rows = new Map(this.#texts.filter(({ kind }) => kind === 'label').map((label) => [rowName(label), label]));
    return this.#changes.removed.flatMap((figure): readonly DeletionMark[] => {
      const { place, lang } = figure;
      if (place.kind !== 'cell' || !this.#columns.has(columnOf(figure) ?? '')) return [];
      const label = rows.get(`${lang} ${place.statement} r${place.row}`);
      const now = label && this.#survivors.get(label);
      if (!now || this.#cells.has(`${rowName(now)} ${place.column}`)) return [];
      return [{ kind: 'words', beside: now.id, where: 'after', text: now.id }];
    });
  }
}

/** Texts of the earlier release, each with what it is now: as the differences pair them, and those that did not change in their order. */
function survivorsOf(old: readonly TextRecord[], now: readonly TextRecord[], changes: Changes): ReadonlyMap<TextRecord, TextRecord> {
  const byId = new Map(now.map((text) => [text.id, text]));
  const changed = new Map<string, TextRecord>();
  const gone = new Set<string>();
  const taken = new Set<string>();
  for (const { id, before } of changes.texts) {
    const after = id === undefined ? undefined : byId.get(id);
    if (after) taken.add(after.id);
    if (before && after) changed.set(before.id, after);
    else if (before) gone.add(before.id);
  }
  const free = new Map<string, TextRecord[]>();
  for (const text of now.toReversed()) {
    if (taken.has(text.id)) continue;
    const known = free.get(nameOf(text));
    if (known) known.push(text);
    else free.set(nameOf(text), [text]);
  }
  const found = new Map<TextRecord, TextRecord>();
  for (const text of old) {
    const after = gone.has(text.id) ? undefined : (changed.get(text.id) ?? free.get(nameOf(text))?.pop());
    if (after) found.set(text, after);
  }
  return found;
}

const nameOf = ({ kind, lang, statement, text }: TextRecord): string => [kind, lang, statement ?? '', text].join('\n');

const rowOf = (label: string): string => label.slice(0, -'.label'.length);

const rowName = ({ id, lang, statement }: TextRecord): string => `${lang} ${statement} ${rowOf(id).slice(id.lastIndexOf('.r') + 1)}`;

/** Cells of a table of words are named by row and column. */
const isCell = ({ id }: TextRecord): boolean => /\.r\d+\.c\d+$/.test(id);

function columnOf({ place, lang }: FigureRecord): string | undefined {
  return place.kind === 'cell' ? `${lang} ${place.statement} ${place.column}` : undefined;
}

/** As `rowName` names the row, with the column. */
function cellOf({ place, lang }: FigureRecord): string | undefined {
  return place.kind === 'cell' ? `${lang} ${place.statement} r${place.row} ${place.column}` : undefined;
}

/** By element, the first page that it stood on. */
function firstPages({ document }: BuildRecord): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { page, runs } of document.pages)
    for (const { owner } of runs) if (owner !== undefined && !found.has(owner)) found.set(owner, page);
  return found;
}
