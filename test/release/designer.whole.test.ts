// Turn the release that uses all that a designer may use into pages: both languages, the rules of pages, and the flavours that it claims.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBuilt } from '../support/built-program.ts';
import { designerParts, designerProject, designerRelease } from '../support/designer/project.ts';
import { readers } from '../support/readers.ts';
import { has, needing } from '../support/tools.ts';
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

  it('gives voices each picture of a line where it stands, and copies of a text nothing in its place', async () => {
    const root = designerProject(['q-in-line']);
    const { out: tags } = await runBuilt(['inspect', 'tags', name], root);
    expect(tags).toMatch(
      /^ +P\n +"当社の製品には社章"\n +Figure Alt=港の波の社章 BBox=\[[\d. ]+\] Placement=Inline\n +""\n +"を表示しています"$/m,
    );
    expect(tags).toMatch(/^ +H2\n +"行のなかの図 "\n +Figure Alt=港の波の社章 /m);
    expect(tags).toMatch(/^ +TD .*\n +"Set as high as a capital\."\n +Figure Alt=seal /m);
    // Of the three marks of a title, a cell and a term, the one that decorates is no Figure.
    expect(tags).toMatch(/^ +Lbl\n +" ?Brand"$/m);
    await runBuilt(['build', name], root);
    const pdf = new Uint8Array(readFileSync(join(root, 'out', name, 'release.pdf')));
    for (const reader of readers.filter(({ program }) => program === undefined || has(program))) {
      const [page = ''] = await reader.read(pdf);
      expect(page.normalize('NFKC'), reader.name).toContain('当社の製品には社章を表示しています');
    }
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
