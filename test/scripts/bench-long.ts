// Turn the sample's English text, repeated, into pages: milliseconds a page at 15, 150 and 1000 pages, to show that composition is linear.
import { layout } from '../../src/layout/layout.ts';
import type { Block, Document, Inline, Section } from '../../src/model/document.ts';
import { composeSample } from '../support/sample.ts';

const { document, release, sources } = composeSample();
if (!document || !release || !sources) throw new Error('the sample does not compose');
const part = document.parts.find(({ lang }) => lang === 'en');
const section = part?.sections[0];
if (!part || !section) throw new Error('the sample has no English text');

/** Copies have ids and words of their own, so that nothing is remembered from one to the next. */
function copied(block: Block, copy: number): Block {
  const words = (inlines: readonly Inline[]): readonly Inline[] => [...inlines, { text: ` ${copy}.`, at: block.at }];
  const base = { ...block, id: `${block.id}.c${copy}` };
  if (base.kind === 'paragraph' || base.kind === 'heading' || base.kind === 'note') return { ...base, inlines: words(base.inlines) };
  if (base.kind === 'list')
    return { ...base, items: base.items.map((item) => ({ ...item, id: `${item.id}.c${copy}`, inlines: words(item.inlines) })) };
  return base;
}

const of = (copies: number): Document => {
  const blocks = Array.from({ length: copies }, (_, copy) =>
    section.blocks.filter(({ kind }) => kind !== 'table').map((block) => copied(block, copy)),
  ).flat();
  const { anchor: _anchor, ...rest } = section;
  const long: Section = { ...rest, blocks };
  return { ...document, parts: [{ ...part, sections: [long] }] };
};

layout(of(1), release.style, sources.fontMetrics, new Map(), () => {});
for (const copies of [2, 22, 148]) {
  const long = of(copies);
  const started = performance.now();
  const { pages } = layout(long, release.style, sources.fontMetrics, new Map(), () => {});
  const ms = performance.now() - started;
  console.log(`  ${String(pages.length).padStart(5)} pages  ${ms.toFixed(0).padStart(6)} ms  ${(ms / pages.length).toFixed(2)} ms a page`);
}
