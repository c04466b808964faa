import { describe, expect, it } from 'vitest';
import type { Block, Document, Inline } from '../../src/model/document.ts';
import { cellsOf } from '../../src/model/document-texts.ts';
import { composeSample } from '../support/sample.ts';

const { document, findings, financials } = composeSample(undefined, 'merge');
if (!document || !financials) throw new Error(`the sample does not merge: ${findings.map((finding) => finding.message).join('; ')}`);

interface Printed {
  readonly id: string;
  readonly inlines: readonly Inline[];
  readonly figures: readonly number[];
}

/** Every element that owns text, in reading order. */
function elementsOf(block: Block): readonly Printed[] {
  const line = (id: string, inlines: readonly Inline[]): Printed => ({
    id,
    inlines,
    figures: inlines.flatMap((inline) => (inline.figure === undefined ? [] : [inline.figure])),
  });
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [line(block.id, block.inlines)];
    case 'note':
      return [line(`${block.id}.label`, block.label), line(block.id, block.inlines)];
    case 'list':
      return block.items.map((item) => line(item.id, item.inlines));
    case 'words':
      return cellsOf(block).map((cell) => line(cell.id, cell.inlines));
    case 'group':
      return block.blocks.flatMap(elementsOf);
    case 'table':
      return [
        ...block.captions.map((caption) => line(caption.id, caption.inlines)),
        ...(block.unit ? [line(block.unit.id, block.unit.inlines)] : []),
        ...block.heads.map((head) => line(head.id, head.pieces.flat())),
        ...block.rows.flatMap((row) => [
          line(`${row.id}.label`, row.label),
          ...row.cells.flatMap((cell) =>
            cell ? [{ id: cell.id, inlines: [], figures: cell.figure === undefined ? [] : [cell.figure] }] : [],
          ),
        ]),
      ];
  }
}

const elements = (whole: Document) => whole.parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(elementsOf)));

describe('the merged sample', () => {
  const all = elements(document);
  /** Text without raised marks, which keep their narrow brackets. */
  const lines = all.map(({ inlines }) => inlines.map((inline) => (inline.sup ? '' : inline.text)).join(''));

  it('has no findings', () => {
    expect(findings).toEqual([]);
  });

  it('gives every element an id of its own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('numbers its figures in reading order, each printed once', () => {
    expect(all.flatMap(({ figures }) => figures)).toEqual(document.figures.map(({ id }) => id));
  });

  it('lets every figure be followed to its facts', () => {
    for (const { fact, against } of document.figures) {
      expect(financials.facts.has(fact), fact).toBe(true);
      if (against !== undefined) expect(financials.facts.has(against), against).toBe(true);
    }
  });

  it('prints the figure of every prose run as its record says', () => {
    for (const { inlines } of all) {
      for (const inline of inlines) if (inline.figure !== undefined) expect(inline.text).toBe(document.figures[inline.figure]?.text);
    }
  });

  it('knows the line of every run of text', () => {
    for (const { inlines } of all)
      for (const { at } of inlines) expect(`${at.file}:${at.line}`).toMatch(/^(?:data|templates)\/.*:[1-9]\d*$/);
  });

  it('leaves no straight quotation mark in English and no half-width bracket beside Japanese', () => {
    const straight = document.parts
      .filter((part) => part.lang === 'en')
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(elementsOf)));
    expect(straight.flatMap(({ inlines }) => inlines.filter((inline) => /["']/.test(inline.text)).map((inline) => inline.text))).toEqual(
      [],
    );
    expect(
      lines.filter((line) => /[\u3040-\u9fff]\(|\)[\u3040-\u9fff]/.test(line.replaceAll('(-)', '').replace(/注記\(\d\)/, ''))),
    ).toEqual([]);
  });

  it('prints one fact in the words of each place', () => {
    const printings = new Set(document.figures.filter(({ fact }) => fact === 'result.operating@2q02').map(({ text }) => text));
    for (const text of [
      '194百万円',
      'JPY194 million',
      '$1.6 million',
      '(193,782)',
      '(1,592)',
      '58.3%の改善',
      'improved by 58.3%',
      '(-)1.8%',
    ]) {
      expect([...printings]).toContain(text);
    }
  });

  it('resolves every note mark and page reference', () => {
    const marks = all.flatMap(({ id, inlines }) =>
      id.endsWith('.label') && !id.includes('.r') ? [] : inlines.filter((inline) => inline.sup),
    );
    const ids = new Set(document.parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.map((block) => block.id))));
    expect(marks.length).toBeGreaterThan(20);
    for (const mark of marks) expect(ids.has(mark.noteRef ?? ''), mark.text).toBe(true);
  });

  it('carries titles, author, date and running heads for each language', () => {
    expect(document).toMatchObject({
      lang: 'ja',
      date: '2002-11-13',
      furniture: { en: { date: 'November 12, 2002' }, ja: { date: '2002年11月13日' } },
    });
  });
});
