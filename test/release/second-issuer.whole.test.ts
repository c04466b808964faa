// Turn a release of another issuer, standard, layout and rounding into what its readers may count on: nothing in src knows it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Inline, Table } from '../../src/model/document.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Cell, StatementRow } from '../../src/model/financials.ts';
import type { Lang } from '../../src/model/language.ts';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { readText } from '../../src/pdf/engine/open-pdf.ts';
import { readBack } from '../../src/verify/read-back.ts';
import { editedSample } from '../support/edited-sample.ts';
import { buildSample, composeSample, pdfOf, projectRoot, type WholeRelease } from '../support/sample.ts';
import { has, needing, popplerText } from '../support/tools.ts';
import { hasVeraPdf, judge } from '../support/verapdf.ts';

const place: ReleasePlace = { root: projectRoot, issuer: 'aoba', release: '2026h1' };

let built: WholeRelease;
beforeAll(async () => {
  // Findings of any kind fail the build.
  built = await buildSample(place);
});

/** What extraction may differ in: width, white space, forms of dashes, and the triangle, which the file reads as a minus. */
const folded = (text: string) => text.normalize('NFKC').replace(/[△−]/g, '-').replace(/[―—]/g, '–').replace(/\s+/g, '');

function tableOf(statement: string, lang: Lang): Table {
  const blocks = built.document.parts.filter((part) => part.lang === lang).flatMap((part) => part.sections.flatMap((each) => each.blocks));
  const table = blocks.find((block) => block.kind === 'table' && block.statement === statement);
  if (table?.kind !== 'table') throw new Error(`no table ${statement}`);
  return table;
}

/** The table as a reader sees it: a row a line, cells between bars. */
const wordsOf = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('');

function shown(statement: string, lang: Lang): string[] {
  return tableOf(statement, lang).rows.map((row) =>
    [wordsOf(row.label), ...row.cells.map((cell) => (cell ? cell.prefix + cell.core + cell.suffix + wordsOf(cell.mark ?? []) : ''))].join(
      ' | ',
    ),
  );
}

/** Every total of the statements, with the sum of its parts as printed and as they are. */
function totals(): { readonly cell: Cell; readonly printed: Exact; readonly exact: Exact }[] {
  return [...built.financials.statements.values()].flatMap(({ rows }) =>
    rows.flatMap((row: StatementRow) =>
      row.cells.flatMap((cell, column) => {
        const of = row.spec.of ?? [];
        if (!cell || of.length === 0) return [];
        const parts = of.map(({ concept, weight }) => {
          const part = rows.find((each) => each.spec.concept === concept)?.cells[column];
          if (!part) throw new Error(`${concept} is not printed beside ${cell.concept}`);
          return { part, weight };
        });
        const sum = (value: (each: Cell) => Exact): Exact =>
          parts.reduce((to, { part, weight }) => (weight === 1 ? to.add(value(part)) : to.sub(value(part))), Exact.zero);
        return [{ cell, printed: sum((each) => each.printed), exact: sum((each) => each.exact) }];
      }),
    ),
  );
}

