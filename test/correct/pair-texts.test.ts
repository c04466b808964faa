// Texts of two releases that stand for each other: as the differences pair them, and the others by what they say.
import { describe, expect, it } from 'vitest';
import { pairTexts } from '../../src/correct/pair-texts.ts';
import type { BuildRecord, FigureRecord, TextRecord } from '../../src/model/build-record.ts';
import type { Difference } from '../../src/model/difference.ts';

const at = { file: 'x', line: 1 };

/** `id text`, with a figure where the text holds digits. */
function recordOf(...lines: readonly string[]): BuildRecord {
  const figures: FigureRecord[] = [];
  const texts = lines.map((line): TextRecord => {
    const [id = '', ...words] = line.split(' ');
    const text = words.join(' ');
    const digits = /\d+/.exec(text);
    const spans = digits ? [{ start: digits.index, end: digits.index + digits[0].length, figure: figures.length }] : [];
    if (digits) {
      const printed = { exact: digits[0], printed: digits[0], treatment: 'plain', text: digits[0], lang: 'en', at, places: [] } as const;
      figures.push({ id: figures.length, fact: 'sales@q', measure: 'amount', place: { kind: 'prose', section: 's' }, ...printed });
    }
    return { id, block: id, part: 'en', lang: 'en', kind: 'paragraph', text, spans, at };
  });
  return {
    figures: { format: 1, givens: [], overrides: [], facts: [], figures },
    document: { format: 1, texts, pages: [] },
  };
}

const told = (before?: TextRecord, after?: TextRecord): Difference => ({
  id: 'text-1',
  class: 'text',
  kind: 'text',
  lang: 'en',
  edits: [],
  summary: '',
  old: [],
  new: [],
  ...(before ? { before } : {}),
  ...(after ? { after } : {}),
});

const textOf = ({ document }: BuildRecord, id: string) => document.texts.find((text) => text.id === id);

describe('texts', () => {
  it('that say the same are paired, also where their figures changed', () => {
    const [old, now] = [recordOf('a Sales were 100.', 'b Costs fell.'), recordOf('x Sales were 120.', 'y Costs fell.')];
    expect([...pairTexts([], old, now)]).toEqual([
      ['x', 'a'],
      ['y', 'b'],
    ]);
  });

  it('are paired as the differences pair them, whatever they say', () => {
    const [old, now] = [recordOf('a Sales rose.', 'b Costs fell.'), recordOf('x Sales fell much.', 'y Costs fell.')];
    expect(pairTexts([told(textOf(old, 'a'), textOf(now, 'x'))], old, now).get('x')).toBe('a');
  });

  it('of which one of several alike is gone keep their order', () => {
    const [old, now] = [recordOf('a None.', 'b Costs fell.', 'c None.', 'd None.'), recordOf('x Costs fell.', 'y None.', 'z None.')];
    expect([...pairTexts([told(textOf(old, 'a'))], old, now)]).toEqual([
      ['x', 'b'],
      ['y', 'c'],
      ['z', 'd'],
    ]);
  });

  it('that are new have none', () => {
    const [old, now] = [recordOf('a None.'), recordOf('x None.', 'y None.')];
    expect([...pairTexts([told(undefined, textOf(now, 'x'))], old, now)]).toEqual([['y', 'a']]);
  });
});
