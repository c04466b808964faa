import { describe, expect, test } from 'vitest';
import { composeParagraph } from '../../../src/layout/paragraph/compose-lines.ts';
import { inlines, origins, paragraph, squareComposition, textOf } from '../../support/compose.ts';

const on = { ja: { hang: true } };

function set(text: string, em: number, filling: Parameters<typeof squareComposition>[0] = on) {
  return composeParagraph(inlines(text), paragraph(em), squareComposition(filling));
}

describe('punctuation that hangs over the margin', () => {
  const full = `${'国'.repeat(10)}、${'国'.repeat(12)}`;

  test('a comma or a stop that the line is too full for stands over it by its half body', () => {
    for (const mark of ['、', '。', '，', '．']) {
      const [first] = set(full.replace('、', mark), 10);
      expect(textOf(first!)).toBe(`${'国'.repeat(10)}${mark}`);
      expect(first?.width).toBeCloseTo(105, 6);
      expect(origins(first!).map(({ x }) => x)).toEqual([...Array(11).keys()].map((i) => i * 10));
    }
  });

  test('where the style does not ask for it, nothing does', () => {
    for (const line of set(full, 10, {})) expect(line.width).toBeLessThanOrEqual(100 + 1e-6);
    expect(textOf(set(full, 10, {})[0]!)).toBe('国'.repeat(9));
  });

  test('a line that has room for its comma keeps it inside', () => {
    const [first] = set(full, 10.5);
    expect(textOf(first!)).toBe(`${'国'.repeat(10)}、`);
    expect(first?.width).toBeCloseTo(105, 6);
    const [loose] = set(full, 10.6);
    expect(loose?.width).toBeCloseTo(106, 6);
  });

  test('brackets, middle dots and what stands inside a line never hang', () => {
    for (const mark of ['）', '」', '・', '！', 'ー']) {
      for (const line of set(full.replace('、', mark), 10)) expect(line.width).toBeLessThanOrEqual(100 + 1e-6);
    }
    const inner = set(`国国国、${'国'.repeat(6)}。${'国'.repeat(12)}`, 9.5);
    for (const line of inner) {
      const last = textOf(line).at(-1) ?? '';
      expect(line.width).toBeLessThanOrEqual(95 + ('、。'.includes(last) ? 5 : 0) + 1e-6);
    }
  });

  test('a stop after a bracket hangs alone', () => {
    const [first] = set(`${'国'.repeat(9)}）。${'国'.repeat(12)}`, 9.5);
    expect(textOf(first!)).toBe(`${'国'.repeat(9)}）。`);
    expect(first?.width).toBeCloseTo(100, 6);
  });

  test('a last line may end over the margin rather than leave its stop to a line of its own', () => {
    const lines = set(`${'国'.repeat(20)}。`, 10);
    expect(lines.map(textOf)).toEqual(['国'.repeat(10), `${'国'.repeat(10)}。`]);
    expect(lines[1]?.width).toBeCloseTo(105, 6);
  });

  test('a line that spaces fit better than hanging does not hang', () => {
    // Two brackets can give the half em.
    const [first] = set(`国（国）国国国国国、${'国'.repeat(12)}`, 9);
    const [hung] = set(`国国国国国国国国国、${'国'.repeat(12)}`, 9);
    expect(hung?.width).toBeCloseTo(95, 6);
    expect(first?.width).toBeGreaterThan(89.9);
  });

  test('ragged lines and English do not hang', () => {
    const ragged = composeParagraph(inlines(full), paragraph(10, { align: 'left' }), squareComposition(on));
    for (const line of ragged) expect(line.width).toBeLessThanOrEqual(100 + 1e-6);
    const english = composeParagraph(inlines('aaaa bbbb, cccc dddd eeee ffff'), paragraph(4.5, { lang: 'en' }), squareComposition(on));
    for (const line of english) expect(line.width).toBeLessThanOrEqual(45 + 1e-6);
  });
});
