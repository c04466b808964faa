import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/finding.ts';
import { findRelease } from '../../src/project/find-release.ts';
import { projectRoot } from '../support/sample.ts';

const sample = { root: projectRoot, issuer: 'iij', release: '2q02' };

describe('finding a release', () => {
  it('looks issuer/release up from the project root and from any folder below it', () => {
    expect(findRelease('iij/2q02', projectRoot)).toEqual(sample);
    expect(findRelease('iij/2q02', join(projectRoot, 'src/model'))).toEqual(sample);
  });

  it('takes a path to the folder, relative or absolute', () => {
    expect(findRelease('data/iij/releases/2q02', projectRoot)).toEqual(sample);
    expect(findRelease(join(projectRoot, 'data/iij/releases/2q02/'), '/')).toEqual(sample);
    expect(findRelease('.', join(projectRoot, 'data/iij/releases/2q02'))).toEqual(sample);
  });

  it.each([
    ['nothing', /neither issuer\/release nor a folder/],
    ['iij/3q02', /data\/iij\/releases\/3q02 does not exist/],
    ['../../etc/passwd', /neither/],
  ])('says what is wrong with %s', (argument, message) => {
    expect(() => findRelease(argument, projectRoot)).toThrow(UsageError);
    expect(() => findRelease(argument, projectRoot)).toThrow(message);
  });

  it('needs data alone, and passes over folders that happen to be called data', () => {
    const root = mkdtempSync(join(tmpdir(), 'kessan-data-'));
    try {
      mkdirSync(join(root, 'data/one/releases/1q'), { recursive: true });
      mkdirSync(join(root, 'notes/data/tables'), { recursive: true });
      writeFileSync(join(root, 'data/one/issuer.yaml'), '');
      expect(findRelease('one/1q', join(root, 'notes'))).toEqual({ root, issuer: 'one', release: '1q' });
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('says when there is no project', () => {
    expect(() => findRelease('iij/2q02', '/')).toThrow(/no project here/);
  });
});
