// Turn builds that are killed in the midst of writing into what they leave: old files or new ones, whole. Every call and a hundred moments are for test/scripts/kill-everywhere.mjs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  callsOfBuild,
  hasStrace,
  judge,
  type KillProject,
  killAtCall,
  killAtMoment,
  killAtWrite,
  openKillProject,
  writesOfBuild,
} from '../scripts/kill-build.mjs';
import { needing } from '../support/tools.ts';

let project: KillProject;
beforeAll(() => {
  project = openKillProject();
}, 60_000);
afterAll(() => project.remove());

/** What is left, and what the run that follows makes of it. */
function holds(withOld: boolean, where: string): void {
  expect(judge(project.state(), withOld ? project.old : undefined, project.now), where).toEqual([]);
  expect(new Map([...project.build()].sort()), `after ${where}`).toEqual(new Map([...project.now].sort()));
}

describe('a build that is killed', () => {
  it.skipIf(!hasStrace())(
    needing('strace', 'leaves whole files at five of the calls that make, flush and rename'),
    () => {
      project.reset(true);
      const points = callsOfBuild(project);
      expect(new Set(points.map(({ name }) => name))).toEqual(new Set(['mkdir', 'openat', 'fsync', 'rename']));
      for (const part of [0.1, 0.5, 0.8, 0.9, 0.99]) {
        const point = points[Math.floor(part * points.length)]!;
        project.reset(true);
        expect(killAtCall(project, point), point.text).toBe(true);
        holds(true, point.text);
      }
    },
    120_000,
  );

  it('leaves whole files in the middle of a write, first and last, over an older build and into an empty folder', () => {
    for (const withOld of [true, false]) {
      project.reset(withOld);
      const number = withOld ? 1 : writesOfBuild(project);
      project.reset(withOld);
      expect(killAtWrite(project, number, 'half')).toBe(true);
      expect([...project.state().keys()].filter((path) => path.includes('/.'))).not.toEqual([]);
      holds(withOld, `write ${number}`);
    }
  }, 120_000);

  it.each([3])(
    'leaves whole files %i ms after its first file appears',
    async (milliseconds) => {
      project.reset(true);
      await killAtMoment(project, { after: 'first file', milliseconds });
      holds(true, `${milliseconds} ms`);
    },
    60_000,
  );

  it('is judged by files that differ, and found out when one is torn, lost or told of too early', () => {
    const { old, now, same } = project;
    expect(same).toEqual([]);
    expect(judge(old, old, now)).toEqual([]);
    expect(judge(now, old, now)).toEqual([]);
    const pdf = 'mini/1q01/release.pdf';
    const manifest = 'mini/1q01/manifest.json';
    expect(judge(new Map([...old, [pdf, 'half']]), old, now)).toEqual([`${pdf} is neither the old file nor the new one`]);
    expect(judge(new Map([...old].filter(([path]) => path !== pdf)), old, now)).toEqual([`${pdf} is lost`]);
    expect(judge(new Map([...now, [pdf, old.get(pdf) ?? '']]), old, now)).toEqual([`the new manifest is there, and ${pdf} is not new`]);
    expect(judge(new Map([...old, [manifest, now.get(manifest) ?? '']]), old, now)).toHaveLength(now.size - 1);
    expect(judge(new Map([...old, ['mini/1q01/x', 'x']]), old, now)).toEqual(['mini/1q01/x is no file of a build']);
  });
});
