// The library: everything that a command does can be asked of a project, and what is wrong in an argument is told as such.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openProject, UsageError } from '../src/index.ts';
import { projectOf } from './support/issuer-project.ts';
import { projectRoot } from './support/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a project', () => {
  const project = openProject(projectRoot);

  it('lists its releases and refuses what is none', () => {
    expect(project.releases()).toEqual(['aoba/2026h1', 'asanagi/2026q3', 'iij/2q02', 'shinonome/2025fy']);
    expect(() => project.release('iij/2q03')).toThrow(UsageError);
    expect(() => project.release('iij')).toThrow(/not issuer\/release/);
    expect(() => project.release('iij/2q02', { style: 'loud' })).toThrow(/no style 'loud'/);
    expect(() => openProject(folder)).toThrow(/no folder data/);
  });

  it('checks, builds, publishes, compares and explains a release', async () => {
    const session = project.release('aoba/2026h1');
    const checked = await project.check(session);
    expect(checked.findings).toEqual([]);
    expect(checked.composed?.layout.pages).toHaveLength(12);
    expect(checked.adjustments).toEqual([]);
    // The other issuer's tables foot, and so have figures that were moved.
    const { adjustments } = await project.check(project.release('iij/2q02'));
    expect(adjustments.length).toBeGreaterThan(0);
    expect(adjustments.filter(({ why }) => why === '')).toEqual([]);

    const build = await project.build(session);
    expect(build.findings).toEqual([]);
    if (!build.value) throw new Error('it builds');
    await project.publish(build.value, folder);
    expect(readFileSync(join(folder, 'release.pdf')).equals(build.value.pdf)).toBe(true);

    const { differences, sameBytes } = await project.compare(folder, session);
    expect([differences.changes, sameBytes]).toEqual([[], true]);

    const concept = [...(session.validate().value?.concepts.keys() ?? [])][0] ?? '';
    const explained = await project.explain(session, concept);
    expect(new Set(explained.value?.map(({ fact }) => fact.split('@')[0]))).toEqual(new Set([concept]));
    await expect(project.explain(session, 'no.such')).rejects.toThrow(UsageError);
  });

  it('begins the next release, and confirms what it carried over, where it is told to write', async () => {
    const root = projectOf('aoba');
    const own = openProject(root);
    const session = own.release('aoba/2026h1');
    const order = { release: 'aoba/2027h1', write: false };
    const { value: made } = await own.begin(session, order);
    expect(made?.made.has('data/aoba/releases/2027h1/carried.yaml')).toBe(true);
    expect(own.releases()).toEqual(['aoba/2026h1']);
    await expect(own.begin(session, { ...order, release: 'other/2027h1' })).rejects.toThrow(UsageError);
    await expect(own.begin(session, { ...order, periods: { current: 'No Id' } })).rejects.toThrow(/the period of current, is not an id/);

    expect((await own.begin(session, { ...order, write: true })).value?.made).toEqual(made?.made);
    expect(own.releases()).toEqual(['aoba/2026h1', 'aoba/2027h1']);
    const next = own.release('aoba/2027h1');
    const { value: open } = await own.confirm(next);
    expect(open?.from).toBe('aoba/2026h1');
    expect(open?.open).toBe(open?.texts.length);
    const { value: titles } = await own.confirm(next, { by: 'Mori', key: 'titles' });
    expect([titles?.texts.length, titles?.open]).toEqual([2, (open?.open ?? 0) - 2]);
    next.renew();
    expect((await own.confirm(next, { key: 'titles' })).value?.texts).toEqual([]);
    await expect(own.confirm(own.release('aoba/2026h1'))).rejects.toThrow(/carried nothing over/);
    await expect(own.confirm(next, { by: ' ' })).rejects.toThrow(UsageError);
  });

  it('tells what a value would change, and refuses a computed figure', async () => {
    const session = project.release('iij/2q02');
    const { value } = await project.impact(session, 'revenue.equipment@2q02', '1,784,953');
    expect(value?.facts[0]?.fact).toBe('revenue.equipment@2q02');
    expect(value?.prose.length).toBeGreaterThan(0);
    await expect(project.impact(session, 'revenue.total@2q02', '1')).rejects.toThrow(/is computed, as/);
    const together = [
      { figure: 'revenue.equipment@2q02', value: '1,784,953' },
      { figure: 'revenue.si@current', value: '3,084,168' },
    ];
    const { value: moved } = await project.impact(session, together);
    expect(moved?.supposed.map(({ fact }) => fact)).toEqual(['revenue.equipment@2q02', 'revenue.si@2q02']);
    expect(moved?.breaks).toEqual([]);
    await expect(project.impact(session, [...together, ...together])).rejects.toThrow(/has a value already, 1,784,953[\s\S]*3,084,168/);
    await expect(project.impact(session, [])).rejects.toThrow(/no value is supposed/);
  });

  it('refuses to correct a build of another release', async () => {
    const session = project.release('iij/2q02');
    await expect(project.correct(session, 'test/earlier/0.1.0/aoba-2026h1')).rejects.toThrow(/a build of aoba\/2026h1, not of iij\/2q02/);
    const comfort = project.release('iij/2q02', { style: 'comfort' });
    await expect(project.correct(comfort, 'test/earlier/0.1.0/iij-2q02')).rejects.toThrow(/in the style default/);
  });

  it('corrects nothing where nothing changed', async () => {
    const { papers, findings } = await project.correct(project.release('iij/2q02'), 'test/earlier/0.1.0/iij-2q02');
    expect(papers).toBeUndefined();
    expect(findings.map(({ message }) => message).join()).toContain('correction.yaml');
  });
});
