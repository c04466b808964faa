// Turn a seed into the edits that the script of seeded errors makes: the same each time, of real variety, every one of a place that is there.
import { beforeAll, describe, expect, it } from 'vitest';
import { drawEdits } from '../support/seeded-kinds/draw.ts';
import { edited, type SeedEdit, told, type Ways } from '../support/seeded-kinds/edits.ts';
import { errorKinds } from '../support/seeded-kinds/errors.ts';
import { harmlessWays } from '../support/seeded-kinds/harmless.ts';
import { loadSubjects, type Subject } from '../support/seeded-kinds/subject.ts';
import { fileOf } from '../support/seeded-sources.ts';

const seed = '1';

describe.each([
  { name: 'errors', kinds: errorKinds, of: 10, each: 30 },
  { name: 'harmless edits', kinds: harmlessWays, of: 5, each: 60 },
])('three hundred $name', ({ kinds, of, each }) => {
  let subjects: readonly Subject[];
  let edits: readonly SeedEdit[];
  const draw = (by: string): readonly SeedEdit[] =>
    Object.entries(kinds(by)).flatMap(([kind, ways]) => drawEdits(kind, ways, subjects, each, by));

  beforeAll(() => {
    subjects = loadSubjects();
    edits = draw(seed);
  });

  it('are three hundred different ones, in both samples and both starters', () => {
    expect(Object.keys(kinds(seed))).toHaveLength(of);
    expect(new Set(edits.map((edit) => `${edit.subject.name} ${told(edit)}`)).size).toBe(300);
    expect(new Set(edits.map(({ subject }) => subject.name)).size).toBe(4);
    expect(new Set(edits.map(({ kind, way }) => `${kind} ${way}`)).size).toBeGreaterThan(40);
  });

  it('are the same for the same seed, and others for another', () => {
    const again = draw(seed).map(told);
    expect(again).toEqual(edits.map(told));
    const other = draw('another seed').map(told);
    expect(other.filter((each) => again.includes(each)).length).toBeLessThan(200);
  });

  it('have a place for every way', () => {
    const idle = Object.entries(kinds(seed)).flatMap(([kind, ways]: readonly [string, Ways]) =>
      Object.entries(ways).flatMap(([way, find]) => (subjects.some((subject) => find(subject).length > 0) ? [] : [`${kind}: ${way}`])),
    );
    expect(idle).toEqual([]);
  });

  it('change the files that they name, and leave every other as it was', () => {
    for (const { subject, changes } of edits) {
      const { sources } = edited(subject.sources, changes);
      for (const file of new Set(changes.map((change) => change.file)))
        expect([file, fileOf(sources, file).text === fileOf(subject.sources, file).text && sources === subject.sources]).toEqual([
          file,
          false,
        ]);
      expect(sources.fonts).toBe(subject.sources.fonts);
    }
  });
});
