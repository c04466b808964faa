// A notice that does not tell a difference, or marks what is none, is refused: every fault is put into a notice that is right.
import { beforeAll, describe, expect, it } from 'vitest';
import { checkNotice } from '../../src/correct/check-notice.ts';
import type { BuildRecord } from '../../src/model/build-record.ts';
import type { Differences } from '../../src/model/difference.ts';
import type { Block, Document, Inline, Table } from '../../src/model/document.ts';
import { parseRecord, readWritten, writtenRecord } from '../../src/project/read-record.ts';
import { CorrectedSample, swapped } from '../support/corrected-sample.ts';

const narrative = 'data/aoba/releases/2026h1/narrative';
const period = 'data/aoba/periods/2026h1.yaml';

let differences: Differences;
let notice: Document;
let records: { readonly before: BuildRecord; readonly after: BuildRecord };
beforeAll(async () => {
  const project = new CorrectedSample('aoba');
  const build = await project.build('earlier');
  const edits = [
    // Figures, in statements and in sentences.
    { file: period, edit: (text: string) => text.replace('sales.instruments: 9,462,817', 'sales.instruments: 9,482,817') },
    { file: period, edit: (text: string) => text.replace('sales.services: 5,893,459', 'sales.services: 5,873,459') },
    { file: period, edit: (text: string) => text.replace('assets.products: 2,118,749', 'assets.products: 2,128,749') },
    { file: period, edit: (text: string) => text.replace('assets.materials: 1,204,975', 'assets.materials: 1,194,975') },
    // A paragraph that is gone, one that is new, two that changed places.
    { file: 'templates/tanshin/ja.hbs', edit: (text: string) => text.replace(/<p class="submatter">④.*\n/, '') },
    {
      file: `${narrative}.ja.md`,
      edit: (text: string) => text.replace('セグメントの業績は', '生産体制の見直しを進めました。\n\nセグメントの業績は'),
    },
    { file: 'templates/tanshin/en.hbs', edit: swapped(/<p class="submatter">\(i\).*/, /<p class="submatter">\(ii\).*/) },
  ];
  project.edit(edits);
  const { papers, differences: found, findings } = await project.correct(build);
  if (!papers || !found) throw new Error(findings.map(({ message }) => message).join('\n'));
  differences = found;
  notice = papers.notice.document;
  const written = writtenRecord((file) => String(papers.files.get(`clean/${file}`)), 'now');
  records = { before: parseRecord(readWritten(build, 'earlier'), 'earlier'), after: parseRecord(written, 'now') };
}, 120_000);

describe('a notice', () => {
  it('that tells everything is passed', () => {
    expect(faultsOf(notice)).toEqual([]);
  });

  it.each([
    { name: 'lacks a paragraph that is gone', code: 'correct/notice-lacks', told: '修正再表示', break: without('修正再表示') },
    { name: 'lacks a paragraph that is new', code: 'correct/notice-lacks', told: '生産体制', break: without('生産体制の見直し') },
    {
      name: 'lacks what it was before',
      code: 'correct/notice-lacks',
      told: 'has moved',
      break: without('(ii) Changes in accounting policies'),
    },
    { name: 'lacks a sentence with a figure', code: 'correct/notice-lacks', told: '9,482', break: without('JPY9,482 million') },
    { name: 'shows a changed cell as if it had not changed', code: 'correct/notice-lacks', told: '2,128', break: unmarkedCell('2,128') },
    { name: 'marks a cell that did not change', code: 'correct/notice-adds', told: 'marks', break: markedCell },
    {
      name: 'marks words that did not change',
      code: 'correct/notice-adds',
      told: "marks '数値は変わりません'",
      break: withWords('数値は変わりません'),
    },
  ] as const)('that $name is refused', ({ code, told, break: edit }) => {
    const broken = edited(notice, edit);
    expect(broken).not.toEqual(notice);
    const faults = faultsOf(broken);
    expect(faults.map((fault) => fault.code)).toContain(code);
    expect(faults.map(({ message }) => message).join('\n')).toContain(told);
    for (const { severity, hints } of faults) {
      expect(severity).toBe('error');
      expect(hints?.join()).toContain('nothing is written');
    }
  });

  it('that has no part in a language in which something changed is refused', () => {
    const faults = faultsOf({ ...notice, parts: notice.parts.filter(({ lang }) => lang === 'ja') });
    expect(faults.every(({ code, message }) => code === 'correct/notice-lacks' && message.includes('notice in en'))).toBe(true);
    expect(faults.length).toBeGreaterThan(5);
  });
});

type Fault = Parameters<Parameters<typeof checkNotice>[3]>[0];

function faultsOf(document: Document): readonly Fault[] {
  const found: Fault[] = [];
  checkNotice(differences, records, document, (finding) => found.push(finding));
  return found;
}

type BlockEdit = (block: Block) => readonly Block[];

function edited(document: Document, edit: BlockEdit): Document {
  const parts = document.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => ({ ...section, blocks: section.blocks.flatMap(edit) })),
  }));
  return { ...document, parts };
}

const textOf = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('');

/** Blocks of text that hold these words. */
function without(words: string): BlockEdit {
  return (block) => {
    const inlines = block.kind === 'paragraph' ? block.inlines : block.kind === 'list' ? block.items.flatMap((item) => item.inlines) : [];
    return textOf(inlines).includes(words) ? [] : [block];
  };
}

function withCells(table: Table, edit: (cell: NonNullable<Table['rows'][number]['cells'][number]>) => { readonly changed?: true }): Table {
  return { ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell && { ...cell, ...edit(cell) }) })) };
}

function unmarkedCell(core: string): BlockEdit {
  return (block) => {
    if (block.kind !== 'table') return [block];
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        if (cell?.core !== core) return cell;
        const { changed: _changed, ...rest } = cell;
        return rest;
      }),
    }));
    return [{ ...block, rows }];
  };
}

function markedCell(block: Block): readonly Block[] {
  return block.kind === 'table' ? [withCells(block, () => ({ changed: true }))] : [block];
}

/** After every head of a version. */
function withWords(text: string): BlockEdit {
  return (block) => {
    if (block.kind !== 'heading' || block.class !== 'version') return [block];
    const { id, lang, at } = block;
    return [block, { kind: 'paragraph', id: `${id}.more`, class: '', lang, at, inlines: [{ text, at, changed: true }] }];
  };
}
