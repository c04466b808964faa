// Turn texts and marks into a record of what stands where: the memory by which a later version, or a file read back, is compared.
import type { PageRecord, RuleRecord, RunRecord, TextRecord } from '../../model/build-record.ts';
import type { Document } from '../../model/document.ts';
import type { GlyphRun, Layout, Page } from '../../model/page.ts';
import { listTexts } from './list-texts.ts';

/** Version of the file's shape; a reader that does not know it refuses the file. */
export const documentFormat = 1;

/** document.json: texts in reading order, then pages, each run of glyphs on a line of its own. */
export function renderDocument(document: Document, layout: Layout): string {
  const texts = listTexts(document).map((text: TextRecord) => JSON.stringify(text));
  const pages = layout.pages.map((page) => pageLines(page));
  return `{"format":${documentFormat},\n"texts":[\n${texts.join(',\n')}\n],\n"pages":[\n${pages.join(',\n')}\n]}\n`;
}

function pageLines(page: Page): string {
  const head: Omit<PageRecord, 'runs' | 'rules'> = { page: page.index + 1, class: page.class, width: page.width, height: page.height };
  const runs: string[] = [];
  const rules: string[] = [];
  for (const item of page.items) {
    if (item.kind === 'glyphs') runs.push(JSON.stringify(runRecord(item)));
    else {
      const rule: RuleRecord = { x: rounded(item.x), y: rounded(item.y), width: rounded(item.width), height: rounded(item.height) };
      rules.push(JSON.stringify(rule));
    }
  }
  return `${JSON.stringify(head).slice(0, -1)},"runs":[\n${runs.join(',\n')}],\n"rules":[${rules.join(',\n')}]}`;
}

function runRecord({ x, y, width, size, font, glyphs, owner, figure }: GlyphRun): RunRecord {
  return {
    x: rounded(x),
    y: rounded(y),
    width: rounded(width),
    size: rounded(size),
    font,
    text: glyphs.map((glyph) => glyph.text).join(''),
    ...('artifact' in owner ? { artifact: owner.artifact } : { owner: owner.element }),
    ...(figure === undefined ? {} : { figure }),
  };
}

/** Hundredths of a point: finer than any printer, the same on every machine. */
const rounded = (length: number): number => Math.round(length * 100) / 100;
