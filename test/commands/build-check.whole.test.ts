// Turn an earlier build into a verdict on today's: identical, or which files differ; and approved pages into a guard.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { inProjectFolder } from '../support/mini-project.ts';

const { root, edit } = inProjectFolder();
const name = 'mini/1q01';
const out = join(root, 'out/mini/1q01');
const approved = join(root, 'data/mini/releases/1q01/approved');

async function kessan(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [told, found] = ['', ''];
  const console = { cwd: root, out: (text: string) => (told += text), err: (text: string) => (found += text) };
  const code = await run(args, { ...console, colour: false, terminal: false, now: () => 0 });
  return { code, out: told, err: found };
}

describe('build --check', () => {
  let earlier = '';
  beforeAll(async () => {
    earlier = mkdtempSync(join(tmpdir(), 'kessan-earlier-'));
    expect((await kessan('build', name, '--out', earlier)).code).toBe(0);
  });
  afterAll(() => rmSync(earlier, { recursive: true, force: true }));

  it('says identical for the same data and writes nothing', async () => {
    expect(await kessan('build', name, '--check', earlier)).toMatchObject({ code: 0, out: `${name}: identical\n` });
    expect(existsSync(out)).toBe(false);
  });

  it('names the input that changed and the outputs that follow from it', async () => {
    const back = edit('data/mini/releases/1q01/narrative.en.md', (text) => text.replace(/\.\n/, ', as expected.\n'));
    const { code, out: told } = await kessan('build', name, '--check', earlier);
    const { out: json } = await kessan('build', name, '--check', earlier, '--format', 'json');
    back();
    expect(code).toBe(1);
    expect(told).toContain('input    data/mini/releases/1q01/narrative.en.md changed');
    expect(told).toContain('output   release.pdf changed');
    expect(told).not.toContain('narrative.ja.md');
    expect(JSON.parse(json)[0]).toMatchObject({
      identical: false,
      differences: { inputs: [{ file: 'data/mini/releases/1q01/narrative.en.md', change: 'changed' }] },
    });
    expect(existsSync(out)).toBe(false);
  });

  it('tells a file of the earlier build that is not what its manifest says', async () => {
    const file = join(earlier, 'release.html');
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replace('</body>', ' </body>'));
    const { code, out: told } = await kessan('build', name, '--check', earlier);
    writeFileSync(file, html);
    expect(code).toBe(1);
    expect(told).toBe(`${name}: differs\n  altered  release.html of the earlier build is not what its manifest says\n`);
  });

  it('refuses a build of another format, one without a manifest, and one that is no JSON, each with its reason', async () => {
    const file = join(earlier, 'manifest.json');
    const manifest = readFileSync(file, 'utf8');
    writeFileSync(file, manifest.replace('"format": 1', '"format": 99'));
    const newer = await kessan('build', name, '--check', earlier);
    writeFileSync(file, '{');
    const broken = await kessan('build', name, '--check', earlier);
    writeFileSync(file, manifest);
    expect(newer.code).toBe(2);
    expect(newer.err).toMatch(/manifest\.json has format 99 of a later program.*this program reads format 1/);
    expect(broken).toMatchObject({ code: 2, err: expect.stringMatching(/manifest\.json is not JSON/) });
    expect(await kessan('build', name, '--check', root)).toMatchObject({ code: 2, err: expect.stringMatching(/is no build/) });
  });
});

describe('snapshot', () => {
  it('approves pages and texts, holds a build to them, and reports what differs', async () => {
    expect(await kessan('build', name, '--against-snapshot')).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing of mini/1q01'),
    });
    expect((await kessan('snapshot', name)).code).toBe(0);
    const kept = readdirSync(approved);
    expect(kept).toEqual(expect.arrayContaining(['facts.txt', 'blocks.txt', 'pages.txt', 'page-01.png']));
    const manifest = join(approved, 'build/manifest.json');
    const written = readFileSync(manifest);
    expect(await kessan('snapshot', name)).toMatchObject({ code: 0, out: expect.stringContaining('nothing changed') });
    expect(readFileSync(manifest).equals(written)).toBe(true);
    // The build that was approved lies beside it, whole, and is compared as any other; it is put there where an earlier version did not.
    expect(await kessan('diff', join(approved, 'build'), name)).toMatchObject({ code: 0 });
    rmSync(join(manifest, '..'), { recursive: true });
    await kessan('snapshot', name);
    expect(readFileSync(manifest).equals(written)).toBe(true);
    expect((await kessan('build', name, '--against-snapshot')).code).toBe(0);
    expect(existsSync(join(out, 'release.pdf'))).toBe(true);
    rmSync(out, { recursive: true });

    const back = edit('data/mini/releases/1q01/narrative.en.md', (text) => text.replace(/\.\n/, ', as expected.\n'));
    const failed = await kessan('build', name, '--against-snapshot');
    expect(failed.code).toBe(1);
    expect(failed.err).toContain('nothing written');
    expect(readdirSync(out)).toEqual(['snapshot-report']);
    const report = readdirSync(join(out, 'snapshot-report'));
    expect(report.filter((file) => file.startsWith('difference-'))).not.toEqual([]);
    const page = readFileSync(join(out, 'snapshot-report/index.html'), 'utf8');
    for (const file of report.filter((each) => each.endsWith('.png'))) expect(page).toContain(`src="${file}"`);
    expect(page).toContain('as expected');

    expect((await kessan('snapshot', name)).out).toMatch(/files changed/);
    expect((await kessan('build', name, '--against-snapshot')).code).toBe(0);
    expect(existsSync(join(out, 'snapshot-report'))).toBe(false);
    back();
  });
});
