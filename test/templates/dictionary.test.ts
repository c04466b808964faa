// The dictionary of accounts that comes with the program: every entry names its account in both languages, in every form that has it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileReader } from '../../src/load/file-reader.ts';
import { openYaml } from '../../src/load/open-yaml.ts';
import type { Finding } from '../../src/model/finding.ts';
import { terms } from '../../src/model/form.ts';
import { forgetful } from '../../src/model/memory.ts';
import { answers, normalSigns, standards } from '../../src/model/release.ts';
import type { Sources, YamlFile } from '../../src/model/sources.ts';
import { accountIndex } from '../../src/validate/account-index.ts';
import { nameFiller } from '../../src/validate/account-names.ts';
import { accountedConcepts } from '../../src/validate/accounted-concepts.ts';
import { checkSchema } from '../../src/validate/check-schema.ts';
import type { Circumstances } from '../../src/validate/circumstances.ts';
import { wordingSchema } from '../../src/validate/schema/dictionary.ts';
import { conceptsSchema } from '../../src/validate/schema/facts.ts';
import { projectRoot } from '../support/sample.ts';

const findings: Finding[] = [];
const told = (finding: Finding) => findings.push(finding);
const reader = fileReader(projectRoot, told);
const yaml = (file: string): YamlFile => {
  const source = reader.text(file);
  const opened = source && openYaml(source, told, forgetful);
  if (!opened) throw new Error(`${file} is not sound`);
  return opened;
};
const folder = 'templates/dictionary';
const files = new Map(
  readdirSync(join(projectRoot, folder))
    .sort()
    .map((name) => [name.replace('.yaml', ''), yaml(`${folder}/${name}`)]),
);
const accounts = accountIndex(files, told, forgetful);
const headings = [...accounts.keys()].filter((id) => id.startsWith('head.'));
const measured = [...accounts.keys()].filter((id) => !id.startsWith('head.'));

type Form = Circumstances['form'];

/** Concepts of these accounts as an issuer of that form has them, which says nothing of them itself. */
function conceptsOf(form: Form, ids: readonly string[], revenue = form.standard === 'ifrs' ? 'revenue' : 'net-sales') {
  const none = { ...yaml('data/aoba/concepts.yaml'), value: {} };
  const about: Circumstances = { form, revenue, flags: new Map(), roles: new Set(), concepts: new Set() };
  const languages = ['ja', 'en'];
  const sources = { dictionary: files, concepts: none } as unknown as Sources;
  const faults: Finding[] = [];
  const report = (finding: Finding) => faults.push(finding);
  const fill = nameFiller(sources, about);
  const file = accountedConcepts(none, ids, { accounts, about, languages, fill }, report);
  return { concepts: checkSchema(conceptsSchema(languages), file, report) ?? {}, faults };
}

const forms: readonly Form[] = standards.flatMap((standard) =>
  answers.flatMap((consolidated) =>
    terms.flatMap((term) =>
      (['interim', 'second-quarter'] as const).map(
        (halfYear): Form => ({ standard, consolidated, term, halfYear, printedScale: 'million' }),
      ),
    ),
  ),
);

/** Names that were seen for no form of this standard: the issuer gives them. */
const unnamed = { 'us-gaap': ['ratio.return-on-equity', 'ratio.return-on-assets'] } as const;

