// Turn the merged sample into its paragraphs and hold them to the transcribed source, line by line.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Block, Document, Inline } from '../../src/model/document.ts';
import { cellsOf } from '../../src/model/document-texts.ts';
import type { Lang } from '../../src/model/language.ts';
import { composeSample, projectRoot } from '../support/sample.ts';

/** The notice refers to the first page of the English part; layout settles it, and the source prints this. */
const firstEnglishPage = '6';

/**
 * Width of characters, shape of quotes, dashes and the space before a raised mark belong to typesetting, not to the words; so do
 * spaces in Japanese. All other spaces count.
 */
const fold = (text: string, lang: Lang): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, lang === 'ja' ? '' : ' ')
    .replace(/[“”]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replace(/ ?(?:—|---) ?/gu, '-')
    .replace(/[-–〜]+/gu, '-')
    .replace(/ (?=\(\d\))/gu, '');

const expected = readFileSync(join(projectRoot, 'test/data/source-paragraphs.txt'), 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '');
const englishFrom = expected.indexOf('For inquiries please contact:');
const source = { ja: expected.slice(0, englishFrom), en: expected.slice(englishFrom) };

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
    case 'words':
      return cellsOf(block).map(({ inlines }) => textOf(inlines));
    case 'note':
      return [`${textOf(block.label)} ${textOf(block.inlines)}`];
    case 'group':
      return block.blocks.flatMap(linesOf);
    case 'table': {
      const captions = block.captions.map(({ inlines }) => textOf(inlines));
      if (!block.unit) return captions;
      const unit = textOf(block.unit.inlines);
      if (block.lang === 'ja') return [...captions, unit];
      return [...captions.slice(0, -1), `${captions.at(-1)} ${unit}`];
    }
  }
}

function partLines(document: Document, lang: Lang): readonly string[] {
  return document.parts
    .filter((part) => part.lang === lang)
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(linesOf)))
    .map((line) => fold(line, lang));
}

describe('the words of the sample', () => {
  const { document, findings } = composeSample(undefined, 'merge');

  it('merges without a finding', () => {
    expect(findings).toEqual([]);
  });

  it('prints the Japanese source, all of it and in order', () => {
    expect(document && partLines(document, 'ja')).toEqual(source.ja.map((line) => fold(line, 'ja')));
  });

  it('prints the English source, all of it and in order', () => {
    expect(document && partLines(document, 'en')).toEqual(source.en.map((line) => fold(line, 'en')));
  });
});
