// Turn a workbook that LibreOffice wrote, with what goes wrong in workbooks, into what an import tells of each trap, and into figures.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inProjectFolder } from '../support/mini-project.ts';
import { runCommand } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { has, needing } from '../support/tools.ts';

const { root } = inProjectFolder();
const period = 'data/mini/periods/1q01.yaml';

const cell = (words: string): string => `<table:table-cell office:value-type="string"><text:p>${words}</text:p></table:table-cell>`;
const number = (value: string, more = ''): string =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${more}><text:p/></table:table-cell>`;
const formula = (text: string): string =>
  `<table:table-cell table:formula="of:=${text}" office:value-type="float" office:value="0"><text:p/></table:table-cell>`;
const row = (label: string, value: string, more = ''): string => `<table:table-row ${more}>${cell(label)}${value}</table:table-row>`;

/** As the spreadsheet program has it: one sheet, labels in A, figures in B. */
const sheet = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:date-style style:name="day"><number:year number:style="long"/><number:text>-</number:text><number:month
 number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<style:style style:name="day-cell" style:family="table-cell" style:data-style-name="day"/></office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="月次">
${[
  row('科目', cell('当期')),
  row('現金', formula('400000.1+0.2')),
  row('その他資産', cell('△1,234')),
  row('人件費', cell('(650,125)')),
  row('減価償却費', number('60001'), 'table:visibility="collapse"'),
  row('製品原価', formula('1/0')),
  row('法人税', number('1025', 'table:number-rows-spanned="2"')),
  row('借入金', '<table:covered-table-cell/>'),
  row(
    '製品売上',
    '<table:table-cell table:style-name="day-cell" office:value-type="date" office:date-value="2001-06-30"><text:p/></table:table-cell>',
  ),
  row('役務売上', number('300250')),
  row('役務売上', number('300251')),
  row('雑費', number('7')),
].join('\n')}
</table:table></office:spreadsheet></office:body></office:document>
`;

const rows: Readonly<Record<string, string>> = {
  現金: 'assets.cash',
  その他資産: 'assets.other',
  人件費: 'costs.staff',
  減価償却費: 'costs.depreciation',
  製品原価: 'costs.goods',
  法人税: 'tax.income',
  製品売上: 'revenue.goods',
  役務売上: 'revenue.services',
};
const sound = ['現金', 'その他資産', '人件費', '減価償却費'];

const mapOf = (labels: readonly string[]): string =>
  `issuer: mini\nsheets:\n  月次:\n    labels: A\n    columns: {当期: 1q01}\n    scale: thousand\n    rows:\n${labels.map((label) => `      ${label}: ${rows[label]}\n`).join('')}`;

describe.skipIf(!has('soffice'))(needing('soffice', 'a workbook of LibreOffice'), () => {
  beforeAll(() => {
    const folder = temporaryFolder('soffice');
    writeFileSync(join(folder, 'monthly.fods'), sheet);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'xlsx', '--outdir', root, join(folder, 'monthly.fods')], {
      stdio: 'ignore',
    });
  }, 60_000);

  const imported = (labels: readonly string[], ...more: readonly string[]) => {
    writeFileSync(join(root, 'map.yaml'), mapOf(labels));
    return runCommand(['import', 'monthly.xlsx', '--map', 'map.yaml', ...more], root);
  };

  it.each([
    ['an error', 'error: monthly.xlsx 月次!B6: is the error #DIV/0!'],
    ['a day', 'error: monthly.xlsx 月次!B9: is a date, 2001-06-30'],
    ['one label twice', 'error: monthly.xlsx 月次!10: "役務売上" is the label of rows 10 and 11'],
    ['merged figures', '月次!B7 is merged over rows 7 to 8'],
    ['a hidden row', '月次!5: is a hidden row, "減価償却費", and is read all the same'],
  ])('has %s told', async (_, told) => {
    const { code, err } = await imported(Object.keys(rows));
    expect([code, err.replace(/(?<=月次!B7): /, ' ')]).toEqual([1, expect.stringContaining(told)]);
  });

  it('has rows listed that the map does not name, and writes nothing while anything is wrong', async () => {
    const before = readFileSync(join(root, period), 'utf8');
    const { code, out } = await imported(Object.keys(rows), '--write');
    expect(code).toBe(1);
    expect(out).toContain('月次!12: 雑費');
    expect(out).toContain('nothing was written');
    expect(readFileSync(join(root, period), 'utf8')).toBe(before);
  });

  it('is read as it shows: formulas by their values without a tail of binary fractions, signs as texts have them', async () => {
    const before = readFileSync(join(root, period), 'utf8');
    const { code, out } = await imported(sound, '--write');
    expect([code, out]).toEqual([0, expect.stringContaining(`wrote ${period}`)]);
    expect(readFileSync(join(root, period), 'utf8')).toBe(
      before
        .replace('assets.cash: 400,000', 'assets.cash: 400,000.3')
        .replace('assets.other: 600,000', 'assets.other: (1,234)')
        .replace('costs.staff: 650,125', 'costs.staff: (650,125)')
        .replace('costs.depreciation: 60,000', 'costs.depreciation: 60,001'),
    );
    writeFileSync(join(root, period), before);
  });
});
