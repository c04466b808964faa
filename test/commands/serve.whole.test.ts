// Turn wrong arguments of `kessan serve`, and a signal, into what it says and how it ends.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listening, signalled, sleep, startBuilt } from '../support/built-program.ts';
import { editedSample } from '../support/edited-sample.ts';
import { runCommand } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('kessan serve', () => {
  it.each([
    ['a release that is not there', ['iij/9q99'], "no release 'iij/9q99'"],
    ['a port that is none', ['--port', 'x'], '--port'],
    ['a port that there is not', ['--port', '70000'], '--port'],
  ])('refuses %s', async (_, args, words) => {
    const { code, out, err } = await runCommand(['serve', '--no-open', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  it('refuses a folder that is no project', async () => {
    const folder = temporaryFolder('nothing');
    mkdirSync(join(folder, 'sub'));
    expect(await runCommand(['serve', '--no-open'], join(folder, 'sub'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('no project here'),
    });
  });

  it('prints its address with a token, tells a second one of it, and ends by a signal at once', async () => {
    const { root } = editedSample([]);
    const started = startBuilt(['serve', '--no-open'], root);
    await listening(started);
    let address = '';
    started.child.stdout?.on('data', (text: string) => {
      address += text;
    });
    for (let waited = 0; !address.includes('\n') && waited < 400; waited++) await sleep(25);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{32}\n$/);
    expect(existsSync(join(root, 'out/.serve.json'))).toBe(true);
    expect(await runCommand(['serve', '--no-open'], root)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`open ${address.trim()}`),
    });
    const { code, ms } = await signalled(started, 'SIGTERM');
    expect(code).toBe(143);
    expect(ms).toBeLessThan(1000);
  });
});
