// Turn both finished releases back into text with every reader that people copy from, and hold each character and each space to the source.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentTexts } from '../../src/model/document-texts.ts';
import type { GlyphRun, Layout, PageItem } from '../../src/model/page.ts';
import { renderPdf } from '../../src/render/pdf/render-pdf.ts';
import { editedSample } from '../support/edited-sample.ts';
import { differences, ExpectedPages, equal, type Folding, verbatim } from '../support/extraction.ts';
import { type Reader, readers } from '../support/readers.ts';
import { buildSample, pdfOf, projectRoot, type WholeRelease } from '../support/sample.ts';
import { has, needing } from '../support/tools.ts';

const releases = [
  { issuer: 'iij', release: '2q02' },
  { issuer: 'aoba', release: '2026h1' },
] as const;

/**
 * All that any reader gives otherwise. PDFium reads across what stands on one line, also where one of the texts goes on above: of a
 * head in three lines beside heads in one, the lower lines come after the heads to their left. Whole words, at the end of the head.
 */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  'iij PDFium': [
    'page 3: lost “四半期%” at 対営業収益%対前|四半期%USD( (ja.28.h1.9)',
    'page 3: new “四半期%” at PYJPYJPY|営業収益:インタ (ja.28.r0.label)',
    'page 13: lost “Chg%” at ,2002QOQ|Chg%USD( (en.96.h1.9)',
    'page 13: new “Chg” at SD(1)JPY|%ofTotal (en.96.h2.3)',
    'page 13: new “%” at D(1)JPY%|ofTotalR (en.96.h2.3)',
  ],
};

/** Each reader as a test of its own, skipped by name where its program is missing. */
function eachReader(test: (reader: Reader) => Promise<void>): void {
  for (const reader of readers) {
    const { name, program } = reader;
    it.skipIf(program !== undefined && !has(program))(program === undefined ? name : needing(program, name), () => test(reader));
  }
}

/** Where the pages of a file, as a reader gives them, differ from their source. */
async function compared(pdf: Uint8Array, { document, layout }: WholeRelease, reader: Reader, folding: Folding): Promise<readonly string[]> {
  const { pages, missing, order } = new ExpectedPages(document, layout, folding);
  expect(missing).toEqual([]);
  expect(order.pages).toEqual(order.document);
  const texts = await reader.read(pdf);
  expect(texts).toHaveLength(pages.length);
  return pages.flatMap((pieces, i) => differences(pieces, texts[i] ?? '', reader.order, folding).map((each) => `page ${i + 1}: ${each}`));
}

describe.each(releases)('$issuer $release, every text of every page', ({ issuer, release }) => {
  let built: WholeRelease;
  beforeAll(async () => {
    built = await buildSample({ root: projectRoot, issuer, release });
  });

  eachReader(async (reader) => {
    expect(await compared(pdfOf(built), built, reader, equal)).toEqual(exceptions[`${issuer} ${reader.name}`] ?? []);
  });
});

describe.each(releases)('$issuer $release in the verbatim profile, character for character', ({ issuer, release }) => {
  let built: WholeRelease;
  beforeAll(async () => {
    const edits = ['us-filer', 'tanshin'].map((layout) => ({
      file: `templates/${layout}/style.yaml`,
      from: 'profile: typeset',
      to: 'profile: verbatim',
    }));
    built = await buildSample({ ...editedSample(edits), issuer, release });
  });

  eachReader(async (reader) => {
    const found = await compared(pdfOf(built), built, reader, verbatim[reader.fullWidthSpace]);
    expect(found).toEqual((exceptions[`${issuer} ${reader.name}`] ?? []).map((each) => each.replace('営業収益:イ', '営業収益：イ')));
  });

  it('prints the narratives as they are typed', () => {
    const printed = documentTexts(built.document).map(({ inlines }) => inlines.map(({ text }) => text).join(''));
    const paragraphs = (['ja', 'en'] as const).flatMap((lang) => typed(`data/${issuer}/releases/${release}/narrative.${lang}.md`));
    expect(paragraphs.length).toBeGreaterThan(15);
    expect(paragraphs.filter((pattern) => !printed.some((text) => pattern.test(text))).map(String)).toEqual([]);
  });

  it('prints the labels of the statements as they are typed', () => {
    const blocks = built.document.parts.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
    const labels = blocks.flatMap((block) =>
      block.kind === 'table' && built.release.statements.get(block.statement)?.grid === undefined
        ? block.rows.map(({ label }) => label.map(({ text }) => text).join(''))
        : [],
    );
    const { concepts, statements } = built.release;
    // A layout has statements for parts that a release need not list.
    const placed = new Set(blocks.flatMap((block) => (block.kind === 'table' ? [block.statement] : [])));
    for (const { id, grid, rows } of statements.values()) {
      if (grid || !placed.has(id)) continue;
      for (const { concept, labels: own } of rows) {
        const spec = own ?? concepts.get(concept ?? '')?.labels;
        for (const lang of ['ja', 'en'] as const) {
          const label = spec?.[lang]?.value.replace(/<[^>]*>/g, '') ?? '';
          expect(labels.some((text) => text.startsWith(label))).toBe(true);
        }
      }
    }
  });
});

