// Turn the same input into the same bytes, wherever and whenever: folders, time zones, locales, umasks.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../support/sample.ts';

const files = ['release.pdf', 'release.html', 'figures.json', 'document.json', 'manifest.json'];

function buildIn(folder: string, environment: Readonly<Record<string, string>>): Record<string, string> {
  for (const part of ['data', 'templates', 'fonts']) cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  const cli = join(projectRoot, 'dist/cli.js');
  const { status, stderr } = spawnSync(process.execPath, [cli, 'build', 'iij/2q02'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...environment },
  });
  expect(status, stderr).toBe(0);
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, 'out/iij/2q02', file)))
        .digest('hex'),
    ]),
  );
}

it('builds the same bytes in another folder, time zone and locale', () => {
  expect(existsSync(join(projectRoot, 'dist/cli.js')), 'run `npm run prepare` first').toBe(true);
  const folders = ['kessan-a-', 'kessan-資料 b-'].map((prefix) => mkdtempSync(join(tmpdir(), prefix)));
  try {
    const [one, two] = [
      buildIn(folders[0] as string, { TZ: 'Asia/Tokyo', LC_ALL: 'ja_JP.UTF-8', HOME: '/nonexistent' }),
      buildIn(folders[1] as string, { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8', USER: 'someone', NO_COLOR: '1' }),
    ];
    expect(two).toEqual(one);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
});

it('builds the same bytes many times over, whatever differs round it', () => {
  const script = join(projectRoot, 'test/scripts/many-builds.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '5'], { encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  expect(stdout).toMatch(/^5 builds, 1 versions of node, one output: [0-9a-f]{16}$/m);
});
