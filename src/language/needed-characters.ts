// Turn a typesetting tradition into the groups of characters that its texts need, which a face should have.
import type { Tradition } from './typesetting.ts';

/** Characters that belong together. */
export interface CharacterGroup {
  readonly name: string;
  /** Code points, each once. */
  readonly codePoints: readonly number[];
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const each = (text: string): readonly number[] => [...text].map((character) => character.codePointAt(0) ?? 0);

const latin: readonly CharacterGroup[] = [
  { name: 'letters and digits', codePoints: range(0x21, 0x7e) },
  { name: 'Western European letters', codePoints: [...range(0xc0, 0xd6), ...range(0xd8, 0xf6), ...range(0xf8, 0xff)] },
  { name: 'marks of running text', codePoints: each('–—‘’“”…•§©®°±×') },
  { name: 'currencies', codePoints: each('¥$€£¢') },
];

/** Rows of JIS X 0208 as EUC-JP holds them: two bytes, the row and the cell, from 0xa1 on. */
function jisRows(from: number, to: number): readonly number[] {
  const decoder = new TextDecoder('euc-jp');
  const found: number[] = [];
  for (let row = from; row <= to; row++)
    for (let cell = 1; cell <= 94; cell++) {
      const codePoint = decoder.decode(Uint8Array.of(0xa0 + row, 0xa0 + cell)).codePointAt(0) ?? 0xfffd;
      if (codePoint !== 0xfffd) found.push(codePoint);
    }
  return found;
}

/** Groups of a tradition, the plainest first. */
export function neededCharacters(tradition: Tradition): readonly CharacterGroup[] {
  if (tradition === 'latin') return latin;
  return [
    { name: 'kana', codePoints: [...range(0x3041, 0x3093), ...range(0x30a1, 0x30f6)] },
    { name: 'Japanese punctuation and signs', codePoints: each('、。・「」『』（）〔〕【】ー々〇△▲※％～－＝＋：；？！￥①②③') },
    { name: 'full-width letters and digits', codePoints: [...range(0xff10, 0xff19), ...range(0xff21, 0xff3a), ...range(0xff41, 0xff5a)] },
    { name: 'JIS level 1 kanji', codePoints: jisRows(16, 47) },
    { name: 'JIS level 2 kanji', codePoints: jisRows(48, 84) },
    { name: 'variant kanji of names', codePoints: each('髙﨑德濵神福祥羽邊邉齋齊瀨渕') },
  ];
}
