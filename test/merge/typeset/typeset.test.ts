import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextKind } from '../../../src/language/typesetting.ts';
import { typeset } from '../../../src/merge/typeset.ts';
import type { Inline } from '../../../src/model/document.ts';
import type { Lang } from '../../../src/model/language.ts';

const at = { file: 'n.md', line: 1, column: 1, length: 1 };

function set(lang: Lang, kind: TextKind, ...parts: readonly (string | Partial<Inline>)[]): string {
  const inlines = parts.map((part) => ({ at, text: '', ...(typeof part === 'string' ? { text: part } : part) }));
  return typeset(inlines, lang, kind)
    .map(({ text, sup }) => (sup ? `^${text}^` : text))
    .join('');
}

const body = (...parts: readonly (string | Partial<Inline>)[]) => set('ja', 'body', ...parts);
const english = (...parts: readonly (string | Partial<Inline>)[]) => set('en', 'body', ...parts);
const figure = (text: string): Partial<Inline> => ({ text, figure: 0 });

describe('Japanese brackets', () => {
  it('are full width beside or round Japanese', () => {
    expect(body('売上高(前年同期比増)。')).toBe('売上高（前年同期比増）。');
    expect(body('1米ドル(2002/9/30)にて')).toBe('1米ドル（2002/9/30）にて');
    expect(body('(URL: www.vcall.com)で')).toBe('（URL: www.vcall.com）で');
    expect(body('VPN (広域) と (WAN) x')).toBe('VPN（広域）と（WAN）x');
  });

  it('stay half width among Latin', () => {
    expect(body('Form (20-F) and (more)')).toBe('Form (20-F) and (more)');
    expect(body('表示は(-)です')).toBe('表示は(-)です');
    expect(body('注記(1):')).toBe('注記(1):');
  });

  it('see across figures and marks without changing them', () => {
    expect(body('売上高は', figure('(-)106億円'), '(', figure('(-)1.8%'), ')増')).toBe('売上高は(-)106億円（(-)1.8%）増');
    expect(body('注', { text: '(1)', sup: true }, '(注)')).toBe('注^(1)^（注）');
  });

  it('nest', () => {
    expect(body('甲(乙(IR)丙)')).toBe('甲（乙（IR）丙）');
    expect(body('甲(乙):')).toBe('甲（乙）：');
  });

  it('that have no partner stay', () => {
    expect(body('甲(乙')).toBe('甲(乙');
    expect(body('1) 甲')).toBe('1)甲');
  });
});

describe('digits of Japanese', () => {
  it('are half width, as dates and figures are, in running text and in names', () => {
    expect(body('１株当たり', figure('20.00円'), '、第２四半期')).toBe('1株当たり20.00円、第2四半期');
    expect(set('ja', 'name', '（１）連結経営成績')).toBe('（1）連結経営成績');
  });

  it('stay as they are written in figures, and in another language', () => {
    expect(body('前期は', figure('１'), '位')).toBe('前期は１位');
    expect(body('型番', { text: 'Ｘ１', lang: 'en' })).toBe('型番Ｘ１');
  });
});

describe('Japanese colons and spaces', () => {
  it('close up after Japanese', () => {
    expect(body('注意事項 : この資料')).toBe('注意事項：この資料');
    expect(body('その他 : IIJ')).toBe('その他：IIJ');
    expect(body('Tel: 03 と 23:00より')).toBe('Tel: 03と23:00より');
    expect(body('詳細はhttps://example.com')).toBe('詳細はhttps://example.com');
  });

  it('between scripts go from running text and stay in names', () => {
    expect(body('1995年 Act 法、 IIJ は')).toBe('1995年Act法、IIJは');
    expect(body('合計 ', figure('3.4倍'), ' IIJ')).toBe('合計3.4倍IIJ');
    expect(body('株式会社 インターネット')).toBe('株式会社 インターネット');
    expect(set('ja', 'name', '表 1. IP サービス')).toBe('表 1. IP サービス');
    expect(body('IIJ\u00a0エコノミー')).toBe('IIJ\u00a0エコノミー');
    expect(set('ja', 'name', '設備投資 (capitalized を含む)')).toBe('設備投資（capitalized を含む）');
  });

  it('leave text of another language alone', () => {
    expect(body('社名は', { text: 'IIJ (日本) : Inc.', lang: 'en' }, 'です')).toBe('社名はIIJ (日本) : Inc.です');
  });
});

describe('English quotation marks', () => {
  it('open after spaces and brackets, close elsewhere', () => {
    expect(english("He said \"we (the 'Group') can't\"")).toBe('He said “we (the ‘Group’) can’t”');
    expect(english('"\'Nested\' quotes"')).toBe('“‘Nested’ quotes”');
    expect(english("the companies' results, '02 and '03")).toBe('the companies’ results, ’02 and ’03');
    expect(english('line "', { text: 'in italics', italic: true }, '", he said')).toBe('line “in italics”, he said');
    expect(english('“already” set’s')).toBe('“already” set’s');
  });
});

describe('English dashes', () => {
  it('of decks and asides', () => {
    expect(english('-- Continued growth --')).toBe('– Continued growth –');
    expect(english('businesses --- the largest')).toBe('businesses—the largest');
    expect(english('a ---- b, x--y')).toBe('a ---- b, x--y');
  });

  it('of ranges, but not of telephones, forms and dates', () => {
    expect(english('pages 3-5 of 2002-2006')).toBe('pages 3–5 of 2002–2006');
    expect(english('+81-3-5259-6500, Form 20-F, 2002-11-12, 555-1234, 6-K, 10-9')).toBe(
      '+81-3-5259-6500, Form 20-F, 2002-11-12, 555-1234, 6-K, 10-9',
    );
    expect(english('from ', figure('3-5'))).toBe('from 3-5');
  });
});

describe('superscript characters', () => {
  it('become raised marks with their own place', () => {
    expect(english('EBITDA⁽¹⁾ was')).toBe('EBITDA^(1)^ was');
    const [, mark] = typeset([{ text: 'EBITDA⁽¹⁾ was', at: { ...at, column: 5, length: 13 } }], 'en', 'body');
    expect(mark?.at).toMatchObject({ column: 11, length: 3 });
  });
});

describe('all rules', () => {
  const character = fc.constantFrom(...'前期（）()「」:：; -–—"\'“’aZ09%.,/\u00a0');

  it('change nothing when they are applied again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(character, { maxLength: 8 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('ja', 'en'),
        (runs, lang) => {
          const inlines = runs.map((run) => ({ text: run.join(''), at })).filter((inline) => inline.text !== '');
          const once = typeset(inlines, lang as Lang, 'body');
          expect(typeset(once, lang as Lang, 'body')).toEqual(once);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('keep every figure as it was, and every letter and digit in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(character, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom('ja', 'en'),
        (runs, lang) => {
          const inlines = runs.map((run, index) => ({ text: run.join(''), at, ...(index % 2 === 1 ? { figure: index } : {}) }));
          const result = typeset(inlines, lang as Lang, 'body');
          const figures = (list: readonly Inline[]) => list.filter((inline) => inline.figure !== undefined).map((inline) => inline.text);
          const letters = (list: readonly Inline[]) =>
            list
              .map((inline) => inline.text)
              .join('')
              .replace(/[^前期aZ09]/g, '');
          expect(figures(result)).toEqual(figures(inlines));
          expect(letters(result)).toBe(letters(inlines));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
