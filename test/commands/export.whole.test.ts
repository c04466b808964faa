// Turn releases into workbooks whose formulas come to what is printed, and which an import finds nothing new in.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, type WorkSheet } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { projectRoot } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { has, needing } from '../support/tools.ts';

const folder = temporaryFolder('export');

/** Every issuer, and the starters as `kessan init` makes them: each with its project. */
const releases = [
  { name: 'iij/2q02', root: projectRoot },
  { name: 'aoba/2026h1', root: projectRoot },
  { name: 'asanagi/2026q3', root: projectRoot },
  { name: 'shinonome/2025fy', root: projectRoot },
  { name: 'starter of tanshin', root: join(folder, 'tanshin'), layout: 'tanshin' },
  { name: 'starter of us-filer', root: join(folder, 'us-filer'), layout: 'us-filer' },
] as const;

const placeOf = new Map<string, { readonly release: string; readonly workbook: string; readonly map: string }>();
const bytesOf = (name: string) => new Uint8Array(readFileSync(placeOf.get(name)?.workbook ?? ''));
const bookOf = (name: string) => read(bytesOf(name), { type: 'array', cellFormula: true, cellNF: true });

beforeAll(async () => {
  for (const each of releases) {
    let release: string = each.name;
    if ('layout' in each) {
      const { out } = await runCommand(['init', each.root, '--layout', each.layout]);
      release = /kessan build (\S+);/.exec(out)?.[1] ?? '';
    }
    const to = join(folder, release.replace('/', '-'));
    const { code, err } = await runCommand(['export', release, '--xlsx', '--out', to], each.root);
    expect([code, err]).toEqual([0, '']);
    const id = release.split('/')[1];
    placeOf.set(each.name, { release, workbook: join(to, `${id}.xlsx`), map: join(to, `${id}.map.yaml`) });
  }
}, 120_000);

