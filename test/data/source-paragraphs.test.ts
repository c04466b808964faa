// Turn the merged sample into its paragraphs and hold them to the transcribed source, line by line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block, Document, Inline } from '../../src/model/document.ts';
import type { Lang } from '../../src/model/language.ts';
import { composeSample, projectRoot } from '../support/sample.ts';

/** The notice refers to the first page of the English part; layout settles it, and the source prints this. */
const firstEnglishPage = '6';

/** Width of characters, white space, shape of quotes and length of dashes belong to typesetting, not to the words. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[“”]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/[-–—〜]+/gu, '-');

const expected = readFileSync(join(projectRoot, 'test/data/source-paragraphs.txt'), 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map(fold);
const englishFrom = expected.indexOf(fold('For inquiries please contact:'));

const textOf = (inlines: readonly Inline[]): string =>
  inlines.map(({ text, pageRef }) => (pageRef === undefined ? text : firstEnglishPage)).join('');

/** English tables print their unit on the caption's line, as the source does; Japanese ones at the other end of it. */
function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [textOf(block.inlines)];
    case 'list':
      return block.items.map(({ inlines }) => textOf(inlines));
    case 'note':
      return [textOf(block.label) + textOf(block.inlines)];
    case 'group':
      return block.blocks.flatMap(linesOf);
    case 'table': {
      const captions = block.captions.map(({ inlines }) => textOf(inlines));
      if (!block.unit) return captions;
      const unit = textOf(block.unit.inlines);
      if (block.lang === 'ja') return [...captions, unit];
      return [...captions.slice(0, -1), (captions.at(-1) ?? '') + unit];
    }
  }
}

function partLines(document: Document, lang: Lang): readonly string[] {
  return document.parts
    .filter((part) => part.lang === lang)
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(linesOf)))
    .map(fold);
}

describe('the words of the sample', () => {
  const { document, findings } = composeSample(undefined, 'merge');

  it('merges without a finding', () => {
    expect(findings).toEqual([]);
  });

  it('prints the Japanese source, all of it and in order', () => {
    expect(document && partLines(document, 'ja')).toEqual(expected.slice(0, englishFrom));
  });

  it('prints the English source, all of it and in order', () => {
    expect(document && partLines(document, 'en')).toEqual(expected.slice(englishFrom));
  });
});
