import { describe, expect, it } from 'vitest';
import { dumpDocument } from '../../src/merge/dump-document.ts';
import type { Labels } from '../../src/model/span.ts';
import { mergePage, mergePieces, smallRelease } from '../support/merge-fixture.ts';

const at = { file: 'issuer.yaml', line: 1, column: 1, length: 1 };
const long = (ja: string, en: string): Labels => ({ ja: { value: ja, at }, en: { value: en, at } });
const abbreviations = new Map([
  ['CDN', long('コンテンツ配信網', 'Content Delivery Network')],
  ['IX', long('相互接続点', 'Internet exchange')],
  ['IX-2', long('第二接続点', 'second exchange')],
]);
const release = { issuer: { ...smallRelease.issuer, abbreviations } };
const dumped = (markup: string, lang: 'ja' | 'en' = 'en') =>
  dumpDocument(mergePage(markup, lang, { release }).document)
    .split('\n')
    .slice(8)
    .filter((line) => line !== '');

describe('abbreviations', () => {
  it('are expanded where they first stand, once a part', () => {
    expect(dumped('<h1>A CDN here</h1><p>The CDN and an IX.</p><ul><li>IX</li></ul>')).toEqual([
      'en.1 h1: A ‹CDN: Content Delivery Network› here',
      'en.2 paragraph: The CDN and an ‹IX: Internet exchange›.',
      'en.3 list',
      '  en.3.1: IX',
    ]);
  });

  it('are whole words, the longest first', () => {
    expect(dumped('<p>CDNs, XIX and IX-2 beside IX</p>')).toEqual([
      'en.1 paragraph: CDNs, XIX and ‹IX-2: second exchange› beside ‹IX: Internet exchange›',
    ]);
    expect(dumped('<p>当社CDNは</p>', 'ja')).toEqual(['ja.1 paragraph: 当社‹CDN: コンテンツ配信網›は']);
  });

  it('speak the language of their run, and leave links and line breaks alone', () => {
    expect(dumped('<p>あ<span lang="en">the CDN</span><br>CDN</p>', 'ja')).toEqual([
      'ja.1 paragraph: あ{en the }{en ‹CDN: Content Delivery Network›}↵CDN',
    ]);
    expect(dumped('<p><a href="https://x.org">CDN</a> x<br>CDN</p>')).toEqual([
      'en.1 paragraph: [CDN](https://x.org) x↵‹CDN: Content Delivery Network›',
    ]);
  });

  it('are expanded again in the next part', () => {
    const part = (lang: string) =>
      `{{#only "${lang}"}}<section class="part" lang="${lang}" id="${lang}" title="P"><section class="page ${lang}-text"><p>CDN</p></section></section>{{/only}}`;
    const { document } = mergePieces({ templates: { release: part('ja') + part('en') }, release });
    const runs = document.parts.flatMap(({ sections }) =>
      sections.flatMap(({ blocks }) => blocks.flatMap((block) => ('inlines' in block ? block.inlines : []))),
    );
    expect(runs.map(({ expansion }) => expansion)).toEqual(['コンテンツ配信網', 'Content Delivery Network']);
  });

  it('stand in heads of tables too, where a label of a period is always expanded', () => {
    const [table] = mergePage('{{table "position"}}', 'en').document.parts[0]!.sections[0]!.blocks;
    const heads = table?.kind === 'table' ? table.heads.map(({ pieces }) => pieces.flat()[0]) : [];
    expect(heads.map((head) => head?.expansion)).toEqual([
      undefined,
      undefined,
      'the 1st quarter of fiscal 2001',
      'the 4th quarter of fiscal 2000',
    ]);
  });
});