describe('the dictionary of accounts', () => {
  it('is read without a finding', () => {
    const wording = files.get('wording');
    expect(wording && checkSchema(wordingSchema(), wording, told)).toBeDefined();
    expect(findings).toEqual([]);
    expect(measured.length).toBeGreaterThan(200);
  });

  it.each(forms.map((form) => [Object.values(form).join(' '), form] as const))('names every account in both languages: %s', (_, form) => {
    const lacking: readonly string[] = form.standard === 'us-gaap' ? unnamed['us-gaap'] : [];
    const { concepts, faults } = conceptsOf(
      form,
      [...headings, ...measured].filter((id) => !lacking.includes(id)),
    );
    expect(faults.map(({ message }) => message)).toEqual([]);
    for (const [id, { labels, heads, outcomes, annual }] of Object.entries(concepts)) {
      const names = [labels, heads, annual?.labels, annual?.heads, outcomes?.gain, outcomes?.loss].flatMap((each) =>
        Object.values(each ?? {}),
      );
      expect(Object.keys(labels), id).toEqual(['ja', 'en']);
      for (const name of names) expect(name, id).toMatch(/^[^{}|]+$/);
    }
  });

  it('says the normal sign of each', () => {
    for (const id of measured) {
      const { entry } = accounts.get(id) ?? {};
      if (entry?.like === undefined) expect(normalSigns, id).toContain(entry?.sign);
    }
    for (const id of headings) expect(accounts.get(id)?.entry.sign, id).toBe('none');
  });

  it('gives no two accounts one name, unless it says why', () => {
    const { concepts } = conceptsOf({ ...forms[0], term: 'year' } as Form, measured);
    const byName = new Map<string, string[]>();
    for (const [id, { labels }] of Object.entries(concepts)) {
      const isTold = accounts.get(id)?.entry['shares-label'] !== undefined || accounts.get(id)?.entry.like !== undefined;
      if (isTold) continue;
      const key = `${labels.ja} ${labels.en}`;
      byName.set(key, [...(byName.get(key) ?? []), id]);
    }
    expect([...byName].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  it('has no note on an account that shares its name with none', () => {
    const { concepts } = conceptsOf({ ...forms[0], term: 'year' } as Form, measured);
    const labels = Object.values(concepts).map((concept) => concept.labels.ja);
    for (const [id, concept] of Object.entries(concepts)) {
      if (accounts.get(id)?.entry['shares-label'] === undefined) continue;
      expect(labels.filter((label) => label === concept.labels.ja).length, id).toBeGreaterThan(1);
    }
  });

  it('marks names that were seen in no filing by their language', () => {
    for (const [id, { entry }] of accounts) {
      const { unverified = [] } = entry;
      expect(Array.isArray(unverified), id).toBe(true);
      for (const lang of unverified as string[]) expect(['ja', 'en'], id).toContain(lang);
    }
  });

  const quarter: Form = { standard: 'j-gaap', consolidated: 'yes', term: 'q3', halfYear: 'interim', printedScale: 'million' };
  it.each([
    [
      'profit.owners',
      quarter,
      '親会社株主に帰属する四半期純利益又は親会社株主に帰属する四半期純損失（△）',
      '親会社株主に帰属する当期純利益',
    ],
    [
      'profit.owners',
      { ...quarter, term: 'half' },
      '親会社株主に帰属する中間純利益又は親会社株主に帰属する中間純損失（△）',
      '親会社株主に帰属する当期純利益',
    ],
    ['profit.net', { ...quarter, standard: 'ifrs' }, '四半期利益又は四半期損失（△）', '当期利益'],
    [
      'profit.minority',
      { ...quarter, standard: 'us-gaap' },
      '非支配持分に帰属する四半期純利益又は非支配持分に帰属する四半期純損失（△）',
      undefined,
    ],
    ['comprehensive.owners', { ...quarter, standard: 'ifrs', term: 'year' }, '親会社の所有者に帰属する当期包括利益', undefined],
    ['head.non-current-assets', quarter, '固定資産', undefined],
    ['head.non-current-assets', { ...quarter, standard: 'ifrs' }, '非流動資産', undefined],
    [
      'profit.per-share',
      { ...quarter, term: 'half', halfYear: 'second-quarter' },
      '１株当たり四半期純利益又は１株当たり四半期純損失（△）',
      '１株当たり当期純利益',
    ],
    ['profit.before-tax', { ...quarter, consolidated: 'no', term: 'year' }, '税引前当期純利益又は税引前当期純損失（△）', undefined],
    ['dividend.payout', { ...quarter, consolidated: 'no' }, '配当性向', undefined],
  ] as const)('names %s by term and form', (id, form, ja, annual) => {
    const concept = conceptsOf(form, [id]).concepts[id];
    expect(concept?.labels.ja).toBe(ja);
    if (annual !== undefined) expect(concept?.annual?.heads?.ja).toBe(annual);
    // Of a year there is no other name for years.
    if (form.term === 'year') expect(concept?.annual).toBeUndefined();
  });

  it('computes ratios from accounts that it has, as the form of each standard asks', () => {
    const usual = (form: Form, id: string, ids = measured) => conceptsOf(form, ids).concepts[id]?.usually;
    const year: Form = { ...quarter, term: 'year' };
    const overMean = (what: string, base: string) => `${what} / ((${base} + previous(${base})) / 2)`;
    expect(usual(year, 'ratio.return-on-equity')).toBe(overMean('profit.owners', 'equity.own'));
    expect(usual({ ...year, consolidated: 'no' }, 'ratio.return-on-equity')).toBe(overMean('profit.net', 'equity.own'));
    expect(usual(year, 'ratio.return-on-assets')).toBe(overMean('profit.ordinary', 'assets.total'));
    expect(usual({ ...year, standard: 'ifrs' }, 'ratio.return-on-assets')).toBe(overMean('profit.before-tax', 'assets.total'));
    expect(usual(year, 'separate.equity.ratio')).toBe('separate.equity.own / separate.assets.total');
    // Under US standards the issuer says what it measures; and a ratio whose amounts an issuer has not is typed.
    const american: Form = { ...year, standard: 'us-gaap' };
    expect(usual(american, 'ratio.operating-margin', ['ratio.operating-margin', 'profit.operating', 'sales.total'])).toBeDefined();
    expect(usual(year, 'equity.ratio', ['equity.ratio', 'assets.total'])).toBeUndefined();
    const named = [...accounts.values()].flatMap(
      ({ entry }) => JSON.stringify(entry.usually ?? '').match(/[a-z][a-z-]*(?:\.[a-z-]+)+/g) ?? [],
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !accounts.has(id))).toEqual([]);
  });

  it('follows the name of revenue', () => {
    const named = (revenue: string) => {
      const { concepts } = conceptsOf(quarter, ['sales.total', 'ratio.operating-margin'], revenue);
      return [concepts['sales.total']?.labels, concepts['ratio.operating-margin']?.labels];
    };
    expect(named('operating-revenue')).toEqual([
      { ja: '営業収益', en: 'Operating revenue' },
      { ja: '営業収益営業利益率', en: 'Operating profit to operating revenue ratio' },
    ]);
    expect(named('net-sales')[1]).toEqual({ ja: '売上高営業利益率', en: 'Operating profit to net sales ratio' });
  });
});
