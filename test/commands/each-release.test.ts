import { describe, expect, it } from 'vitest';
import { eachRelease } from '../../src/commands/each-release.ts';
import { UsageError } from '../../src/model/finding.ts';
import { PublishError } from '../../src/project/publish.ts';

const places = ['a', 'b', 'c'].map((release) => ({ root: '/', issuer: 'mini', release }));

describe('several releases', () => {
  it('are all tried; the worst exit code counts, and each has its result', async () => {
    let err = '';
    const console = { cwd: '/', out: () => {}, err: (text: string) => (err += text), colour: false, terminal: false, now: () => 0 };
    const { code, results } = await eachRelease(places, console, async ({ release }) => {
      if (release === 'a') throw new PublishError('cannot write x', ['y']);
      if (release === 'b') throw new UsageError('nothing was approved');
      return { code: 1, result: { release } };
    });
    expect(code).toBe(2);
    expect(err).toBe('kessan: cannot write x\nkessan: nothing was approved\n');
    expect(results).toEqual([
      { release: 'mini/a', fault: 'cannot write x', published: ['y'] },
      { release: 'mini/b', fault: 'nothing was approved', published: [] },
      { release: 'c' },
    ]);
    await expect(eachRelease(places, console, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  });
});
