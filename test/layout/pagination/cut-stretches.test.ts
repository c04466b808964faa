import { describe, expect, it } from 'vitest';
import { cutStretches } from '../../../src/layout/pagination/turned-pages.ts';
import type { Block, Group } from '../../../src/model/document.ts';
import { inLang } from '../../../src/model/language.ts';
import { heading, here, note, paragraph, table } from '../../support/block-document.ts';
import { blockStyleSheet } from '../../support/block-style.ts';

const style = blockStyleSheet();
const page = style.pages.get('text');
if (!page) throw new Error('the style has a page class');
const setting = { lang: 'en', page, blocks: inLang(style.blocks, 'en') } as const;

const wide = (id: string): Block => table(id, ['a | 1']);
/** Stretches as text: `~` before those of turned pages; tables whose id starts with `wide` turn. */
const cut = (blocks: readonly Block[]): readonly string[] =>
  cutStretches(blocks, setting, ({ id }) => id.startsWith('wide')).map(
    (stretch) =>
      (stretch.turned ? '~' : '') +
      stretch.blocks.map((block) => (block.kind === 'group' ? `(${block.blocks.map(({ id }) => id).join(' ')})` : block.id)).join(' '),
  );

describe('a section', () => {
  it('stays one stretch where no table turns', () => {
    expect(cut([paragraph('p', 'x'), wide('t'), note('n', '(1)', 'x')])).toEqual(['p t n']);
  });

  it('turns a table with the headings before it and the notes after it', () => {
    const blocks = [paragraph('p', 'x'), heading('h', 'x'), wide('wide'), note('n', '(1)', 'x'), paragraph('q', 'x')];
    expect(cut(blocks)).toEqual(['p', '~h wide n', 'q']);
  });

  it('starts a page for each table that turns', () => {
    const blocks = [wide('wide1'), note('n', '(1)', 'x'), heading('h', 'x'), wide('wide2'), wide('wide3')];
    expect(cut(blocks)).toEqual(['~wide1 n', '~h wide2', '~wide3']);
  });

  it('is cut inside a group', () => {
    const group: Group = {
      kind: 'group',
      id: 'g',
      class: '',
      lang: 'en',
      at: here,
      blocks: [paragraph('p', 'x'), wide('wide'), note('n', '(1)', 'x'), paragraph('q', 'x')],
    };
    expect(cut([paragraph('o', 'x'), group])).toEqual(['o (p)', '~wide n', '(q)']);
  });
});
