// Turn pieces of two releases into pieces of their notice: figures under new numbers, references to what the notice does not hold left out.

import { typedDecimals } from '../figures/scale.ts';
import type { FigureDraft } from '../merge/markup.ts';
import type { NoticePart } from '../merge/merging.ts';
import type { FigureRecord } from '../model/build-record.ts';
import type { Correction } from '../model/correction.ts';
import type { FigureCell, Inline } from '../model/document.ts';
import { Exact } from '../model/exact.ts';
import type { Lang } from '../model/language.ts';
import { placeOf } from './changed-inlines.ts';

/** The digits of a figure in a table, what stands before and what after them. */
const split = /^(\D*?)(\d[\d,.]*)(.*)$/su;

/** Writes into one part of a notice. */
export class NoticeWriter {
  readonly #context: NoticePart;
  readonly #correction: Correction;

  constructor(context: NoticePart, correction: Correction) {
    this.#context = context;
    this.#correction = correction;
  }

  get lang(): Lang {
    return this.#context.lang;
  }

  nextId(): string {
    return this.#context.nextId();
  }

  /** A cell of the corrected release. */
  cellAfter(cell: FigureCell, id: string): FigureCell {
    const { changes, corrected } = this.#correction;
    // Marks and words of cells are quoted as they stand; notes stay in the release.
    const quoted = {
      ...cell,
      id,
      ...(cell.words && { words: this.after(cell.words) }),
      ...(cell.mark && { mark: this.after(cell.mark) }),
    };
    if (cell.figure === undefined) return quoted;
    const { id: _id, ...draft } = known(corrected.figures[cell.figure], cell.figure);
    const mark = changes.figures.has(cell.figure) ? { changed: true as const } : {};
    return { ...quoted, figure: this.#place(draft), ...mark };
  }

  /** A cell of the earlier release; `changed` where it prints something else now, or nothing. */
  cellBefore(record: FigureRecord, id: string, changed: boolean): FigureCell {
    const draft = draftOf(record);
    // Both ends of a range are one core.
    const [, prefix = '', core = record.text, suffix = ''] = (record.upper ? undefined : split.exec(record.text)) ?? [];
    const mark = changed ? { changed: true as const } : {};
    const decimals = /\.(\d+)/.exec(core)?.[1]?.length ?? 0;
    return { id, prefix, core, suffix, decimals, figure: this.#place(draft), ...mark, at: draft.at };
  }

  /** Words of the corrected release. */
  after(inlines: readonly Inline[]): readonly Inline[] {
    const { corrected, anchors } = this.#correction;
    const placed = this.#placing((id) => {
      const { id: _id, ...draft } = known(corrected.figures[id], id);
      return draft;
    });
    return inlines.flatMap((inline): readonly Inline[] => {
      const { figure, href, noteRef: _noteRef, pageRef, ...rest } = inline;
      const text = pageRef === undefined ? rest.text : String(anchors.get(pageRef) ?? '');
      if (text === '') return [];
      const link = href === undefined || href.startsWith('#') ? {} : { href };
      return [{ ...rest, text, ...link, ...(figure === undefined ? {} : { figure: placed(figure) }) }];
    });
  }

  /** Words of the earlier release; their figures have its numbers. */
  before(inlines: readonly Inline[]): readonly Inline[] {
    const { earlier } = this.#correction.changes;
    const placed = this.#placing((id) => draftOf(known(earlier.get(id), id)));
    return inlines.map(({ figure, href, ...inline }) => ({
      ...inline,
      ...(href === undefined || href.startsWith('#') ? {} : { href }),
      ...(figure === undefined ? {} : { figure: placed(figure) }),
    }));
  }

  /** Pieces of one figure keep one number. */
  #placing(draft: (id: number) => FigureDraft): (id: number) => number {
    const numbers = new Map<number, number>();
    return (id) => {
      const number = numbers.get(id) ?? this.#place(draft(id));
      numbers.set(id, number);
      return number;
    };
  }

  #place(draft: FigureDraft): number {
    return this.#context.merging.place(draft).id;
  }
}

function draftOf(record: FigureRecord): FigureDraft {
  const { fact, measure, against, exact, printed, treatment, text, lang, place } = record;
  return {
    fact,
    measure,
    ...(against === undefined ? {} : { against }),
    exact: number(exact),
    printed: number(printed),
    decimals: typedDecimals(printed),
    treatment,
    text,
    lang,
    place,
    at: placeOf(record),
  };
}

function number(text: string): Exact {
  const value = Exact.read(text);
  if (!value) throw new Error(`notice-writer: ${text} in the record of a build is no number`);
  return value;
}

function known<T>(value: T | undefined, id: number): T {
  if (value === undefined) throw new Error(`notice-writer: no figure ${id}`);
  return value;
}