/** Paragraphs of a narrative as typed, without markup; anything may stand for a figure. */
function typed(file: string): readonly RegExp[] {
  const lines = readFileSync(join(projectRoot, file), 'utf8').split('\n');
  return lines.flatMap((line) => {
    if (line.trim() === '' || /^## .*\{#/.test(line)) return [];
    const text = line
      .replace(/^(?:#+|-) +|\s*\{\.[\w-]+\}\s*$/g, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      // The space between a note's label and its text is set, not printed.
      .replace(/<\/dfn> *|<[^>]*>/g, '');
    const literals = text.split(/\{\{[^}]*\}\}|\*+(?=\S)|(?<=\S)\*+/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return [new RegExp(literals.join('.*'), 's')];
  });
}

describe('the comparison itself', () => {
  let built: WholeRelease;
  let pdf: Uint8Array;
  beforeAll(async () => {
    built = await buildSample();
    pdf = await renderPdf(built.document, withGap(built.layout), built.sources.fontMetrics, built.sources.fonts, []);
  });

  eachReader(async (reader) => {
    const known = exceptions[`iij ${reader.name}`] ?? [];
    const found = (await compared(pdf, built, reader, equal)).filter((each) => !known.includes(each));
    expect(found).toEqual([expect.stringMatching(/^page 1: none is " +" at /)]);
  });

  it('tells a lost character, a lost space, a fused cell and a broken row', async () => {
    const reader = readers.find(({ name }) => name === 'PDFium')!;
    const texts = await reader.read(pdfOf(built));
    const { pages } = new ExpectedPages(built.document, built.layout, equal);
    const page = built.layout.pages.findIndex(({ class: name }) => name === 'en-text');
    const told = (at: number, from: string | RegExp, to: string) => {
      const text = texts[at]!.replace(from, to);
      expect(text).not.toBe(texts[at]);
      return differences(pages[at]!, text, reader.order, equal);
    };
    expect(differences(pages[page]!, texts[page]!, reader.order, equal)).toEqual([]);
    expect(told(page, 'Internet', 'Intenet')).toEqual([expect.stringContaining('lost “r”')]);
    expect(told(page, / (?=results)/, '')).toEqual([expect.stringContaining('space is ""')]);
    expect(told(page, 'result', 're sult')).toEqual([expect.stringContaining('none is " "')]);
    expect(told(page, 'result', 're\r\nsult')).toEqual([expect.stringContaining('none is "\\n"')]);
    const statement = built.layout.pages.length - 1;
    expect(told(statement, /(?<=\d,\d{3}) (?=\d)/, '')).toEqual([expect.stringContaining('apart is ""')]);
    const lines = differences(pages[statement]!, texts[statement]!.replace(/(?<=\d,\d{3}) (?=\d)/g, '\n'), 'lines', equal);
    expect(lines).toContainEqual(expect.stringContaining('row is "\\n"'));
  });
});

/** The layout with seven tenths of an em inside the first word of Japanese: a gap that every reader shows. */
function withGap(layout: Layout): Layout {
  const [first, ...others] = layout.pages;
  const word = first!.items.find((item): item is GlyphRun => item.kind === 'glyphs' && japaneseWord.test(textOf(item)))!;
  const from = [...textOf(word).slice(0, japaneseWord.exec(textOf(word))!.index)].length + 2;
  const shift = 0.7 * word.size;
  const start = word.offsets[from]!;
  const ahead = { ...word, glyphs: word.glyphs.slice(0, from), offsets: word.offsets.slice(0, from), width: start };
  const rest = { glyphs: word.glyphs.slice(from), offsets: word.offsets.slice(from).map((offset) => offset - start) };
  const behind = { ...word, x: word.x + start + shift, ...rest, width: word.width - start };
  const items: readonly PageItem[] = first!.items.flatMap((item) => (item === word ? [ahead, behind] : [item]));
  return { ...layout, pages: [{ ...first!, items }, ...others] };
}

const japaneseWord = /[一-龠]{4}/;
const textOf = (run: GlyphRun): string => run.glyphs.map(({ text }) => text).join('');
