// Turn inlines into set lines: those of a paragraph, or one at its natural width. They depend on nothing but the arguments.
import { language } from '../../language/languages.ts';
import { inLang } from '../../model/language.ts';
import type { LayoutFinding, Report } from '../codes.ts';
import { breakLines, type LineRange } from './break-lines.ts';
import { justify, solid } from './glue.ts';
import { setGlyphRuns } from './glyph-runs.ts';
import { hyphenAfter } from './hyphens.ts';
import type { Line, OwnedInline, ParagraphSpec, TextSpec } from './line.ts';
import type { Breakable } from './line-cost.ts';
import { type Composition, type Prepared, prepare } from './prepare.ts';

/** Text of a finding shows at most this many characters of an unbreakable word. */
const shown = 40;

/** Sets a paragraph. Forced line breaks part it into stretches that are broken into lines one by one. */
export function composeParagraph(inlines: readonly OwnedInline[], spec: ParagraphSpec, composition: Composition): readonly Line[] {
  return stretches(inlines).flatMap((stretch, i) => {
    const first = i === 0 ? spec.indent : spec.hang;
    return composeStretch(prepare(stretch, spec, composition), first, spec, composition);
  });
}

function stretches(inlines: readonly OwnedInline[]): readonly (readonly OwnedInline[])[] {
  const found: OwnedInline[][] = [];
  for (const owned of inlines) {
    const last = found.at(-1);
    if (!last || owned.inline.lineBreak) found.push([owned]);
    else last.push(owned);
  }
  return found;
}

/** Lines of a stretch, or those of the last time that it was set in this measure: page references are settled in several passes. */
function composeStretch(prepared: Prepared, first: number, spec: ParagraphSpec, composition: Composition): readonly Line[] {
  const key = `${spec.size}|${spec.measure}|${spec.align}|${first}|${spec.hang}`;
  let known = prepared.lines.get(key);
  if (!known) {
    const findings: LayoutFinding[] = [];
    const report: Report = (finding) => findings.push(finding);
    known = { lines: composeAnew(prepared, first, spec, { ...composition, report }), findings };
    prepared.lines.set(key, known);
  }
  for (const finding of known.findings) composition.report(finding);
  return known.lines;
}

function composeAnew(prepared: Prepared, first: number, spec: ParagraphSpec, composition: Composition): readonly Line[] {
  const breakable = prepared.breakable();
  const isJustified = spec.align === 'justify';
  const ranges = breakLines({
    ...breakable,
    firstWidth: (spec.measure - first) / spec.size,
    width: (spec.measure - spec.hang) / spec.size,
    align: spec.align,
    tradition: language(spec.lang).tradition,
    hang: isJustified && inLang(composition.style.justification, spec.lang).hang,
  });
  return ranges.map((range) => {
    const indent = range.start === 0 ? first : spec.hang;
    const room = spec.measure - indent;
    if (range.broken || isTooWide(breakable, range, room / spec.size)) reportBroken(breakable, range, room, composition);
    return whenAsked(range.hyphenated, () => composeLine(breakable, range, indent, spec, composition));
  });
}

/** Lines of a size that is only tried are counted, not looked at. */
function whenAsked(hyphenated: boolean, set: () => Line): Line {
  let line: Line | undefined;
  const asked = (): Line => {
    line ??= set();
    return line;
  };
  return {
    ...(hyphenated && { hyphenated }),
    get runs() {
      return asked().runs;
    },
    get width() {
      return asked().width;
    },
  };
}

function composeLine({ clusters, gaps }: Breakable, range: LineRange, indent: number, spec: ParagraphSpec, composition: Composition): Line {
  const line = clusters.slice(range.start, range.end);
  const inner = gaps.slice(range.start, Math.max(range.start, range.visibleEnd - 1));
  const parted = range.hyphenated ? line.at(-1) : undefined;
  if (parted) {
    line.push(hyphenAfter(parted));
    inner.push(solid);
  }
  const visible = range.visibleEnd - range.start + (parted ? 1 : 0);
  let slack = (spec.measure - indent) / spec.size + range.hang;
  for (let i = 0; i < visible; i++) slack -= line[i]?.width ?? 0;
  for (const gap of inner) slack -= gap.natural;
  const justified = spec.align === 'justify' && (slack < 0 || !range.last);
  const widths = justified ? justify(inner, slack) : inner.map((gap) => gap.natural);
  const left = spec.align === 'center' ? indent + (slack * spec.size) / 2 : spec.align === 'right' ? indent + slack * spec.size : indent;
  return setGlyphRuns(line, widths, visible, left, spec.size, composition.style);
}

/** A single character that is wider than its line. */
function isTooWide({ clusters }: Breakable, range: LineRange, width: number): boolean {
  return range.end - range.start === 1 && (clusters[range.start]?.width ?? 0) > width;
}

/** A word that is wider than its line was broken where no line may end: nothing is lost, but the author has to know. */
function reportBroken({ clusters }: Breakable, range: LineRange, width: number, composition: Composition): void {
  const line = clusters.slice(range.start, range.visibleEnd);
  const words = line.map((cluster) => cluster.text).join('');
  const last = line.at(-1);
  if (!last) return;
  composition.report({
    severity: 'error',
    code: 'layout/overfull-line',
    message: `no line may end in "${words.slice(-shown)}", but ${width.toFixed(1)} pt hold no more of it`,
    at: last.source.inline.at,
    label: 'broken here by force',
    hints: ['shorten the text, or write it so that a line may end inside it'],
  });
}

/** Sets all inlines on one line, whatever its width. Forced line breaks in them do nothing here. */
export function setLine(inlines: readonly OwnedInline[], spec: TextSpec, composition: Composition): Line {
  const { clusters, gaps } = prepare(inlines, spec, composition);
  const { size } = spec;
  let visibleEnd = clusters.length;
  while (visibleEnd > 0 && isSpace(clusters[visibleEnd - 1]?.class)) visibleEnd--;
  let width = 0;
  for (let i = 0; i < visibleEnd; i++) width += (clusters[i]?.width ?? 0) + (i < visibleEnd - 1 ? (gaps[i]?.natural ?? 0) : 0);
  let runs: Line['runs'] | undefined;
  return {
    width: width * size,
    get runs() {
      runs ??= setGlyphRuns(
        clusters,
        gaps.map((gap) => gap.natural),
        visibleEnd,
        0,
        size,
        composition.style,
      ).runs;
      return runs;
    },
  };
}

function isSpace(name: string | undefined): boolean {
  return name === 'space' || name === 'wide-space';
}
