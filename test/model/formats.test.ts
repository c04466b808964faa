// Turn formats that a file may have into what is said of them.
import { describe, expect, it } from 'vitest';
import { formatFault } from '../../src/model/formats.ts';

describe('the format of a file', () => {
  it.each<readonly [what: string, found: unknown, said: RegExp | undefined]>([
    ['the one that is known', 3, undefined],
    ['none', undefined, /^has no format: kessan build did not write it$/],
    ['an earlier one', 2, /^has format 2, and this program reads format 3: build the release again .* or use the program that made it$/],
    [
      'a later one',
      4,
      /^has format 4 of a later program \(kessan 9\.9\.9\), and this program reads format 3: use that program, or a later one$/,
    ],
    ['a text', '3', /^has format "3": kessan build did not write it$/],
    ['a long text', 'x'.repeat(100_000), /^has format "x{10,200}…?"?.{0,10}: kessan build did not write it$/],
    ['a part', 2.5, /^has format "2\.5": /],
    ['nothing', 0, /^has format "0": /],
    ['less', -1, /^has format "-1": /],
    ['a list', [3], /^has format of another kind: /],
    ['null', null, /^has format of another kind: /],
  ])('%s', (_, found, said) => {
    const fault = formatFault(found, 3, 'kessan 9.9.9');
    if (said === undefined) expect(fault).toBeUndefined();
    else expect(fault).toMatch(said);
  });

  it('names no program where none is known', () => {
    expect(formatFault(4, 3)).toMatch(/^has format 4 of a later program, and/);
  });
});
