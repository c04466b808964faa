// Turn patterns into the places of files that they match, and each place into edits there.
import type { SourceFile, YamlFile, YamlPath } from '../../../src/model/sources.ts';
import { type Seeded, seeded, seedOf } from '../seeded-random.ts';
import { type Candidate, replacing } from './edits.ts';

/** What a pattern matches in a file. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly text: string;
  /** The groups of the pattern. */
  readonly groups: readonly string[];
  /** The line that it stands in. */
  readonly line: string;
}

export function placesOf(files: readonly SourceFile[], pattern: RegExp): readonly Place[] {
  return files.flatMap((file) =>
    [...file.text.matchAll(pattern)].flatMap((match) => {
      const [from, end] = [file.text.lastIndexOf('\n', match.index - 1) + 1, file.text.indexOf('\n', match.index)];
      const line = file.text.slice(from, end < 0 ? undefined : end);
      // What a file says to those who edit it is printed nowhere.
      if (file.file.endsWith('.yaml') && /^ *#/.test(line)) return [];
      return [{ file, start: match.index, text: match[0], groups: match.slice(1).map((group) => group ?? ''), line }];
    }),
  );
}

/** Each place with another text in it. */
export function replacedAt(
  places: readonly Place[],
  by: (place: Place, random: Seeded) => string | undefined,
  seed: string,
): readonly Candidate[] {
  return places.flatMap((place) => {
    const to = by(place, randomAt(place, seed));
    return to === undefined || to === place.text ? [] : [replacing(place.file, place.start, place.text, to)];
  });
}

/** Choices of a place: whatever else is found, they stay. */
export const randomAt = ({ file, start }: Pick<Place, 'file' | 'start'>, seed: string): Seeded =>
  seeded(seedOf(`${seed} ${file.file} ${start}`));

/** Two places of one file with their texts exchanged. */
export const exchanged = (one: Place, other: Place): Candidate => ({
  changes: [
    { file: one.file.file, start: one.start, from: one.text, to: other.text },
    { file: other.file.file, start: other.start, from: other.text, to: one.text },
  ],
});

/** The other words of a list in which one stands. */
export const othersOf = (word: string, list: readonly string[]): readonly string[] => list.filter((each) => each !== word);

/** A value of a YAML file as it is typed, by its path. */
export function typedValue(file: YamlFile, path: YamlPath): Place {
  const at = file.locate(path);
  const start = (file.lineStarts[at.line - 1] ?? 0) + at.column - 1;
  return { file, start, text: file.text.slice(start, start + at.length), groups: [], line: '' };
}
