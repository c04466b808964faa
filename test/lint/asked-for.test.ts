// Turn pages with hyphens and hanging stops into what rules say of them: nothing where the style asks for them and they are right.

import { beforeAll, describe, expect, it } from 'vitest';
import { lintRules } from '../../src/lint/lint-pages.ts';
import type { LintInput } from '../../src/lint/lint-rule.ts';
import { lastMark, type TextLine } from '../../src/lint/text-lines.ts';
import { inLang } from '../../src/model/language.ts';
import type { Style } from '../../src/model/style.ts';
import { editedSample } from '../support/edited-sample.ts';
import { lintSample, pick } from '../support/lint-sample.ts';

const style = 'templates/us-filer/style.yaml';
const soft = '\u00ad';

let input: LintInput;
beforeAll(async () => {
  const place = editedSample([
    { file: style, from: 'ja: {hang: false}', to: 'ja: {hang: true}' },
    { file: style, from: 'en: {letters: {shrink: 0.01, stretch: 0.02}, widening: 0.02, hyphenate: false}', to: 'en: {hyphenate: true}' },
  ]);
  ({ input } = await lintSample(place));
}, 60_000);

/** What one rule says, of the sound pages or of changed ones. */
const said = (id: string, changed: Partial<LintInput> = {}): readonly string[] =>
  [...pick(lintRules, (rule) => rule.code === id).run({ ...input, ...changed })].map(({ message }) => message);
const asking = (justification: Style['justification']): Partial<LintInput> => ({
  style: { ...input.style, justification: { ...input.style.justification, ...justification } },
});
const parted = (line: TextLine | undefined): boolean => line !== undefined && lastMark(line)?.text === soft;
/** The lines with some changed. */
const withLines = (edit: (line: TextLine, index: number) => TextLine): Partial<LintInput> => ({ lines: input.lines.map(edit) });

describe('hyphens', () => {
  it('stand where the style asks for them, and nowhere else', () => {
    expect(input.lines.filter(parted).length).toBeGreaterThan(20);
    expect(said('lint/TL-18')).toEqual([]);
    const off = said('lint/TL-18', asking({ en: { ...inLang(input.style.justification, 'en'), hyphenate: false } }));
    expect(new Set(off)).toEqual(new Set(['a word is hyphenated, and hyphenation is off']));
    expect(off).toHaveLength(input.lines.filter(parted).length);
  });

  it('part no name, no figure, and leave three letters on either side', () => {
    const at = input.lines.findIndex(parted);
    for (const [first, wanted] of [
      ['X', /^'[a-z]+X[a-z]+' is parted into/],
      ['7', /^'[a-z]+7[a-z]+' is parted into/],
    ] as const) {
      const changed = withLines((line, i) =>
        i === at + 1 ? { ...line, marks: line.marks.map((mark, k) => (k === 0 ? { ...mark, text: first } : mark)) } : line,
      );
      expect(said('lint/TL-18', changed)).toEqual([expect.stringMatching(wanted)]);
    }
    const short = withLines((line, i) =>
      i === at + 1 ? { ...line, marks: line.marks.map((mark, k) => (k === 2 ? { ...mark, text: ' ' } : mark)) } : line,
    );
    expect(said('lint/TL-18', short)).toEqual([expect.stringMatching(/' is parted into '[a-z]+' and '[a-z]{2}'$/)]);
  });

  it('never end a page, nor three lines in a row', () => {
    const at = input.lines.findIndex(parted);
    const [here, other] = [input.lines[at]!, input.layout.pages.at(-1)!];
    const cut = withLines((line, i) => (i > at && line.place.base === here.place.base ? { ...line, page: other } : line));
    expect(said('lint/TL-18', cut)).toEqual(['a page ends inside a word']);
    const hyphen = lastMark(here)!;
    const block = input.lines.filter(({ place }) => place.base === here.place.base);
    expect(block.length).toBeGreaterThan(4);
    const many = withLines((line) =>
      block.slice(0, 3).includes(line) && !parted(line) ? { ...line, marks: [...line.marks, { ...hyphen, x: line.right }] } : line,
    );
    expect(said('lint/TL-18', many)).toContain('3 lines in a row end with a hyphen');
  });
});

describe('stops over the margin', () => {
  const hung = (): readonly TextLine[] =>
    input.lines.filter((line) => '、。'.includes(lastMark(line)?.text ?? '?') && lastMark(line)!.right > line.right + 1);

  it('hang where the style asks for it, and nowhere else', () => {
    expect(hung().length).toBeGreaterThan(0);
    for (const id of ['lint/TL-06', 'lint/TL-16']) {
      expect(said(id)).toEqual([]);
      const full = id === 'lint/TL-16' ? hung() : hung().filter((line) => !line.last);
      expect(said(id, asking({ ja: { ...inLang(input.style.justification, 'ja'), hang: false } }))).toHaveLength(full.length);
    }
  });

  it('hang by half an em, no more and no less', () => {
    const [one] = hung().filter((line) => !line.last);
    const moved = (dx: number) =>
      withLines((line) =>
        line === one
          ? {
              ...line,
              marks: line.marks.map((mark) => (mark === lastMark(line) ? { ...mark, left: mark.left + dx, right: mark.right + dx } : mark)),
            }
          : line,
      );
    expect(said('lint/TL-16', moved(0.5))).toEqual([expect.stringMatching(/stands 5\.\d\d pt right of the margin/)]);
    expect(said('lint/TL-06', moved(-2))).toEqual([expect.stringMatching(/ends 2\.\d\d pt off the margin/)]);
  });

  it('are only commas and stops', () => {
    const [one] = hung();
    const changed = withLines((line) =>
      line === one ? { ...line, marks: line.marks.map((mark) => (mark === lastMark(line) ? { ...mark, text: '）' } : mark)) } : line,
    );
    expect(said('lint/TL-16', changed)).toHaveLength(1);
  });
});
