// Turn one set of figures into the first page of each form of the exchange: standard, term and consolidation choose every heading, head, unit and note.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/model/document.ts';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { composeSample } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What decides a form. */
interface FormOf {
  readonly standard: 'j-gaap' | 'ifrs' | 'us-gaap';
  readonly consolidated: 'yes' | 'no';
  readonly term: 'q1' | 'half' | 'q3' | 'year';
}

const root = temporaryFolder('forms');

/** Months of the fiscal year that the term has behind it. */
const months = { q1: 3, half: 6, q3: 9, year: 12 } as const;
const ends = { q1: '06-30', half: '09-30', q3: '12-31', year: '03-31' } as const;

const announced = { q1: '2025-08-05', half: '2025-11-06', q3: '2026-02-05', year: '2026-05-12' } as const;

/** The last day of the term in a fiscal year that is named for the year in which it ends. */
const endOf = (year: number, term: FormOf['term']): string => `${term === 'year' ? year : year - 1}-${ends[term]}`;

const flows = `sales.total: "1,230", profit.operating: 249, profit.before-tax: 245, profit.net: 158, comprehensive.total: 160, profit.per-share: 39.27, profit.diluted-per-share: 39.25, shares.average: "4,000,000"`;
const balances = `assets.total: "1,600", equity.own: "1,360", equity.ratio: 85.0%, equity.per-share: 340.00, shares.issued: "4,100,000", shares.treasury: "100,000"`;
const dividends = `dividend.first: "-", dividend.interim: 0.00, dividend.third: "-", dividend.year-end: 18.00, dividend.total: 18.00`;
const ofYear = `cash-flow.operating: 120, cash-flow.investing: (60), cash-flow.financing: (40), cash.closing: 420, result.equity-method: "-", dividend.amount: 72, dividend.payout: 45.8%, dividend.on-equity: 5.3%`;

/** Under US standards the issuer names its ratios itself, or has none. */
const ratios = 'ratio.return-on-equity: 11.6%, ratio.return-on-assets: 15.3%';

/** Figures that are typed in every period of a form; the same, since words are looked at. */
function factsOf({ standard, consolidated, term }: FormOf): string {
  const own = standard === 'j-gaap' ? 'profit.ordinary: 245, net-assets.total: "1,367"' : 'equity.total: "1,367"';
  const group = consolidated === 'yes' ? ', profit.owners: 157' : '';
  return [
    flows,
    balances,
    own + group,
    ...(term === 'year' ? [ofYear] : []),
    ...(term === 'year' && standard !== 'us-gaap' ? [ratios] : []),
  ].join(', ');
}

