// Turn changed documents and pages into files with a memory of the unchanged ones: the same files as without, whatever changed.
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/model/document.ts';
import { BoundedMemory } from '../../src/model/memory.ts';
import type { Layout, Page, PageItem } from '../../src/model/page.ts';
import type { Span } from '../../src/model/span.ts';
import { renderDocument } from '../../src/render/document/render-document.ts';
import { renderFigures } from '../../src/render/figures/render-figures.ts';
import { renderHtml } from '../../src/render/html/render-html.ts';
import { composeSample } from '../support/sample.ts';

const { release, financials, document, layout } = composeSample();
if (!release || !financials || !document || !layout) throw new Error('the sample has errors');

type Files = { readonly html: string; readonly figures: string; readonly record: string };
type Given = { readonly document: Document; readonly layout: Layout };

const memory = new BoundedMemory(128);
const rendered = (given: Given, kept?: BoundedMemory): Files => ({
  html: renderHtml(given.document, given.layout.anchors, kept),
  figures: renderFigures(release, financials, given.document, given.layout, kept),
  record: renderDocument(given.document, given.layout, kept),
});
const plain = rendered({ document, layout }, memory);

const moved = (at: Span): Span => ({ ...at, line: at.line + 1 });
/** The document with its first paragraphs changed, in a group or not; everything else is the same objects. */
const withParagraph = (change: (block: Block) => Block): Document => {
  let done = false;
  const inside = (block: Block): Block => {
    if (done) return block;
    if (block.kind === 'group') return { ...block, blocks: block.blocks.map(inside) };
    if (block.kind !== 'paragraph' || block.inlines.length === 0) return block;
    done = true;
    return change(block);
  };
  const parts = document.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => (done ? block : inside(block))) })),
  }));
  return { ...document, parts };
};
const withPage = (index: number, change: (page: Page) => Page): Layout => ({
  ...layout,
  pages: layout.pages.map((page) => (page.index === index ? change(page) : page)),
});
const withFirstFigure = (change: (item: PageItem) => PageItem) => (page: Page) => {
  const at = page.items.findIndex((item) => item.kind === 'glyphs' && item.figure !== undefined && 'element' in item.owner);
  return { ...page, items: page.items.map((item, index) => (index === at ? change(item) : item)) };
};
const [anchor] = /<a href="#([^"]+)">\d+/.exec(plain.html)?.slice(1) ?? [];

const cases: readonly (readonly [string, Given, readonly (keyof Files)[]])[] = [
  ['nothing', { document, layout }, []],
  ['equal objects', { document: structuredClone({ ...document, figures: [] }) as Document, layout: structuredClone(layout) }, ['figures']],
  [
    'a word of a paragraph',
    { document: withParagraph((block) => ('inlines' in block ? { ...block, inlines: [{ text: 'Other', at: block.at }] } : block)), layout },
    ['html', 'record'],
  ],
  ['the place of a paragraph', { document: withParagraph((block) => ({ ...block, at: moved(block.at) })), layout }, ['record']],
  ['the class of a paragraph', { document: withParagraph((block) => ({ ...block, class: 'other' })), layout }, ['html', 'record']],
  ['the language of a paragraph', { document: withParagraph((block) => ({ ...block, lang: 'en' })), layout }, ['record']],
  [
    'the id of a part',
    { document: { ...document, parts: document.parts.map((part) => ({ ...part, id: `${part.id}x` })) }, layout },
    ['html', 'record'],
  ],
  ['a title', { document: { ...document, titles: { ...document.titles, en: 'Other' } }, layout }, ['html', 'record']],
  [
    'the place of a figure',
    {
      document: { ...document, figures: document.figures.map((figure, i) => (i === 3 ? { ...figure, at: moved(figure.at) } : figure)) },
      layout,
    },
    ['figures'],
  ],
  ['the order of figures', { document: { ...document, figures: [...document.figures].reverse() }, layout }, ['figures']],
  [
    'where a figure is printed',
    {
      document,
      layout: withPage(
        2,
        withFirstFigure((item) => ({ ...item, x: item.x + 1 })),
      ),
    },
    ['figures', 'record'],
  ],
  [
    'which figure a run prints',
    {
      document,
      layout: withPage(
        2,
        withFirstFigure((item) => (item.kind === 'glyphs' ? { ...item, figure: 0 } : item)),
      ),
    },
    ['figures', 'record'],
  ],
  ['the number of a page', { document, layout: withPage(2, (page) => ({ ...page, index: 20 })) }, ['figures', 'record']],
  ['the order of pages', { document, layout: { ...layout, pages: [...layout.pages].reverse() } }, ['record']],
  ['the page that is referred to', { document, layout: { ...layout, anchors: new Map(layout.anchors).set(anchor ?? '', 99) } }, ['html']],
];

describe('with what was rendered before', () => {
  it.each(cases)('a release in which %s changed gives the files that it gives without', (_, given, changed) => {
    const fresh = rendered(given);
    expect(rendered(given, memory)).toEqual(fresh);
    expect((Object.keys(plain) as (keyof Files)[]).filter((file) => fresh[file] !== plain[file]).sort()).toEqual([...changed].sort());
    expect(rendered({ document, layout }, memory)).toEqual(plain);
  });

  it('a fact that changed is in the figures', () => {
    const [fact] = financials.facts.values();
    if (!fact) throw new Error('the sample has facts');
    const facts = new Map(financials.facts).set(fact.key, { ...fact, at: moved(fact.at) });
    const fresh = renderFigures(release, { ...financials, facts }, document, layout);
    expect(fresh).not.toBe(plain.figures);
    expect(renderFigures(release, { ...financials, facts }, document, layout, memory)).toBe(fresh);
  });

  it('a fact that is typed otherwise and worth the same is in the figures', () => {
    const typed = [...release.periods].flatMap(([id, period]) =>
      [...period.facts].map(([concept, fact]) => ({ id, period, concept, fact })),
    );
    const one = typed.find(({ id, concept }) =>
      [...financials.facts.values()].some((fact) => fact.period === id && fact.concept === concept),
    );
    if (!one) throw new Error('the sample has typed facts');
    const facts = new Map(one.period.facts).set(one.concept, { ...one.fact, text: `${one.fact.text}.0` });
    const periods = new Map(release.periods).set(one.id, { ...one.period, facts });
    renderFigures(release, financials, document, layout, memory);
    const fresh = renderFigures({ ...release, periods }, financials, document, layout);
    expect(fresh).toContain(`"typed":"${one.fact.text}.0"`);
    expect(renderFigures({ ...release, periods }, financials, document, layout, memory)).toBe(fresh);
    expect(renderFigures(release, financials, document, layout, memory)).toBe(plain.figures);
  });
});
