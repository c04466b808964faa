// Turn a few broken files of every kind into findings: nothing uncaught, nothing slow, every finding with a place inside its file. The thousands are for test/scripts/fuzz-inputs.ts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuzzInput } from '../support/fuzz/fuzz-inputs.ts';
import { type FuzzProject, openFuzzProject } from '../support/fuzz/fuzz-project.ts';
import { judgeFindings } from '../support/fuzz/judge-findings.ts';
import { FuzzTally } from '../support/fuzz/tally.ts';

let project: FuzzProject;
beforeAll(() => {
  project = openFuzzProject();
});
afterAll(() => project.remove());

describe.each([
  ['data', 70],
  ['words', 30],
] as const)('broken %s', (kind, count) => {
  it(`is accepted or refused with places: ${count} files of seed 7`, async () => {
    const tally = new FuzzTally();
    for (let number = 0; number < count; number++) tally.add(await project.run(fuzzInput(kind, 7, number), number % 20 === 0));
    expect(tally.faults).toEqual([]);
    const { accepted, refused } = tally.counts;
    expect(accepted).toBeGreaterThan(count / 20);
    expect(refused).toBeGreaterThan(count / 3);
  }, 120_000);
});

describe('the judge of findings', () => {
  const at = { file: 'data/iij/issuer.yaml', line: 1, column: 1, length: 1 };
  const finding = { severity: 'error', code: 'load/yaml', message: 'x', at } as const;
  const kinds = (...findings: Parameters<typeof judgeFindings>[0]) => judgeFindings(findings, project.root).map(({ kind }) => kind);

  it('accepts a place at the end of a line, and no other outside of it', () => {
    expect(kinds(finding)).toEqual([]);
    expect(kinds({ ...finding, at: { ...at, line: 100_000 } })).toEqual(['wrong place']);
    expect(kinds({ ...finding, at: { ...at, column: 100_000 } })).toEqual(['wrong place']);
    expect(kinds({ ...finding, at: { ...at, line: 0 } })).toEqual(['wrong place']);
    expect(kinds({ ...finding, related: [{ at: { ...at, column: 0 }, message: 'y' }] })).toEqual(['wrong place']);
    expect(kinds({ severity: 'error', code: 'load/yaml', message: 'x' })).toEqual(['without place']);
  });

  it('accepts no empty message and none that a terminal would obey', () => {
    expect(kinds({ ...finding, message: ' ' })).toEqual(['bad message']);
    for (const sign of ['\u001b[31m', '\u0085', '\n', '\u202e', '\u2028', '\ud800'])
      expect(kinds({ ...finding, hints: [`a${sign}b`] }), JSON.stringify(sign)).toEqual(['bad message']);
  });
});
