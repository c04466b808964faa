// Turn forty errors as they are made in practice and forty harmless edits into proof: each error is told that something can tell, and nothing else is.
import { beforeAll, describe, expect, it } from 'vitest';
import { drawEdits } from '../support/seeded-kinds/draw.ts';
import { told, type Ways } from '../support/seeded-kinds/edits.ts';
import { errorKinds } from '../support/seeded-kinds/errors.ts';
import { harmlessWays } from '../support/seeded-kinds/harmless.ts';
import { type Judged, judgeError, judgeHarmless } from '../support/seeded-kinds/judge.ts';
import { loadSubjects, type Subject } from '../support/seeded-kinds/subject.ts';

/** The script `seed-errors.ts` draws three hundred of each by any seed. */
const seed = 'twenty-seventh of November';

const shown = ({ edit, findings }: Judged): string =>
  [`${edit.subject.name} ${told(edit)}`, ...findings.map(({ code, message }) => `${code} ${message}`)].join('\n');

describe('seeded kinds', () => {
  let subjects: readonly Subject[];
  const drawn = (kinds: Readonly<Record<string, Ways>>, each: number) =>
    Object.entries(kinds).flatMap(([kind, ways]) => drawEdits(kind, ways, subjects, each, seed));

  beforeAll(() => {
    subjects = loadSubjects();
  });

  it('are told where they were made: four errors of each of ten kinds', () => {
    const judged = drawn(errorKinds(seed), 4).map(judgeError);
    expect(judged).toHaveLength(40);
    expect(judged.filter(({ outcome }) => outcome === 'missed').map(shown)).toEqual([]);
    expect(judged.filter(({ outcome }) => outcome === 'unrevealed').length).toBeLessThan(8);
  });

  it('raise nothing where they mean nothing: eight harmless edits of each of five kinds', () => {
    const judged = drawn(harmlessWays(seed), 8).map(judgeHarmless);
    expect(judged).toHaveLength(40);
    expect(judged.filter(({ outcome }) => outcome === 'alarm').map(shown)).toEqual([]);
  });
});
