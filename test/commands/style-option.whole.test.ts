// Turn `--style` into a release in another look: its own folders, its name in the manifest, and the published build left alone.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { inProjectFolder } from '../support/mini-project.ts';
import { runCommand } from '../support/run-command.ts';

const { root, edit } = inProjectFolder();
const name = 'mini/1q01';
const releaseFile = 'data/mini/releases/1q01/release.yaml';
const kessan = (...args: readonly string[]) => runCommand(args, root);
const manifestIn = (folder: string) => JSON.parse(readFileSync(join(root, folder, 'manifest.json'), 'utf8'));

afterEach(() => rmSync(join(root, 'out'), { recursive: true, force: true }));

describe('--style', () => {
  it('builds into a folder of its own, and says in the manifest what was used', async () => {
    await kessan('build', name);
    const published = manifestIn('out/mini/1q01');
    expect(published.style).toBe('default');
    const { code, out } = await kessan('build', name, '--style', 'large');
    expect(code).toBe(0);
    expect(out).toContain('mini/1q01 in large: ');
    expect(readdirSync(join(root, 'out/mini'))).toEqual(['1q01', '1q01.large']);
    expect(manifestIn('out/mini/1q01')).toEqual(published);
    const themed = manifestIn('out/mini/1q01.large');
    expect(themed).toMatchObject({ release: '1q01', style: 'large' });
    expect(Object.keys(themed.inputs)).toEqual(expect.arrayContaining(['templates/plain/style.large.yaml', 'templates/plain/style.yaml']));
    expect(themed.outputs['release.pdf'].sha256).not.toBe(published.outputs['release.pdf'].sha256);
    const told = JSON.parse((await kessan('build', name, '--style', 'large', '--format', 'json')).out);
    expect(told).toEqual([expect.objectContaining({ release: name, style: 'large' })]);
  });

  it.each([
    ['build', name],
    ['check', name],
    ['snapshot', name],
    ['inspect', 'layout', name],
    ['explain', name, 'cash'],
    ['diff', name, name],
  ])('that the layout does not have is wrong usage and lists those that it has: %s', async (...args) => {
    expect(await kessan(...args, '--style', 'larg')).toEqual({
      code: 2,
      out: '',
      err: `kessan: ${name} has no style 'larg': those of its layout plain are default, large\n`,
    });
    expect(existsSync(join(root, 'out'))).toBe(false);
  });

  it('goes over what the release names, and is nothing new when it is that', async () => {
    const back = edit(releaseFile, (text) => text.replace('layout: plain\n', 'layout: plain\nstyle: large\n'));
    const own = await kessan('build', name, '--style', 'large');
    const plain = await kessan('build', name, '--style', 'default');
    back();
    expect([own.code, plain.code]).toEqual([0, 0]);
    expect(readdirSync(join(root, 'out/mini'))).toEqual(['1q01', '1q01.default']);
    expect([manifestIn('out/mini/1q01').style, manifestIn('out/mini/1q01.default').style]).toEqual(['large', 'default']);
  });

  it('has no number of pages to keep to, unless the release names it', async () => {
    const back = edit(releaseFile, (text) => text.replace('targets: {ja-text: 1}', 'targets: {ja-text: 1, en-text: 9}'));
    const targets = async (...args: readonly string[]) => (await kessan('check', name, ...args)).err.includes('layout/page-target');
    expect(await targets()).toBe(true);
    expect(await targets('--style', 'large')).toBe(false);
    const named = edit(releaseFile, (text) => text.replace('layout: plain\n', 'layout: plain\nstyle: large\n'));
    expect(await targets()).toBe(true);
    named();
    back();
  });

  it('is what inspect prints, and what a tie-out book is made of', async () => {
    const plain = await kessan('inspect', 'layout', name);
    const large = await kessan('inspect', 'layout', name, '--style', 'large');
    expect(large.code).toBe(0);
    expect(large.out).not.toBe(plain.out);
    expect((await kessan('check', name, '--report', '--style', 'large')).code).toBe(0);
    expect(existsSync(join(root, 'out/mini/1q01.large/tie-out.html'))).toBe(true);
  });

  it('is approved apart, and held to that', async () => {
    // By its path: programs are told its name and theme all the same.
    const told = await kessan('snapshot', 'data/mini/releases/1q01', '--style', 'large', '--format', 'json');
    expect(told.code).toBe(0);
    expect(JSON.parse(told.out)).toMatchObject({ release: name, style: 'large', approved: true });
    expect(readdirSync(join(root, 'data/mini/releases/1q01/approved.large'))).toContain('page-01.png');
    expect(existsSync(join(root, 'data/mini/releases/1q01/approved'))).toBe(false);
    expect((await kessan('build', name, '--style', 'large', '--against-snapshot')).code).toBe(0);
    expect(await kessan('build', name, '--against-snapshot')).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing of mini/1q01'),
    });
  });

  it('sets the releases that are compared; builds and files are what they are', async () => {
    await kessan('build', name);
    await kessan('build', name, '--style', 'large');
    const [plain, large] = ['out/mini/1q01', 'out/mini/1q01.large'];
    expect((await kessan('diff', large, name, '--style', 'large')).code).toBe(0);
    expect((await kessan('diff', plain, name, '--style', 'large')).code).toBe(1);
    expect(await kessan('diff', plain, large, '--style', 'large')).toMatchObject({
      code: 2,
      err: `kessan: --style sets a release, and neither ${plain} nor ${large} is one\n`,
    });
    const checked = await kessan('build', name, '--check', large);
    expect(checked.code).toBe(1);
    expect(checked.out).toContain('another style: large then, default now');
    expect((await kessan('build', name, '--check', large, '--style', 'large')).out).toContain('identical');
  });
});
