import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../src/model/document.ts';
import { blocksOf, listed, mergePage } from '../support/merge-fixture.ts';

const references = (inlines: readonly Inline[]) => inlines.filter((inline) => inline.sup).map((inline) => inline.noteRef);
const inlines = (block: Block | undefined) => (block && 'inlines' in block ? block.inlines : []);

describe('note marks', () => {
  it('refer to the nearest note of their mark that follows', () => {
    const merged = mergePage(
      [
        '<p>a<sup>(1)</sup> b<sup>(2)</sup></p>',
        '<p><dfn><sup>(1)</sup></dfn> first</p>',
        '<p><dfn data-mark="(2)">Note (2):</dfn> second</p>',
        '<p>c<sup>(1)</sup></p>',
        '<p><dfn>(1)</dfn> third</p>',
      ].join('\n'),
    );
    expect(merged.findings).toEqual([]);
    const blocks = blocksOf(merged);
    expect(blocks.map((block) => (block.kind === 'note' ? `${block.id} ${block.mark}` : block.id))).toEqual([
      'en.1',
      'en.2 (1)',
      'en.3 (2)',
      'en.4',
      'en.5 (1)',
    ]);
    expect(references(inlines(blocks[0]))).toEqual(['en.2', 'en.3']);
    expect(references(inlines(blocks[3]))).toEqual(['en.5']);
  });

  it('agree whatever the width of their brackets', () => {
    const merged = mergePage('<p>数<sup>（1）</sup></p><p><dfn data-mark="(1)">注記(1):</dfn> 注</p>', 'ja');
    expect(references(inlines(blocksOf(merged)[0]))).toEqual(['ja.2']);
  });

  it('without a note after them are errors', () => {
    expect(listed(mergePage('<p><dfn>(3)</dfn> too early</p><p>a <sup>(3)</sup></p>').findings)).toEqual([
      'merge/note-unresolved page.hbs:2:42+3 no note (3) follows this mark | begin a paragraph after it with <dfn data-mark="(3)">',
      'merge/note-unresolved page.hbs:2:1+3 nothing before the note (3) refers to it | raise its mark in the text or table that it belongs to: <sup>(3)</sup>',
    ]);
    expect(listed(mergePage('<p>a <sup>*3)</sup></p>').findings)[0]).toMatch(/^merge\/note-unresolved .* no note \*3\) follows/);
  });

  it('are told from exponents', () => {
    const merged = mergePage('<p>10<sup>2</sup> m<sup>2</sup></p>');
    expect(merged.findings).toEqual([]);
    expect(references(inlines(blocksOf(merged)[0]))).toEqual([undefined, undefined]);
  });

  it('of tables and groups find notes of the page after them', () => {
    const merged = mergePage('{{table "operations"}}<section class="notes"><p><dfn>(1)</dfn> exports</p></section>');
    expect(merged.findings).toEqual([]);
    const [table, group] = blocksOf(merged);
    const rows = table?.kind === 'table' ? table.rows : [];
    expect(rows.flatMap((row) => references(row.label))).toEqual([group?.kind === 'group' ? group.blocks[0]?.id : 'no group']);
  });

  it('of a table without its note are errors at the row', () => {
    expect(listed(mergePage('{{table "operations"}}').findings)).toHaveLength(1);
    expect(listed(mergePage('{{table "operations"}}').findings)[0]).toMatch(
      /^merge\/note-unresolved data\/mini\/statements\/operations\.yaml:\d+:\d+\+\d+ no note \(1\)/,
    );
  });
});

describe('a note', () => {
  it('is split into label, mark and text', () => {
    const [note] = blocksOf(mergePage('<p class="notice"><dfn>Note:</dfn>  Translations are <i>rough</i>.</p>'));
    expect(note).toMatchObject({ kind: 'note', class: 'notice', mark: '', label: [{ text: 'Note:' }] });
    expect(inlines(note).map((inline) => inline.text)).toEqual(['Translations are ', 'rough', '.']);
  });
});
