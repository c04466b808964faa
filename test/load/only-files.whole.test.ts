// Turn what may stand in the place of a file that load reads into a refusal by name: never waited for, never read beyond its limit.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { load } from '../../src/load/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import { files, inProject } from '../support/fixture.ts';

const face = 'fonts/metrics/noto-sans-jp-400.json';
const read = [...Object.values(files).filter((file) => file !== files.correction), 'templates/plain/release.hbs', face];

/** What load says with something else in the place of `file`. */
function told(file: string, replace: (path: string) => void): readonly string[] {
  return inProject([], (root) => {
    rmSync(join(root, file));
    replace(join(root, file));
    const findings: Finding[] = [];
    expect(load(root, 'mini', '1q01', (finding) => findings.push(finding))).toBeUndefined();
    return findings.map(({ code, message }) => `${code} ${message}`);
  });
}

describe('only files are read', () => {
  it.each(read)('in the place of %s', (file) => {
    expect(told(file, (path) => execFileSync('mkfifo', [path]))).toEqual([
      `load/unreadable ${file} is a named pipe, and only files are read`,
    ]);
    expect(told(file, (path) => mkdirSync(path))).toEqual([`load/unreadable ${file} is a folder, and only files are read`]);
    // Three thousand million bytes, none of which are on the disk.
    const huge = (path: string) => {
      execFileSync('touch', [path]);
      truncateSync(path, 3_000_000_000);
    };
    const before = process.memoryUsage().arrayBuffers;
    expect(told(file, huge)).toEqual([`load/unreadable ${file} holds 3000000000 bytes, and at most 5000000 are read`]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000);
  });

  it.each([
    ['/dev/zero', 'is a link that leads out of the project'],
    [files.concepts.split('/').at(-1) ?? '', 'cannot be read (ELOOP: its links lead in a circle)'],
  ])('a link to %s', (target, message) => {
    expect(told(files.concepts, (path) => symlinkSync(target, path))).toEqual([`load/unreadable ${files.concepts} ${message}`]);
  });

  it('fonts too, with a limit of their own', () => {
    const findings = inProject([], (root) => {
      const entry = /package: "?([^"\n]+)"?\n[^-]*?file: (\S+)/.exec(readFileSync(join(root, files.fonts), 'utf8'));
      const [, name = '', file = ''] = entry ?? [];
      const path = join(root, 'node_modules', name, file);
      mkdirSync(join(path, '..'), { recursive: true });
      execFileSync('touch', [path]);
      truncateSync(path, 3_000_000_000);
      const found: Finding[] = [];
      load(root, 'mini', '1q01', (finding) => found.push(finding));
      return found.map(({ code, message }) => `${code} ${message}`);
    });
    expect(findings[0]).toMatch(/^load\/unreadable @?\S+ttf holds 3000000000 bytes, and at most 33554432 are read$/);
  });
});
