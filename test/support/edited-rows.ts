// Turn rows of a table test, each a file of a sample and words in it that others take the place of, into what is then found.
import { expect } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Sources } from '../../src/model/sources.ts';
import { composeEdited, fileOf, loadedRelease, provedReleases, withFile } from './seeded-sources.ts';

/** The words stand once in the file whose path ends so, or first. */
export type Row = readonly [sample: 'iij' | 'aoba', file: string, from: string, to: string];

const [iij, aoba] = provedReleases.map(loadedRelease);
const samples: Readonly<Record<Row[0], Sources | undefined>> = { iij, aoba };

/** Findings of the last edit, made after the others, in one sample. */
export function findingsAfter(...rows: readonly [Row, ...Row[]]): readonly Finding[] {
  let sources = samples[rows[0][0]];
  if (!sources) throw new Error('not loaded');
  for (const row of rows.slice(0, -1)) sources = withFile(sources, ...edited(sources, row)).sources;
  return composeEdited(sources, ...edited(sources, rows.at(-1) ?? rows[0])).findings;
}

/** The path of the file, and what stands in it then. */
function edited(sources: Sources, [, ending, from, to]: Row): readonly [file: string, bytes: string] {
  // The issuer's own file of a name comes before that of its layout.
  const named = [...sources.hashes.keys()].filter((each) => each.endsWith(ending));
  const file = named.find((each) => each.startsWith('data/')) ?? named[0] ?? ending;
  const { text } = fileOf(sources, file);
  expect(text).toContain(from);
  return [file, text.replace(from, () => to)];
}

/** Codes of findings with the names of their files, each once. */
export const toldBy = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.map(({ code, at }) => `${code} ${at?.file.split('/').at(-1)}`)),
];
