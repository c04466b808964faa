import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { buildSample } from '../support/sample.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kessan-verify-'));
  const { outputs } = await buildSample();
  writeFileSync(join(folder, 'release.pdf'), outputs.get('release.pdf')!);
  writeFileSync(join(folder, 'figures.json'), outputs.get('figures.json')!);
  writeFileSync(join(folder, 'wrong.json'), String(outputs.get('figures.json')).replace('"text":"10,568,342"', '"text":"10,568,341"'));
  writeFileSync(join(folder, 'broken.pdf'), outputs.get('release.pdf')!.slice(0, 9000));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verify(...args: readonly string[]) {
  let out = '';
  let err = '';
  const console = {
    cwd: folder,
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    colour: false,
    terminal: false,
    now: () => 0,
  };
  return { code: await run(['verify', ...args], console), out, err };
}

it('ends with 0 and lists what it went through', async () => {
  const { code, out } = await verify('release.pdf');
  expect([code, out.match(/^ {2}ok {4}\w+/gm)?.length]).toEqual([0, 6]);
});

it('ends with 1 and names the figure that is not as it was printed', async () => {
  const { code, out } = await verify('release.pdf', '--figures', 'wrong.json', '--format', 'json');
  const { findings } = JSON.parse(out) as { findings: object[] };
  expect([code, findings]).toEqual([
    1,
    [{ check: 'figures', message: 'revenue.total@2q02 was printed as 10,568,341 and reads 10,568,342' }],
  ]);
});

it.each([
  ['broken.pdf', 'does not end as a PDF does'],
  ['figures.json', 'does not begin as a PDF'],
  ['nowhere.pdf', 'there is no file nowhere.pdf'],
])('ends with 2 and says why it cannot judge %s', async (name, message) => {
  const { code, err } = await verify(name);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
