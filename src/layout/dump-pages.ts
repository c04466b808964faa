// Turn pages into text that a person and a golden can read: one line per line of type, with its place and size.
import type { GlyphRun, Layout, Page, PageItem, Rule } from '../model/page.ts';
import { runText } from '../model/run-text.ts';

/** Runs whose baselines differ by less stand on one line; superscripts are lines of their own in `y` only. */
const sameBaseline = 0.05;

/** Every page: its class, then per line `y x size text`, figures of one line parted by ` | `, then its rules. */
export function dumpPages(layout: Layout): string {
  return `${layout.pages.map(dumpPage).join('\n\n')}\n`;
}

function dumpPage(page: Page): string {
  const inFile = page.number === undefined ? '' : ` (${page.number} of its file)`;
  const title = `page ${page.index + 1}${inFile} ${page.class} part ${page.part} ${page.numberInPart} ${page.lang} ${fixed(page.width)} × ${fixed(page.height)}`;
  const rules = page.items.filter((item) => item.kind === 'rule');
  return [title, ...dumpLines(page.items), ...rules.map(dumpRule)].join('\n');
}

function dumpLines(items: readonly PageItem[]): readonly string[] {
  const runs = items.filter((item) => item.kind === 'glyphs' && !item.sup);
  const marks = items.filter((item) => item.kind === 'glyphs' && item.sup === true);
  const lines: { y: number; runs: GlyphRun[] }[] = [];
  for (const run of runs) {
    if (run.kind !== 'glyphs') continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.y - run.y) < sameBaseline && sameKind(line.runs[0], run)) line.runs.push(run);
    else lines.push({ y: run.y, runs: [run] });
  }
  for (const mark of marks) {
    if (mark.kind !== 'glyphs') continue;
    const line = lines.find(({ y, runs: [first] }) => y - mark.y >= 0 && y - mark.y < (first?.size ?? 0) && sameKind(first, mark));
    if (line) line.runs.push(mark);
    else lines.push({ y: mark.y, runs: [mark] });
  }
  return lines.map(dumpLine);
}

function sameKind(a: GlyphRun | undefined, b: GlyphRun): boolean {
  return a !== undefined && 'artifact' in a.owner === 'artifact' in b.owner;
}

function dumpLine({ y, runs }: { readonly y: number; readonly runs: readonly GlyphRun[] }): string {
  const ordered = [...runs].sort((a, b) => a.x - b.x);
  let text = '';
  let end: number | undefined;
  for (const run of ordered) {
    const gap = end !== undefined && run.x - end > run.size;
    const content = runText(run);
    text += `${gap ? ` | ${fixed(run.x)} ` : ''}${run.sup ? `^${content}` : content}`;
    end = run.x + run.width;
  }
  const first = ordered[0];
  const artifact = first && 'artifact' in first.owner ? ` {${first.owner.artifact}}` : '';
  return `${fixed(y)} ${fixed(first?.x ?? 0)}–${fixed(end ?? 0)} ${fixed(first?.size ?? 0)}${artifact} ${text}`;
}

function dumpRule(rule: Rule): string {
  return `rule ${rule.role} ${fixed(rule.y)} ${fixed(rule.x)}–${fixed(rule.x + rule.width)} ${fixed(rule.height)}${rule.dots === undefined ? '' : ` dots ${fixed(rule.dots)}`}`;
}

function fixed(length: number): string {
  return length.toFixed(2);
}
