// Turn judged edits into a table by kind, and into a line for each that somebody should look at.
import { type SeedEdit, told } from './edits.ts';
import type { Judged, Outcome } from './judge.ts';

/** Kinds down, outcomes across, how many were made first. */
export function tableOf(judged: readonly Judged[], outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(judged.map(({ edit }) => edit.kind))];
  const count = (of: readonly Judged[]): readonly number[] => [
    of.length,
    ...outcomes.map((outcome) => of.filter((each) => each.outcome === outcome).length),
  ];
  const rows = [
    ...kinds.map((kind): readonly [string, readonly number[]] => [kind, count(judged.filter(({ edit }) => edit.kind === kind))]),
    ['all', count(judged)] as const,
  ];
  const head = ['made', ...outcomes];
  const width = Math.max(...kinds.map((kind) => kind.length), 'all'.length);
  const line = (name: string, cells: readonly (string | number)[]): string =>
    `${name.padEnd(width)}${cells.map((cell, index) => String(cell).padStart((head[index]?.length ?? 0) + 2)).join('')}`;
  return [line('', head), ...rows.map(([kind, cells]) => line(kind, cells))].join('\n');
}

/** What is as it should be needs no line: an error that was caught, a harmless edit that raised nothing. */
export function linesOf(judged: readonly Judged[], all: boolean): readonly string[] {
  return judged
    .filter(({ outcome }) => all || (outcome !== 'caught' && outcome !== 'silent'))
    .map(({ edit, outcome, findings, reason }) =>
      [`${outcome}: ${nameOf(edit)}`, reason, ...findings.slice(0, 2).map(shown)].filter((each) => each !== undefined).join('\n    '),
    );
}

const nameOf = (edit: SeedEdit): string => `${edit.subject.name} ${told(edit)}`;
const shown = ({ severity, code, at, message }: Judged['findings'][number]): string =>
  `${severity}[${code}] ${at ? `${at.file}:${at.line}` : ''} ${message}`;
