// Turn what issuer.yaml may say of the format of the data into whether they are read, and into what to do where they are not.
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/validate/json-schemas.ts';
import { files, loadFixture, withEdit } from '../support/fixture.ts';

function findingsWith(line: string): readonly string[] {
  const { findings } = loadFixture(withEdit(files.issuer, 'id: mini\n', `${line}id: mini\n`));
  return findings.map(({ code, at, message, hints }) => `${code} ${at?.line}:${at?.column} ${message} | ${hints?.join(' | ')}`);
}

describe('the format of the data', () => {
  it.each(['', 'format: 1\n', 'format: "1"\n', "format: '1' # the first\n"])('is read as %j', (line) => {
    expect(findingsWith(line)).toEqual([]);
  });

  it.each(['2', '"2"', '17', '999999'])('is refused as later as %s, and nothing else is told of the data', (typed) => {
    const [first, ...rest] = findingsWith(`format: ${typed}\nnew-key: {of: a later program}\n`);
    expect(first).toMatch(
      /^load\/format \d+:9 the data have format \d+, and this program reads format 1 \| use the kessan that wrote them/,
    );
    expect(rest).toEqual([]);
  });

  it.each(['0', '01', '1.0', '-1', 'one', '１', '1000000000', '', '[1]', '{a: 1}', '2 '.repeat(500)])(
    'is refused as none as %j',
    (typed) => {
      const [first, ...rest] = findingsWith(`format: ${typed}\n`);
      expect(first).toMatch(/^load\/format \d+:\d+ format is .{1,200}, and the data have format 1 \| write format: 1, or leave it out/u);
      expect(rest).toEqual([]);
    },
  );

  it('is in the schema that editors read', () => {
    expect(jsonSchemas().issuer).toMatchObject({ properties: { format: { enum: ['1', 1] } } });
  });
});
