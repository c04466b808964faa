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

  /** What `check` tells of the project with an edit in a chart. */
  const told = async (chart: string, from: string, to: string): Promise<string> => {
    const root = designerProject(['b-charts']);
    const file = join(root, `data/minato/charts/${chart}.yaml`);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
    return (await runBuilt(['check', name], root)).err;
  };

  it('says where there is no figure, and draws nothing there', async () => {
    const root = designerProject(['b-charts']);
    await runBuilt(['build', name, '--text'], root);
    const html = readFileSync(join(root, 'out', name, 'release.html'), 'utf8');
    expect(html).toContain('not disclosed (Six months ended September 30, 2023)');
    const [, costs = ''] = /<figcaption>Costs<\/figcaption>([\s\S]*?)<\/svg>/.exec(html) ?? [];
    expect([...costs.matchAll(/class="l1" points="([^"]*)"/g)].map(([, points]) => points?.split(' ').length)).toEqual([2, 2]);
    expect(costs).toContain('>not disclosed</text>');
    expect(readFileSync(join(root, 'out', name, 'release.txt'), 'utf8')).toContain('非開示');
  });

  it('refuses a gap where there is a figure, one of a period that it does not draw, and a missing figure without one', async () => {
    expect(await told('costs', 'gaps: {', 'gaps: {current: {ja: 非開示, en: not disclosed}, ')).toMatch(
      /error\[merge\/chart-gap\] cost\.sales@2026h1 has a value, which chart costs calls a gap\n {2}data\/minato\/charts\/costs\.yaml:9:\d+/,
    );
    expect(await told('costs', 'year-before: {ja', 'year-befor: {ja')).toMatch(
      /error\[validate\/unknown-period\] the chart draws no period year-befor\n.*costs\.yaml:9:\d+[\s\S]*did you mean year-before\?/,
    );
    expect(await told('costs', ', gaps: {year-before: {ja: 非開示, en: not disclosed}}', '')).toMatch(
      /error\[derive\/missing-fact\] cost\.sales has no value at 2024h1[\s\S]*under gaps:/,
    );
  });

  it('holds the words of its unit to its scale', async () => {
    expect(await told('results', '(Millions of yen)', '(Thousands of yen)')).toMatch(
      /error\[check\/unit-line\] the unit line of chart results says "Thousands of yen"; its figures are millions of the issuer’s currency\n {2}data\/minato\/charts\/results\.yaml:4:/,
    );
    expect(await told('results', '（単位：百万円）', '（単位：千円）')).toMatch(/unit line of chart results says "千円"/);
    expect(await told('results', 'scale: million', 'scale: thousand')).toMatch(/"百万円"; its figures are thousands/);
    expect(await told('results', '(Millions of yen)', '(%)')).toMatch(/says "\(%\)"; its figures are millions/);
  });
});
