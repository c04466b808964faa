// Turn a text of either release into the block that shows it in a notice, set as it was printed: whole, or the sentences that read differently.
import { splitSentences } from '../language/text-pieces.ts';
import { commonPairs } from '../language/word-differences.ts';
import type { NoticePart } from '../merge/merging.ts';
import type { TextRecord } from '../model/build-record.ts';
import type { Block, Inline, WordTable } from '../model/document.ts';
import { inLang } from '../model/language.ts';
import { dataLimits } from '../model/limits.ts';
import type { Span } from '../model/span.ts';
import { type EarlierElement, type EarlierRelease, earlierLabel } from './earlier-elements.ts';
import { contentInlines, type LaterElement } from './later-elements.ts';
import { textClass } from './notice-classes.ts';
import type { NoticeWriter } from './notice-writer.ts';
import type { Wordings } from './wordings.ts';

/** What is shown of one text on each side; empty where it has no sentence that the other lacks. */
export interface BothVersions {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
}

/** A text in its pieces; the label is the number or mark that stands before it. */
interface Shown {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'note';
  readonly class: string;
  readonly label: readonly Inline[];
  readonly body: readonly Inline[];
}

export class NoticeTexts {
  readonly #context: NoticePart;
  readonly #writer: NoticeWriter;
  readonly #wordings: Wordings;
  readonly #earlier: EarlierRelease;
  readonly #at: Span;

  constructor(context: NoticePart, writer: NoticeWriter, wordings: Wordings, earlier: EarlierRelease, at: Span) {
    this.#context = context;
    this.#writer = writer;
    this.#wordings = wordings;
    this.#earlier = earlier;
    this.#at = at;
  }

