// Turn inlines into set lines: those of a paragraph, or one at its natural width. They depend on nothing but the arguments.
import { language } from '../../language/languages.ts';
import { inLang } from '../../model/language.ts';
import { say } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import type { LayoutFinding } from '../codes.ts';
import { breakLines, type LineRange } from './break-lines.ts';
import type { Cluster } from './cluster.ts';
import { fixedAt, type Gap, justify, solid } from './glue.ts';
import { type GlyphLine, setGlyphRuns } from './glyph-runs.ts';
import { hyphenAfter } from './hyphens.ts';
import { LaterLine, NaturalLine } from './later-line.ts';
import { letterSpacing, type UnevenLine } from './letter-spacing.ts';
import type { Line, OwnedInline, ParagraphSpec, TextSource, TextSpec, TypeStyle } from './line.ts';
import type { Breakable } from './line-cost.ts';
import { type Composition, type Prepared, prepare } from './prepare.ts';

/** Text of a finding shows at most this many characters of an unbreakable word. */
const shown = 40;

/** Sets a paragraph. Forced line breaks part it into stretches that are broken into lines one by one. */
export function composeParagraph(inlines: readonly OwnedInline[], spec: ParagraphSpec, composition: Composition): readonly Line[] {
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
  const breakable = prepared.breakable();
  const ranges = breakLines({
    ...breakable,
    firstWidth: (spec.measure - first) / spec.size,
    width: (spec.measure - spec.hang) / spec.size,
    align: spec.align,
    tradition: language(spec.lang).tradition,
    hang: spec.align === 'justify' && inLang(style.justification, spec.lang).hang,
  });
  for (const range of ranges) {
    const room = spec.measure - (range.start === 0 ? first : spec.hang);
    if (range.broken || isTooWide(breakable, range, room / spec.size)) tellBroken(breakable, range, room, overfull);
  }
  return linesOf(breakable, ranges, first, spec, style);
}

/** Lines remember the ranges that they are made of, and nothing that has a place. */
function linesOf(
  text: Breakable,
  ranges: readonly LineRange[],
  first: number,
  spec: ParagraphSpec,
  style: Pick<TypeStyle, 'sup' | 'justification'>,
): readonly Line[] {
  const indentOf = ({ start }: LineRange): number => (start === 0 ? first : spec.hang);
  const limits = inLang(style.justification, spec.lang);
  const spaced = spec.align === 'justify' && ranges.length > 1 && (limits.letterShrink > 0 || limits.letterStretch > 0);
  let spacing: readonly number[] | undefined;
  // Letters of a line stand as those of its neighbours do: all lines are measured when the first is asked for.
  const spacingOf = (index: number): number | undefined => {
    if (!spaced) return undefined;
    spacing ??= letterSpacing(
      ranges.map((range) => measureLine(text, range, indentOf(range), spec)),
      limits,
    );
    return spacing[index] ?? 0;
  };
  return ranges.map((range, i) => new LaterLine(() => composeLine(text, range, indentOf(range), spec, style.sup, spacingOf(i)), range));
}

interface MeasuredLine extends UnevenLine {
  readonly hyphen: Cluster | undefined;
}

/** The gaps of a line, and the room that they leave in it. */
function measureLine({ clusters, gaps }: Breakable, range: LineRange, indent: number, spec: ParagraphSpec): MeasuredLine {
  const { start, end, visibleEnd, hyphenated } = range;
  const hyphen = hyphenated ? hyphenAfter(clusters[end - 1]!) : undefined;
  const inner = gaps.slice(start, Math.max(start, visibleEnd - 1));
  if (hyphen) inner.push(solid);
  let slack = (spec.measure - indent) / spec.size + range.hang;
  for (let i = start; i < visibleEnd; i++) slack -= clusters[i]!.width;
  if (hyphen) slack -= hyphen.width;
  for (const gap of inner) slack -= gap.natural;
  return { gaps: inner, slack, filled: spec.align === 'justify' && (slack < 0 || !range.last), hyphen };
}

function composeLine(
  text: Breakable,
  range: LineRange,
  indent: number,
  spec: ParagraphSpec,
  sup: TypeStyle['sup'],
  spacing: number | undefined,
): GlyphLine {
  const { start, end, visibleEnd } = range;
  const { gaps, slack, filled, hyphen } = measureLine(text, range, indent, spec);
  const inner = spacing === undefined ? gaps : gaps.map((gap) => (gap.kind === 'letter' ? fixedAt(gap.natural + spacing) : gap));
  const letters = gaps.reduce((count, { kind }) => count + (kind === 'letter' ? 1 : 0), 0);
  const widths = filled ? justify(inner, slack - letters * (spacing ?? 0)) : naturalWidths(inner);
  const left = spec.align === 'center' ? indent + (slack * spec.size) / 2 : spec.align === 'right' ? indent + slack * spec.size : indent;
  return setGlyphRuns({ ...text, start, end, visibleEnd, hyphen }, widths, left, spec.size, sup);
}

const naturalWidths = (gaps: readonly Gap[]): readonly number[] => gaps.map((gap) => gap.natural);

/** A single character that is wider than its line. */
function isTooWide({ clusters }: Breakable, range: LineRange, width: number): boolean {
  return range.end - range.start === 1 && (clusters[range.start]?.width ?? 0) > width;
}

/** A word that is wider than its line was broken where no line may end: nothing is lost, but the author has to know. */
function tellBroken({ clusters, sources }: Breakable, { start, visibleEnd }: LineRange, width: number, overfull: Overfull): void {
  const words = clusters.slice(start, visibleEnd).map((cluster) => cluster.text);
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
