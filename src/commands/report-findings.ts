// Turn the findings of a run into what the user sees: text on stderr, or objects on stdout.
import type { Finding } from '../model/finding.ts';
import type { Console } from './console.ts';
import { printFindings, sortFindings } from './print-findings.ts';

export type Format = 'text' | 'json';

/** Prints findings of one release in text; with `json` the caller prints them inside its own result. */
export function reportFindings(findings: readonly Finding[], root: string, console: Console): void {
  if (findings.length === 0) return;
  console.err(`${printFindings(findings, root, console.colour)}\n${countFindings(findings)}\n`);
}

/** `2 errors, 1 warning`. */
export function countFindings(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const words = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  const parts = [words(count('error'), 'error'), words(count('warning'), 'warning')];
  if (count('note') > 0) parts.push(words(count('note'), 'note'));
  return parts.join(', ');
}

/** The same objects for machines, in the same order. */
export function findingsAsJson(findings: readonly Finding[]): readonly Finding[] {
  return sortFindings(findings);
}
