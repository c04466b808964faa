// Turn the digits and number words of a text into stretches, in the ways that its language writes amounts.
import type { Lang } from '../model/language.ts';

/** A number as it is written. */
export interface NumberWord {
  /** Offset and length in UTF-16 code units. */
  readonly start: number;
  readonly length: number;
  readonly form: 'digits' | 'words';
}

const digitsPattern = /[0-9０-９](?:[0-9０-９.,．，]*[0-9０-９])?/g;

const small = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen';
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const large = 'hundreds?|thousands?|millions?|billions?|trillions?|dozens?';
const ordinal = 'second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
const english: readonly RegExp[] = [
  // Before the word that is counted; `one` alone is mostly a pronoun and counts only before a large number.
  new RegExp(`\\b(?:one[ -](?=${large}))?(?:${small}|${tens}|${large})(?:[ -](?:${small}|${tens}|${large}))*\\b(?= +[a-z(])`, 'gi'),
  new RegExp(
    `\\b(?:${ordinal})[ -](?:most|consecutive|straight|highest|largest|lowest|smallest|biggest|best|longest|fastest|greatest)\\b`,
    'gi',
  ),
  /\b(?:first|second|third|fourth)[ -](?:half|quarters?)\b/gi,
  /\b(?:one|two|three|four)-(?:half|halves|thirds?|quarters?|fifths?)\b|(?<!\b(?:first|second|latter|other) )\bhalf of\b/gi,
  /\b(?:twice|doubled?|doubling|tripled?|tripling|quadrupled?|halved)\b(?!-)/gi,
];

const kanji = '〇一二三四五六七八九十百千万億兆';
const counters =
  '円|米ドル|ドル|年|ヶ月|か月|カ月|月|日|週|人|名|社|件|つ|倍|割|株|回|番目|番|位|期|Q半期|台|店|行|銀行|拠点|箇所|か所|カ所|ヶ所|種類|ポイント|歳|階|[%％]';
const japanese = new RegExp(`(?:第|約)?(?<![${kanji}])[${kanji}]+(?=${counters})`, 'g');
/** Names of units, not amounts: （百万円）, 千米ドル. */
const unitNames = /^[十百千万億兆]+(?=円|米ドル|ドル|株)/;
/** Words that hold a numeral and count nothing. */
const notCounted = /一番(?!目)|一日も|一期一会/g;

/** Names of units, not amounts: in thousands of yen. */
const englishUnits = /^(?:hundreds|thousands|millions|billions) of (?:Japanese |US |U\.S\. )?(?:yen|JPY|dollars|USD)/i;
/** What numbers a paragraph, an item or a heading: (1), 1., 2) at the start of a text. */
const numbering = /^[（(]?[0-9０-９]{1,2}(?:[）)]|[.．](?![0-9０-９]))/;

/** In order of the text. A number in digits takes its separators with it, not its unit. */
export function numberWords(text: string, lang: Lang): readonly NumberWord[] {
  const found: NumberWord[] = [...text.matchAll(digitsPattern)].map(({ index, 0: { length } }) => ({
    start: index,
    length,
    form: 'digits',
  }));
  if (lang === 'en') {
    for (const pattern of english) {
      for (const { index, 0: word } of text.matchAll(pattern)) {
        // The scale after digits is theirs: 10.6 billion is one number.
        const scale = /[0-9] $/.test(text.slice(Math.max(0, index - 2), index));
        if (!scale && !englishUnits.test(text.slice(index))) found.push({ start: index, length: word.length, form: 'words' });
      }
    }
  } else {
    // The four of a quarter's name counts nothing; the quarter itself is counted.
    const counted = text.replaceAll('四半期', 'Q半期').replace(notCounted, (word) => '\ufffc'.repeat(word.length));
    for (const { index, 0: word } of counted.matchAll(japanese)) {
      if (!unitNames.test(text.slice(index))) found.push({ start: index, length: word.length, form: 'words' });
    }
  }
  const after = numbering.exec(text)?.[0].length ?? 0;
  return found.filter(({ start }) => start >= after).sort((a, b) => a.start - b.start);
}
