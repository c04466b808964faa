// Turn cells that table and page print alike, and wrongly, into findings: the statement and the print style know better.
import { beforeAll, describe, expect, it } from 'vitest';
import { lintInput, runRules } from '../../src/lint/lint-pages.ts';
import type { Block, Document, FigureCell } from '../../src/model/document.ts';
import type { Layout } from '../../src/model/page.ts';
import { type LintSample, lintSample } from '../support/lint-sample.ts';

let sample: LintSample;
beforeAll(async () => {
  sample = await lintSample();
}, 60_000);

const whole = ({ prefix, core, suffix }: FigureCell): string => prefix + core + suffix;

/** Edits one cell of a statement as faulty code would: in the table and on the page. */
function faulty(
  statement: string,
  printed: string,
  cell: Pick<FigureCell, 'prefix' | 'core' | 'suffix'>,
): { document: Document; layout: Layout } {
  let id: string | undefined;
  const visit = (block: Block): Block =>
    block.kind !== 'table' || block.statement !== statement
      ? block
      : {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((each) => {
              if (!each || whole(each) !== printed || id !== undefined) return each;
              id = each.id;
              return { ...each, ...cell };
            }),
          })),
        };
  const { document, layout } = sample.input;
  const parts = document.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => ({ ...section, blocks: section.blocks.map(visit) })),
  }));
  if (id === undefined) throw new Error(`no cell of ${statement} prints ${printed}`);
  let left = whole({ ...cell } as FigureCell);
  const pages = layout.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => {
      if (item.kind !== 'glyphs' || !('element' in item.owner) || item.owner.element !== id) return item;
      const text = left;
      left = '';
      return { ...item, glyphs: item.glyphs.map((glyph, index) => ({ ...glyph, text: index === 0 ? text : '' })) };
    }),
  }));
  return { document: { ...document, parts }, layout: { ...layout, pages } };
}

async function said({ document, layout }: { document: Document; layout: Layout }): Promise<readonly string[]> {
  const { input, built } = sample;
  const found: string[] = [];
  runRules(await lintInput(document, layout, input.style, input.fonts, undefined, built), ({ code, message, at }) => {
    if (code === 'lint/TL-35') found.push(`${message.replace(/^page \d+ at [\d.]+, [\d.]+: /, '')} (${at?.file.split('/').at(-1)})`);
  });
  return found;
}

const statement = 'operations';

describe('a cell that code filled wrongly and set faithfully', () => {
  it.each<[string, string, Pick<FigureCell, 'prefix' | 'core' | 'suffix'>, string]>([
    [
      'lost its percent sign',
      '33.6%',
      { prefix: '', core: '33.6', suffix: '' },
      "prints '33.6' instead of '33.6%': its row prints percent signs, 1 decimals",
    ],
    [
      'has a percent sign too many',
      '7.5',
      { prefix: '', core: '7.5', suffix: '%' },
      "prints '7.5%' instead of '7.5': its row prints no percent signs, 1 decimals",
    ],
    [
      'has its sign outside of the brackets',
      '(1.4%)',
      { prefix: '(', core: '1.4', suffix: ')%' },
      "prints '(1.4)%' instead of '(1.4%)': negative figures are printed with parentheses, its row prints percent signs, 1 decimals",
    ],
    [
      'has a minus for brackets',
      '(193,782)',
      { prefix: '−', core: '193,782', suffix: '' },
      "prints '−193,782' instead of '(193,782)': negative figures are printed with parentheses, 0 decimals",
    ],
    [
      'lost its sign',
      '(193,782)',
      { prefix: '', core: '193,782', suffix: '' },
      "prints '193,782' instead of '(193,782)': negative figures are printed with parentheses, 0 decimals",
    ],
    ['has a currency sign', '29,131', { prefix: '$', core: '29,131', suffix: '' }, "prints '$29,131' instead of '29,131': 0 decimals"],
    [
      'lost its decimals',
      '(51.74)',
      { prefix: '(', core: '52', suffix: ')' },
      "prints '(52)' instead of '(51.74)': negative figures are printed with parentheses, 2 decimals",
    ],
    ['prints nil for a figure', '769', { prefix: '', core: '–', suffix: '' }, "prints '–' instead of '769': 0 decimals"],
  ])('%s', async (_, printed, cell, message) => {
    const found = await said(faulty(statement, printed, cell));
    expect(found).toEqual([expect.stringContaining(message)]);
    expect(found[0]).toMatch(/^column \S+ of operations prints .* \(operations\.yaml\)$/);
  });

  it('prints zero for nil', async () => {
    const found = await said(faulty('cash-flows', '–', { prefix: '', core: '0', suffix: '' }));
    expect(found).toEqual([expect.stringContaining("prints '0' instead of '–': its figure is nil")]);
  });

  it('fills a blank', async () => {
    const { document, layout } = sample.input;
    const blank = (block: Block): Block =>
      block.kind === 'table' && block.statement === statement && block.lang === 'en'
        ? {
            ...block,
            rows: block.rows.map((row) => {
              const [dollars, yen] = row.cells;
              return dollars === undefined && yen?.core === '22,480'
                ? { ...row, cells: [{ ...yen, id: `${row.id}.extra` }, ...row.cells.slice(1)] }
                : row;
            }),
          }
        : block;
    const parts = document.parts.map((part) => ({
      ...part,
      sections: part.sections.map((section) => ({ ...section, blocks: section.blocks.map(blank) })),
    }));
    const extra = parts
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
      .flatMap((block) => (block.kind === 'table' ? block.rows : []))
      .flatMap(({ cells }) => cells)
      .find((cell) => cell?.id.endsWith('.extra'));
    const own = extra?.id.replace('.extra', '.c2') ?? '';
    const pages = layout.pages.map((page) => ({
      ...page,
      items: page.items.flatMap((item) =>
        item.kind === 'glyphs' && 'element' in item.owner && item.owner.element === own
          ? [{ ...item, x: item.x - 60, owner: { element: extra?.id ?? '' } }, item]
          : item,
      ),
    }));
    expect(await said({ document: { ...document, parts }, layout: { ...layout, pages } })).toEqual([
      expect.stringContaining("prints '22,480' instead of nothing: its row is blank in columns of translated"),
    ]);
  });

  it('stands in a table with a row too few', async () => {
    const { document, layout } = sample.input;
    const parts = document.parts.map((part) => ({
      ...part,
      sections: part.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.kind === 'table' && block.statement === statement && block.lang === 'en'
            ? { ...block, rows: block.rows.slice(0, -1) }
            : block,
        ),
      })),
    }));
    expect(await said({ document: { ...document, parts }, layout })).toContainEqual(
      expect.stringContaining('table operations has other rows than its statement'),
    );
  });
});
