// Turn finished bytes and a layout that is not theirs into findings: each proof is shown to fail where it must.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { BoundedMemory, forgetful, type Kind, type Memory } from '../../src/model/memory.ts';
import type { Layout, Page } from '../../src/model/page.ts';
import { runPlaces } from '../../src/model/run-places.ts';
import type { Span } from '../../src/model/span.ts';
import { renderPdf } from '../../src/render/pdf/render-pdf.ts';
import { readBack } from '../../src/verify/read-back.ts';
import { buildSample, pdfOf, type WholeRelease } from '../support/sample.ts';

let built: WholeRelease;
beforeAll(async () => {
  built = await buildSample();
});

async function findings(layout: Layout, memory: Memory = forgetful, pdf = pdfOf(built)): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  await readBack(pdf, built.document, layout, (finding) => found.push(finding), memory);
  return found;
}

const withPages = (change: (page: Page) => Page): Layout => ({ ...built.layout, pages: built.layout.pages.map(change) });

describe('a finished file', () => {
  it('of the sample gives back every figure and every character', async () => {
    expect(await findings(built.layout)).toEqual([]);
  });

  it('without a figure that the document has is refused, at the place that asks for it', async () => {
    const lost = built.document.figures.find(({ text }) => text === '10,568,342');
    if (!lost) throw new Error('the sample prints its total revenues');
    const without = (page: Page): Page => ({
      ...page,
      items: page.items.filter((item) => item.kind !== 'glyphs' || item.figure !== lost.id),
    });
    const missing = (await findings(withPages(without))).filter(({ code }) => code === 'verify/figure-not-found');
    expect(missing.map(({ message, at }) => ({ message, at }))).toEqual([
      { message: `the figure '10,568,342' of ${lost.fact} is on no page`, at: lost.at },
    ]);
  });

  it('that reads otherwise than it was laid out is refused, with its page', async () => {
    let changed = '';
    let source: Span | undefined;
    const change = (page: Page): Page => ({
      ...page,
      items: page.items.map((item) => {
        const [first, ...rest] = item.kind === 'glyphs' ? item.glyphs : [];
        if (page.index !== 2 || changed || item.kind !== 'glyphs' || !first || 'artifact' in item.owner || rest.length < 3) return item;
        changed = first.text;
        source = runPlaces(built.document)(item);
        return { ...item, glyphs: [{ ...first, text: '☃' }, ...rest] };
      }),
    });
    const found = await findings(withPages(change));
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['verify/text-mismatch']));
    // All of it leads to the words that do not read back.
    expect(found.map(({ at }) => at)).toEqual(found.map(() => source));
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^page 3: '☃.*' was laid out and is not read back$/),
      expect.stringContaining(`page 3: '${changed}' is read back 1 times more than laid out`),
      "page 3: '☃' is read back 1 times less than laid out",
    ]);
  });

  it('with another number of pages is refused', async () => {
    const found = await findings({ ...built.layout, pages: built.layout.pages.slice(0, -1) });
    const counted = found.find(
      ({ message }) => message === `the file has ${built.layout.pages.length} pages, the layout ${built.layout.pages.length - 1}`,
    );
    const last = built.layout.pages.at(-2)?.items.find((item) => item.kind === 'glyphs');
    expect(counted?.at).toEqual(last?.kind === 'glyphs' ? runPlaces(built.document)(last) : undefined);
    expect(counted?.at?.file).toMatch(/^(data|templates)\//);
  });
});

/** Counts what is made because it is not kept. */
class Counting extends BoundedMemory {
  made: string[] = [];

  override recall<T>(kind: Kind<T>, key: string | (() => string), make: () => T): T {
    return super.recall(kind, key, () => {
      this.made.push(kind.name);
      return make();
    });
  }
}

describe('a file of which pages were read before', () => {
  const memory = new Counting(128);
  const pagesRead = async (layout: Layout, pdf?: Uint8Array) => {
    memory.made = [];
    const found = await findings(layout, memory, pdf);
    return { found, read: memory.made.filter((kind) => kind === 'verify/read-page').length };
  };
  /** The sample with two digits of one figure exchanged: they are equally wide, so that no font changes. */
  const exchanged = (): Layout => {
    let done = false;
    return withPages((page) => {
      const items = page.items.map((item) => {
        const [first, second] = item.kind === 'glyphs' ? item.glyphs : [];
        const digits = first && second && /^\d$/.test(first.text) && /^\d$/.test(second.text) && first.text !== second.text;
        if (done || page.index !== 2 || item.kind !== 'glyphs' || item.figure === undefined || !digits) return item;
        done = true;
        const glyphs = [second, first, ...item.glyphs.slice(2)];
        return { ...item, glyphs };
      });
      return { ...page, items };
    });
  };
  const written = (layout: Layout) => renderPdf(built.document, layout, built.sources.fontMetrics, built.sources.fonts);

  it('has those alone read whose bytes are new', async () => {
    expect(await pagesRead(built.layout)).toEqual({ found: [], read: built.layout.pages.length });
    expect(await pagesRead(built.layout)).toEqual({ found: [], read: 0 });
    const other = exchanged();
    const { found, read } = await pagesRead(other, await written(other));
    // The figure is not the document's: that is found without reading.
    expect([found.map(({ code }) => code), read]).toEqual([['verify/figure-not-found'], 1]);
    expect(await pagesRead(built.layout)).toEqual({ found: [], read: 0 });
  });

  it('is refused, every time, where its bytes are not those of the pages', async () => {
    const pdf = await written(exchanged());
    const found = await findings(built.layout, forgetful, pdf);
    expect(found.length).toBeGreaterThan(0);
    expect((await pagesRead(built.layout, pdf)).found).toEqual(found);
    expect((await pagesRead(built.layout, pdf)).found).toEqual(found);
  });

  it('is refused where the pages are others than those that it was read for', async () => {
    const other = exchanged();
    const found = await findings(other);
    expect(found.length).toBeGreaterThan(0);
    expect(await pagesRead(other)).toEqual({ found, read: 0 });
    const fewer = { ...built.layout, pages: built.layout.pages.slice(0, -1) };
    expect((await pagesRead(fewer)).found).toEqual(await findings(fewer));
  });

  it('is read whole where an object is not where it is said to be', async () => {
    const pdf = pdfOf(built);
    const text = Buffer.from(pdf).toString('latin1');
    // Of the first object that stands by itself another number is claimed: readers put up with that.
    const [head = '', number = ''] = /\n(\d+) 0 obj/.exec(text) ?? [];
    const damaged = Buffer.from(text.replace(head, `\n${'9'.repeat(number.length)} 0 obj`), 'latin1');
    const whole = await findings(built.layout, forgetful, damaged);
    expect(await pagesRead(built.layout, damaged)).toEqual({ found: whole, read: 0 });
    expect(memory.made).not.toContain('verify/read-page');
  });
});
