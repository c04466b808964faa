// Turn the texts of a document into strings whose characters know whether a hand typed them, and where.
import { halfWidthDigits } from '../language/characters.ts';
import type { Block, Document, Inline } from '../model/document.ts';
import { cellRuns, cellsOf } from '../model/document-texts.ts';
import type { Lang } from '../model/language.ts';
import type { Release } from '../model/release.ts';
import type { Span } from '../model/span.ts';

/** One text that is read in one go: a paragraph, an item, a note, a caption, the head of a column, the label of a row. */
export interface TypedText {
  /** Its language. */
  readonly lang: Lang;
  /** As it is printed. */
  readonly text: string;
  /** The text with every character that no hand typed at this place replaced by `blank`, one for one. */
  readonly typed: string;
  /** What stands before it: the number of an item of a list. */
  readonly label?: string;
  /** The inlines that it consists of, in order. */
  readonly runs: readonly TextRun[];
}

/** An inline at its place in the text. */
export interface TextRun {
  /** What stands there. */
  readonly inline: Inline;
  /** Offset of its first character in the text. */
  readonly start: number;
  /** Offset behind its last character. */
  readonly end: number;
}

/** Stands for a character of a figure, of a helper's words or of a note mark: neither letter nor digit nor space. */
export const blank = '\ufffc';

/** In reading order; labels that a statement prints in two places occur twice. */
export function typedTexts(document: Document): readonly TypedText[] {
  return document.parts.flatMap((part) => part.sections.flatMap((section) => section.blocks.flatMap(textsOf)));
}

const known = new WeakMap<Block, readonly TypedText[]>();

/** Of one block: the same texts as long as it is the same block. Of a table: captions, unit line, heads, labels, without the empty ones. */
export function textsOf(block: Block): readonly TypedText[] {
  const texts = known.get(block) ?? readBlock(block);
  known.set(block, texts);
  return texts;
}

function readBlock(block: Block): readonly TypedText[] {
  const one = (inlines: readonly Inline[], mark?: string): readonly TypedText[] =>
    inlines.length === 0 ? [] : [typedText(inlines, block.lang, mark)];
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return one(block.inlines);
    case 'list':
      return block.items.flatMap(({ label, inlines }) => {
        const number = label.map(({ text }) => text).join('');
        return one(inlines).map((text) => (number === '' ? text : { ...text, label: number }));
      });
    case 'words':
      return cellsOf(block).flatMap((cell) => one(cell.inlines));
    case 'note':
      return [...one(block.label, block.mark), ...one(block.inlines)];
    case 'group':
      return block.blocks.flatMap(textsOf);
    case 'table':
      return [
        ...block.captions.flatMap((caption) => one(caption.inlines)),
        ...(block.unit ? one(block.unit.inlines) : []),
        ...block.heads.flatMap((head) => one(head.pieces.flat())),
        ...block.rows.flatMap((row) => [row.label, ...row.cells.flatMap(cellRuns)]).flatMap((runs) => one(runs)),
      ];
  }
}

/** `mark` is that of a note whose label this is: its own digits are no figure. */
function typedText(inlines: readonly Inline[], lang: Lang, mark = ''): TypedText {
  const runs: TextRun[] = [];
  let text = '';
  let typed = '';
  for (const inline of inlines) {
    const start = text.length;
    text += inline.text;
    const bound = inline.figure !== undefined || inline.bound !== undefined || inline.noteRef !== undefined || inline.pageRef !== undefined;
    typed += bound ? blank.repeat(inline.text.length) : inline.text;
    runs.push({ inline, start, end: text.length });
  }
  const own = mark === '' ? -1 : folded(typed).indexOf(folded(mark));
  if (own >= 0) typed = typed.slice(0, own) + blank.repeat(mark.length) + typed.slice(own + mark.length);
  return { lang, text, typed, runs };
}

/** Set characters as they are typed, one for one: quotation marks, dashes, full-width brackets, colons and digits. */
export function folded(text: string): string {
  return setCharacter.test(text)
    ? text.replace(setCharacters, (set) => typedAs[set] ?? String.fromCharCode(set.charCodeAt(0) - 0xfee0))
    : text;
}

const typedAs: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
};
const setCharacter = /[“”‘’‐‑–—\u00a0\u202f！-～]/;
const setCharacters = new RegExp(setCharacter, 'g');

/** The run that holds the character at `offset`. */
function runAt({ runs }: TypedText, offset: number): TextRun | undefined {
  return runs.find((run) => offset >= run.start && offset < run.end);
}

/** Finds typed words in the files that they were typed in. */
export type Locate = (text: TypedText, offset: number, length: number) => Span | undefined;

/** Narratives and layouts are read again, since setting moves characters; values of data files stand as they are typed. */
export function locator(release: Release): Locate {
  const lines = new Map<string, readonly string[] | undefined>();
  return (text, offset, length) => {
    const run = runAt(text, offset);
    if (!run) return undefined;
    const { file } = run.inline.at;
    if (!lines.has(file)) lines.set(file, linesOf(file, release));
    const source = lines.get(file);
    return source ? inSource(source, text, run, offset, length) : inValue(run, offset, length);
  };
}

/** Undefined for a data file. */
function linesOf(file: string, { narratives, templates }: Release): readonly string[] | undefined {
  const template = [...templates.values()].find((each) => each.file === file);
  if (template) return template.text.split('\n');
  const sections = Object.values(narratives).flatMap((each) => [...each.values()].filter((section) => section.file === file));
  if (sections.length === 0) return undefined;
  const lines: string[] = [];
  for (const { text, line } of sections) for (const [index, each] of text.split('\n').entries()) lines[line - 1 + index] = each;
  return lines;
}

/** The same words, whatever the width of their digits, counted from where their run began; runs cut from one stretch of source begin at one place. */
function inSource(source: readonly string[], { text, runs }: TypedText, run: TextRun, offset: number, length: number): Span {
  const { at } = run.inline;
  const first =
    runs.find(({ inline }) => inline.at.line === at.line && inline.at.column === at.column && inline.at.file === at.file) ?? run;
  const printed = halfWidthDigits(text);
  const word = printed.slice(offset, offset + length);
  let skip = printed.slice(first.start, offset).split(word).length - 1;
  for (let line = at.line; line <= source.length; line++) {
    if (source[line - 1] === undefined) break;
    const typed = halfWidthDigits(source[line - 1]!);
    let column = line === at.line ? at.column - 1 : 0;
    for (column = typed.indexOf(word, column); column >= 0; column = typed.indexOf(word, column + word.length)) {
      if (skip-- === 0) return { file: at.file, line, column: column + 1, length };
    }
  }
  return at;
}

function inValue({ inline: { at, text }, start }: TextRun, offset: number, length: number): Span {
  // A quoted value's place includes its quotation marks.
  const lead = at.length === text.length ? 0 : at.length === text.length + 2 ? 1 : undefined;
  return lead === undefined ? at : { ...at, column: at.column + lead + offset - start, length };
}
