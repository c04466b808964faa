// A PDF recalled, whole or in part, has the bytes of one made without memory, whatever changed: each input that it follows from is changed here.
import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../../src/model/document.ts';
import { Exact } from '../../../src/model/exact.ts';
import type { FontMetrics } from '../../../src/model/font.ts';
import { BoundedMemory, forgetful, type Kind, type Memory } from '../../../src/model/memory.ts';
import type { GlyphRun, Layout, Page } from '../../../src/model/page.ts';
import type { FontFile } from '../../../src/model/sources.ts';
import type { Attachment } from '../../../src/render/data/release-data.ts';
import { renderPdf } from '../../../src/render/pdf/render-pdf.ts';
import { fontFiles } from '../../support/font-files.ts';
import { handSetRelease } from '../../support/hand-set-release.ts';
import { realFonts } from '../../support/real-fonts.ts';

/** All that a PDF follows from. */
interface Input {
  readonly document: Document;
  readonly layout: Layout;
  readonly metrics: ReadonlyMap<string, FontMetrics>;
  readonly fonts: ReadonlyMap<string, FontFile>;
  readonly attachments: readonly Attachment[];
}

const first: Input = { ...handSetRelease(), metrics: realFonts, fonts: fontFiles, attachments: [] };
const render = ({ document, layout, metrics, fonts, attachments }: Input, memory: Memory): Promise<Uint8Array> =>
  renderPdf(document, layout, metrics, fonts, attachments, memory);

/** The same with another document: its pages stay the same objects. */
const saying = (change: (document: Document) => Document): Input => ({ ...first, document: change(first.document) });
const withBlocks = (change: (block: Block) => Block): Input =>
  saying((document) => ({
    ...document,
    parts: document.parts.map((part) => ({
      ...part,
      sections: part.sections.map((section) => ({ ...section, blocks: section.blocks.map(change) })),
    })),
  }));
/** The same with another page: the others stay the same objects. */
const withPage = (index: number, change: (page: Page) => Page): Input => ({
  ...first,
  layout: { ...first.layout, pages: first.layout.pages.map((page) => (page.index === index ? change(page) : page)) },
});
const withRuns = (index: number, change: (run: GlyphRun) => GlyphRun): Input =>
  withPage(index, (page) => ({ ...page, items: page.items.map((item) => (item.kind === 'glyphs' ? change(item) : item)) }));
const jp = 'noto-sans-jp-400';
/** A glyph that no page has, in the place of the first of the English part. */
const another = (run: GlyphRun): GlyphRun => ({
  ...run,
  glyphs: run.glyphs.map((glyph, i) => (i === 0 ? { ...glyph, id: realFonts.get(run.font)!.glyph('Q'.charCodeAt(0)), text: 'Q' } : glyph)),
});

/** A run of furniture in a font that no page has. */
const inOtherFont = (): GlyphRun => {
  const font = 'source-sans-3-400';
  const glyph = { id: realFonts.get(font)!.glyph('Q'.charCodeAt(0)), text: 'Q' };
  return {
    kind: 'glyphs',
    font,
    size: 9,
    x: 60,
    y: 800,
    width: 9,
    glyphs: [glyph],
    offsets: [0],
    owner: { artifact: 'footer' },
    lang: 'en',
  };
};

