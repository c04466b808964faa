// Turn `kessan check` into what it lists: every plug, override and waiver of a release, no more and no fewer, and exit 0.
import { describe, expect, it } from 'vitest';
import { editedSample } from '../support/edited-sample.ts';
import { runCommand } from '../support/run-command.ts';

/** Lines of one check, by their first word; what one language alone prints is left out. */
const listed = (out: string): readonly string[] => out.split('\n').filter((line) => /^(?:plug|override|waiver) /.test(line));

/** `plug balance-sheet assets.cash@2q01 year-share: 25.6 -> 25.5`: plain rounding, and what is printed. */
const shortly = (line: string): string =>
  line.replace(
    /^(\w+ \S+ \S+ \S+): exact \S+, plain (\S+), printed (\S+) \(.+\)$/,
    (_, what, plain, printed) => `${what}: ${plain} -> ${printed}`,
  );

describe('check iij/2q02', () => {
  it('exits 0 and lists the plugs and overrides of the sample', async () => {
    const { code, out, err } = await runCommand(['check', 'iij/2q02', '--verbose']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(listed(out).map(shortly)).toEqual([
      'plug balance-sheet assets.cash@2q01 year-share: 25.6 -> 25.5',
      'plug balance-sheet assets.receivable@2q02 current-usd: 64434 -> 64435',
      'plug balance-sheet assets.other-current@2q02 current-share: 0.4 -> 0.3',
      'plug balance-sheet assets.other-investments@1q02 quarter-share: 12.1 -> 12.0',
      'plug balance-sheet assets.guarantee-deposits@2q02 current-usd: 11438 -> 11439',
      'plug balance-sheet liabilities.short-term-borrowings@2q01 year-share: 8.4 -> 8.5',
      'plug balance-sheet liabilities.other-current@1q02 quarter-share: 1.4 -> 1.3',
      'override balance-sheet liabilities.current@2q02 current-share: 36.8 -> 36.7',
      'plug balance-sheet liabilities.convertible-notes@2q02 current-usd: 123213 -> 123214',
      'plug balance-sheet liabilities.convertible-notes@1q02 quarter-share: 36.5 -> 36.6',
      'plug balance-sheet liabilities.leases-noncurrent@2q02 current-share: 8.3 -> 8.4',
      'plug balance-sheet liabilities.retirement@2q01 year-share: 0.3 -> 0.2',
      'override balance-sheet liabilities.other-noncurrent@2q01 year-share: 0.1 -> 0.1',
      'plug balance-sheet minority-interest@1q02 quarter-share: 2.4 -> 2.3',
      'plug balance-sheet equity.accumulated-deficit@2q01 year-share: -34.8 -> -34.7',
      'plug balance-sheet equity.other-comprehensive-income@2q02 current-share: 2.1 -> 2.2',
      'override cash-flows cash-flow.receivable@2q02 current-usd: -7985 -> -7984',
      'plug cash-flows cash-flow.exchange-rate@2q02 current-usd: 281 -> 280',
      'plug operations revenue.value-added@2q02 current-share: 8.5 -> 8.4',
      'plug operations costs.si@2q02 current-share: 25.4 -> 25.3',
      'plug operations costs.total-of-revenues@2q02 current-share: 89.1 -> 89.0',
      'override operations costs.total-of-revenues@2q01 year-share: 85.9 -> 85.9',
      'plug operations costs.research-and-development@2q01 year-share: 0.9 -> 0.8',
      'plug operations result.equity-method@2q02 current-usd: -12160 -> -12161',
      'override prose backbone.domestic@2q02 change: 1.9 -> 1.8',
      'override prose bandwidth.average-per-ip-contract@2q02 change: 24.0 -> 23.6',
    ]);
    expect(out).toMatch(
      /^iij\/2q02: \d+ figures on 15 pages, 26 plugs and overrides, 2 restated, 35 notes on what one language prints alone$/m,
    );
  });

  it('says how many there are in one line, and lists them where they are asked for', async () => {
    const { code, out, err } = await runCommand(['check', 'iij/2q02', 'aoba/2026h1']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toEqual([
      expect.stringMatching(
        /^iij\/2q02: \d+ figures on 15 pages, 26 plugs and overrides, 2 restated, \d+ notes on what one language prints alone$/,
      ),
      expect.stringMatching(/^aoba\/2026h1: \d+ figures on 12 pages, 0 plugs and overrides, \d+ notes on what one language prints alone$/),
      '',
    ]);
  });

  it('names a table that one language alone prints', async () => {
    const { root } = editedSample([
      { file: 'templates/us-filer/release.hbs', from: '  {{table "backbone"}}', to: '  {{#only "en"}}{{table "backbone"}}{{/only}}' },
    ]);
    const { code, out } = await runCommand(['check', 'iij/2q02'], root);
    expect(code).toBe(0);
    expect(out).toMatch(/^iij\/2q02: .+, \d+ notes on what one language prints alone, table backbone in English only\n$/);
  });

  it.each([
    ['position', 'ja', 'Japanese'],
    ['shares', 'en', 'English'],
    ['income', 'ja', 'Japanese'],
  ])('names the table %s of a filed form that %s alone prints', async (table, lang, name) => {
    const part = table === 'income' ? 'attachment' : 'summary';
    const { root } = editedSample([
      { file: `templates/tanshin/${part}.hbs`, from: `{{table "${table}"}}`, to: `{{#only "${lang}"}}{{table "${table}"}}{{/only}}` },
    ]);
    const { code, out } = await runCommand(['check', 'aoba/2026h1'], root);
    expect(code).toBe(0);
    expect(out).toContain(`table ${table} in ${name} only`);
  });

  it.each(['shares', 'per-share', 'dividends'])('says nothing of the table %s where no language places it', async (table) => {
    const { root } = editedSample([{ file: 'templates/tanshin/summary.hbs', from: `  {{table "${table}"}}\n`, to: '' }]);
    const { code, out, err } = await runCommand(['check', 'aoba/2026h1'], root);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).not.toContain(table);
  });

  it('gives the reason of every override, and that of a plug', async () => {
    const { out } = await runCommand(['check', 'iij/2q02', '--verbose']);
    for (const line of listed(out))
      expect(line).toMatch(line.startsWith('plug') ? /\(its column must foot\)$/ : /\(The issuer .+\.\)$|\(Footing .+\.\)$/);
  });

  it('lists a waiver with the difference that it accepts, in text and for programs', async () => {
    const { root } = editedSample([
      { file: 'data/iij/periods/1q02.yaml', from: 'assets.other: 743,614', to: 'assets.other: 743,615' },
      {
        file: 'data/iij/releases/2q02/release.yaml',
        from: 'waivers: []',
        to: `waivers:\n  - {check: balance, relation: "assets equal liabilities, minority interest and equity", period: prior-quarter, difference: 1, why: as audited}`,
      },
    ]);
    const { code, out } = await runCommand(['check', 'iij/2q02', '--verbose'], root);
    expect(code).toBe(0);
    expect(listed(out).filter((line) => line.startsWith('waiver'))).toEqual([
      'waiver balance 1q02, "assets equal liabilities, minority interest and equity": 1 thousand JPY (as audited)',
    ]);
    expect(out).toContain('26 plugs and overrides, 1 waiver, ');
    const json = JSON.parse((await runCommand(['check', 'iij/2q02', '--format', 'json'], root)).out);
    expect(json[0].waivers).toEqual([
      {
        check: 'balance',
        relation: 'assets equal liabilities, minority interest and equity',
        period: '1q02',
        difference: '1',
        why: 'as audited',
      },
    ]);
  });
});

describe('check aoba/2026h1', () => {
  it('exits 0 and has nothing to list: figures that are cut off are never moved', async () => {
    const { code, out, err } = await runCommand(['check', 'aoba/2026h1']);
    expect({ code, err, listed: listed(out) }).toEqual({ code: 0, err: '', listed: [] });
    expect(out).toMatch(/^aoba\/2026h1: \d+ figures on 12 pages, 0 plugs and overrides, 2 notes on what one language prints alone$/m);
  });
});
