// Turn inlines into clusters that print: each with its face, its body and where it came from; joined letters are ligatures.

import { say } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import { type FaceTable, faceOf, faceTable } from './choose-face.ts';
import { type CharacterClass, type Cluster, type ClusteredText, characterClass } from './cluster.ts';
import type { CompositionInputs, FaceSpec, OwnedInline, TextSource } from './line.ts';
import { pictureCluster, standIn } from './line-pictures.ts';

/** Characters that steer line breaking and print nothing: zero-width space and joiners, soft hyphen (a hyphen is set where a line parts a word, not where it is written), byte order mark. */
const invisible: ReadonlySet<number> = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff]);

/** A combining mark: accents, voicing marks, selectors of variants. */
const mark = /^\p{M}$/u;
const isMark = (codePoint: number): boolean => codePoint >= 0x300 && mark.test(String.fromCodePoint(codePoint));

/** The characters that print, in order; a code point without a glyph is reported with its place. */
export function itemize(inlines: readonly OwnedInline[], spec: FaceSpec, composition: CompositionInputs): ClusteredText {
  // As many as there may be, so that the lists need not grow.
  const most = inlines.reduce((sum, { inline }) => sum + (inline.picture ? 1 : inline.text.length), 0);
  const clusters = new Array<Cluster>(most);
  const sources = new Array<TextSource>(most);
  const offsets = new Array<number>(most);
  let count = 0;
  const reported = new Set<string>();
  let text = '';
  inlines.forEach((owned, position) => {
    const { inline, face } = owned;
    const source = sourceOf(owned, position, spec);
    // A phrase of another language is another voice, not another face: Latin inside Japanese stays in the Japanese face.
    const table = faceTable(face ? { ...spec, ...face } : spec, inline, composition);
    const start = text.length;
    if (inline.picture) {
      text += standIn;
      clusters[count] = pictureCluster(inline.picture, spec.lang, table.faces.own);
      sources[count] = source;
      offsets[count++] = start;
      return;
    }
    text += inline.text;
    for (let at = 0; at < inline.text.length; ) {
      const codePoint = inline.text.codePointAt(at) ?? 0;
      const offset = start + at;
      at += codePoint > 0xffff ? 2 : 1;
      let cluster = table.clusters.get(codePoint);
      if (cluster === undefined) {
        cluster = invisible.has(codePoint) ? null : clusterOf(codePoint, table);
        table.clusters.set(codePoint, cluster);
      }
      if (cluster === null) continue;
      if (cluster.glyph.id === 0) reportMissing(cluster, inline.at, reported, composition);
      clusters[count] = cluster;
      sources[count] = source;
      offsets[count++] = offset;
    }
  });
  clusters.length = count;
  sources.length = count;
  offsets.length = count;
  return { text, clusters, sources, offsets };
}

function sourceOf({ inline, owner, index, gapBefore }: OwnedInline, position: number, spec: FaceSpec): TextSource {
  const { sup, figure, href, noteRef, expansion, changed, revision, picture } = inline;
  const source: { -readonly [Field in keyof TextSource]: TextSource[Field] } = { owner, lang: inline.lang ?? spec.lang, position };
  if (index !== undefined) source.index = index;
  if (gapBefore !== undefined) source.gapBefore = gapBefore;
  if (sup) source.sup = sup;
  if (figure !== undefined) source.figure = figure;
  if (href !== undefined) source.href = href;
  if (noteRef !== undefined) source.noteRef = noteRef;
  if (expansion !== undefined) source.expansion = expansion;
  if (changed) source.changed = changed;
  if (revision) source.revision = revision;
  if (picture) source.picture = picture;
  return source;
}

/** A character in its face. Marks are set as part of a letter; one that no letter took in composition would stand beside it, or in another face. */
function clusterOf(codePoint: number, { faces, scale }: FaceTable): Cluster {
  const { face, glyph: found } = faceOf(codePoint, faces);
  const id = isMark(codePoint) ? 0 : found;
  const name = characterClass(codePoint);
  const advance = face.advance(id) / face.upem;
  const width = bodyWidth(name, advance) * scale;
  const shift = bodyShift(name, advance) * scale;
  const text = String.fromCodePoint(codePoint);
  return { text, codePoint, class: name, face, glyph: { id, text }, scale, width, shift };
}

