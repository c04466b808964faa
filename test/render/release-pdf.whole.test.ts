import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import type { GlyphRun, Page } from '../../src/model/page.ts';
import { type PdfDict, type PdfObjects, type PdfValue, readObjects } from '../support/pdf-objects.ts';
import { buildSample, pdfOf, type WholeRelease } from '../support/sample.ts';
import { has, needing, popplerText, withFile } from '../support/tools.ts';
import { hasVeraPdf, judge } from '../support/verapdf.ts';

let release: WholeRelease;
let pdf: Uint8Array;
beforeAll(async () => {
  release = await buildSample();
  pdf = pdfOf(release);
});

describe('the sample release as PDF', () => {
  it.skipIf(!hasVeraPdf)(needing('veraPDF', 'is PDF/UA-1 and PDF/A-2a at once'), () => {
    expect(judge(pdf, ['ua1', '2a'])).toEqual({ ua1: [], '2a': [] });
  });

  it('stays small enough to send: fonts, tags and all', () => {
    expect(pdf.length).toBeLessThan(256 * 1024);
  });

  const mutool = (): string[] =>
    withFile(pdf, (file) =>
      execFileSync('mutool', ['draw', '-q', '-F', 'txt', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    ).split('\f');
  it.skipIf(!has('pdftotext'))(needing('pdftotext', 'gives every line back in one piece, without a space too many'), () => {
    expect(brokenLines(popplerText(pdf, 'raw'))).toEqual([]);
  });
  it.skipIf(!has('mutool'))(needing('mutool', 'gives every line back to another reader'), () => {
    expect(brokenLines(mutool())).toEqual([]);
  });
});

describe.skipIf(!has('qpdf'))(needing('qpdf', 'the sample release, its objects'), () => {
  let objects: PdfObjects;
  beforeAll(() => {
    objects = readObjects(pdf);
  });

  it('links the page number that the Japanese notice prints to the English release', () => {
    const pages = objects.dict(objects.catalog['/Pages'])['/Kids'] as readonly PdfValue[];
    const inside = objects.all.filter((object) => object['/Subtype'] === '/Link' && object['/Dest'] !== undefined);
    const targets = inside.map((link) => `${pages.indexOf((link['/Dest'] as readonly PdfValue[])[0]!) + 1}`);
    const first = release.document.parts[1]!.id;
    const start = release.layout.pages.find(({ part }) => part === first)!.index + 1;
    expect(inside.filter((link, i) => objects.text(link['/Contents']).startsWith(`${start} `) && targets[i] === `${start}`).length).toBe(1);
  });

  it('has its content in the order of its tags', () => {
    const pages = objects.dict(objects.catalog['/Pages'])['/Kids'] as readonly PdfValue[];
    const order: string[] = [];
    const visit = (element: PdfDict): void => {
      for (const kid of [element['/K'] ?? []].flat() as PdfValue[]) {
        const value = objects.follow(kid);
        if (typeof value === 'number') order.push(`${element['/Pg']} ${value}`);
        else if ((value as PdfDict)['/Type'] === '/MCR')
          order.push(`${(value as PdfDict)['/Pg'] ?? element['/Pg']} ${(value as PdfDict)['/MCID']}`);
        else if ((value as PdfDict)['/S'] !== undefined) visit(value as PdfDict);
      }
    };
    for (const kid of [objects.dict(objects.catalog['/StructTreeRoot'])['/K']].flat()) visit(objects.dict(kid));
    for (const page of pages) {
      const own = order.filter((id) => id.startsWith(`${page} `)).map((id) => Number(id.split(' ').at(-1)));
      expect(own.length).toBeGreaterThan(0);
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
  });

  it('gives every table cell heads of its column and of its row', () => {
    const { all, follow, text } = objects;
    const cells = all.filter(
      (object) => object['/S'] === '/TD' && object['/K'] !== undefined && (object['/K'] as readonly PdfValue[]).length > 0,
    );
    expect(cells.length).toBeGreaterThan(1000);
    const ids = new Map(
      all.flatMap((object) => (object['/S'] === '/TH' && object['/ID'] !== undefined ? [[text(object['/ID']), object] as const] : [])),
    );
    for (const cell of cells) {
      const headers = ((follow(cell['/A']) as PdfDict)['/Headers'] as readonly PdfValue[]).map(text);
      const scopes = headers.map((id) => (follow(ids.get(id)?.['/A']) as PdfDict)['/Scope']);
      expect(scopes).toContain('/Column');
      expect(scopes.at(-1)).toBe('/Row');
    }
  });

  it('outlines a statement by its heading alone, other tables by their captions', () => {
    const titles: string[] = [];
    const visit = (parent: PdfDict, depth: number): void => {
      for (let item = parent['/First']; item !== undefined; item = objects.dict(item)['/Next']) {
        titles.push(`${depth} ${objects.text(objects.dict(item)['/Title'])}`);
        visit(objects.dict(item), depth + 1);
      }
    };
    visit(objects.dict(objects.catalog['/Outlines']), 0);
    expect(titles.filter((title) => title.startsWith('0 '))).toEqual(release.document.parts.map(({ title }) => `0 ${title}`));
    expect(titles).toContain('2 表 1. 契約数');
    const statement = titles.indexOf('1 四半期連結貸借対照表（米国会計基準未監査）');
    expect(statement).toBeGreaterThan(0);
    expect(titles[statement + 1]).toBe('1 四半期連結キャッシュフロー計算書（米国会計基準未監査）');
  });
});

/** Lines of the layout that a reader's text of the page does not hold as they are. */
function brokenLines(texts: readonly string[]): readonly string[] {
  return release.layout.pages.flatMap((page) => {
    const text = spaced(texts[page.index] ?? '');
    return linesOf(page).filter((line) => !text.includes(line));
  });
}

/** What stands side by side in one element, as one string. */
function linesOf(page: Page): readonly string[] {
  const lines: string[] = [];
  let last: GlyphRun | undefined;
  for (const item of page.items) {
    if (item.kind !== 'glyphs') continue;
    const text = item.glyphs.map((glyph) => glyph.text).join('');
    const goesOn =
      last && JSON.stringify(last.owner) === JSON.stringify(item.owner) && item.x > last.x && Math.abs(item.y - last.y) < item.size / 2;
    if (goesOn) lines.push(lines.pop() + text);
    else lines.push(text);
    last = item;
  }
  return lines.map(spaced);
}

function spaced(text: string): string {
  return text.replace(/[ \u00a0]+/g, ' ').trim();
}
