import { describe, expect, test } from 'vitest';
import { composeParagraph, setLine } from '../../../src/layout/paragraph/compose-lines.ts';
import type { Line, OwnedInline, ParagraphSpec } from '../../../src/layout/paragraph/line.ts';
import { inlines, paragraph, realComposition, runsOf, text, textOf } from '../../support/compose.ts';
import { openFont, realFonts } from '../../support/real-fonts.ts';
import { timeTaken } from '../../support/time-taken.ts';

const japanese = [
  '営業損失は194百万円となり、前期比58.3%の改善となった。ブロードバンド化の進展によるインターネット・トラフィックの急増を背景に、当社ではCDN（ブロードバンドに最適化されたコンテンツ配信網）をはじめとするネットワーク強化に本格的に着手している。これに関連して先行費用負担が発生しているものの、営業収益の拡大により下期より収支は改善していく見込み。',
  '2002年度下期の接続サービスは、「CDNサービスの伸び」「CATV事業者からの収入増」「Internet VPNの投入によるWAN（広域ネットワーク）戦略」により増加する見込み。システムインテグレーション事業は引き続き、金融、通信、教育業界からの売上げ寄与度が高いが、大型エンタープライズ・ネットワーク案件の実績が増えつつあり、今後の更なる伸びを期待している。',
  '2002年度第3四半期の売上高は、105億円-110億円となる見込み。2002年度通期売上高は、引き続き前年度比約20%増を見込んでいる。電力会社通信事業との運営一体化については真剣な検討を重ねており、当初の予定どおり2002年12月末までには合意に至る予定。',
];
const english = [
  'The growth trend for broadband Internet remains strong. In 2Q02, total contracted bandwidth for Dedicated Access Services and Internet Data Center Services jumped to 22.7Gbps, an increase of 57.6% compared to 14.4Gbps in 1Q02 and a 3.4 times increase compared to 6.7Gbps in 2Q01. The high growth is due to a growing number of contracts for the higher bandwidth IP Service.',
  'These risks and uncertainties include, but are not limited to, the factors noted at the end of this release and to the risk factors and other information contained in filings on Form 20-F and Form 6-K, as well as other filings and documents furnished to the Securities and Exchange Commission, officially and efficiently.',
];
const en: ParagraphSpec = { ...paragraph(1), lang: 'en', size: 10.5, measure: 468 };

/** What a reader sees between two glyphs of a line: from the end of one's advance to the other's origin, in em. */
function gapsOf(line: Line): { readonly before: string; readonly after: string; readonly em: number }[] {
  const glyphs = runsOf(line).flatMap((run) => {
    const face = realFonts.get(run.font);
    if (!face) throw new Error(run.font);
    return run.glyphs.map((glyph, i) => ({
      text: glyph.text,
      x: run.x + run.offsets[i]!,
      width: (face.advance(glyph.id) * run.size) / face.upem,
      size: run.size,
    }));
  });
  return glyphs.slice(1).map((glyph, i) => {
    const before = glyphs[i];
    if (!before) throw new Error('no glyph before');
    return { before: before.text, after: glyph.text, em: (glyph.x - before.x - before.width) / before.size };
  });
}

describe.each([10, 9.5, 8])('Japanese at %d pt', (size) => {
  test.each(japanese)('%s', (words) => {
    for (const characters of [42, 40, 31, 25]) {
      const lines = composeParagraph(inlines(words), paragraph(1, { size, measure: characters * size, indent: size }), realComposition());
      expect(lines.map(textOf).join('')).toBe(words);
      for (const line of lines.slice(0, -1)) {
        expect(line.width).toBeCloseTo(characters * size, 6);
        // Nothing reaches over the right edge but the blank half of closing punctuation.
        const last = runsOf(line).at(-1);
        const glyph = last?.glyphs.at(-1);
        const face = realFonts.get(last?.font ?? '');
        const right = (last?.x ?? 0) + (last?.offsets.at(-1) ?? 0) + ((face?.advance(glyph?.id ?? 0) ?? 0) * size) / 1000;
        const expected = /[、。）」]/.test(glyph?.text ?? '') ? characters * size + size / 2 : characters * size;
        expect(right).toBeCloseTo(expected, 6);
      }
      for (const line of lines) {
        const gaps = gapsOf(line);
        const spread = Math.max(...gaps.filter(({ before, after }) => /[一-龠]/.test(before) && /[一-龠]/.test(after)).map(({ em }) => em));
        for (const { before, after, em } of gaps) {
          if (before === ' ' || after === ' ') continue;
          const pair = `${before}${after} ${em.toFixed(3)} in ${textOf(line)}`;
          const mixed = /[ぁ-んァ-ヶ一-龠ー]/.test(before)
            ? /[A-Za-z0-9]/.test(after)
            : /[A-Za-z0-9]/.test(before) && /[ぁ-んァ-ヶ一-龠ー]/.test(after);
          if (mixed) {
            expect(em, pair).toBeGreaterThanOrEqual(0.1249);
            // Half an em only where ideographs stand apart as well.
            expect(em, pair).toBeLessThanOrEqual(spread > 0.0399 ? 0.5001 : 0.3331);
          } else {
            // Beyond a tenth, extraction would see a space that nobody wrote.
            expect(em, pair).toBeLessThanOrEqual(characters > 30 ? 0.1001 : 0.2501);
          }
          if (before === '。' && after !== '」') expect(em, pair).toBeCloseTo(0, 6);
          if ('、）」'.includes(before) && !'、。（「』」）・'.includes(after)) expect(em, pair).toBeGreaterThanOrEqual(-0.2501);
        }
      }
    }
  });
});

