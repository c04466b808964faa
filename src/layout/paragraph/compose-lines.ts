// Turn inlines into set lines: those of a paragraph, or one at its natural width. They depend on nothing but the arguments.
import { language } from '../../language/languages.ts';
import { inLang } from '../../model/language.ts';
import { say } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import type { LatinJustification } from '../../model/style.ts';
import type { LayoutFinding } from '../codes.ts';
import { breakLines, type LineRange } from './break-lines.ts';
import type { Cluster } from './cluster.ts';
import { evenestLines } from './even-lines.ts';
import { fixedAt, type Gap, justify, solid } from './glue.ts';
import { type GlyphLine, setGlyphRuns } from './glyph-runs.ts';
import { hyphenAfter } from './hyphens.ts';
import { LaterLine, NaturalLine } from './later-line.ts';
import type { Line, OwnedInline, ParagraphSpec, TextSource, TextSpec, TypeStyle } from './line.ts';
import type { Breakable, LineBreaking } from './line-cost.ts';
import { reportTallPictures } from './line-pictures.ts';
import { type Composition, type Prepared, prepare } from './prepare.ts';
import type { SharedRoom } from './share-room.ts';

/** Text of a finding shows at most this many characters of an unbreakable word. */
const shown = 40;

/** Sets a paragraph. Forced line breaks part it into stretches that are broken into lines one by one. */
export function composeParagraph(inlines: readonly OwnedInline[], spec: ParagraphSpec, composition: Composition): readonly Line[] {
  reportTallPictures(inlines, spec, composition.report);
  return stretches(inlines).flatMap((stretch, i) => {
    const first = i === 0 ? spec.indent : spec.hang;
    return composeStretch(stretch, first, spec, composition);
  });
}

function stretches(inlines: readonly OwnedInline[]): readonly (readonly OwnedInline[])[] {
  if (inlines.length > 0 && !inlines.some(({ inline }, i) => i > 0 && inline.lineBreak)) return [inlines];
  const found: OwnedInline[][] = [];
  for (const owned of inlines) {
    const last = found.at(-1);
    if (!last || owned.inline.lineBreak) found.push([owned]);
    else last.push(owned);
  }
  return found;
}

function composeStretch(stretch: readonly OwnedInline[], first: number, spec: ParagraphSpec, composition: Composition): readonly Line[] {
  const { report, style } = composition;
  const overfull: Overfull = (words, width, { position }) => {
    const at = stretch[position]?.inline.at;
    if (at) report(overfullLine(words, width, at));
  };
  return composeLines(prepare(stretch, spec, composition), first, spec, style, overfull);
}

/** Told of words that were broken where no line may end: the words, the width that they had, and where the last of them is from. */
type Overfull = (words: string, width: number, source: TextSource) => void;

function composeLines(prepared: Prepared, first: number, spec: ParagraphSpec, style: TypeStyle, overfull: Overfull): readonly Line[] {
  const text = prepared.breakable(spec.align !== 'justify');
  const limits = inLang(style.justification, spec.lang);
  const { tradition } = language(spec.lang);
  const { clusters, sources, gaps, penalties, leaning, hyphens, sums } = text;
  const input: LineBreaking = {
    clusters,
    sources,
    gaps,
    penalties,
    leaning,
    sums,
    ...(hyphens && { hyphens }),
    firstWidth: (spec.measure - first) / spec.size,
    width: (spec.measure - spec.hang) / spec.size,
    align: spec.align,
    tradition,
    hang: spec.align === 'justify' && limits.hang,
    fewest: spec.fewest === true,
  };
  const { ranges, rooms } = sharesRoom(input, limits) ? evenestLines(input, limits) : { ranges: breakLines(input), rooms: undefined };
  for (const range of ranges) {
    const width = range.start === 0 ? input.firstWidth : input.width;
    if (range.broken || isTooWide(text, range, width)) tellBroken(text, range, width * spec.size, overfull);
  }
  const indentOf = ({ start }: LineRange): number => (start === 0 ? first : spec.hang);
  return ranges.map((range, i) => new LaterLine(() => composeLine(text, range, indentOf(range), spec, style.sup, rooms?.[i]), range));
}

/** Letters may give as words do. */
const sharesRoom = ({ align, tradition }: LineBreaking, { letterShrink, letterStretch, widening }: LatinJustification): boolean =>
  align === 'justify' && tradition === 'latin' && (letterShrink > 0 || letterStretch > 0 || widening > 0);

interface MeasuredLine {
  readonly gaps: readonly Gap[];
  /** How wide its glyphs are, in em. */
  readonly drawn: number;
  /** Room in em that the natural gaps leave, or lack. */
  readonly slack: number;
  readonly filled: boolean;
  readonly hyphen: Cluster | undefined;
}

