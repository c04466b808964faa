// Turn the finished PDF back into text with another program, and find the source in it: every row, every paragraph.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSample, pdfOf, projectRoot } from '../support/sample.ts';
import { has, needing, popplerText } from '../support/tools.ts';

/** What extraction may differ in: width (NFKC), forms of dashes and quotes, white space. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−〜～~]/g, '-')
    .replace(/-+/g, '-')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, '');
}

const expected = (name: string) =>
  readFileSync(join(projectRoot, 'test/data', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Running head and folio: furniture, which the source's paragraphs do not hold. */
function withoutFurniture(page: string): string {
  return page
    .split('\n')
    .filter((line) => !/^\s*(Internet Initiative Japan Inc\.|November 12, 2002|Page \d+|\d+)\s*$/.test(line))
    .join('\n');
}

describe.skipIf(!has('pdftotext'))(needing('pdftotext', 'the sample read back'), () => {
  let raw: string[];
  let layout: string[];

  beforeAll(async () => {
    const pdf = pdfOf(await buildSample());
    raw = popplerText(pdf, 'raw');
    layout = popplerText(pdf, 'layout');
  });

  it('has each of the 216 rows of figures of the source, with its cells in order, on one line', () => {
    const lines = layout.flatMap((page) => page.split('\n')).map((line) => ({ line: folded(line), used: false }));
    const missing: string[] = [];
    const rows = expected('source-tables.txt').map((row) => row.split('|').map((field) => field.trim()));
    const figures = rows.filter(([, , , ...cells]) => cells.some((cell) => cell !== ''));
    expect(figures).toHaveLength(216);
    for (const [, , label = '', ...cells] of figures) {
      // Cells follow the label and each other with nothing but white space between; a long label may begin on a line above.
      const row = folded(cells.join(' '));
      const mark = / ?(\*?\(?\d\))$/;
      const name = folded(label.replace(mark, ''));
      const found = lines.find(({ line, used }, index) => {
        if (used || !line.endsWith(row)) return false;
        const rest = line.replace(row, '').replace(/\*?\(?\d\)$/, '');
        return rest === name || (rest !== '' && `${lines[index - 1]?.line}${rest}` === name);
      });
      if (found) found.used = true;
      else missing.push([label, ...cells].join(' | '));
    }
    expect(missing).toEqual([]);
  });

  it('has every paragraph, heading, list item, caption and note of the source, in its order', () => {
    // Title and caption lines of tables stand where the source has them; the tables' rows come between.
    const text = folded(raw.map(withoutFurniture).join('\n'));
    let from = 0;
    const missing: string[] = [];
    for (const paragraph of expected('source-paragraphs.txt')) {
      const at = text.indexOf(folded(paragraph), from);
      if (at < 0) missing.push(paragraph);
      else from = at + folded(paragraph).length;
    }
    expect(missing).toEqual([]);
  });
});
