// Where a figure comes from and every place that prints it, held against figures.json and the text of the finished pages.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/explain/explain-fact.ts';
import { editedSample } from '../support/edited-sample.ts';
import { runCommand } from '../support/run-command.ts';
import { buildSample, pdfOf } from '../support/sample.ts';
import { has, needing, popplerText } from '../support/tools.ts';

async function explanations(...args: readonly string[]): Promise<readonly Explanation[]> {
  const { code, out, err } = await runCommand(['explain', 'iij/2q02', ...args, '--format', 'json']);
  expect(err).toBe('');
  expect(code).toBe(0);
  return (JSON.parse(out) as { explanations: Explanation[] }).explanations;
}

async function explanation(name: string): Promise<Explanation> {
  const [first, ...others] = await explanations(name);
  expect(others).toEqual([]);
  if (!first) throw new Error(`${name} is not explained`);
  return first;
}

/** A figure as figures.json has it. */
interface Recorded {
  readonly fact: string;
  readonly against?: string;
  readonly text: string;
  readonly lang: string;
  readonly places: readonly { readonly page: number }[];
}

const built = buildSample();
const recorded = async (): Promise<readonly Recorded[]> => JSON.parse(String((await built).outputs.get('figures.json'))).figures;

/** `ja p.3 (19,108)`, in an order of its own. */
const lines = (places: readonly { lang: string; pages: readonly number[]; text: string }[]): string[] =>
  places.map(({ lang, pages, text }) => `${lang} p.${pages.join('-')} ${text}`).sort();

const asLines = (figures: readonly Recorded[]): string[] =>
  lines(figures.map(({ lang, text, places }) => ({ lang, text, pages: [...new Set(places.map(({ page }) => page))] })));

describe.each(['revenue.total', 'result.net', 'ebitda.adjusted'])('explaining %s', (concept) => {
  it('lists every place of figures.json and no other, and what is made against it apart', async () => {
    const { printed, madeAgainst, fact } = await explanation(`${concept}@2q02`);
    const all = await recorded();
    expect(lines(printed)).toEqual(asLines(all.filter((figure) => figure.fact === fact)));
    expect(printed.length).toBeGreaterThan(2);
    expect(lines(madeAgainst)).toEqual(asLines(all.filter((figure) => figure.against === fact && figure.fact !== fact)));
  });

  it.skipIf(!has('pdftotext'))(needing('pdftotext', 'finds its amounts as often on each page as the pages show them'), async () => {
    const { printed } = await explanation(`${concept}@2q02`);
    const pages = popplerText(pdfOf(await built), 'raw');
    const texts = new Set(printed.filter(({ measure }) => measure === 'amount' || measure === 'translated').map(({ text }) => text));
    expect(texts.size).toBeGreaterThan(0);
    const ours: string[] = [];
    const theirs: string[] = [];
    for (const text of texts) {
      pages.forEach((page, index) => {
        const listed = printed.filter((place) => place.text === text && place.pages.includes(index + 1)).length;
        if (listed > 0) ours.push(`p.${index + 1} ${text} ${listed}`);
        const found = page.match(standing(text))?.length ?? 0;
        if (found > 0) theirs.push(`p.${index + 1} ${text} ${found}`);
      });
    }
    expect(ours).toEqual(theirs);
  });
});