  /** A text of the earlier release, whole, or a table of words, set as the one that stands for it now. */
  before(element: EarlierElement, later?: LaterElement): readonly Block[] {
    if (element.kind === 'words') return [this.#wordsThen(element, later?.content.kind === 'words' ? later.content.block : undefined)];
    const [record] = element.texts;
    return record ? this.#block(this.#shownThen(record, later), 'then') : [];
  }

  /** A text of the corrected release, whole. */
  after(element: LaterElement): readonly Block[] {
    const { content } = element;
    if (content.kind === 'words') return [this.#wordsNow(content.block)];
    return content.kind === 'table' ? [] : this.#block(this.#shownNow(element), 'now');
  }

  /** The sentences of a text that read differently, each set against those that stood in their place; all of them where some changed places. */
  both(record: TextRecord, element: LaterElement): BothVersions {
    const { lang } = this.#context;
    const [old, now] = [this.#shownThen(record, element), this.#shownNow(element)];
    const [then, today] = [splitSentences(old.body, lang), splitSentences(now.body, lang)];
    const [textsThen, textsNow] = [then.map(textOf), today.map(textOf)];
    const same = commonPairs(textsThen, textsNow);
    const [keptThen, keptNow] = [new Set(same.map(([index]) => index)), new Set(same.map(([, index]) => index))];
    const differ = (texts: readonly string[], kept: ReadonlySet<number>) => texts.filter((_, index) => !kept.has(index));
    const [gone, added] = [differ(textsThen, keptThen), differ(textsNow, keptNow)];
    const isLabelChanged = textOf(old.label) !== textOf(now.label);
    if (gone.length + added.length === 0 && !isLabelChanged) return { before: [], after: [] };
    const moved = gone.some((text) => added.includes(text));
    const wanted = (sentences: readonly (readonly Inline[])[], kept: ReadonlySet<number>) =>
      moved
        ? sentences
        : isLabelChanged
          ? sentences.filter((_, index) => index === 0 || !kept.has(index))
          : sentences.filter((_, index) => !kept.has(index));
    const [before, after] = [wanted(then, keptThen).flat(), wanted(today, keptNow).flat()];
    return {
      before: before.length > 0 ? this.#block({ ...old, body: before }, 'then') : [],
      after: after.length > 0 ? this.#block({ ...now, body: after }, 'now') : [],
    };
  }

  /** Builds of earlier programs did not record classes: then a text is set as the one that stands for it. */
  #shownThen(record: TextRecord, later: LaterElement | undefined): Shown {
    const { label, body } = parted(this.#wordings.before(record), earlierLabel(this.#earlier, record).length);
    return { kind: kindOf(record.kind), class: record.class ?? later?.content.block.class ?? '', label, body };
  }

  #shownNow({ id, content }: LaterElement): Shown {
    const label = content.kind === 'note' ? content.block.label : content.kind === 'item' ? content.item.label : [];
    const inlines = this.#wordings.after(id, contentInlines(content));
    const kind = content.kind === 'words' || content.kind === 'table' ? 'paragraph' : content.kind;
    return { kind, class: content.block.class, ...parted(inlines, textOf(label).length) };
  }

  /** A kind that the style does not set is shown as a paragraph. */
  #block({ kind, class: own, label, body }: Shown, side: 'then' | 'now'): readonly Block[] {
    const { lang } = this.#context;
    const write = (inlines: readonly Inline[]) => trimmed(side === 'then' ? this.#writer.before(inlines) : this.#writer.after(inlines));
    const [head, rest] = [write(label), write(body)];
    if (head.length + rest.length === 0) return [];
    const id = this.#writer.nextId();
    const base = { id, lang, at: this.#at };
    if (kind === 'note' && this.#isStyled('note')) return [{ ...base, kind, class: '', mark: '', label: head, inlines: rest }];
    if (kind === 'item' && this.#isStyled('li')) {
      const items = [{ id: `${id}.1`, label: head, inlines: rest, at: this.#at }];
      return [{ ...base, kind: 'list', class: this.#isStyled(`li.${own}`) ? own : '', numbered: head.length > 0, items }];
    }
    const word = kind === 'paragraph' && own !== '' && (this.#isStyled(`p.${own}`) || this.#isStyled(own)) ? own : textClass;
    const space = head.length > 0 && rest.length > 0 && kind === 'item' ? [{ text: ' ', at: this.#at }] : [];
    return [{ ...base, kind: 'paragraph', class: word, inlines: [...head, ...space, ...rest] }];
  }

  #isStyled(name: string): boolean {
    return inLang(this.#context.merging.release.style.blocks, this.#context.lang).has(name);
  }

  #wordsNow(block: WordTable): WordTable {
    const id = this.#writer.nextId();
    const rename = (inner: string): string => id + inner.slice(block.id.length);
    const { anchor: _anchor, ...rest } = block;
    return {
      ...rest,
      id,
      rows: block.rows.map((row) => ({
        ...row,
        id: rename(row.id),
        cells: row.cells.map((cell) => ({
          ...cell,
          id: rename(cell.id),
          inlines: this.#writer.after(this.#wordings.after(cell.id, cell.inlines)),
        })),
      })),
    };
  }

  /** Every row has as many cells as the first, which heads the columns; empty ones have no record. */
  #wordsThen({ texts }: EarlierElement, later: WordTable | undefined): WordTable {
    const id = this.#writer.nextId();
    const placed = texts.flatMap((text) => {
      const [row, column] = (/\.r(\d+)\.c(\d+)$/.exec(text.id) ?? []).slice(1).map(Number);
      return row === undefined || column === undefined || column > dataLimits.columns ? [] : [{ text, row, column }];
    });
    const cells = new Map(placed.map(({ text, row, column }) => [`${row} ${column}`, text]));
    const columns = placed.reduce((most, { column }) => Math.max(most, column), 0) + 1;
    const rows = [...new Set(placed.map(({ row }) => row))].sort((a, b) => a - b);
    return {
      kind: 'words',
      id,
      class: later?.class ?? '',
      lang: this.#context.lang,
      at: this.#at,
      rows: rows.map((row) => ({
        id: `${id}.r${row}`,
        at: this.#at,
        cells: Array.from({ length: columns }, (_, column) => {
          const record = cells.get(`${row} ${column}`);
          const inlines = record ? this.#writer.before(this.#wordings.before(record)) : [];
          return { id: `${id}.r${row}.c${column}`, align: later?.rows[0]?.cells[column]?.align ?? 'left', inlines, at: this.#at };
        }),
      })),
    };
  }
}

const textOf = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('');

function kindOf(kind: TextRecord['kind']): Shown['kind'] {
  return kind === 'heading' || kind === 'item' || kind === 'note' ? kind : 'paragraph';
}

/** The first `length` characters apart from those after them. */
function parted(inlines: readonly Inline[], length: number): Pick<Shown, 'label' | 'body'> {
  const [label, body]: [Inline[], Inline[]] = [[], []];
  let left = length;
  for (const inline of inlines) {
    const { lineBreak: _lineBreak, ...rest } = inline;
    if (left >= inline.text.length && left > 0) label.push(inline);
    else if (left > 0) {
      label.push({ ...inline, text: inline.text.slice(0, left) });
      body.push({ ...rest, text: inline.text.slice(left) });
    } else body.push(inline);
    left = Math.max(0, left - inline.text.length);
  }
  return { label, body };
}

/** A sentence taken out of its text brings no space and no line break with it. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline, index): readonly Inline[] => {
    const { lineBreak, ...rest } = inline;
    const start = index === 0 ? rest.text.trimStart() : rest.text;
    const text = index === inlines.length - 1 ? start.trimEnd() : start;
    if (text === '') return [];
    return [{ ...rest, text, ...(lineBreak && index > 0 ? { lineBreak } : {}) }];
  });
}
