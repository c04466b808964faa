// Turn headings into lines of many widths that end by their sense: not inside a bracket that a line would hold, not after a word that leans.
import { describe, expect, it } from 'vitest';
import { composeParagraph } from '../../../src/layout/paragraph/compose-lines.ts';
import { inlines, paragraph, realComposition, textOf } from '../../support/compose.ts';

const style = realComposition({ en: {} });
const setIn = (text: string, em: number, align: 'left' | 'center' | 'justify'): readonly string[] =>
  composeParagraph(inlines(text), { ...paragraph(em, { align }), lang: 'en' }, style).map((line) => textOf(line).trim());

const title = 'Consolidated Financial Results for the Six Months Ended September 30, 2025 (from April 1, 2025 to September 30, 2025)';

describe('a heading of several lines', () => {
  it.each(['left', 'center'] as const)('set to the %s leaves what stands in brackets whole', (align) => {
    for (let em = 38; em < 48; em++) {
      const lines = setIn(title, em, align);
      expect(lines.length, `${em}`).toBe(2);
      expect(lines[1], `${em}`).toContain('(from April 1, 2025 to September 30, 2025)');
    }
  });

  it('is filled as usual where it is justified', () => {
    expect(setIn(title, 46, 'justify')[0]).toMatch(/\(from April 1,/);
  });

  it('ends no line with an article or a preposition', () => {
    for (let em = 16; em < 30; em += 0.5) {
      const lines = setIn('Group Announces Results of the 2nd Quarter 2002 Ended September 30, 2002', em, 'center');
      expect(lines.slice(0, -1).filter((line) => /\b(?:of|the|2nd|Quarter)$/.test(line))).toEqual([]);
    }
  });

  it('opens a bracket that no line holds', () => {
    const lines = setIn('Results (for the six months that ended on the thirtieth day of September in the year 2025)', 24, 'left');
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line.length).toBeLessThan(60);
  });
});
