// Turn values that say the same, or differ in one thing, into keys that are equal, or are not.
import { describe, expect, it } from 'vitest';
import { contentKey, sameContent } from '../../src/model/content-key.ts';
import { Exact } from '../../src/model/exact.ts';

const at = { file: 'a.md', line: 1, column: 2, length: 3 };
const long = 'word '.repeat(100);

describe('the key of a content', () => {
  it('says nothing of places, at any depth', () => {
    const block = (line: number) => ({ id: 'en.1', at: { ...at, line }, inlines: [{ text: long, at: { ...at, line } }] });
    expect(contentKey(block(1))).toBe(contentKey(block(7)));
  });

  it('says nothing of fields that are left out', () => {
    expect(contentKey({ a: 1, b: undefined })).toBe(contentKey({ a: 1 }));
  });

  it('is another for every difference', () => {
    const values: readonly object[] = [
      {},
      [],
      { text: 'a' },
      { text: 'a', bold: true },
      { text: 'a', bold: 'true' },
      { text: 'a', figure: 1 },
      { text: 'a', figure: '1' },
      { text: 'a', figure: -1 },
      { text: 'a', figure: null },
      { text: 'a"' },
      { text: 'a\\' },
      { text: 'a,b:1' },
      { text: 'a', b: 1 },
      { 'text:"a",b': 1 },
      { text: ['a'] },
      { text: ['a', undefined] },
      { text: [undefined, 'a'] },
      { text: [['a']] },
      { text: { text: 'a' } },
      { text: new Map([['a', 1]]) },
      { text: new Map([['a', 2]]) },
      { text: new Map([['b', 1]]) },
      { text: new Set(['a', 1]) },
      { text: [['a', 1]] },
      { text: Exact.of(1n, 3n) },
      { text: Exact.of(2n, 3n) },
      { text: Exact.of(1n, 2n) },
      { text: long },
      { text: `${long} ` },
      { text: long, sup: true },
      { text: long, sup: false },
      { text: new Map([[long, 1]]) },
    ];
    expect(new Set(values.map(contentKey)).size).toBe(values.length);
  });

  it('is short, and never the text of another', () => {
    const key = contentKey({ text: long });
    expect(key.length).toBeLessThan(60);
    expect(key).not.toMatch(/^[{[(]/);
    expect(contentKey({ text: 'a' })).toMatch(/^\{/);
  });

  it('is not written of what it could not tell apart', () => {
    expect(() => contentKey({ locate: () => at })).toThrow('a function');
    expect(() => contentKey({ data: new Uint8Array(3) })).toThrow('bytes');
  });

  it('is carried over to what only moved, if it was written', () => {
    const [old, moved] = [
      { text: 'a', at },
      { text: 'not looked at', at },
    ];
    contentKey(old);
    expect(contentKey(sameContent(moved, old))).toBe(contentKey(old));
    expect(contentKey(sameContent({ text: 'b' }, { text: 'c' }))).toBe(contentKey({ text: 'b' }));
  });
});
