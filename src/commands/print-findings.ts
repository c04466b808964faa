// Turn findings into text for people: message, place, the line with its caret, related places, hints.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { styleText } from 'node:util';
import type { Diagnostic } from '../model/diagnostic.ts';
import { compareSpans, type Span } from '../model/span.ts';

/** Findings in order of file and line, errors and warnings together; a finding without a place comes first. */
export function sortFindings(findings: readonly Diagnostic[]): Diagnostic[] {
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => compareSpans(a.finding.at, b.finding.at) || a.index - b.index)
    .map(({ finding }) => finding);
}

/** The whole report. `root` is where the files that findings name are read for their excerpts. */
export function printFindings(findings: readonly Diagnostic[], root: string, colour: boolean): string {
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const lines = sourceLines(root);
  return sortFindings(findings)
    .map((finding) => printFinding(finding, lines, paint))
    .join('\n');
}

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

function printFinding(finding: Diagnostic, lines: (file: string) => readonly string[], paint: Paint): string {
  const tone = finding.severity === 'error' ? 'red' : finding.severity === 'warning' ? 'yellow' : 'cyan';
  const out = [`${paint(tone, `${finding.severity}[${finding.code}]`)} ${paint('bold', finding.message)}`];
  if (finding.at) out.push(...excerpt(finding.at, finding.label ?? '', lines, paint));
  for (const { at, message } of finding.related ?? []) {
    out.push(`  ${message}`);
    out.push(...excerpt(at, '', lines, paint).map((line) => `  ${line}`));
  }
  for (const hint of finding.hints ?? []) out.push(`  ${paint('cyan', 'hint:')} ${hint}`);
  return `${out.join('\n')}\n`;
}

function excerpt(at: Span, label: string, lines: (file: string) => readonly string[], paint: Paint): string[] {
  const out = [`  ${at.file}:${at.line}:${at.column}`];
  const text = lines(at.file)[at.line - 1];
  if (text === undefined) return out;
  const number = String(at.line);
  const before = text.slice(0, at.column - 1);
  const marked = text.slice(at.column - 1, at.column - 1 + at.length);
  const shown = clip(text, at.column - 1);
  out.push(`  ${number} | ${shown.text}`);
  const caret = '^'.repeat(Math.max(1, columns(marked)));
  out.push(
    `  ${' '.repeat(number.length)} | ${' '.repeat(Math.max(0, columns(before) - shown.cut))}${paint('red', caret.slice(0, 60))}${label ? ` ${label}` : ''}`,
  );
  return out;
}

/** Long lines (a paragraph is one line) are shown around the place, within 120 columns. */
function clip(text: string, offset: number): { text: string; cut: number } {
  if (columns(text) <= 120) return { text, cut: 0 };
  const start = Math.max(0, offset - 40);
  const head = text.slice(0, start);
  const lead = start > 0 ? '…' : '';
  return { text: `${lead}${text.slice(start, start + 90)}${start + 90 < text.length ? '…' : ''}`, cut: columns(head) - columns(lead) };
}

/** Terminal columns: East Asian wide characters take two. */
function columns(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/u.test(character) ? 2 : 1;
  return width;
}

function sourceLines(root: string): (file: string) => readonly string[] {
  const read = new Map<string, readonly string[]>();
  return (file) => {
    const known = read.get(file);
    if (known) return known;
    let lines: readonly string[] = [];
    try {
      lines = readFileSync(join(root, file), 'utf8').split(/\r?\n/);
    } catch {
      // The file may be the one that is missing: the finding says so.
    }
    read.set(file, lines);
    return lines;
  };
}
