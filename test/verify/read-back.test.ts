// Turn finished bytes and a layout that is not theirs into findings: each proof is shown to fail where it must.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Layout, Page } from '../../src/model/page.ts';
import { runPlaces } from '../../src/model/run-places.ts';
import type { Span } from '../../src/model/span.ts';
import { readBack } from '../../src/verify/read-back.ts';
import { buildSample, pdfOf, type WholeRelease } from '../support/sample.ts';

let built: WholeRelease;
beforeAll(async () => {
  built = await buildSample();
});

async function findings(layout: Layout): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  await readBack(pdfOf(built), built.document, layout, (finding) => found.push(finding));
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