describe('a release under Japanese standards', () => {
  it('passes every check without a finding, a plug or an override', () => {
    expect(composeSample(place).findings).toEqual([]);
    expect(built.financials.adjustments).toEqual([]);
    expect(built.release.relations).toHaveLength(6);
  });

  it('has six pages in each language, statements on pages of their own', () => {
    expect(built.layout.pages.map((page) => page.class)).toEqual(
      ['ja', 'en'].flatMap((lang) => [...[1, 2].map(() => `${lang}-summary`), `${lang}-text`, ...[1, 2, 3].map(() => `${lang}-statement`)]),
    );
  });

  it('cuts every amount off toward zero, so that parts miss their total by units and every total is still right', () => {
    const all = totals();
    for (const { cell, exact } of all) {
      expect(exact.equals(cell.exact), cell.fact).toBe(true);
      expect(cell.printed.equals(cell.exact.truncate(0)), cell.fact).toBe(true);
    }
    const missed = all.filter(({ cell, printed }) => !printed.equals(cell.printed));
    expect(missed.map(({ cell }) => cell.fact)).toContain('income.total@2026h1');
    expect(missed.length).toBeGreaterThan(10);
    const miss = missed.map(({ cell, printed }) => cell.printed.sub(printed).abs());
    expect(miss.some((by) => by.equals(Exact.of(1)))).toBe(true);
    // Toward zero, also below it: 66,935 thousand of deferred taxes are △66, and half-up would print △67.
    const deferred = built.financials.statements.get('income')?.rows.find((row) => row.spec.concept === 'tax.deferred')?.cells[0];
    expect(deferred?.exact.toString()).toBe('-66.935');
    expect(deferred?.printed.toString()).toBe('-66');
  });

  it('shows a part that does not sum: 6, 31, 18 and 14 under 72', () => {
    const rows = shown('income', 'ja').filter((row) => /受取利息|受取配当金|為替差益|その他|営業外収益合計/.test(row));
    expect(rows.slice(0, 3)).toEqual(['受取利息 | 4 | 6', '受取配当金 | 29 | 31', '為替差益 | ― | 18']);
    expect(rows).toContain('営業外収益合計 | 47 | 72');
  });

  it('sets periods as rows and concepts as columns, with the changes beside, words where a loss takes part', () => {
    expect(shown('results', 'ja')).toEqual([
      '2026年3月期第2四半期 | 15,356 | 7.1 | 1,220 | 94.0 | 1,261 | 107.3 | 888 | ―',
      '2025年3月期第2四半期 | 14,336 | 3.3 | 629 | △10.5 | 608 | △16.8 | △513 | ―',
    ]);
    expect(shown('results', 'en').map((row) => row.split(' | ')[0])).toEqual([
      'Six months ended September 30, 2025',
      'Six months ended September 30, 2024',
    ]);
    expect(shown('forecast', 'ja')).toEqual(['通期 | 32,500 | 6.8 | 2,600 | 39.5 | 2,620 | 42.7 | 1,780 | 468.9 | 59.58']);
    expect(shown('dividends', 'ja')).toEqual([
      '2025年3月期 | ― | 15.00 | ― | 20.00 | 35.00',
      '2026年3月期 | ― | 18.00 |  |  | ',
      '2026年3月期（予想） |  |  | ― | 20.00 | 38.00',
    ]);
  });

  it('rounds ratios and earnings per share where it cuts amounts off', () => {
    // 44.877…% and 45.944…%: cut off, the first would be 44.8.
    expect(shown('position', 'ja')).toEqual(['2026年3月期第2四半期 | 32,289 | 15,475 | 45.9', '2025年3月期 | 32,173 | 15,050 | 44.9']);
    expect(shown('per-share', 'en')).toEqual([
      'Six months ended September 30, 2025 | 29.74 | ―',
      'Six months ended September 30, 2024 | △17.18 | ―',
    ]);
    const inProse = built.document.figures.filter((figure) => figure.fact === 'equity.ratio@2025fy' && figure.place.kind === 'prose');
    expect(inProse.map((figure) => figure.text)).toEqual(['44.9%', '44.9%']);
  });

  it('writes the same signs in brackets of the text as in its tables', () => {
    const texts = built.document.figures.filter((figure) => figure.fact.startsWith('comprehensive.total@')).map((figure) => figure.text);
    expect(texts).toEqual(['1,022百万円', '―%', '△551百万円', '―%', 'JPY1,022 million', '―%', 'JPY△551 million', '―%']);
  });

  it('has no dollars', () => {
    expect(built.document.figures.filter((figure) => figure.measure === 'translated')).toEqual([]);
    expect(built.release.issuer.translation).toBeUndefined();
  });

  it('reads back from the bytes, every figure and every row', async () => {
    const findings: string[] = [];
    await readBack(pdfOf(built), built.document, built.layout, (finding) => findings.push(finding.message));
    expect(findings).toEqual([]);
    const text = folded((await readText(pdfOf(built))).join('\n'));
    // A layout has statements for parts that this release does not list.
    const blocks = built.document.parts.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
    const placed = new Set(blocks.flatMap((block) => (block.kind === 'table' ? [block.statement] : [])));
    expect(placed.size).toBeGreaterThan(8);
    for (const statement of placed) {
      for (const lang of ['ja', 'en'] as const)
        for (const row of shown(statement, lang)) expect(text).toContain(folded(row.replaceAll(' | ', '')));
    }
  });

  it('tells a period named after the wrong year', () => {
    const wrong = editedSample([{ file: 'data/aoba/periods/2025h1.yaml', from: 'year: 2025', to: 'year: 2024' }]);
    expect(composeSample({ ...place, root: wrong.root }).findings).toMatchObject([
      { code: 'validate/date', message: 'quarter 2 that ends on 2024-09-30 belongs to fiscal year 2025, not 2024' },
    ]);
  });

  it('tells one thousand yen that is off, though both sides print the same million', () => {
    const off = editedSample([{ file: 'data/aoba/periods/2026h1.yaml', from: 'assets.land: 2,964,185', to: 'assets.land: 2,964,186' }]);
    const { findings } = composeSample({ ...place, root: off.root });
    expect(findings.map((finding) => finding.code)).toEqual(['check/balance']);
    expect(findings[0]?.message).toContain('differ by 1');
  });

  it('is typed once: no figure of a period stands in a template', () => {
    for (const name of ['ja', 'en', 'release', 'summary', 'attachment']) {
      const text = readFileSync(join(projectRoot, `templates/tanshin/${name}.hbs`), 'utf8').replace(/<[^>]*>|\{\{[^}]*\}\}/g, ' ');
      expect(text.match(/\d{3,}/g)).toBeNull();
    }
  });
});

describe.skipIf(!has('pdftotext'))(needing('pdftotext', 'the second issuer read by another program'), () => {
  it('has the rows of its first page on lines of their own', () => {
    const [first = ''] = popplerText(pdfOf(built), 'layout');
    const lines = first.split('\n').map(folded);
    for (const statement of ['results', 'position', 'dividends', 'forecast']) {
      for (const row of shown(statement, 'ja')) {
        expect(lines).toContain(folded(row.replaceAll(' | ', '')));
      }
    }
  });
});

describe.skipIf(!hasVeraPdf)(needing('veraPDF', 'the second issuer judged by veraPDF'), () => {
  it('is PDF/UA-1 and PDF/A-2a', () => {
    expect(judge(pdfOf(built), ['ua1', '2a'])).toEqual({ ua1: [], '2a': [] });
  }, 120_000);
});
