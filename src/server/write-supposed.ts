// Turn supposed values into those of the data files, in the manner of the figures that they replace: only their characters change, in all files or in none.

import type { GivenValue } from '../explain/supposed-values.ts';
import { withValues } from '../explain/supposed-values.ts';
import { periodOf } from '../figures/fact-key.ts';
import { mannerLike, type TypedManner, typedText } from '../figures/typed-manner.ts';
import { UsageError } from '../model/finding.ts';
import { forFirst } from '../model/language.ts';
import { type ChangedFile, planEdits, writeEdits } from '../project/edit-figures.ts';
import type { LineChange } from '../project/edit-yaml.ts';
import { explainable } from '../project/explain-figures.ts';
import type { Session } from '../session.ts';
import { isFault, parseFigure } from '../validate/parse-typed.ts';

/** The same figure, grouped and signed as the one that it replaces, to the decimals that it was given. */
function inManner(text: string, manner: TypedManner): string {
  const figure = parseFigure(text);
  return isFault(figure) ? text : typedText(figure, { ...manner, decimals: figure.decimals });
}

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
  const { release } = explained;
  const negative = forFirst(release.issuer.negative, release.languages);
  const edits = withValues(explained, values).values.map(({ fact, typed, supposed, at }) => {
    const neighbours = [...(release.periods.get(periodOf(fact))?.facts ?? release.spec.stated).values()].map(({ text }) => text);
    return { file: at.file, at, value: inManner(supposed, mannerLike(typed, neighbours, negative)) };
  });
  const planned = planEdits(root, edits, sources.hashes);
  const changed = await writeEdits(root, planned);
  return { changes: changed.length > 0 ? [] : planned.changes, changed };
}
