// Turn the release that uses all that a designer may use into pages: both languages, the rules of pages, and the flavours that it claims.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBuilt } from '../support/built-program.ts';
import { designerParts, designerProject, designerRelease } from '../support/designer/project.ts';
import { needing } from '../support/tools.ts';
import { hasVeraPdf, judge } from '../support/verapdf.ts';

const name = `${designerRelease.issuer}/${designerRelease.release}`;

describe('a release of everything that a designer may use', () => {
  it.each(designerParts().map((part) => [[part]]))('builds and keeps the rules of pages: %s', async (parts) => {
    const root = designerProject(parts);
    const checked = await runBuilt(['check', name, '--pages'], root);
    expect(`${checked.out}${checked.err}`).toMatch(/^\S+: \d+ figures on \d+ pages, 0 plugs and overrides\n$/);
  });

  it('builds and keeps the rules of pages as a whole', async () => {
    const root = designerProject();
    const checked = await runBuilt(['check', name, '--pages'], root);
    expect(`${checked.out}${checked.err}`).toMatch(/^\S+: \d+ figures on \d+ pages, 0 plugs and overrides\n$/);
  });

  it('is found in order by those who are handed the file', async () => {
    const root = designerProject();
    await runBuilt(['build', name], root);
    const verified = await runBuilt(['verify', join('out', name, 'release.pdf')], root);
    expect(`${verified.out}${verified.err}`).not.toMatch(/^ {2}wrong/m);
    expect(verified.code).toBe(0);
  });

  it.skipIf(!hasVeraPdf)(
    needing('veraPDF', 'is PDF/UA-1, PDF/A-2a, and PDF/A-3a with its data attached'),
    async () => {
      const root = designerProject();
      const pdf = (): Buffer => readFileSync(join(root, 'out', name, 'release.pdf'));
      await runBuilt(['build', name], root);
      expect(judge(pdf(), ['ua1', '2a'])).toEqual({ ua1: [], '2a': [] });
      await runBuilt(['build', name, '--attach'], root);
      expect(judge(pdf(), ['ua1', '3a'])).toEqual({ ua1: [], '3a': [] });
    },
    240_000,
  );
});