/** Each code point once for an inline. */
function reportMissing({ codePoint, text, face }: Cluster, at: Span, reported: Set<string>, { report }: CompositionInputs): void {
  const key = `${codePoint} ${at.line} ${at.column} ${at.file}`;
  if (reported.has(key)) return;
  reported.add(key);
  const marks = isMark(codePoint);
  const code = codePoint.toString(16).toUpperCase().padStart(4, '0');
  report({
    severity: 'error',
    code: 'layout/missing-glyph',
    message: marks ? say`no letter has a form with the combining mark U+${code} here` : say`no glyph for ${text} (U+${code}) in ${face.id}`,
    at,
    label: marks ? say`holds U+${code}` : say`holds ${text}`,
    hints: [
      marks ? 'write the letter and its mark as one character' : 'write another character, or name a family in the style that has this one',
    ],
  });
}

/** The half-em body of Japanese brackets, commas, stops and middle dots (JLREQ 3.1.2). */
const halfBody = 0.5;
/** Punctuation glyphs at least this wide, in em, hold a blank half; proportional ones keep their own width. */
const fullWidth = 0.9;

/** Width of the body, in em of its own size. Spaces have none. */
function bodyWidth(name: CharacterClass, advance: number): number {
  if (name === 'space' || name === 'wide-space') return 0;
  return isCut(name, advance) ? halfBody : advance;
}

/** From the body's left edge to the glyph's origin, in em of its own size. */
function bodyShift(name: CharacterClass, advance: number): number {
  if (!isCut(name, advance)) return 0;
  return name === 'open' ? halfBody - advance : name === 'middle' ? (halfBody - advance) / 2 : 0;
}

function isCut(name: CharacterClass, advance: number): boolean {
  return advance >= fullWidth && (name === 'open' || name === 'close' || name === 'comma' || name === 'stop' || name === 'middle');
}

/** Longest letter sequence that a ligature replaces (ffi, ffl, fft). */
const longestLigature = 3;

/** The same text with joined letters; a ligature stands at its first character's offset. */
export function shape(text: ClusteredText): ClusteredText {
  const { clusters } = text;
  let shaped: { clusters: Cluster[]; sources: TextSource[]; offsets: number[] } | undefined;
  for (let i = 0; i < clusters.length; i++) {
    const cluster = clusters[i]!;
    const length = cluster.text === 'f' ? ligatureLength(text, i) : 1;
    if (length > 1) shaped ??= { clusters: clusters.slice(0, i), sources: text.sources.slice(0, i), offsets: text.offsets.slice(0, i) };
    if (shaped) {
      shaped.clusters.push(length > 1 ? joined(clusters.slice(i, i + length)) : cluster);
      shaped.sources.push(text.sources[i]!);
      shaped.offsets.push(text.offsets[i]!);
    }
    i += length - 1;
  }
  return shaped ? { text: text.text, ...shaped } : text;
}

/** Letters that the face replaces by one glyph from here on, or 1. */
function ligatureLength({ clusters, sources }: ClusteredText, at: number): number {
  const { face } = clusters[at]!;
  // Only letters of one source join: a ligature cannot belong to two figures or two links.
  const joins = (i: number): boolean => sources[i] === sources[at] && clusters[i]?.face === face && clusters[i]?.class === 'letter';
  let length = 1;
  while (length < longestLigature && joins(at + length)) length++;
  while (length > 1 && !face.ligature(glyphs(clusters.slice(at, at + length)))) length--;
  return length;
}

function joined(letters: readonly Cluster[]): Cluster {
  const first = letters[0]!;
  const id = first.face.ligature(glyphs(letters));
  const width = bodyWidth(first.class, first.face.advance(id) / first.face.upem) * first.scale;
  const text = letters.map((letter) => letter.text).join('');
  return { ...first, glyph: { id, text }, text, width };
}

const glyphs = (clusters: readonly Cluster[]): readonly number[] => clusters.map((cluster) => cluster.glyph.id);
