// Turn the comparison of two releases into a paper: what was carried over and what was not, then the whole text of the later release with deletions struck out and additions underlined.

import type { BlacklineWriting, LineState } from '../../language/blackline.ts';
import { language } from '../../language/languages.ts';
import { writtenDates } from '../../language/written-dates.ts';
import type { BuildRecord } from '../../model/build-record.ts';
import type { Block, Document, Heading, Inline, ListItem, Part } from '../../model/document.ts';
import { type Lang, perLang } from '../../model/language.ts';
import {
  type BlacklinePiece,
  type ComparedLanguage,
  type ComparedLine,
  type ComparedTable,
  type ComparedText,
  type ComparedWording,
  type ReleaseComparison,
  type RestatedFact,
  wordings,
} from '../../model/release-comparison.ts';
import type { Span } from '../../model/span.ts';
import { calendarOf } from '../calendar-of.ts';
import { lineStates } from './line-states.ts';

/** The page class of the style that a language's part is set on. */
export type PageClassOf = (lang: Lang) => string;

export function blacklineDocument(comparison: ReleaseComparison, old: BuildRecord, now: BuildRecord, pageClass: PageClassOf): Document {
  const languages = comparison.languages.map(({ lang }) => lang);
  const given = new Map(now.figures.givens.map((each) => [each.given, each.value]));
  const day = (lang: Lang): string => isoDay.exec(given.get(`announced.${lang}`) ?? '')?.[0] ?? '';
  const name = (lang: Lang): string => given.get(`names.${lang}`) ?? '';
  const compared = (lang: Lang): string => language(lang).blackline.compared(titleOf(old, lang), titleOf(now, lang));
  const first = languages.find((lang) => day(lang) !== '');
  if (first === undefined) throw new Error('blackline-document: a release was announced in a language');
  const at = placeOf(now);
  return {
    lang: first,
    languages,
    titles: perLang(languages, (lang) => language(lang).text.remarked(compared(lang), language(lang).blackline.title)),
    author: name(first),
    date: day(first),
    furniture: perLang(languages, (lang) => ({
      issuer: name(lang),
      date: day(lang) === '' ? '' : writtenDates(lang, calendarOf(now.figures)).date(day(lang), 'long'),
    })),
    parts: comparison.languages.map((each): Part => {
      const { lang } = each;
      const blocks = new PartWriter(each, at).blocks(compared(lang), comparison.restated);
      return { id: lang, lang, title: language(lang).blackline.title, sections: [{ id: lang, page: pageClass(lang), blocks, at }], at };
    }),
    figures: [],
  };
}

/** A record may hold anything. */
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** As the release calls itself. */
function titleOf({ document }: BuildRecord, lang: Lang): string {
  return document.texts.find((text) => text.kind === 'title' && text.lang === lang)?.text ?? '';
}

/** Nobody typed the paper: it stands for the first text of the release. */
function placeOf({ document }: BuildRecord): Span {
  const at = document.texts[0]?.at;
  return { file: at?.file ?? '', line: at?.line ?? 1, column: at?.column ?? 1, length: 1 };
}

/** Writes the part of one language. */
class PartWriter {
  readonly #language: ComparedLanguage;
  readonly #words: BlacklineWriting;
  readonly #joint: string;
  readonly #at: Span;
  #count = 0;

  constructor(compared: ComparedLanguage, at: Span) {
    this.#language = compared;
    this.#words = language(compared.lang).blackline;
    this.#joint = language(compared.lang).text.lineJoint;
    this.#at = at;
  }

