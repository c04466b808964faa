// Turn supposed values into those of the data files: only the characters of the figures change, in all files or in none.

import type { GivenValue } from '../explain/supposed-values.ts';
import { withValues } from '../explain/supposed-values.ts';
import { UsageError } from '../model/finding.ts';
import { type ChangedFile, planEdits, writeEdits } from '../project/edit-figures.ts';
import type { LineChange } from '../project/edit-yaml.ts';
import { explainable } from '../project/explain-figures.ts';
import type { Session } from '../session.ts';

/** What was written. */
export interface Written {
  readonly changes: readonly LineChange[];
  /** Files that somebody else changed meanwhile: then nothing was written. */
  readonly changed: readonly ChangedFile[];
}

/** Refuses, as wrong usage, what cannot be supposed, and a file that was altered since the session read it. */
export async function writeSupposed(root: string, session: Session, values: readonly GivenValue[]): Promise<Written> {
  const { value: explained } = explainable(session);
  const sources = session.load().value;
  if (!explained || !sources) throw new UsageError('the release has errors: mend them first');
  const edits = withValues(explained, values).values.map(({ at, supposed }) => ({ file: at.file, at, value: supposed }));
  const planned = planEdits(root, edits, sources.hashes);
  const changed = await writeEdits(root, planned);
  return { changes: changed.length > 0 ? [] : planned.changes, changed };
}
