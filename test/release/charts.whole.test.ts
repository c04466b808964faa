// Turn a release with charts into a corrected one: a chart's figures are known wherever figures are.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBuilt } from '../support/built-program.ts';
import { designerProject, designerRelease } from '../support/designer/project.ts';

const name = `${designerRelease.issuer}/${designerRelease.release}`;

interface Figures {
  readonly figures: readonly {
    readonly fact: string;
    readonly lang: string;
    readonly text: string;
    readonly place: { readonly section?: string };
  }[];
}

/** What the charts of a build print of a fact, language by language. */
function printedIn(root: string, fact: string): readonly string[] {
  const { figures } = JSON.parse(readFileSync(join(root, 'out', name, 'figures.json'), 'utf8')) as Figures;
  return figures
    .filter((figure) => figure.fact === fact && figure.place.section?.startsWith('charts/'))
    .map(({ lang, text }) => `${lang} ${text}`);
}

describe('a release with charts', () => {
  it('draws another chart when a figure is corrected, and diff says so in both languages', async () => {
    const [before, after] = [designerProject(['b-charts']), designerProject(['b-charts'])];
    const period = join(after, 'data/minato/periods/2024h1.yaml');
    const typed = /profit\.operating: ([\d,]+)/.exec(readFileSync(period, 'utf8'))?.[1] ?? '';
    const other = `${Number(typed[0]) + 1}${typed.slice(1)}`;
    writeFileSync(period, readFileSync(period, 'utf8').replace(`profit.operating: ${typed}`, `profit.operating: ${other}`));
    for (const root of [before, after]) await runBuilt(['build', name], root);
    const cut = (digits: string): string => digits.slice(0, digits.lastIndexOf(','));
    expect(printedIn(before, 'profit.operating@2024h1')).toEqual([`ja ${cut(typed)}`, `en ${cut(typed)}`]);
    expect(printedIn(after, 'profit.operating@2024h1')).toEqual([`ja ${cut(other)}`, `en ${cut(other)}`]);
    const { out } = await runBuilt(['diff', join(before, 'out', name), join(after, 'out', name)], before);
    expect(out).toContain(cut(typed));
    expect(out).toContain(cut(other));
    const verified = await runBuilt(['verify', join(after, 'out', name, 'release.pdf')], after);
    expect(verified.code).toBe(0);
    const html = readFileSync(join(after, 'out', name, 'release.html'), 'utf8');
    expect(html).toMatch(/<svg viewBox="[\d ]+" role="img" aria-label="棒グラフ「業績の推移」/);
    expect(html).toMatch(
      /aria-label="Line chart: Profits \(Millions of yen\)\. Operating profit: 562 \(Six months ended September 30, 2023\)/,
    );
  });
});
