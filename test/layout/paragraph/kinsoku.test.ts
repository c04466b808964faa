import { describe, expect, test } from 'vitest';
import { inlines, squareLines } from '../../support/compose.ts';

/** JLREQ's very strict level, class by class; small kana, iteration marks and the long vowel are among them. */
const neverStart = {
  closing: '）〕］｝〉》」』】’”',
  hyphens: '‐–゠〜～',
  dividing: '？！‼⁇⁈⁉',
  middle: '・：；',
  stops: '。．、，',
  iteration: 'ヽヾゝゞ々〻',
  long: 'ー',
  hiragana: 'ぁぃぅぇぉっゃゅょゎ',
  katakana: 'ァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ',
  postfixed: '％‰℃°′″¢',
  western: ')]},.!?:;%',
};
const neverEnd = { opening: '（〔［｛〈《「『【‘“', prefixed: '￥＄￡＃№', western: '([{#$¥' };
const characters = Object.entries(neverStart).flatMap(([name, set]) => [...set].map((character) => [name, character] as const));
const openers = Object.entries(neverEnd).flatMap(([name, set]) => [...set].map((character) => [name, character] as const));

describe('the very strict level', () => {
  test.each(characters)('%s: %s never starts a line', (_, character) => {
    // Ten ideographs would fill the first line without a flaw, and leave the character to the second.
    const lines = squareLines(10, `${'国'.repeat(10)}${character}${'国'.repeat(14)}`);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => line.startsWith(character))).toEqual([]);
    expect(lines.join('')).toBe(`${'国'.repeat(10)}${character}${'国'.repeat(14)}`);
  });

  test.each(openers)('%s: %s never ends a line', (_, character) => {
    for (const before of [8, 9]) {
      const lines = squareLines(10, `${'国'.repeat(before)}${character}${'国'.repeat(15)}`);
      expect(lines.filter((line) => line.endsWith(character))).toEqual([]);
      expect(lines.join('')).toBe(`${'国'.repeat(before)}${character}${'国'.repeat(15)}`);
    }
  });

  test('a character moves to the next line with the one that may not start it', () => {
    expect(squareLines(10, '東京都千代田区神田神っ保町一丁目')).toEqual(['東京都千代田区神田', '神っ保町一丁目']);
  });
});

describe('brackets', () => {
  test('punctuation that closes a line gives up its blank half and keeps the full measure of characters', () => {
    expect(squareLines(10, '一二三四五六七八九。一二三四五六七八九、一二三')).toEqual([
      '一二三四五六七八九。',
      '一二三四五六七八九、',
      '一二三',
    ]);
  });

  test('nested brackets stay with what they enclose', () => {
    expect(squareLines(8, '一二三四五六「『七八』九」十一二三')).toEqual(['一二三四五六', '「『七八』九」十一', '二三']);
    expect(squareLines(7, '一二三四五六「（七八）」九十一二三')).toEqual(['一二三四五六', '「（七八）」九十', '一二三']);
  });

  test('curly quotes open and close like brackets in Japanese', () => {
    expect(squareLines(8, '一二三四五六七“八九”十一二三四五六七')).toEqual(['一二三四五六七', '“八九”十一二三四', '五六七']);
  });

  test('a full-width bracket may part from a Western word', () => {
    expect(squareLines(8, '一二三四五NTT（日本電信電話）')).toEqual(['一二三四五NTT', '（日本電信電話）']);
  });
});

describe('clusters', () => {
  test.each([
    '10.9%増',
    '106億円',
    '165,445千円',
    '22.7Gbps',
    '約20%',
    '2002年度',
    '第2四半期',
    '9月期',
    '3.4倍',
    '(-)1.8%',
    '6ページ目',
    '2つ',
  ])('%s is never parted inside its figure and unit', (figure) => {
    const unit = figure.replace('増', '');
    for (let before = 4; before < 16; before++) {
      const lines = squareLines(12, `${'国'.repeat(before)}${figure}${'国'.repeat(12)}`);
      expect(
        lines.some((line) => line.includes(unit)),
        `${before}: ${lines.join('|')}`,
      ).toBe(true);
    }
  });

  test('a range may break after its joiner only', () => {
    const parted = new Set<string>();
    for (let before = 0; before < 14; before++) {
      const lines = squareLines(10, `${'国'.repeat(before)}105億円-110億円${'国'.repeat(9)}`);
      for (const line of lines) if (/\d+億円-$/.test(line)) parted.add('after the joiner');
      for (const line of lines) if (/^-|\d$/.test(line)) parted.add(line);
    }
    expect([...parted]).toEqual(['after the joiner']);
  });

  test('ellipses and dashes stay pairs', () => {
    for (const pair of ['……', '‥‥', '——']) {
      for (let before = 5; before < 12; before++) {
        expect(squareLines(10, `${'国'.repeat(before)}${pair}${'国'.repeat(9)}`).some((line) => line.includes(pair))).toBe(true);
      }
    }
  });

  test('a percentage rather keeps its 増 or 減', () => {
    const change = `${'国'.repeat(37)}5.2%増${'国'.repeat(20)}`;
    expect(squareLines(39.25, change)[0]).toBe('国'.repeat(37));
    expect(squareLines(39.25, change.replace('増', '国'))[0]).toBe(`${'国'.repeat(37)}5.2%`);
  });

  test('a date rather stays whole than makes a line a little better', () => {
    const date = `${'国'.repeat(57)}2002年9月期${'国'.repeat(20)}`;
    expect(squareLines(60.25, date)[0]).toBe('国'.repeat(57));
    expect(squareLines(60.25, date.replace('9月期', '国国国'))[0]).toBe(`${'国'.repeat(57)}2002年`);
    // In a line of forty characters the same room would open holes.
    expect(squareLines(40.25, date.slice(20))[0]).toBe(`${'国'.repeat(37)}2002年`);
  });
});

