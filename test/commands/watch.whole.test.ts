// Turn saves while `kessan watch` runs into a line each, findings as they are, and files that follow.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Started, signalled, sleep, startBuilt } from '../support/built-program.ts';
import { editedSample } from '../support/edited-sample.ts';
import { runCommand } from '../support/run-command.ts';

/** What it printed so far, and a wait for more. */
function listenTo({ child }: Started) {
  const told = { out: '', err: '' };
  child.stdout?.on('data', (text: string) => {
    told.out += text;
  });
  child.stderr?.on('data', (text: string) => {
    told.err += text;
  });
  const lines = () => told.out.split('\n').filter((line) => line !== '');
  return {
    told,
    lines,
    async until(count: number) {
      for (let waited = 0; lines().length < count && waited < 600; waited++) await sleep(50);
      expect(lines().length, told.out + told.err).toBeGreaterThanOrEqual(count);
    },
  };
}

const bare = (line: string | undefined) => line?.replace(/, \d+ ms$/, '');

describe('kessan watch', () => {
  it('builds at every save, survives what is half written or broken, and ends by a signal', async () => {
    const { root } = editedSample([]);
    const file = join(root, 'data/iij/periods/2q02.yaml');
    const text = readFileSync(file, 'utf8');
    const pdf = join(root, 'out/iij/2q02/release.pdf');
    const started = startBuilt(['watch', 'iij/2q02'], root);
    const heard = listenTo(started);
    await heard.until(1);
    expect(bare(heard.lines()[0])).toBe('iij/2q02: built, 15 pages');
    const first = readFileSync(pdf);
    for (let waited = 0; !heard.told.err.includes('watching') && waited < 100; waited++) await sleep(50);

    // Cut inside the name of the first fact.
    writeFileSync(file, text.slice(0, text.indexOf('revenue.dedicated') + 'revenue.dedicated'.length));
    await heard.until(2);
    expect(bare(heard.lines()[1])).toBe('iij/2q02: 1 error, nothing written');
    expect(heard.told.err).toMatch(/^error\[validate\/wrong-type\].*\n {2}data\/iij\/periods\/2q02\.yaml:\d+:\d+$/m);
    expect(readFileSync(pdf).equals(first)).toBe(true);

    writeFileSync(file, text);
    await heard.until(3);
    expect(bare(heard.lines()[2])).toBe('iij/2q02: as it was, 15 pages');

    rmSync(file);
    await heard.until(4);
    expect(bare(heard.lines()[3])).toMatch(/^iij\/2q02: \d+ errors?, nothing written$/);
    writeFileSync(file, text);
    await heard.until(5);

    // Emptied for a moment, then whole: one build, and none of the empty file.
    const narrative = join(root, 'data/iij/releases/2q02/narrative.en.md');
    const words = readFileSync(narrative, 'utf8');
    writeFileSync(narrative, '');
    await sleep(60);
    writeFileSync(narrative, words.replace('IIJ', 'IIJ '));
    await heard.until(6);
    expect(bare(heard.lines()[5])).toBe('iij/2q02: built, 15 pages');
    await sleep(500);
    expect(heard.lines().length).toBe(6);

    const { code, ms } = await signalled(started, 'SIGINT');
    expect(code).toBe(130);
    expect(ms).toBeLessThan(1000);
    expect(existsSync(pdf)).toBe(true);
  });

  it('refuses a release that is not there', async () => {
    expect(await runCommand(['watch', 'iij/9q99'])).toMatchObject({ code: 2, err: expect.stringContaining("no release 'iij/9q99'") });
  });
});
