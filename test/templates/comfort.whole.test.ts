// Turn the data of both issuers into another look by a theme alone: the same figures, larger, and no rule of the page broken.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/document.ts';
import { readText } from '../../src/pdf/engine/open-pdf.ts';
import { editedSample } from '../support/edited-sample.ts';
import { entries, equipment } from '../support/equipment-correction.ts';
import { runCommand } from '../support/run-command.ts';
import { buildSample, projectRoot, samplePlace, type WholeRelease } from '../support/sample.ts';

/** Least size of a figure in a statement, in points. */
const least = 8.5;

const printed = ({ document }: WholeRelease): readonly string[] =>
  document.figures.map(({ fact, text, lang, place }: Figure) => `${lang} ${fact} ${text} ${JSON.stringify(place)}`);

/** Size of the figures of each statement, and the pages that they stand on. */
function statements(release: WholeRelease): ReadonlyMap<string, { readonly size: number; readonly pages: ReadonlySet<number> }> {
  const found = new Map<string, { size: number; pages: Set<number> }>();
  for (const { index, items } of release.layout.pages) {
    for (const item of items) {
      const figure = item.kind === 'glyphs' && item.figure !== undefined ? release.document.figures[item.figure] : undefined;
      if (
        item.kind !== 'glyphs' ||
        figure?.place.kind !== 'cell' ||
        release.release.statements.get(figure.place.statement)?.kind !== 'statement'
      )
        continue;
      const key = `${figure.lang} ${figure.place.statement}`;
      const known = found.get(key) ?? { size: item.size, pages: new Set<number>() };
      found.set(key, { size: Math.min(known.size, item.size), pages: known.pages.add(index) });
    }
  }
  return found;
}

describe.each([
  ['the first issuer', samplePlace, 6, 11.2],
  ['the second issuer', { root: projectRoot, issuer: 'aoba', release: '2026h1' }, 6, 11.3],
] as const)('%s in comfort', (_, place, count, size) => {
  let plain: WholeRelease;
  let comfort: WholeRelease;
  beforeAll(async () => {
    plain = await buildSample(place);
    // No finding at all: no line and no table is too wide, no statement too tall for its page.
    comfort = await buildSample({ ...place, theme: 'comfort' });
  }, 60_000);

  it('prints the same figures of the same facts at the same places', () => {
    expect(comfort.sources.theme).toBe('comfort');
    expect(printed(comfort)).toEqual(printed(plain));
  });

  it('sets every statement larger than it was and on one page', () => {
    const [before, now] = [statements(plain), statements(comfort)];
    expect([...now.keys()]).toEqual([...before.keys()]);
    expect(now.size).toBe(count);
    for (const [key, { size, pages }] of now) {
      expect(size, key).toBeGreaterThanOrEqual(least);
      expect(size, key).toBeGreaterThan(before.get(key)?.size ?? 0);
      expect(pages.size, key).toBe(1);
    }
  });

  it('sets text larger, in a narrower English measure', () => {
    for (const lang of ['ja', 'en'] as const)
      expect(comfort.release.style.blocks?.[lang]?.get('p')?.size).toBeGreaterThan(plain.release.style.blocks?.[lang]?.get('p')?.size ?? 0);
    expect(comfort.release.style.pages.get('en-text')?.measure).toBe(420);
    // The size near eleven at which no line of its sample needs wide spaces.
    expect(comfort.release.style.blocks.en?.get('p')).toMatchObject({ size, leading: 14.5 });
    expect(comfort.release.style.blocks.ja?.get('p')).toMatchObject({ size: 10.5, leading: 17 });
  });

  it('breaks no rule of the page', async () => {
    const { code, err } = await runCommand(['check', '--pages', `${place.issuer}/${place.release}`, '--style', 'comfort']);
    expect(err.split('\n').filter((line) => line.startsWith('error['))).toEqual([]);
    expect(code).toBe(0);
  }, 60_000);
});

describe('a correction of a release in comfort', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const half = 'data/aoba/periods/2026h1.yaml';
  const reclassified = [
    { file: half, from: 'assets.products: 2,118,749', to: 'assets.products: 2,128,749' },
    { file: half, from: 'assets.materials: 1,204,975', to: 'assets.materials: 1,194,975' },
  ];

  it.each([
    ['iij', '2q02', [equipment, ...entries], ['1,774,953', '1,784,953']],
    ['aoba', '2026h1', reclassified, ['2,118', '2,128']],
  ] as const)(
    'of %s looks like what it corrects, without being told',
    async (issuer, release, edits, versions) => {
      const name = `${issuer}/${release}`;
      const earlier = mkdtempSync(join(tmpdir(), 'kessan-comfort-'));
      folders.push(earlier);
      expect((await runCommand(['build', name, '--style', 'comfort', '--out', earlier])).code).toBe(0);
      const { root } = editedSample(edits);
      const yaml = 'date: {ja: 2025-11-20, en: 2025-11-19}\nreason: {ja: 集計に誤りがありました。, en: A figure was left out.}\n';
      writeFileSync(join(root, `data/${issuer}/releases/${release}/correction.yaml`), yaml);
      const { code, out } = await runCommand(['correct', name, '--against', earlier, '--format', 'json'], root);
      expect(code).toBe(0);
      const told = JSON.parse(out);
      expect(told).toMatchObject({ release: `${name} in comfort`, unexplained: [] });
      const { layout } = await buildSample({ root: projectRoot, issuer, release, theme: 'comfort' });
      // The line above the marked release that says so takes no page more.
      expect(told.pages).toMatchObject({ clean: layout.pages.length, marked: layout.pages.length });
      const notice = join(root, `out/${issuer}/${release}.comfort/correction/notice.pdf`);
      expect(told.files).toContain(notice);
      const text = (await readText(readFileSync(notice))).join('\n');
      for (const version of versions) expect(text).toContain(version);
    },
    60_000,
  );
});