describe('note marks', () => {
  test('a mark stays with its word, and with the punctuation after it', () => {
    for (let before = 4; before < 12; before++) {
      const parts = inlines('国'.repeat(before), { text: '*3)', sup: true, noteRef: 'ja.9' }, `。${'国'.repeat(12)}`);
      const lines = squareLines(10, parts);
      expect(
        lines.some((line) => line.includes('国*3)。')),
        lines.join('|'),
      ).toBe(true);
    }
  });
});

describe('addresses', () => {
  test('break after a separator, without a hyphen', () => {
    expect(squareLines(12, '詳細は、https://www.example.co.jp/ir/library/をご覧ください。')).toEqual([
      '詳細は、https://www.',
      'example.co.jp/ir/',
      'library/をご覧ください。',
    ]);
  });

  test('never inside a name', () => {
    const text = '問い合わせ先はinvestor-relations@example.co.jpまで。';
    for (let em = 12; em < 24; em++) {
      const lines = squareLines(em, text, { align: 'left' });
      expect(lines.join('')).toBe(text);
      for (const line of lines.slice(0, -1)) expect(line, lines.join('|')).toMatch(/(?:[-.]|co\.jp|[ぁ-ん一-龠。])$/);
    }
  });
});

describe('English', () => {
  const english = { lang: 'en', align: 'justify' } as const;

  test.each(['approximately 20%', 'Example Inc.'])('%s is parted only where a line would have wide spaces otherwise', (pair) => {
    const parted = (text: string) => !squareLines(21, text, english).some((line) => line.includes(pair));
    let kept = 0;
    for (let words = 6; words < 22; words++) if (!parted(`${'ab '.repeat(words)}${pair} ${'ab '.repeat(14)}ab.`)) kept++;
    expect(kept).toBeGreaterThanOrEqual(13);
  });

  test.each([
    'JPY10.6 billion',
    '8.4 times',
    '20 percent',
    'Table 2.',
    'Page 3',
    'Note (1)',
    'Form 20-F',
    'September 30,',
    '9:00 am',
    'US$1',
    '(-)1.8%',
    'Mr. Smith',
    'J. Smith',
    'ABC 4U',
  ])('%s stays on one line', (tied) => {
    for (let words = 6; words < 22; words++) {
      const text = `${'ab '.repeat(words)}${tied} ${'ab '.repeat(14)}ab.`;
      const lines = squareLines(21, text, english);
      expect(lines.join('')).toBe(text);
      expect(
        lines.some((line) => line.includes(tied)),
        lines.join('|'),
      ).toBe(true);
    }
  });

  test('a dash between spaces ends a line, and never starts one', () => {
    for (let words = 5; words < 16; words++) {
      const lines = squareLines(18, `${'ab '.repeat(words)}64kbps – 128kbps ${'ab '.repeat(9)}ab.`, english);
      expect(
        lines.some((line) => line.includes('64kbps –')),
        lines.join('|'),
      ).toBe(true);
    }
  });

  test('hyphens that were written may end a line, but leave no scrap behind', () => {
    const seen = new Set<string>();
    for (let words = 4; words < 16; words++) {
      for (const line of squareLines(18, `${'ab '.repeat(words)}forward-looking e-commerce and/or x-ray ${'ab '.repeat(9)}ab.`, english)) {
        const end = /\S*[-/]$/.exec(line)?.[0];
        if (end) seen.add(end);
      }
    }
    expect([...seen]).toEqual(['forward-']);
  });
});
