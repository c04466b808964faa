// Turn what readers would make of a file into findings: spaces by the gaps of the file itself, lines and characters as they come out.
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileGap } from '../../src/lint/read-gaps.ts';
import { readGaps } from '../../src/lint/read-gaps.ts';
import { isIdeograph, type Mark, type TextLine } from '../../src/lint/text-lines.ts';
import { openPages } from '../../src/pdf/content/page-content.ts';
import { PdfFile } from '../../src/pdf/objects/pdf-file.ts';
import { repackedPdf } from '../support/altered-pdf.ts';
import { findings, type LintSample, lintSample, pick } from '../support/lint-sample.ts';
import { pdfOf } from '../support/sample.ts';
import { has, needing, withFile } from '../support/tools.ts';

let sample: LintSample;
beforeAll(async () => {
  sample = await lintSample();
}, 60_000);

/** Messages of a rule when the file says something else. */
function said(code: string, pdf: Partial<NonNullable<LintSample['input']['pdf']>>): readonly string[] {
  const { input } = sample;
  return findings({ ...input, pdf: { ...input.pdf!, ...pdf } }).filter((finding) => finding.startsWith(`error lint/${code} `));
}

const japanese = (is: (line: TextLine) => boolean): TextLine =>
  pick(sample.input.lines, (line) => line.place.lang === 'ja' && line.place.kind === 'paragraph' && is(line));

/** Gaps of a file. */
const gapsOf = (pdf: Uint8Array): readonly FileGap[] => readGaps(openPages(new PdfFile(pdf)));

/** A gap of the file before a glyph of the page. */
const gapBefore = (mark: Mark, line: TextLine, parted: boolean): FileGap => ({
  page: line.page.index,
  x: mark.x - 0.2 * mark.size,
  to: mark.x,
  y: mark.run.y,
  width: 0.2,
  parted,
  before: 'a',
  after: mark.text,
});

describe('gaps of the file', () => {
  it('are none in the sample but those between captions and their units', () => {
    const gaps = gapsOf(pdfOf(sample.built));
    expect(gaps.filter(({ parted, after }) => !(parted && after === '('))).toEqual([]);
    expect(said('TL-09', { gaps })).toEqual([]);
  });

  it.skipIf(!has('qpdf'))(needing('qpdf', 'are found where the file moves a glyph and keeps its advance'), () => {
    // The first adjustment between two letters that widens becomes 0.4 em.
    let edited = 0;
    const pdf = pdfOf(sample.built);
    const altered = repackedPdf(pdf, { from: /(\([a-z]{3,}\))-\d+(\([a-z])/, to: '$1-400$2' });
    const found = gapsOf(altered).filter(({ parted }) => !parted);
    expect(found.length).toBeGreaterThan(0);
    for (const { width } of found) {
      edited++;
      expect(width).toBeGreaterThan(0.25);
      expect(width).toBeLessThan(0.6);
    }
    expect(edited).toBe(1);
    const [gap] = found;
    const messages = said('TL-09', { gaps: found });
    expect(messages).toEqual([expect.stringContaining(`page ${(gap?.page ?? 0) + 1} at ${gap?.x.toFixed(1)}`)]);
    if (!has('pdftotext')) return;
    // Poppler prints the space that the model foretells.
    const words = (bytes: Uint8Array): number =>
      withFile(
        bytes,
        (file) =>
          execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 })
            .trim()
            .split(/\s+/).length,
      );
    expect(words(altered)).toBe(words(pdf) + 1);
  });

  it('count between the pieces of one element, a link in a paragraph, and not between two', () => {
    const line = japanese((each) => each.marks.some((mark, i) => i > 0 && isIdeograph(mark.text) && mark.run === each.marks[i - 1]!.run));
    const mark = pick(line.marks, (each, i) => i > 0 && isIdeograph(each.text) && each.run === line.marks[i - 1]!.run);
    expect(said('TL-09', { gaps: [gapBefore(mark, line, true)] })).toEqual([expect.stringContaining('0.200 em')]);
    const item = pick(
      sample.input.lines,
      ({ place, first, lang }: TextLine & { lang?: string }) => place.kind === 'item' && first && lang === undefined,
    );
    const after = pick(item.marks, (each, i) => i > 0 && each.run.owner !== item.marks[i - 1]!.run.owner);
    expect(said('TL-09', { gaps: [gapBefore(after, item, true)] })).toEqual([]);
  });
});

describe('what a reader gives', () => {
  const texts = (edit: (page: string, index: number) => string): { texts: readonly string[] } => ({
    texts: sample.input.pdf!.texts.map(edit),
  });

  it('is the text as it was set', () => {
    expect(said('TL-10', {})).toEqual([]);
  });

  it('has the spaces of English lines', () => {
    const lost = said(
      'TL-10',
      texts((page) => page.replace('total revenues grew', 'total revenuesgrew')),
    );
    expect(lost).toEqual([expect.stringMatching(/total revenues grew.*without those that it has$/)]);
  });

  it('has every figure of a table once', () => {
    const doubled = said(
      'TL-10',
      texts((page, index) => (index === 12 ? page.replace('10,568,342', '10,568,3422') : page)),
    );
    expect(doubled).toEqual([expect.stringMatching(/TL-10 page 13: a reader gives 1 '2' more than the page prints$/)]);
  });
});