/** Each differs from `first` in one thing that the file shows. */
const changes: readonly (readonly [string, Input])[] = [
  ['the date', saying((document) => ({ ...document, date: '2002-11-14' }))],
  ['the author', saying((document) => ({ ...document, author: 'Another' }))],
  ['a title', saying((document) => ({ ...document, titles: { ...document.titles, ja: '別の題' } }))],
  [
    'the title of a part',
    saying((document) => ({ ...document, parts: document.parts.map((part) => ({ ...part, title: `${part.title} II` })) })),
  ],
  ['the level of a heading', withBlocks((block) => (block.kind === 'heading' && block.level === 3 ? { ...block, level: 4 } : block))],
  ['the language of a paragraph', withBlocks((block) => (block.id === 'en.5' ? { ...block, lang: 'ja' } : block))],
  [
    'the kind of a block',
    withBlocks((block) => (block.kind === 'heading' && block.id === 'en.4' ? { ...block, kind: 'paragraph' } : block)),
  ],
  ['the summary of a table', withBlocks((block) => (block.kind === 'table' ? { ...block, summary: 'anders' } : block))],
  [
    'the label of a note',
    withBlocks((block) => (block.kind === 'note' ? { ...block, label: [{ ...block.inlines[0]!, text: '注:' }] } : block)),
  ],
  ['how a list counts', withBlocks((block) => (block.kind === 'list' ? { ...block, numbered: true } : block))],
  [
    'where a section begins',
    saying((document) => ({
      ...document,
      parts: document.parts.map((part) => ({
        ...part,
        sections: part.sections.flatMap((section) => section.blocks.map((block) => ({ ...section, blocks: [block] }))),
      })),
    })),
  ],
  ['the order in which fonts are used first', withPage(0, (page) => ({ ...page, items: [...page.items, inOtherFont()] }))],
  ['an anchor', { ...first, layout: { ...first.layout, anchors: new Map([...first.layout.anchors, ['there', 2]]) } }],
  [
    'where a block begins',
    withPage(2, (page) => ({ ...page, frames: [{ element: 'en.2', role: 'heading', x: 60, y: 9, width: 9, height: 9 }] })),
  ],
  ['where runs stand', withRuns(2, (run) => ({ ...run, x: run.x + 1 }))],
  ['the size of runs', withRuns(1, (run) => ({ ...run, size: run.size + 1 }))],
  ['the language of runs', withRuns(2, (run) => ({ ...run, lang: 'ja' }))],
  [
    'the long form of runs',
    withRuns(2, (run) => ('element' in run.owner && run.owner.element === 'en.5' ? { ...run, expansion: 'long' } : run)),
  ],
  ['a glyph that is new to its font', withRuns(2, another)],
  ['the height of a page', withPage(1, (page) => ({ ...page, height: page.height + 1 }))],
  [
    'the order of pages',
    { ...first, layout: { ...first.layout, pages: [...first.layout.pages].reverse().map((page, index) => ({ ...page, index })) } },
  ],
  ['the file of a font', { ...first, fonts: new Map([...fontFiles, [jp, { ...fontFiles.get('noto-sans-jp-700')!, id: jp }]]) }],
  ['the metrics of a font', { ...first, metrics: new Map([...realFonts, [jp, { ...realFonts.get(jp)!, ascent: 1 }]]) }],
  ['an attachment', { ...first, attachments: [{ name: 'a.csv', type: 'text/csv', description: 'a', content: '1' }] }],
];

/** A copy whose places all are eight lines further down. */
function movedDown<T>(value: T): T {
  if (Array.isArray(value)) return value.map(movedDown) as T;
  if (typeof value !== 'object' || value === null || value instanceof Exact) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, key === 'line' ? (each as number) + 8 : movedDown(each)]);
  return Object.fromEntries(entries) as T;
}

describe('a PDF from memory', () => {
  it.each(changes)('has the bytes of one made without, after a change of %s and after it was taken back', async (_, changed) => {
    const memory = new BoundedMemory(64);
    const before = await render(first, memory);
    const after = await render(changed, memory);
    expect(Buffer.compare(after, await render(changed, forgetful))).toBe(0);
    expect(Buffer.compare(after, before)).not.toBe(0);
    expect(await render(first, memory)).toBe(before);
  });

  it('is the same object after a move of all places in files', async () => {
    const memory = new BoundedMemory(64);
    const before = await render(first, memory);
    const moved = movedDown(first.document);
    expect(moved.parts[0]!.sections[0]!.blocks[0]!.at.line).toBe(9);
    expect(await render({ ...first, document: moved }, memory)).toBe(before);
  });

  it('tells what is attached apart', async () => {
    const memory = new BoundedMemory(64);
    const file = { name: 'a.csv', type: 'text/csv', description: 'a', content: '1' } as const;
    for (const attachments of [[file], [{ ...file, content: '2' }], [{ ...file, name: 'b.csv' }], [{ ...file, description: 'b' }]]) {
      expect(Buffer.compare(await render({ ...first, attachments }, memory), await render({ ...first, attachments }, forgetful))).toBe(0);
    }
  });
});

/** A memory that tells what is made through it. */
class TellingMemory extends BoundedMemory {
  made: string[] = [];

  override recall<T>(kind: Kind<T>, key: string | (() => string), make: () => T): T {
    return super.recall(kind, key, () => {
      this.made.push(kind.name);
      return make();
    });
  }
}

describe('what is made again', () => {
  const madeFor = async (changed: Input): Promise<readonly string[]> => {
    const memory = new TellingMemory(64);
    await render(first, memory);
    memory.made = [];
    await render(changed, memory);
    return memory.made.filter((name) => name !== 'pdf/stream');
  };

  it('is one page where one page changed, and no font', async () => {
    expect(await madeFor(withRuns(1, (run) => ({ ...run, x: run.x + 1 })))).toEqual(['render/typeset-page', 'render/drawn-page']);
  });

  it('is no page where the document changed', async () => {
    expect(await madeFor(saying((document) => ({ ...document, author: 'Another' })))).toEqual([]);
  });

  it('is a font with a new glyph, and every page that has the font', async () => {
    const made = await madeFor(withRuns(2, another));
    expect(made.filter((name) => name === 'render/typeset-page')).toHaveLength(1);
    expect(made).toContain('render/font');
    expect(made.filter((name) => name === 'render/drawn-page').length).toBeGreaterThan(0);
  });
});
