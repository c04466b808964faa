// Turn numbers in kanji into stretches: those that a counter follows.
import type { NumberReading, NumberWord } from '../number-reading.ts';

const kanji = '〇一二三四五六七八九十百千万億兆';
const counters =
  '円|米ドル|ドル|年|ヶ月|か月|カ月|月|日|週|人|名|社|件|つ|倍|割|株|回|番目|番|位|期|Q半期|台|店|行|銀行|拠点|箇所|か所|カ所|ヶ所|種類|ポイント|歳|階|[%％]';
/** Of figures in digits, longest first. */
const units = '兆円|億円|百万円|千円|万円|円|百万米ドル|千米ドル|米ドル|倍|社|名|人|件|回線|契約|年度|年|月期|月|日|時|分'.split('|');
const counted = new RegExp(`(?:第|約)?(?<![${kanji}])[${kanji}]+(?=${counters})`, 'g');
/** Names of units, not amounts: （百万円）, 千米ドル. */
const unitNames = /^[十百千万億兆]+(?=円|米ドル|ドル|株)/;
/** Words that hold a numeral and count nothing. */
const notCounted = /一番(?!目)|一日も|一期一会/g;

export const numbers: NumberReading = {
  inWords: (text) => {
    // The four of a quarter's name counts nothing; the quarter itself is counted.
    const masked = text.replaceAll('四半期', 'Q半期').replace(notCounted, (word) => '\ufffc'.repeat(word.length));
    return [...masked.matchAll(counted)].flatMap(({ index, 0: word }): readonly NumberWord[] =>
      unitNames.test(text.slice(index)) ? [] : [{ start: index, length: word.length, form: 'words' }],
    );
  },
  units,
  ownUnit: '[億百千万]*(?:円|倍|米ドル)?',
  contextBefore: /(?:(?:[A-Za-z]+|[表図注]) )?[A-Za-z0-9.,()/-]*$/,
  contextAfter: /^(?:[A-Za-z]+|[^\s\ufffc、。（）.]{0,4})/,
  // Releases in Japanese quote the English names of tables and notes.
  referenceBefore: /(?:Table|Appendix|Note|Page|表|図|注) ?$/i,
  dateAfter: /^[年月日]/,
};