/** A release of that form in a project of its own folder; no file of it holds a heading. */
function released(form: FormOf): ReleasePlace {
  const { standard, consolidated, term } = form;
  const issuer = `${standard}-${consolidated === 'yes' ? 'group' : 'alone'}-${term}`;
  const year = term === 'year';
  const period = (of: number, at: FormOf['term'], facts: string): string =>
    `{start: ${of - 1}-04-01, end: ${endOf(of, at)}, fiscal: {year: ${of}, quarter: ${months[at] / 3}}, facts: {${facts}}}`;
  const forecast = `sales.total: "1,300", profit.operating: 250, ${standard === 'j-gaap' ? 'profit.ordinary: 250, ' : ''}profit.net: 160, ${consolidated === 'yes' ? 'profit.owners: 160, ' : ''}profit.per-share: 40.00, ${dividends}`;
  const flags = [
    'fasf-member: yes, supplementary-materials: yes, results-briefing: no, policies-by-standards: yes, policies-otherwise: no',
    ...(consolidated === 'yes' ? ['consolidation-changed: no'] : []),
    ...(standard === 'us-gaap' ? [] : ['estimates-changed: no']),
    ...(standard === 'j-gaap' ? ['restatements: no'] : []),
    ...(standard === 'j-gaap' && !year ? ['special-accounting: yes'] : []),
    ...(year ? [] : ['dividend-forecast-revised: no, forecast-revised: yes']),
    ...(term === 'q1' || term === 'q3' ? ['review: yes, review-compulsory: yes'] : []),
  ];
  const files: Readonly<Record<string, string>> = {
    'issuer.yaml': `format: 1
id: ${issuer}
names: {ja: 株式会社かたち, en: "Katachi Co., Ltd."}
short-names: {ja: かたち, en: Katachi}
standard: ${standard}
consolidated: ${consolidated}
${term === 'half' ? 'half-year: interim\n' : ''}${standard === 'ifrs' ? 'revenue: revenue\n' : ''}currency: JPY
scale: million
regime: truncate
change: {policy: nm, limit: 1000, text: {ja: －, en: –}}
fiscal-naming: ends
negative: {ja: triangle, en: parentheses}
nil: {ja: －, en: –}
contacts: {code: "0149", exchange-ja: 東, exchange-en: Tokyo, web: www.katachi.example, tel-ja: 03-0000-0149, tel-en: +81-3-0000-0149,
  representative-title-ja: 代表取締役社長, representative-name-ja: 形　望, representative-title-en: President, representative-name-en: Nozomi Katachi,
  contact-title-ja: 取締役, contact-name-ja: 角　円, contact-title-en: Director, contact-name-en: Madoka Sumi}`,
    'concepts.yaml': '{}',
    'periods/now.yaml': period(2026, term, year ? `${factsOf(form)}, ${dividends}` : factsOf(form)),
    'periods/then.yaml': period(2025, term, year ? `${factsOf(form)}, ${dividends}` : factsOf(form)),
    ...(year
      ? { 'periods/next.yaml': period(2027, 'year', `${forecast}, dividend.payout: 45.0%`) }
      : {
          'periods/full.yaml': period(2026, 'year', forecast),
          'periods/before.yaml': period(2025, 'year', `${factsOf({ ...form, term: 'q1' })}, ${dividends}`),
        }),
    'releases/now/release.yaml': `layout: tanshin
titles: {ja: 決算短信, en: Financial Results}
announced: {ja: ${announced[term]}, en: ${announced[term]}}
${year ? 'dates: {shareholders-meeting: 2026-06-25, filing: 2026-06-26, dividend-payment: 2026-06-26}\n' : ''}
flags: {${flags.join(', ')}}
parts: [per-share-notes, position-notes]
periods: {current: now, prior-year: then, ${year ? 'next-year: next' : 'year-end: before, full-year: full'}}`,
  };
  for (const lang of ['ja', 'en']) {
    const section = (id: string, note: string) => `## ${note} {#${id}}\n\n<p class="remark">${note}</p>\n`;
    const words =
      lang === 'ja'
        ? ['（注）希薄化はありません。', '（注）組替えはありません。', '将来の記述は前提に基づきます。']
        : ['(Note) There is no dilution.', '(Note) Nothing was reclassified.', 'Statements about the future rest on assumptions.'];
    (files as Record<string, string>)[`releases/now/narrative.${lang}.md`] = ['per-share-notes', 'position-notes', 'cautions']
      .map((id, index) => section(id, words[index] ?? ''))
      .join('\n');
  }
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, 'data', issuer, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n`);
  }
  return { root, issuer, release: 'now' };
}

const words = (inlines: readonly { readonly text: string }[]): string => inlines.map(({ text }) => text).join('');

/** A block in a line of words: headings, paragraphs, of tables captions, unit note, heads and row labels. */
function lineOf(block: Block): string {
  if (block.kind === 'heading') return `# ${words(block.inlines)}`;
  if (block.kind === 'paragraph') return words(block.inlines);
  if (block.kind !== 'table') return block.kind;
  const heads = block.heads.map(({ pieces }) => words(pieces.flat())).filter((head) => head !== '');
  const above = [...block.captions, ...(block.unit ? [block.unit] : [])].map(({ inlines }) => words(inlines));
  return [block.statement, ...above, `[${heads.join('|')}]`, ...block.rows.map(({ label }) => words(label))].join(' / ');
}

/** What the form asks of the page: titles, heads with their units, the notes that are asked for. Dividends and forecast are the same in all. */
const isAsked = (line: string): boolean =>
  /^(?:# (?![23][．.]|※|Notes)|results|per-share \/|position|cash-flows|shares|（[1-9注参]|\([1-9NR]|[①-④]|\([iv]+\)|※　(?!業)|\* (?!Proper))/.test(
    line,
  ) && !/修正の有無|Revisions/.test(line);

function summaryOf(form: FormOf, lang: string): readonly string[] {
  const { document, findings } = composeSample(released(form), 'merge');
  if (findings.length > 0) throw new Error(findings.map(({ message, at }) => `${message} ${at?.file}:${at?.line}`).join('\n'));
  const parts = (document?.parts ?? []).filter((part) => part.lang === lang);
  return parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.map(lineOf))).filter(isAsked);
}

/** By form and language, the lines of forms.txt. */
const expected = new Map(
  readFileSync(join(import.meta.dirname, 'forms.txt'), 'utf8')
    .split(/^== /m)
    .slice(1)
    .map((block) => {
      const [name = '', ...lines] = block.trim().split('\n');
      return [name, lines] as const;
    }),
);

describe('the form of', () => {
  it.each([...expected])('%s', (name, lines) => {
    const [standard, who, term, lang = ''] = name.split(' ');
    const form = { standard, consolidated: who === 'group' ? 'yes' : 'no', term } as FormOf;
    expect(summaryOf(form, lang)).toEqual(lines);
  });
});
