// Turn Japanese numbers in kanji, and the words round a figure, into stretches and patterns: what a sentence says, and of how many.
import type { NumberReading, NumberWord, WordReading } from '../reading.ts';
import { flags } from './flags.ts';

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

export const words: WordReading = {
  clauseEnds: /[、，；：（）「」]/g,
  directions: {
    up: /増加|増収|増益|上昇|伸び|拡大|(?<!逓|微)増(?![減加収益資員設強大進税額幅])/g,
    down: /減少|減収|減益|低下|下落|縮小|(?<!増)減(?![価損少収益資員税額免増])/g,
    better: /改善/g,
    worse: /悪化/g,
    profit: /黒字[にへ]?転換|黒字化/g,
    loss: /赤字[にへ]?転落|赤字化/g,
  },
  joining: { agree: /また|ともに|共に|さらに/g, differ: /一方|ものの|しかし|(?<=[たるすだ])が、/g },
  results: { gain: /利益|黒字|差益/g, loss: /損失|赤字|差損/g },
  directionReach: 12,
  resultReach: 24,
  periodBefore: [
    { pattern: /(前年同(?:四半)?期比)約?$/, base: 'year-before' },
    { pattern: /(前期比)約?$/, base: 'previous' },
  ],
  baseOfComparison: {
    before: /(?:前年同(?:四半)?期|前年度?|前(?:四半)?期|前連結会計年度)末?[はのが]?$/,
    after: /^(?:から|に対し|に比べ|と比べ|と比較|より)/,
  },
  besideFigure: { after: /^[のもとへに、]?$/ },
  saidOfAmount: { ofChange: /^[（(](?:同|前(?:年|期|年同期|年同四半期|四半期|年度)比[ \u3000]?)?$/, ofDollars: /^[（(]$/ },
  flags,
};
