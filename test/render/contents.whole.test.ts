// The contents of the exchange's form: a list to voices, one link a line, and nothing between words and number for who searches.
import { describe, expect, it } from 'vitest';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { readText } from '../../src/pdf/engine/open-pdf.ts';
import { contentsOn } from '../../src/render/pdf/contents-elements.ts';
import { dumpStructure, type PdfValue, readObjects } from '../support/pdf-objects.ts';
import { readers } from '../support/readers.ts';
import { buildSample, projectRoot } from '../support/sample.ts';
import { has, needing } from '../support/tools.ts';

const place: ReleasePlace = { root: projectRoot, issuer: 'shinonome', release: '2025fy' };
const { outputs, layout, document } = await buildSample(place);
const file = (lang: string): Uint8Array => Buffer.from(outputs.get(`release.${lang}.pdf`)!);

describe.skipIf(!has('qpdf'))(needing('qpdf', 'the contents'), () => {
  it.each([
    ['ja', '1．経営成績等の概況', '（1）当期の経営成績の概況', '3．連結財務諸表及び主な注記'],
    ['en', '1. Overview', '(1) Overview', '3. Consolidated'],
  ])('are items in a list, those further in in a list within: %s', (lang, first, inner, last) => {
    const dump = dumpStructure(readObjects(file(lang)));
    const lists = dump.split('\n').flatMap((line, i, lines) => {
      if (!/^ *TOCI/.test(line)) return [];
      const depth = lines
        .slice(0, i + 1)
        .filter((each, at) => /^ *TOC( |$)/.test(each) && indent(each) < indent(line) && !closed(lines, at, i));
      // Item, Reference, Link, words, annotation: nothing else in an item.
      expect(lines.slice(i + 1, i + 5).map((each) => each.trim().slice(0, 4))).toEqual([
        'Refe',
        'Link',
        expect.stringMatching(/^"/),
        expect.stringMatching(/^@/),
      ]);
      return [`${depth.length} ${lines[i + 3]!.trim()}`];
    });
    expect(lists.length).toBeGreaterThan(8);
    expect(lists[0]).toMatch(new RegExp(`^1 "${escaped(first)}.* \\d+"$`));
    expect(lists[1]).toMatch(new RegExp(`^2 "${escaped(inner)}.* \\d+"$`));
    expect(lists.some((line) => line.startsWith(`1 "${last}`))).toBe(true);
  });

  it('are links as long as their lines, to where the number says', () => {
    const { dict, catalog, follow, text } = readObjects(file('ja'));
    const pages = dict(catalog['/Pages'])['/Kids'] as readonly PdfValue[];
    const links = pages
      .flatMap((page) => ([dict(page)['/Annots'] ?? []].flat() as PdfValue[]).map(dict))
      .filter((link) => /^[1-9（].* \d+$/.test(text(link['/Contents'])));
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) {
      const [left, , right] = link['/Rect'] as readonly number[];
      expect(right! - left!).toBeGreaterThan(350);
      const [target] = follow(link['/Dest']) as readonly PdfValue[];
      const number = / (\d+)$/.exec(text(link['/Contents']))![1];
      expect(pages.indexOf(target!) + 1).toBe(Number(number));
    }
  });
});

describe('what leads from words to number', () => {
  it('is drawn, not written', () => {
    const shown = layout.pages.flatMap((page) => page.items.filter((item) => item.kind === 'rule' && item.role === 'leader'));
    expect(shown.length).toBe(contentsOn(layout).size);
    const written = layout.pages.flatMap((page) =>
      page.items.filter((item) => item.kind === 'glyphs' && 'artifact' in item.owner && item.owner.artifact === 'leader'),
    );
    expect(written).toEqual([]);
  });

  it('has its dots one under the other, between words and number', () => {
    for (const page of layout.pages) {
      for (const item of page.items) {
        if (item.kind !== 'rule' || item.dots === undefined) continue;
        const left = document.parts.length > 0 ? page.frames.find(({ role }) => role === 'contents')!.x : 0;
        const steps = (item.x - left) / item.dots;
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
        expect((item.width - item.height) / item.dots).toBeCloseTo(Math.round((item.width - item.height) / item.dots), 6);
        for (const run of page.items) {
          if (run.kind !== 'glyphs' || Math.abs(run.y - item.y) > run.size / 2) continue;
          expect(run.x + run.width <= item.x + 1e-6 || run.x >= item.x + item.width - 1e-6).toBe(true);
        }
      }
    }
  });

  it('is nothing to who reads the text', async () => {
    for (const lang of ['ja', 'en']) for (const page of await readText(file(lang))) expect(page).not.toMatch(/[・.·]{2}|([・.·] ){3}/);
  });

  it
    .skipIf(!readers.some(({ program }) => program && has(program)))
    .each(readers.filter(({ program }) => program && has(program)).map((reader) => [reader.name, reader] as const))(
    needing('pdftotext', 'the same to %s'),
    async (_, reader) => {
      for (const page of await reader.read(file('ja'))) expect(page).not.toMatch(/[・.·]{2}|([・.·] ){3}/);
    },
  );
});

/** Spaces before a line. */
const indent = (line: string): number => line.length - line.trimStart().length;
/** Whether what line `at` opens has ended before line `until`. */
const closed = (lines: readonly string[], at: number, until: number): boolean =>
  lines.slice(at + 1, until).some((line) => indent(line) <= indent(lines[at]!));
const escaped = (text: string): string => text.replace(/[().]/g, '\\$&');
