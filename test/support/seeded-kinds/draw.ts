// Turn ways of editing into a number of edits by seed, spread over ways and releases, each of another place.
import { seeded, seedOf } from '../seeded-random.ts';
import type { SeedEdit, Ways } from './edits.ts';
import type { Subject } from './subject.ts';

/** Edits of one kind, at most `count`: one of each way and release in turn, until no way has a place left. */
export function drawEdits(kind: string, ways: Ways, subjects: readonly Subject[], count: number, seed: string): readonly SeedEdit[] {
  const rank = (name: string): number => seeded(seedOf(`${seed} ${kind} ${name}`)).below(2 ** 32);
  const queues = Object.entries(ways).flatMap(([way, find]) =>
    subjects.map((subject) => ({
      name: `${way} ${subject.name}`,
      edits: find(subject)
        .map((candidate): SeedEdit => ({ ...candidate, kind, way, subject }))
        .filter(({ changes }) => changes.some(({ from, to }) => from !== to))
        .map((edit) => ({ edit, place: nameOf(edit) }))
        .toSorted((a, b) => rank(a.place) - rank(b.place)),
    })),
  );
  const inTurn = queues.filter(({ edits }) => edits.length > 0).toSorted((a, b) => rank(a.name) - rank(b.name));
  const drawn = new Map<string, SeedEdit>();
  for (let round = 0; drawn.size < count && inTurn.some(({ edits }) => edits.length > round); round++)
    for (const { edits } of inTurn) {
      const next = edits[round];
      if (next && drawn.size < count) drawn.set(next.place, next.edit);
    }
  return [...drawn.values()];
}

/** Two edits of one name are the same edit. */
const nameOf = ({ subject, changes }: SeedEdit): string =>
  `${subject.name} ${changes.map(({ file, start, to }) => `${file} ${start} ${to}`).join(' ')}`;