/** The gaps of a line, and the room that they leave in it. */
function measureLine({ clusters, gaps }: Breakable, range: LineRange, indent: number, spec: ParagraphSpec): MeasuredLine {
  const { start, end, visibleEnd, hyphenated } = range;
  const hyphen = hyphenated ? hyphenAfter(clusters[end - 1]!) : undefined;
  const inner = gaps.slice(start, Math.max(start, visibleEnd - 1));
  if (hyphen) inner.push(solid);
  let drawn = hyphen?.width ?? 0;
  for (let i = start; i < visibleEnd; i++) drawn += clusters[i]!.width;
  let slack = (spec.measure - indent) / spec.size + range.hang - drawn;
  for (let i = 0; i < inner.length; i++) slack -= inner[i]!.natural;
  return { gaps: inner, drawn, slack, filled: spec.align === 'justify' && (slack < 0 || !range.last), hyphen };
}

function composeLine(
  text: Breakable,
  range: LineRange,
  indent: number,
  spec: ParagraphSpec,
  sup: TypeStyle['sup'],
  room: SharedRoom | undefined,
): GlyphLine {
  const { start, end, visibleEnd } = range;
  const { gaps, drawn, slack, filled, hyphen } = measureLine(text, range, indent, spec);
  const { inner, taken } = room ? roomTaken(gaps, drawn, room) : { inner: gaps, taken: 0 };
  const widths = filled ? justify(inner, slack - taken) : naturalWidths(inner);
  const left = spec.align === 'center' ? indent + (slack * spec.size) / 2 : spec.align === 'right' ? indent + slack * spec.size : indent;
  const { clusters, sources } = text;
  return setGlyphRuns({ clusters, sources, start, end, visibleEnd, hyphen }, widths, left, spec.size, sup, 1 + (room?.wider ?? 0));
}

/** The gaps of a line of which letters have got their room, and what these and its glyphs take of the line's. */
function roomTaken(gaps: readonly Gap[], drawn: number, { letter, wider }: SharedRoom): { inner: readonly Gap[]; taken: number } {
  // Most letters stand as their neighbours do: few gaps are made for all.
  const opened = new Map<number, Gap>();
  let letters = 0;
  const inner = gaps.map((gap) => {
    if (gap.kind !== 'letter') return gap;
    letters++;
    let open = opened.get(gap.natural);
    if (!open) {
      open = fixedAt(gap.natural + letter);
      opened.set(gap.natural, open);
    }
    return open;
  });
  return { inner, taken: letter * letters + wider * drawn };
}

const naturalWidths = (gaps: readonly Gap[]): readonly number[] => gaps.map((gap) => gap.natural);

/** A single character that is wider than its line. */
function isTooWide({ clusters }: Breakable, range: LineRange, width: number): boolean {
  return range.end - range.start === 1 && (clusters[range.start]?.width ?? 0) > width;
}

/** A word that is wider than its line was broken where no line may end: nothing is lost, but the author has to know. */
function tellBroken({ clusters, sources }: Breakable, { start, visibleEnd }: LineRange, width: number, overfull: Overfull): void {
  const words = clusters
    .slice(start, visibleEnd)
    .map((cluster, i) => sources[start + i]?.picture?.picture.file.split('/').at(-1) ?? cluster.text);
  const last = sources[visibleEnd - 1];
  if (last && words.length > 0) overfull(words.join(''), width, last);
}

const overfullLine = (words: string, width: number, at: Span): LayoutFinding => ({
  severity: 'error',
  code: 'layout/overfull-line',
  message: say`no line may end in "${words.slice(-shown)}", but ${width.toFixed(1)} pt hold no more of it`,
  at,
  label: 'broken here by force',
  hints: ['shorten the text, or write it so that a line may end inside it'],
});

/** Sets all inlines on one line, whatever its width. Forced line breaks in them do nothing here. */
export function setLine(inlines: readonly OwnedInline[], spec: TextSpec, composition: Composition): Line {
  reportTallPictures(inlines, spec, composition.report);
  const text = prepare(inlines, spec, composition);
  const { clusters, gaps } = text;
  const { size } = spec;
  const { sup } = composition.style;
  let visibleEnd = clusters.length;
  while (visibleEnd > 0 && isSpace(clusters[visibleEnd - 1]!.class)) visibleEnd--;
  let width = 0;
  for (let i = 0; i < visibleEnd; i++) width += clusters[i]!.width + (i < visibleEnd - 1 ? gaps[i]!.natural : 0);
  return new NaturalLine(text, visibleEnd, width * size, size, sup);
}

function isSpace(name: string | undefined): boolean {
  return name === 'space' || name === 'wide-space';
}
