// Turn a seed into strings of any characters that Unicode has, each with what a reader should see of it.
import { nastyKinds } from '../fuzz/nasty-text.ts';
import { type Seeded, seeded, seedOf } from '../seeded-random.ts';

export interface TextString {
  readonly number: number;
  /** What was mixed in, for counts. */
  readonly kind: string;
  /** What is meant: each character is to be seen. */
  readonly text: string;
  /** Markup typed as it is: then `text` is only what of its letters and ideographs must come out, in this order. */
  readonly typed?: string;
}

const words = [
  'alpha',
  'Beta',
  'gamma delta',
  'naïve',
  'straße',
  '売上高',
  'かな',
  'カタカナ',
  '語、句。',
  '「括弧」',
  '々ヶ',
  '株式会社',
  'x',
  '漢',
  '',
];

const between = (from: number, to: number) => (random: Seeded) => String.fromCodePoint(from + random.below(to - from + 1));

/** Characters by kind, besides those that are nasty everywhere. */
const ranges: Readonly<Record<string, (random: Seeded) => string>> = {
  'any scalar value': (random) => {
    const code = random.below(0x110000 - 0x800);
    return String.fromCodePoint(code < 0xd800 ? code : code + 0x800);
  },
  'any of the basic plane': (random) => {
    const code = random.below(0x10000 - 0x800);
    return String.fromCodePoint(code < 0xd800 ? code : code + 0x800);
  },
  latin: between(0xa1, 0x24f),
  'greek and cyrillic': between(0x370, 0x45f),
  'general punctuation': between(0x2000, 0x206f),
  'letters and symbols': between(0x2070, 0x27bf),
  'kangxi radical': between(0x2f00, 0x2fd5),
  'radical of the supplement': between(0x2e80, 0x2ef3),
  'punctuation and kana': between(0x3001, 0x30ff),
  'enclosed and squared': between(0x3200, 0x33ff),
  ideograph: between(0x4e00, 0x9fff),
  'ideograph of extension b': between(0x20000, 0x2a6df),
  'compatibility ideograph': between(0xf900, 0xfad9),
  'compatibility ideograph of plane two': between(0x2f800, 0x2fa1d),
  'presentation form': between(0xfb00, 0xfe4f),
  'full or half width': between(0xff01, 0xffee),
  'tag character': between(0xe0000, 0xe007f),
  'variation selector': (random) =>
    `${random.pick(['葛', '辻', '〒', '1', 'a', ''])}${random.pick(['\ufe00', '\ufe0e', '\ufe0f', '\u{e0100}', '\u{e0101}'])}`,
  'decomposed kana': (random) => `${random.pick([...'かきくけこはひふへほうワカハホう'])}${random.pick(['\u3099', '\u309a', '゛', 'ﾞ'])}`,
  'decomposed letter': (random) =>
    `${random.pick([...'aeiouAEOUncsz'])}${random.pick(['\u0301', '\u0300', '\u0308', '\u0302', '\u0303', '\u030c', '\u0327', '\u0323\u0301'])}`,
  'half-width kana': (random) => random.pick(['ｶﾞｲｼﾞﾝ', 'ﾊﾟ', 'ｱｲｳ', '｢ｱ｣', 'ｰ', '･']),
  ligature: (random) => random.pick(['ﬁ', 'ﬂ', 'office', 'fi', 'ffl', 'Ǆ', 'ﬅ', 'ij', 'ĳ']),
  digits: (random) => random.pick(['a1b', 'x２y', '三', '第四', 'v10', 'B2B', '①', 'Ⅳ', '⁽¹⁾', 'x²', '½', 'two', '十']),
  'signs of figures': (random) => random.pick(['△', '▲', '−', '%', '％', '¥', '￥', '$', '〒', '№', '℃', '㎡']),
  'typeset signs': (random) =>
    random.pick(['"', "'", '“', '’', '(', ')', '（', '）', ':', '：', '--', '---', ' -- ', '—', '―', '…', '‥', '~', '〜', '～', '·', '・']),
  'marks of markup': (random) =>
    random.pick([
      '*',
      '**x**',
      '_',
      '__',
      '#',
      '[',
      ']',
      '[a](b)',
      '{',
      '}',
      '{{',
      '}}',
      '{{x}}',
      '<',
      '>',
      '<b>',
      '</p>',
      '&',
      '&amp;',
      '`',
      '\\',
      '\\*',
      '|',
      '~~',
      '!',
      '![',
      '<!--',
      '{#a}',
      '{{!--',
    ]),
};