/** The text between no other digits; a line may break between its words, in Japanese between any two characters. */
function standing(text: string): RegExp {
  const escaped = [...text].map((character) => (character === ' ' ? '\\s+' : character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  const japanese = /[^\p{ASCII}]/u.test(text);
  return new RegExp(`(?<!\\d[,.]?|[$Y])${escaped.join(japanese ? '\\s*' : '')}(?!,?\\d|\\.\\d)`, 'gu');
}

describe('an explanation', () => {
  it('follows a computed figure down to the typed ones, each with its line', async () => {
    const { origin } = await explanation('revenue.connectivity.current');
    expect(origin.formula).toBe('revenue.dedicated + revenue.dialup + revenue.value-added + revenue.connectivity-other');
    const source = readFileSync('data/iij/periods/2q02.yaml', 'utf8').split('\n');
    expect(origin.inputs.map(({ fact, typed, at }) => [fact, typed, source[at.line - 1]?.trim()])).toEqual([
      ['revenue.dedicated@2q02', '3,546,372', 'revenue.dedicated: 3,546,372'],
      ['revenue.dialup@2q02', '791,738', 'revenue.dialup: 791,738'],
      ['revenue.value-added@2q02', '893,135', 'revenue.value-added: 893,135'],
      ['revenue.connectivity-other@2q02', '467,976', 'revenue.connectivity-other: 467,976'],
    ]);
  });

  it('takes a concept alone for all its periods, a role or a period after a dot or an at sign', async () => {
    expect((await explanations('revenue.total')).map(({ fact }) => fact)).toEqual([
      'revenue.total@1q02',
      'revenue.total@2q01',
      'revenue.total@2q02',
    ]);
    for (const name of ['revenue.total.2q01', 'revenue.total@2q01', 'revenue.total.prior-year', 'revenue.total@prior-year'])
      expect((await explanation(name)).fact).toBe('revenue.total@2q01');
    expect((await explanation('guidance.revenue-low')).fact).toBe('guidance.revenue-low@release');
  });

  it('says why a figure is not plain rounding', async () => {
    const { printed } = await explanation('backbone.domestic@2q02');
    const overridden = printed.filter(({ treatment }) => treatment === 'override');
    expect(overridden.map(({ text }) => text)).toContain('an increase of 1.8%');
    for (const { why } of overridden) expect(why).toMatch(/finer than the millions of table 4/);
    const total = await explanation('costs.total-of-revenues@2q01');
    expect(total.printed.find(({ text }) => text === '85.9')?.why).toMatch(/kept the plain rounding of total costs/);
  });

  it('tells the relations and controls that a figure takes part in, directly or through another', async () => {
    const { relations } = await explanation('revenue.si@2q02');
    expect(relations.filter(({ period }) => period === '2q02').map(({ check, holds }) => `${check} ${holds}`)).toEqual([
      'cash-roll true',
      'equity-roll true',
      'explained-difference true',
    ]);
    const { controls } = await explanation('contracts.ip-1m-2m@2q02');
    expect(controls.map(({ fact, control, holds }) => `${fact} ${control} ${holds}`)).toEqual([
      'contracts.dedicated-total@2q02 4,309 true',
    ]);
  });

  it('shows both sides of a broken relation, and exits 1 with the findings', async () => {
    const { root } = editedSample([{ file: 'data/iij/periods/2q02.yaml', from: 'ebitda.adjusted: 662', to: 'ebitda.adjusted: 663' }]);
    const { code, out, err } = await runCommand(['explain', 'iij/2q02', 'ebitda.adjusted.current'], root);
    expect(code).toBe(1);
    expect(err).toMatch(/check\/explained-difference/);
    expect(out).toMatch(/BROKEN .*adjusted EBITDA.*2q02: ebitda\.adjusted 663,000, .* 661,950, a difference of 1,050 thousand JPY/);
    expect(out).toMatch(/en p\.6 {2}JPY663 million/);
  });

  it.each([
    ['revenue.totl', /no concept 'revenue\.totl'; near it: revenue\.total/],
    ['result.nett@2q02', /near it: result\.net/],
    ['revenue.total@3q02', /no figure of revenue\.total at '3q02': it has figures at 1q02, 2q01, 2q02/],
  ])('refuses %s and names what may be meant', async (name, message) => {
    const { code, err } = await runCommand(['explain', 'iij/2q02', name]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('prints one place a line for people', async () => {
    const { out } = await runCommand(['explain', 'iij/2q02', 'ebitda.adjusted@2q02']);
    expect(out).toMatch(/^ebitda\.adjusted@2q02 {2}Adjusted EBITDA \/ Adjusted EBITDA\n/);
    expect(out).toMatch(/reported, typed 662 \(data\/iij\/periods\/2q02\.yaml:\d+\)/);
    expect(out.match(/^ {4}(?:ja|en) p\.\d+ {2}/gm)).toHaveLength(3);
  });
});

describe('explaining a flag', () => {
  const explained = (name: string, ...args: readonly string[]) => runCommand(['explain', 'aoba/2026h1', name, ...args]);

  it('says where it is stated and every place that prints its answer', async () => {
    const { code, out, err } = await explained('flags.results-briefing');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^flags\.results-briefing {2}yes \(data\/aoba\/releases\/2026h1\/release\.yaml:\d+:21\)\n {2}printed at 2 places\n/,
    );
    expect(out).toContain('ja p.1  有  in: 決算説明会開催の有無 ：有（機関投資家・アナリスト向け）');
    expect(out).toContain('en p.7  Yes  in: Holding of financial results meeting: Yes (for institutional investors and analysts)');
  });

  it('as JSON', async () => {
    const { flag } = JSON.parse((await explained('flags.results-briefing', '--format', 'json')).out);
    expect([flag.flag, flag.answer, flag.printed.map(({ lang, pages, text }: Place) => [lang, pages, text])]).toEqual([
      'results-briefing',
      'yes',
      [
        ['ja', [1], '有'],
        ['en', [7], 'Yes'],
      ],
    ]);
  });

  it('that is not stated names one that is', async () => {
    const { code, err } = await explained('flags.result-briefing');
    expect([code, err.trim()]).toEqual([2, "kessan: no flag 'result-briefing'; near it: results-briefing"]);
  });
});

interface Place {
  readonly lang: string;
  readonly pages: readonly number[];
  readonly text: string;
}
