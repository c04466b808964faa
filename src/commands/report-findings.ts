// Turn the findings of a run into what the user sees: message, place, line with its caret and hints on stderr, or objects on stdout.

import { styleText } from 'node:util';
import { pathOf } from '../load/package-files.ts';
import type { Finding } from '../model/finding.ts';
import { dataLimits } from '../model/limits.ts';
import { readRegularFile, UnreadableFile } from '../model/read-file.ts';
import { say, sayAll } from '../model/say.ts';
import { compareSpans, type Span } from '../model/span.ts';
import { tellFinding } from '../model/tell-finding.ts';
import { asWritten, type Teller } from '../model/tell-message.ts';
import type { Console } from './console.ts';
import { columns, visibleText } from './visible-text.ts';

export type Format = 'text' | 'json';

/** Prints findings of one release in text; with `json` the caller prints them inside its own result. */
export function reportFindings(findings: readonly Finding[], root: string, console: Console): void {
  if (findings.length === 0) return;
  const tell = console.tell ?? asWritten;
  console.err(`${printFindings(findings, root, console.colour, tell)}\n${tell(countFindings(findings))}\n`);
}

/** `2 errors, 1 warning`. */
function countFindings(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
  const parts = [
    errors === 1 ? say`${errors} error` : say`${errors} errors`,
    warnings === 1 ? say`${warnings} warning` : say`${warnings} warnings`,
  ];
  if (notes > 0) parts.push(notes === 1 ? say`${notes} note` : say`${notes} notes`);
  return sayAll(parts);
}

/** How a report calls a finding. */
const severityOf = ({ severity }: Finding): string =>
  severity === 'error' ? say`error` : severity === 'warning' ? say`warning` : say`note`;

/** The same objects for programs, as they are printed: in order of file and line, whatever their severity; one without a place comes first. */
export function findingsAsJson(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => compareSpans(a.finding.at, b.finding.at) || a.index - b.index)
    .map(({ finding }) => finding);
}

/** The whole report, in the language of `tell`. `root` is where the files that findings name are read for their excerpts. */
export function printFindings(findings: readonly Finding[], root: string, colour: boolean, tell: Teller = asWritten): string {
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const lines = sourceLines(root);
  return findingsAsJson(findings)
    .map((finding) => printFinding(tellFinding(finding, tell), lines, paint, tell))
    .join('\n');
}

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

/** `finding` is told already; `tell` tells the words round it. */
function printFinding(finding: Finding, lines: (file: string) => readonly string[], paint: Paint, tell: Teller): string {
  const tone = finding.severity === 'error' ? 'red' : finding.severity === 'warning' ? 'yellow' : 'cyan';
  const out = [`${paint(tone, `${tell(severityOf(finding))}[${finding.code}]`)} ${paint('bold', visibleText(finding.message))}`];
  if (finding.at) out.push(...excerpt(finding.at, finding.label ?? '', lines, paint));
  for (const { at, message, folded } of finding.related ?? []) {
    if (folded) continue;
    out.push(`  ${visibleText(message)}`);
    out.push(...excerpt(at, '', lines, paint).map((line) => `  ${line}`));
  }
  for (const hint of finding.hints ?? []) out.push(`  ${paint('cyan', tell(say`hint:`))} ${visibleText(hint)}`);
  return `${out.join('\n')}\n`;
}

function excerpt(at: Span, label: string, lines: (file: string) => readonly string[], paint: Paint): string[] {
  const out = [`  ${visibleText(at.file)}:${at.line}:${at.column}`];
  const text = lines(at.file)[at.line - 1];
  if (text === undefined) return out;
  const number = String(at.line);
  const shown = clip(text, at.column - 1, at.length);
  out.push(`  ${number} | ${shown.before}${shown.marked}${shown.after}`);
  const caret = '^'.repeat(Math.max(1, columns(shown.marked)));
  out.push(
    `  ${' '.repeat(number.length)} | ${' '.repeat(columns(shown.before))}${paint('red', caret)}${label ? ` ${visibleText(label)}` : ''}`,
  );
  return out;
}

/** Columns of a source line that are shown: a terminal's usual width and a half. */
const widest = 120;

/** Columns shown before the place where a line is cut there. */
const lead = 40;

/** Long lines (a paragraph is one line) are shown around the place, cut at whole characters. */
function clip(text: string, offset: number, length: number): { before: string; marked: string; after: string } {
  const [before, marked, after] = [text.slice(0, offset), text.slice(offset, offset + length), text.slice(offset + length)].map(
    visibleText,
  ) as [string, string, string];
  if (columns(before + marked + after) <= widest) return { before, marked, after };
  const from = columns(before) <= lead ? before : `…${lastColumns(before, lead)}`;
  const mark = firstColumns(marked, widest - columns(from) - 1);
  const room = widest - columns(from) - columns(mark) - 1;
  const rest = mark === marked ? firstColumns(after, room) : '';
  return { before: from, marked: mark, after: mark === marked && rest === after ? rest : `${rest}…` };
}

function firstColumns(text: string, most: number): string {
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += columns(character);
    if (width > most) break;
    kept += character;
  }
  return kept;
}

function lastColumns(text: string, most: number): string {
  const reversed = [...text].reverse().join('');
  return [...firstColumns(reversed, most)].reverse().join('');
}

function sourceLines(root: string): (file: string) => readonly string[] {
  const read = new Map<string, readonly string[]>();
  return (file) => {
    const known = read.get(file);
    if (known) return known;
    let lines: readonly string[] = [];
    try {
      // Lines and columns as load counts them.
      const text = readRegularFile(pathOf(root, file), dataLimits.fileBytes).toString('utf8');
      lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
    } catch (fault) {
      // The file may be the one that is missing, or no file at all: the finding says so.
      if (!(fault instanceof UnreadableFile)) throw fault;
    }
    read.set(file, lines);
    return lines;
  };
}
