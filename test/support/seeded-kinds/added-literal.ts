// Turn words that belong to no fact into a literal of a release that says so.
import type { Change } from './edits.ts';
import type { Subject } from './subject.ts';

/** The literal as one line of YAML, put first in the list of the release, or in a list at its end. */
export function literalAdded({ sources }: Subject, literal: string): Change {
  const { file, text } = sources.release;
  const list = /^literals:\n/m.exec(text);
  if (list) return { file, start: list.index + list[0].length, from: '', to: `  - ${literal}\n` };
  return { file, start: text.length, from: '', to: `literals:\n  - ${literal}\n` };
}