test.each(english)('English lines are flush on both sides: %s', (words) => {
  const lines = composeParagraph(inlines(words), en, realComposition());
  expect(lines.map(textOf).join('')).toBe(words);
  for (const line of lines.slice(0, -1)) {
    expect(runsOf(line)[0]?.x).toBe(0);
    expect(line.width).toBeCloseTo(468, 6);
  }
});

describe('glyphs and advances are those of the font engine', () => {
  const words = [...new Set(english.join(' ').split(' '))].concat(
    'AVATAR',
    'To',
    'Wave',
    'Ty',
    'office',
    'affluent',
    'Yen',
    'P.A.',
    '1,592',
    '“Type”',
    'fft',
  );

  test.each([
    ['source-serif-4-400', { role: 'text', weight: 400, italic: false }],
    ['source-serif-4-400i', { role: 'text', weight: 400, italic: true }],
    ['source-sans-3-700', { role: 'heading', weight: 700, italic: false }],
    ['noto-sans-jp-400', { role: 'table', weight: 400, italic: false }],
  ] as const)('%s', (id, face) => {
    const font = openFont(id);
    for (const word of words) {
      const line = setLine(inlines(word), { ...text, ...face, lang: 'en', size: 1000 }, realComposition());
      // The Japanese face has other digits, equally wide, for Latin text that is not Japanese.
      const { glyphs, advanceWidth } = font.layout(word, { locl: false });
      expect(runsOf(line).map((run) => run.font)).toEqual([id]);
      expect(
        runsOf(line).flatMap((run) => run.glyphs.map((glyph) => glyph.id)),
        word,
      ).toEqual(glyphs.map((glyph) => glyph.id));
      expect(line.width, word).toBeCloseTo(advanceWidth, 6);
    }
  });
});

test('a ligature does not join two figures or links', () => {
  const glyphs = (source: readonly OwnedInline[]): number =>
    runsOf(setLine(source, { ...text, lang: 'en' }, realComposition())).flatMap((run) => run.glyphs).length;
  expect(glyphs(inlines('office'))).toBe(4);
  expect(glyphs(inlines('of', { text: 'fice', href: '#office' }))).toBe(5);
});

describe('faces', () => {
  function fonts(words: string, spec: Partial<ParagraphSpec>, marked: { readonly bold?: true; readonly italic?: true } = {}): string[] {
    return runsOf(setLine(inlines({ text: words, ...marked }), { ...text, ...spec }, realComposition())).map((run) => run.font);
  }

  test('Japanese text sets Latin from the Japanese face, English text sets ideographs from it', () => {
    expect(fonts('売上高ABC123', {})).toEqual(['noto-sans-jp-400']);
    expect(fonts('Tokyo 東京 Inc.', { lang: 'en' })).toEqual(['source-serif-4-400', 'noto-sans-jp-400', 'source-serif-4-400']);
    expect(fonts('Revenues', { lang: 'en', role: 'heading', weight: 700 })).toEqual(['source-sans-3-700']);
  });

  test('weight is the nearest that the family has; a slant that it lacks is left out', () => {
    expect(fonts('太字', {}, { bold: true })).toEqual(['noto-sans-jp-700']);
    expect(fonts('太字', { weight: 600 })).toEqual(['noto-sans-jp-700']);
    expect(fonts('斜体', {}, { italic: true })).toEqual(['noto-sans-jp-400']);
    expect(fonts('slant', { lang: 'en' }, { italic: true })).toEqual(['source-serif-4-400i']);
    expect(fonts('slant', { lang: 'en', weight: 700, role: 'heading', italic: true })).toEqual(['source-sans-3-700i']);
  });

  test('superscript digits that the Japanese face lacks come from the Western one', () => {
    const composition = realComposition();
    expect(runsOf(setLine(inlines('注\u207d'), text, composition)).map((run) => run.font)).toEqual([
      'noto-sans-jp-400',
      'source-serif-4-400',
    ]);
    expect(composition.findings).toEqual([]);
  });
});

test('25,000 characters are set in a fraction of a second', () => {
  const composition = realComposition();
  const rounds = Math.ceil(25_000 / [...japanese, ...english].join('').length);
  const compose = (): number => {
    const taken = timeTaken();
    for (let round = 0; round < rounds; round++) {
      for (const words of japanese) composeParagraph(inlines(words), paragraph(42), composition);
      for (const words of english) composeParagraph(inlines(words), en, composition);
    }
    return taken();
  };
  expect(Math.min(...Array.from({ length: 6 }, compose))).toBeLessThan(150);
});
