// Turn an edit of a release into what the checks tell of it: caught at its place, caught elsewhere, missed, or nothing that could be told.
import type { Document } from '../../../src/model/document.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { Session } from '../../../src/session.ts';
import { edited, type SeedEdit } from './edits.ts';
import type { Subject } from './subject.ts';

/** The first four of errors, the others of harmless edits. */
export type Outcome = 'caught' | 'elsewhere' | 'missed' | 'unrevealed' | 'silent' | 'alarm';

export interface Judged {
  readonly edit: SeedEdit;
  readonly outcome: Outcome;
  /** Errors and warnings; notes are information that was asked for. */
  readonly findings: readonly Finding[];
  /** Why nothing printed or typed can tell it; only where the outcome says so. */
  readonly reason?: string;
}

/** What an error comes to: a finding counts where it names a file that was edited, at its place or at a related one. */
export function judgeError(edit: SeedEdit): Judged {
  const { findings, document } = composeEdit(edit);
  const files = new Set(edit.changes.map(({ file }) => file));
  const near = findings.some(({ at, related = [] }) =>
    [at, ...related.map((each) => each.at)].some((each) => each && files.has(each.file)),
  );
  if (near) return { edit, outcome: 'caught', findings };
  if (findings.length > 0) return { edit, outcome: 'elsewhere', findings };
  const same = !edit.wrongAsTyped && document !== undefined && samePrint(document, edit.subject);
  const reason = edit.unrevealed ?? (same ? 'every printed word and figure is as it was' : undefined);
  return reason === undefined ? { edit, outcome: 'missed', findings } : { edit, outcome: 'unrevealed', findings, reason };
}

/** What a harmless edit comes to: anything that is told of it is a false alarm. */
export function judgeHarmless(edit: SeedEdit): Judged {
  const { findings } = composeEdit(edit);
  return { edit, outcome: findings.length > 0 ? 'alarm' : 'silent', findings };
}

/** Everything up to the checks of the document: how long a text has become, and on how many pages it stands, is no matter of figures. */
function composeEdit({ subject, changes }: SeedEdit): { readonly findings: readonly Finding[]; readonly document: Document | undefined } {
  const read = edited(subject.sources, changes);
  const told = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity !== 'note');
  if (read.findings.some(({ severity }) => severity === 'error')) return { findings: told(read.findings), document: undefined };
  const session = new Session({ sources: read.sources }, { memory: subject.memory });
  const run = session.run('merge');
  const document = run.reached.has('merge') ? session.merge().value : undefined;
  return { findings: told([...read.findings, ...run.findings]), document };
}

/** Whether a document prints what the sound one does. */
function samePrint(document: Document, subject: Subject): boolean {
  return textOf(document) === textOf(subject.document);
}

/** All texts that are printed, titles included, in order: no places, no figures behind them. */
function textOf({ parts, titles, date, furniture }: Document): string {
  return JSON.stringify([parts, titles, date, furniture], (key, value) =>
    key === 'at' || key === 'figure' || key === 'bound' || key === 'exact' ? undefined : value,
  );
}