  blocks(compared: string, restated: readonly RestatedFact[]): readonly Block[] {
    const { blocks, sentences } = this.#language;
    const words = this.#words;
    const sample = (text: string, revision: Inline['revision']): Inline => ({ ...this.#plain(text), ...(revision && { revision }) });
    const counted = wordings.reduce((sum, wording) => sum + sentences[wording], 0);
    const counts = [...wordings, 'moved' as const].map((each) => words.counts[each](sentences[each]));
    const look = blocks
      .flatMap((block) => ('text' in block ? block.text.sentences : tableWordings(block.table)))
      .flatMap((one) => this.#toLookAt(one));
    return [
      this.#heading(1, [this.#plain(words.title)]),
      this.#paragraph([this.#plain(compared)]),
      this.#paragraph([sample(words.deleted, 'deleted'), this.#plain(' '), sample(words.added, 'added'), this.#plain(` ${words.legend}`)]),
      this.#heading(2, [this.#plain(words.summary)]),
      this.#paragraph([this.#plain(words.sentences(counted))]),
      this.#list(counts.map((text) => [this.#plain(text)])),
      ...this.#chapter(words.lookAt, look),
      ...this.#chapter(
        words.restated,
        restated.flatMap(({ fact, printed }) =>
          printed
            .filter(({ lang, before, after }) => lang === this.#language.lang && before !== after)
            .map(({ name, before, after }) => words.restatedFigure(name === '' ? fact : `${name} (${fact})`, before, after)),
        ),
      ),
      this.#heading(2, [this.#plain(words.wholeText)]),
      ...this.#wholeText(),
    ];
  }

  /** Nothing without lines. */
  #chapter(title: string, lines: readonly string[]): readonly Block[] {
    if (lines.length === 0) return [];
    return [this.#heading(2, [this.#plain(title)]), this.#list(lines.map((line) => [this.#plain(line)]))];
  }

  #toLookAt({ stayed, retyped, exchanged, old, new: now }: ComparedWording): readonly string[] {
    const page = (now ?? old)?.page;
    const where = page === undefined ? '' : this.#words.page(page);
    return [
      ...exchanged.map(({ before, after }) => this.#words.exchanged(before, after) + where),
      ...stayed.map(({ text }) => this.#words.stayed(text) + where),
      ...retyped.map(({ before, after }) => this.#words.retyped(before, after) + where),
    ];
  }

  #wholeText(): readonly Block[] {
    const found: Block[] = [];
    let items: (readonly Inline[])[] = [];
    let isUnderHeading = false;
    const close = () => {
      if (items.length > 0) found.push(this.#list(items));
      items = [];
    };
    for (const block of this.#language.blocks) {
      if ('text' in block && block.text.kind === 'item') {
        items.push(this.#text(block.text));
        continue;
      }
      close();
      if ('table' in block) found.push(...this.#table(block.table, isUnderHeading ? 4 : 3));
      else if (block.text.kind === 'heading') {
        isUnderHeading = true;
        found.push(this.#heading(3, this.#text(block.text)));
      } else found.push(this.#paragraph(this.#text(block.text)));
    }
    close();
    return found;
  }

  #text({ sentences }: ComparedText): readonly Inline[] {
    return sentences.flatMap((sentence, index) => {
      const joint = index > 0 && this.#joint !== '' ? [this.#plain(this.#joint)] : [];
      const moved = sentence.moved ? [{ ...this.#plain(this.#words.moved), revision: 'added' as const }] : [];
      return [...joint, ...moved, ...this.#pieces(sentence.pieces)];
    });
  }

  /** Its captions, then what came and went in it. */
  #table(table: ComparedTable, level: 3 | 4): readonly Block[] {
    const { status, moved, captions, rows, columns } = table;
    const words = this.#words;
    const named = captions.filter(({ kind }) => kind === 'caption');
    const others = [...named.slice(1), ...captions.filter(({ kind }) => kind === 'unit')].map(({ pieces }) => this.#pieces(pieces));
    const name = named[0] && this.#pieces(named[0].pieces);
    const state = status === 'kept' ? (moved ? words.tables.moved : '') : words.tables[status];
    const lines = [...columns.flatMap((line) => this.#line(line, words.columns)), ...rows.flatMap((line) => this.#line(line, words.rows))];
    const kept = rows.filter(({ wording }) => wording === 'same' || wording === 'figures').length;
    return [
      this.#heading(level, [
        ...(state === '' ? [] : [this.#plain(state)]),
        ...(name ?? [this.#plain(table.name === '' ? words.unnamed : table.name)]),
      ]),
      ...others.map((inlines) => this.#paragraph(inlines)),
      ...(lines.length > 0 ? [this.#list(lines)] : []),
      ...(status === 'kept' ? [this.#paragraph([this.#plain(words.rowsKept(kept))])] : []),
    ];
  }

  /** A line that is new, gone, moved or renamed, or of which figures are others. */
  #line(line: ComparedLine, words: Readonly<Record<LineState, string>>): readonly (readonly Inline[])[] {
    const states = lineStates(line).map((state) => words[state]);
    if (states.length === 0) return [];
    return [[this.#plain(states.join('')), ...(line.pieces.length > 0 ? this.#pieces(line.pieces) : [this.#plain(this.#words.unnamed)])]];
  }

  #pieces(pieces: readonly BlacklinePiece[]): readonly Inline[] {
    return pieces.flatMap(({ kind, text }, index) => {
      if (text === '') return [];
      // What was deleted and what was added would run into one another: 2Q02 3Q02.
      const gap = kind === 'added' && pieces[index - 1]?.kind === 'deleted' ? [this.#plain(' ')] : [];
      return [...gap, { ...this.#plain(text), ...(kind === 'same' ? {} : { revision: kind }) }];
    });
  }

  readonly #plain = (text: string): Inline => ({ text, at: this.#at });

  readonly #nextId = (): string => `${this.#language.lang}.${++this.#count}`;

  #base() {
    return { id: this.#nextId(), class: '', lang: this.#language.lang, at: this.#at } as const;
  }

  #heading(level: Heading['level'], inlines: readonly Inline[]): Block {
    return { kind: 'heading', ...this.#base(), level, inlines, runIn: false };
  }

  #paragraph(inlines: readonly Inline[]): Block {
    return { kind: 'paragraph', ...this.#base(), inlines };
  }

  #list(lines: readonly (readonly Inline[])[]): Block {
    const base = this.#base();
    const items = lines.map((inlines, index): ListItem => ({ id: `${base.id}.${index + 1}`, label: [], inlines, at: this.#at }));
    return { kind: 'list', ...base, numbered: false, items };
  }
}

function tableWordings({ captions, rows, columns }: ComparedTable): readonly ComparedWording[] {
  return [...captions, ...rows, ...columns];
}