const nasty = Object.keys(nastyKinds).filter((kind) => !/half of a pair|no UTF-8|line end|mark of|brace/.test(kind));

/** Words and characters that mean nothing to any grammar once they are spelled for it. */
function meant(number: number, random: Seeded): TextString {
  const kinds = [...Object.keys(ranges), ...nasty];
  const kind = random.pick(kinds);
  const parts: string[] = [random.pick(words)];
  for (let n = random.pick([1, 1, 1, 2, 3]); n > 0; n--) {
    const make = ranges[kind];
    parts.push(make ? make(random) : random.pick(nastyKinds[kind] ?? ['']), random.pick(words));
  }
  return { number, kind, text: parts.join('').replace(/[\n\r]/g, ' ') };
}

/** Markup as typed, and what of its letters a reader must see. */
const pieces: readonly (readonly [typed: string, letters: string])[] = [
  ...[
    '*語*',
    '**語**',
    '_x_',
    '*',
    '**',
    '***',
    '_',
    '~~語~~',
    '`語`',
    '``',
    '`',
    '# ',
    '##',
    '> ',
    '- ',
    '+ ',
    '1. ',
    '1) ',
    '|',
    '| 語 | 句 |',
    '---',
    '===',
  ].map(lettersOf),
  ...[
    '[語](https://www.example.org/)',
    '[語',
    '語]',
    '](',
    '[語][句]',
    '[語]: 句',
    '![',
    '\\*語\\*',
    '\\_',
    '\\\\',
    '\\',
    '\\語',
    '\\{{',
    '{',
    '}',
    '{ 語 }',
    '}}',
  ].map(lettersOf),
  ['&amp;', ''],
  ['&nbsp;語', '語'],
  ['&#35486;', '語'],
  ['&#x8a9e;', '語'],
  ['&#0;', ''],
  ['&#xE000;', ''],
  ['&', ''],
  ['&;', ''],
  ['<b>語</b>', '語'],
  ['<b>語', '語'],
  ['語</b>', '語'],
  ['<i><b>語</i>句</b>', '語句'],
  ['<sup>語</sup>', '語'],
  ['<br>', ''],
  ['<p>語', '語'],
  ['</p>語', '語'],
  ['<span>語</span>', '語'],
  ['<div>語</div>', '語'],
  ['<u>語</u>', '語'],
  ['<!-- c -->', ''],
  ['< 語 >', '語'],
  ['a < b', 'ab'],
  ['<', ''],
  ['>', ''],
  ['<>', ''],
  ['<語>', '語'],
  ['{{issuer "short-name"}}', ''],
  ['{{! 注 }}', ''],
  ['{{period "current"}}', ''],
  ['{{語}}', ''],
  ['{{', ''],
  ['{{{語}}}', ''],
  ['\\{{語}}', '語'],
  ['\\\\{{rate}}', ''],
  ['{{#if true}}語{{/if}}', '語'],
  ['{{{{raw}}}}語{{{{/raw}}}}', ''],
  ['{{~rate~}}', ''],
  ['{#語}', ''],
  ['{.語}', ''],
];

/** A piece whose letters are all to be seen, but for the target of a link and the label of a reference. */
function lettersOf(typed: string): readonly [string, string] {
  return [typed, typed.replace(/\]\([^)]*\)|\]\[[^\]]*\]|\d/g, '').replace(/[^\p{L}]/gu, '')];
}

function markup(number: number, random: Seeded): TextString {
  const chosen = Array.from({ length: 1 + random.below(4) }, () => random.pick(pieces));
  const word = () => random.pick(['alpha', '売上', 'x', '漢字', '']);
  let typed = word();
  let text = typed;
  for (const [piece, letters] of chosen) {
    const after = word();
    typed += piece + after;
    text += letters + after;
  }
  return { number, kind: 'markup as typed', text, typed };
}

/** One in five is markup as it is typed. The same string for the same seed and number. */
export function textString(seed: number, number: number): TextString {
  const random = seeded(seedOf(`text ${seed} ${number}`));
  return number % 5 === 4 ? markup(number, random) : meant(number, random);
}
