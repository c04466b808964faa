// Turn a document into its places, each with the texts that stand there in every language: a section of the narrative, a heading, a cell.

import type { Block, Document, Table } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import type { Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import { type TypedText, textsOf } from '../typed-text.ts';

/** The texts of one place by language, in the order in which they stand. */
export type Place = ReadonlyMap<Lang, readonly TypedText[]>;

/** In the order in which each is first printed; a place that one language alone has is among them. */
export function languagePlaces(document: Document, release: Pick<Release, 'narratives' | 'templates'>): readonly Place[] {
  const places = new Map<string, Map<Lang, TypedText[]>>();
  const add = (key: string, lang: Lang, texts: readonly TypedText[]): void => {
    const place = places.get(key) ?? new Map<Lang, TypedText[]>();
    places.set(key, place);
    const known = place.get(lang);
    if (known) known.push(...texts);
    else place.set(lang, [...texts]);
  };
  const nameOf = sourceNames(release);
  for (const { sections } of document.parts) {
    for (const { blocks } of sections) {
      for (const block of blocks) {
        if (block.kind === 'table') for (const { key, texts } of tablePlaces(block)) add(key, block.lang, texts);
        else addBlock(block, nameOf(block), add);
      }
    }
  }
  return [...places.values()];
}

/** A table in a group has places of its own. */
function addBlock(block: Block, key: string, add: (key: string, lang: Lang, texts: readonly TypedText[]) => void): void {
  if (block.kind === 'table') for (const place of tablePlaces(block)) add(place.key, block.lang, place.texts);
  else if (block.kind === 'group') for (const inner of block.blocks) addBlock(inner, key, add);
  else add(key, block.lang, textsOf(block));
}

interface TablePlace {
  readonly key: string;
  readonly texts: readonly TypedText[];
}

/** Captions with the unit line, then each label: heads, which a language may leave out, are held to their columns. Those that hold nothing but words say what no figure can be held to. */
function tablePlaces(table: Table): readonly TablePlace[] {
  const texts = textsOf(table);
  const above = table.captions.filter(({ inlines }) => inlines.length > 0).length + (table.unit && table.unit.inlines.length > 0 ? 1 : 0);
  const name = say`table ${table.statement}`;
  const heads = table.heads.filter(({ pieces }) => pieces.some((piece) => piece.length > 0)).length;
  const places: TablePlace[] = [{ key: name, texts: texts.slice(0, above) }];
  let next = above + heads;
  for (const [index, { label }] of table.rows.entries()) {
    if (label.length === 0) continue;
    const text = texts[next++];
    if (text?.runs.some(({ inline }) => inline.bound !== undefined || inline.figure !== undefined))
      places.push({ key: `${name} ${index}`, texts: [text] });
  }
  return places;
}

/** What the source of a block calls its place: the same in every language, whose files are its own. */
function sourceNames({ narratives, templates }: Pick<Release, 'narratives' | 'templates'>): (block: Block) => string {
  const starts = new Map<string, { readonly line: number; readonly name: string }[]>();
  const begin = (file: string, line: number, name: string): void => {
    const known = starts.get(file);
    if (known) known.push({ line, name });
    else starts.set(file, [{ line, name }]);
  };
  for (const sections of Object.values(narratives)) {
    for (const { file, id, line } of sections.values()) begin(file, line, say`section ${id}`);
  }
  for (const { file, text } of templates.values()) {
    for (const { line, name } of wordsIn(text)) begin(file, line, say`words ${name}`);
  }
  for (const list of starts.values()) list.sort((a, b) => a.line - b.line);
  return ({ at: { file, line, column } }) => lastBefore(starts.get(file) ?? [], line) ?? `${file}:${line}:${column}`;
}

function lastBefore(starts: readonly { readonly line: number; readonly name: string }[], line: number): string | undefined {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return starts[low - 1]?.name;
}

const opening = '{{#words "';

/** The words that a file of a layout gives by name, with the line on which each begins. */
function wordsIn(text: string): readonly { readonly line: number; readonly name: string }[] {
  const found: { line: number; name: string }[] = [];
  let [line, read] = [1, 0];
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + opening.length)) {
    for (let next = text.indexOf('\n', read); next >= 0 && next < at; next = text.indexOf('\n', read)) {
      line++;
      read = next + 1;
    }
    const from = at + opening.length;
    const end = text.indexOf('"', from);
    if (end < 0) break;
    found.push({ line, name: text.slice(from, end) });
  }
  return found;
}
