// Turn the README into what a first-time reader does: its commands as they are written, in an empty folder, and its page as its pictures show it.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openBrowser } from './support/browser.ts';
import { pictureNames, pictureSize, walkFirstWay } from './support/first-way.ts';
import { type LocalRegistry, localRegistry } from './support/local-registry.ts';
import { projectRoot } from './support/sample.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { needing } from './support/tools.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const [, way = ''] = /\n## A first quarter of an hour\n([\s\S]*?)\n## /.exec(readme) ?? [];
const [begin = '', work = ''] = [...way.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);

/** Share of pixels that may differ: faces are drawn a little otherwise by each browser. */
const alike = 0.02;

describe.skipIf(!hasBrowser)(needing('Chromium', 'a first-time reader'), () => {
  const folder = temporaryFolder('reader');
  const project = join(folder, 'results');
  const opened = join(folder, 'opened');
  const prefix = join(folder, 'installed');
  let registry: LocalRegistry;
  let environment: NodeJS.ProcessEnv;
  let serving: ChildProcess;

  beforeAll(async () => {
    const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
    registry = await localRegistry(Object.keys(dependencies));
    // Its first line: the scripts would bundle the program anew under those who run it.
    execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: projectRoot });
    // What opens a browser is asked for the address.
    const programs = join(folder, 'programs');
    mkdirSync(programs);
    for (const name of ['xdg-open', 'open'])
      writeFileSync(join(programs, name), `#!/bin/sh\nprintf %s "$1" > '${opened}'\n`, { mode: 0o755 });
    environment = {
      PATH: [programs, join(prefix, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
      HOME: join(folder, 'home'),
      npm_config_prefix: prefix,
      npm_config_registry: registry.address,
      npm_config_cache: join(folder, 'cache'),
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_update_notifier: 'false',
    };
  }, 120_000);
  afterAll(async () => {
    if (serving?.pid) process.kill(-serving.pid, 'SIGINT');
    await registry?.close();
  });

  it('installs, begins, serves: each command as it is written', async () => {
    serving = spawn('bash', ['-e', '-c', begin], { cwd: folder, env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    for (const stream of [serving.stdout, serving.stderr])
      stream?.on('data', (text: Buffer) => {
        told += text.toString();
      });
    await expect.poll(() => existsSync(opened) || told, { timeout: 120_000, interval: 200 }).toBe(true);
    expect(told).toContain(readFileSync(opened, 'utf8'));
    expect(existsSync(join(project, '.kessan/schema/period.json'))).toBe(true);
  }, 150_000);

  it('sees on the page what the README says and shows, and changes a figure there', async () => {
    const browser = await openBrowser();
    try {
      const period = join(project, 'data/minato/periods/2026fy.yaml');
      const before = readFileSync(period, 'utf8');
      const page = await browser.newPage({ viewport: pictureSize, locale: 'en-US' });
      await page.goto(readFileSync(opened, 'utf8'));
      const pictures = await walkFirstWay(page);
      expect(readFileSync(period, 'utf8')).toBe(before.replace('17,200,000', '17,300,000'));
      for (const name of pictureNames) {
        expect(way).toContain(`(test/pictures/${name}.png)`);
        const [kept, now] = [readFileSync(join(projectRoot, `test/pictures/${name}.png`)), pictures.get(name) ?? Buffer.of()].map((bytes) =>
          PNG.sync.read(bytes),
        );
        if (!kept || !now) throw new Error('a picture is missing');
        expect([now.width, now.height]).toEqual([kept.width, kept.height]);
        const differing = pixelmatch(kept.data, now.data, undefined, now.width, now.height, { threshold: 0.2 });
        expect(differing / (now.width * now.height), `${name}: node test/scripts/run-ts.mjs test/scripts/take-pictures.ts`).toBeLessThan(
          alike,
        );
      }
    } finally {
      await browser.close();
    }
  }, 120_000);

  it('checks, explains, builds and begins the next release: each command as it is written', () => {
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', work], { cwd: project, env: environment, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    // What was written on the page is what is built.
    for (const words of ['17,300', 'minato/2026h1: 12 pages', 'minato/2027h1, from minato/2026h1']) expect(stdout).toContain(words);
    for (const file of ['out/minato/2026h1/release.pdf', 'out/minato/2026h1/release.html', 'data/minato/releases/2027h1/carried.yaml'])
      expect(existsSync(join(project, file)), file).toBe(true);
  }, 120_000);
});