describe.each(releases)('the workbook of $name', ({ name, root }) => {
  it('says nothing new when it is imported', async () => {
    const { workbook = '', map = '' } = placeOf.get(name) ?? {};
    const { code, out, err } = await runCommand(['import', workbook, '--map', map], root);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^\d+ figures are as typed; nothing would change\n$/);
    expect(Number(/^\d+/.exec(out)?.[0])).toBeGreaterThan(20);
  });

  it('has a formula that comes to it beside every total, share, change and amount in another currency', () => {
    const sheets = Object.entries(bookOf(name).Sheets);
    const formulas = sheets.flatMap(([, sheet]) => Object.values(sheet).filter(hasFormula));
    expect(formulas.length).toBeGreaterThan(20);
    for (const [id, sheet] of sheets.slice(0, -1)) {
      for (const [address, cell] of Object.entries(sheet)) {
        if (!hasFormula(cell)) continue;
        const printed = sheet[before(address)] as { readonly v?: unknown } | undefined;
        expect([id, address, cell.v]).toEqual([id, address, printed?.v]);
      }
    }
  });

  it.skipIf(!has('soffice'))(
    needing('soffice', 'is recalculated by LibreOffice to what is printed'),
    () => {
      const [own, other] = [bookOf(name), read(readFileSync(recalculated(bytesOf(name), name)), { type: 'buffer' })];
      const wrong = own.SheetNames.flatMap((sheet) =>
        Object.entries(own.Sheets[sheet] ?? {}).flatMap(([address, cell]) => {
          if (!hasFormula(cell)) return [];
          const value = (other.Sheets[sheet] as WorkSheet | undefined)?.[address]?.v;
          // What is printed is the same to the last bit, so that no cell is marked; facts have digits without end.
          const apart = typeof value === 'number' && typeof cell.v === 'number' ? Math.abs(value - cell.v) : Number.NaN;
          const same = sheet === own.SheetNames.at(-1) ? apart <= 1e-9 * Math.max(1, Math.abs(Number(cell.v))) : apart === 0;
          return same ? [] : [`${sheet}!${address} =${cell.f}: ${cell.v}, ${value}`];
        }),
      );
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it.skipIf(!has('soffice'))(
    needing('soffice', 'says nothing new when LibreOffice has saved it'),
    async () => {
      const { map = '' } = placeOf.get(name) ?? {};
      const { code, out } = await runCommand(['import', recalculated(bytesOf(name), name), '--map', map], root);
      expect([code, out]).toEqual([0, expect.stringMatching(/^\d+ figures are as typed; nothing would change\n$/)]);
    },
    60_000,
  );
});

describe('kessan export', () => {
  it('shows figures as they are printed', () => {
    const { operations, 'cash-flows': cash } = bookOf('iij/2q02').Sheets;
    const texts = (sheet: WorkSheet | undefined) => Object.values(sheet ?? {}).map((cell: { readonly w?: string }) => cell.w?.trim());
    expect(texts(operations)).toEqual(
      expect.arrayContaining(['10,568,342', '(193,782)', '33.6%', '(1,592)', '(1,311.3)', 'Revenues:', '営業収益：']),
    );
    expect(texts(cash).length).toBeGreaterThan(50);
    expect(texts(bookOf('aoba/2026h1').Sheets['balance-sheet-assets'])).toEqual(
      expect.arrayContaining(['△11', '（単位：百万円）', '(Millions of yen)']),
    );
    expect(texts(bookOf('aoba/2026h1').Sheets.income)).toContain('―');
  });

  it('has heads that stay in sight, titles on every page, and pages as wide as the sheet', () => {
    const parts = unzipSync(bytesOf('iij/2q02'));
    const [sheet, workbook] = ['xl/worksheets/sheet7.xml', 'xl/workbook.xml'].map((part) =>
      Buffer.from(parts[part] ?? new Uint8Array()).toString(),
    );
    expect(sheet).toMatch(/<pane xSplit="3" ySplit="\d+" topLeftCell="D\d+" activePane="bottomRight" state="frozen"\/>/);
    expect(sheet).toContain('fitToWidth="1" fitToHeight="0"');
    expect(workbook).toMatch(
      /_xlnm\.Print_Titles" localSheetId="6">&quot;|_xlnm\.Print_Titles" localSheetId="6">'operations'!\$A:\$C,'operations'!\$1:\$\d+</,
    );
  });

  it('writes the same bytes in another folder and time zone', () => {
    const program = join(projectRoot, 'dist/cli.js');
    const bytes = ['Asia/Tokyo', 'America/Los_Angeles'].map((zone) => {
      const to = join(folder, zone.replace('/', '-'));
      execFileSync(process.execPath, [program, 'export', 'iij/2q02', '--xlsx', '--out', to], {
        cwd: projectRoot,
        env: { ...process.env, TZ: zone },
        stdio: 'ignore',
      });
      return readFileSync(join(to, '2q02.xlsx')).toString('base64');
    });
    expect(bytes[0]).toBe(bytes[1]);
    expect(Buffer.from(bytesOf('iij/2q02')).toString('base64')).toBe(bytes[0]);
  });

  it('writes CSV', async () => {
    const to = join(folder, 'csv');
    const { code, out } = await runCommand(['export', 'iij/2q02', '--csv', '--out', to]);
    expect([code, out.split('\n').length]).toEqual([0, 11]);
    expect(readFileSync(join(to, 'operations.csv'), 'utf8')).toContain('"10,568,342",10568342,10568342');
  });

  it('refuses a release with errors, and to write nothing', async () => {
    expect(await runCommand(['export', 'iij/2q02'])).toMatchObject({ code: 2, err: expect.stringContaining('give --xlsx, --csv or both') });
    const root = join(folder, 'broken');
    cpSync(join(folder, 'tanshin'), root, { recursive: true });
    const { release = '' } = placeOf.get('starter of tanshin') ?? {};
    const [issuer] = release.split('/');
    const concepts = join(root, `data/${issuer}/concepts.yaml`);
    writeFileSync(concepts, readFileSync(concepts, 'utf8').replace('labels', 'lables'));
    expect(await runCommand(['export', release, '--xlsx'], root)).toMatchObject({ code: 1, out: '' });
  });
});

const hasFormula = (cell: unknown): cell is { readonly f: string; readonly v: unknown } =>
  typeof cell === 'object' && cell !== null && 'f' in cell && typeof cell.f === 'string';

/** The cell on the left: formulas stand behind what is printed. */
function before(address: string): string {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const name =
    column > 26
      ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
      : String.fromCharCode(64 + column);
  return `${name}${row}`;
}

const saved = new Map<string, string>();

/** The file of it that LibreOffice saves, computed from formulas without values; once for each. */
function recalculated(bytes: Uint8Array, name: string): string {
  const known = saved.get(name);
  if (known !== undefined) return known;
  const parts = unzipSync(bytes);
  for (const [part, data] of Object.entries(parts))
    if (part.startsWith('xl/worksheets/'))
      parts[part] = strToU8(
        Buffer.from(data)
          .toString('utf8')
          .replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'),
      );
  const place = join(folder, 'recalculated', name.replace(/\W/g, '-'));
  mkdirSync(join(place, 'out'), { recursive: true });
  writeFileSync(join(place, 'book.xlsx'), zipSync(parts));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'xlsx', '--outdir', join(place, 'out'), join(place, 'book.xlsx')], {
    stdio: 'ignore',
  });
  const file = join(place, 'out/book.xlsx');
  saved.set(name, file);
  return file;
}
