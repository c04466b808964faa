// Turn `build --text` into tests: 80 columns, English in ASCII, and every figure of the release in it.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainAscii } from '../../src/language/en/text.ts';
import { render } from '../../src/render/render.ts';
import { textWidth } from '../../src/render/text/fill-lines.ts';
import { buildSample, type WholeRelease } from '../support/sample.ts';

let release: WholeRelease;
let text: string;
let parts: readonly string[];
beforeAll(async () => {
  release = await buildSample();
  text = String((await render({ ...release, text: true })).all().get('release.txt'));
  parts = text.split(/^={80}\n/m);
});

describe('the release as plain text', () => {
  it('has a part a language and no line over 80 columns', () => {
    expect(parts).toHaveLength(2);
    const long = text.split('\n').filter((line) => textWidth(line) > 80);
    expect(long).toEqual([]);
    expect(text.split('\n').filter((line) => /\s$/.test(line))).toEqual([]);
  });

  it('sets the English part in ASCII, and finds a plain form for every character of it', () => {
    expect(parts[1]).toMatch(/^[\x20-\x7e\n]*$/);
    expect(parts[1]).not.toContain('?');
    expect(parts[1]).toContain('"IIJ"');
    expect(parts[1]).toContain("IIJ's gross margin");
  });

  it('holds every figure in its order', () => {
    const packed = parts.map((part) => part.replace(/[\s\-=]+/g, ''));
    let missing: string[] = [];
    for (const [i, part] of release.document.parts.entries()) {
      const prose = release.document.figures.filter(({ lang, place }) => lang === part.lang && place.kind === 'prose');
      let from = 0;
      for (const { text: printed } of prose) {
        const wanted = (part.lang === 'en' ? plainAscii(printed) : printed).replace(/[\s\-=]+/g, '');
        const at = packed[i]!.indexOf(wanted, from);
        if (at < 0) missing = [...missing, printed];
        else from = at + wanted.length;
      }
    }
    expect(missing).toEqual([]);
  });

  it('keeps each row of a table on a line, digits under digits', () => {
    const lines = parts[0]!.split('\n');
    const total = lines.find((line) => line.startsWith('営業収益合計'))!;
    const loss = lines.find((line) => line.startsWith('営業利益（損失）'))!;
    expect(total).toMatch(/ 86,811 +10,568,342 +100\.0$/);
    expect(textWidth(total.slice(0, total.indexOf('10,568,342') + 10))).toBe(textWidth(loss.slice(0, loss.indexOf('193,782') + 7)));
  });

  it('cuts tables that are too wide between columns, labels again, no column lost', () => {
    const cells = release.document.parts[1]!.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])),
    );
    const operations = cells.find(({ statement }) => statement === 'operations')!;
    const row = operations.rows.find(({ label }) => label.map((inline) => inline.text).join('') === 'Total revenues')!;
    const printed = parts[1]!.split('\n').filter((line) => /^ *Total revenues {2}/.test(line));
    expect(printed.length).toBeGreaterThan(1);
    expect(
      printed
        .join(' ')
        .replace(/ *Total revenues/g, '')
        .trim()
        .split(/ +/),
    ).toEqual(row.cells.flatMap((cell) => (cell ? [cell.prefix + cell.core + cell.suffix] : [])));
  });

  it('is written only when it is asked for', () => {
    expect(release.outputs.has('release.txt')).toBe(false);
  });
});
