// Turn the inlines of one paragraph into its lines. The result depends on nothing but the arguments, so that it can be kept.
import { breakLines, type LineRange } from './break-lines.ts';
import { setGlyphRuns } from './glyph-runs.ts';
import { justify } from './justify.ts';
import type { Composition, Line, OwnedInline, ParagraphSpec } from './line.ts';
import { type Prepared, prepare } from './prepare.ts';

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

function composeStretch(prepared: Prepared, first: number, spec: ParagraphSpec, composition: Composition): readonly Line[] {
  const ranges = breakLines({
    ...prepared,
    firstWidth: spec.measure - first,
    width: spec.measure - spec.hang,
    align: spec.align,
    japanese: spec.lang === 'ja',
  });
  return ranges.map((range) => {
    const indent = range.start === 0 ? first : spec.hang;
    const room = spec.measure - indent;
    if (range.broken || isTooWide(prepared, range, room)) reportBroken(prepared, range, room, composition);
    return composeLine(prepared, range, indent, spec, composition);
  });
}

function composeLine({ clusters, gaps }: Prepared, range: LineRange, indent: number, spec: ParagraphSpec, composition: Composition): Line {
  const line = clusters.slice(range.start, range.end);
  const visible = range.visibleEnd - range.start;
  const inner = gaps.slice(range.start, Math.max(range.start, range.visibleEnd - 1));
  const bodies = line.slice(0, visible).reduce((sum, cluster) => sum + cluster.width, 0);
  const slack = spec.measure - indent - bodies - inner.reduce((sum, gap) => sum + gap.natural, 0);
  const justified = spec.align === 'justify' && (slack < 0 || !range.last);
  const widths = justified ? justify(inner, slack) : inner.map((gap) => gap.natural);
  const left = spec.align === 'center' ? indent + slack / 2 : spec.align === 'right' ? indent + slack : indent;
  return setGlyphRuns(line, widths, visible, left, composition.style);
}

/** A single character that is wider than its line. */
function isTooWide({ clusters }: Prepared, range: LineRange, width: number): boolean {
  return range.end - range.start === 1 && (clusters[range.start]?.width ?? 0) > width;
}

/** A word that is wider than its line was broken where no line may end: nothing is lost, but the author has to know. */
function reportBroken({ clusters }: Prepared, range: LineRange, width: number, composition: Composition): void {
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
