// Turn several releases into one exit code: one that cannot be finished does not stop the others, and none is passed over in silence.

import { UsageError } from '../model/finding.ts';
import { BoundedMemory, forgetful, type Memory } from '../model/memory.ts';
import { say } from '../model/say.ts';
import { type ReleasePlace, released } from '../model/sources.ts';
import { memoryLimit } from '../project/project.ts';
import { PublishError } from '../project/publish.ts';
import { type Console, exit } from './console.ts';

/** What a release came to, for people already told, for programs as an object. */
export interface ReleaseOutcome {
  readonly code: number;
  readonly result: object;
}

/** Releases of one command share what their stages keep. The worst exit code, and the result of each. A fault (wrong usage, no room to write) is told at once, with what was published before it. */
export async function eachRelease(
  places: readonly ReleasePlace[],
  console: Console,
  one: (place: ReleasePlace, memory: Memory) => Promise<ReleaseOutcome>,
): Promise<{ readonly code: number; readonly results: readonly object[] }> {
  // One release alone would recall nothing.
  const memory = places.length > 1 ? new BoundedMemory(memoryLimit) : forgetful;
  const results: object[] = [];
  let worst: number = exit.done;
  for (const place of places) {
    const { code, result } = await one(place, memory).catch((fault: unknown) => told(fault, place, console));
    worst = Math.max(worst, code);
    results.push(result);
  }
  return { code: worst, results };
}

/** A bug of ours goes on up. */
function told(fault: unknown, place: ReleasePlace, console: Console): ReleaseOutcome {
  if (!(fault instanceof UsageError || fault instanceof PublishError)) throw fault;
  console.err(say`kessan: ${fault.message}\n`);
  const published = fault instanceof PublishError ? fault.published : [];
  return { code: exit.fault, result: { ...released(place), fault: fault.message, published } };
}
