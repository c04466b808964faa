// Turn a text into the stretches that no line may break: figures with their units, words that stay together, addresses.

/** What a joint inside a stretch costs instead of being forbidden; absent: forbidden. */
export interface Tie {
  /** Offsets in the text, in UTF-16 code units; the end is one past the last. */
  readonly start: number;
  readonly end: number;
  /** Offset inside the stretch → penalty of a break there. All other offsets between start and end are forbidden. */
  readonly joints: ReadonlyMap<number, number>;
}

/** A cluster wider than this many em may open where its unit begins, at this penalty. */
const widestCluster = 10;
const openUnit = 5000;
/** Between the year, the month and the day of a date. */
const openDate = 300;
/** Between words of a pair: worse than the loosest good line, better than a line that only emergency spaces fill. */
const openPair = 300;
/** Inside a web or mail address, after one of its separators: worse than any loose line, better than an emergency. */
const openAddress = 200;

const number = String.raw`(?:[$¥￥＄]|US\$|JPY|USD)?(?:\(-\)|[−△▲])?\d[\d,.]*`;
const japaneseUnits =
  '(?:ページ|番|回|件|年|日|人|社)目|百万円|百万ドル|千円|千ドル|千株|億円|億ドル|万円|万人|億株|円|億|万|倍|年度|年間|年|月期|月末|月|日|四半期|ページ|ヶ月|か月|つ|株|単位|米ドル|ドル|人|社|件|時|分|[GMk]?bps|[%％]';

/** A text without these holds no Japanese unit. */
const japanese = /[\u3005-\u9fff]/;

/** Figures with units and ordinals of Japanese text; named groups mark where a unit begins. */
const clusters: readonly RegExp[] = [
  new RegExp(`約?${number}(?<unit>${japaneseUnits})`, 'gd'),
  /第\d+(?<unit>四半期|期|回|条|号|位)/dg,
  /[表図注] ?\d+[.．]?/dg,
  /約\d[\d,.]*/dg,
];

const dates = /(?<year>\d{4}年)(?<month>\d{1,2}月)?(?<day>\d{1,2}日)?/dg;

/** Words of English text that stay on one line with what follows. */
const phrases: readonly RegExp[] = [
  /\(-\)[\d,.]+%?/g,
  new RegExp(
    String.raw`${number} (?:million|billion|trillion|thousand|percent|times|yen|shares|am\b|pm\b|a\.m\.|p\.m\.|[GMk]?bps|years?\b|months?\b|days?\b)`,
    'g',
  ),
  /\b(?:Table|Page|Note|Notes|Form|Appendix|Section|Exhibit|Item|Part|No\.) [(\d][\w()-]*[.,:;]?/g,
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?) \d{1,2}\b,?/g,
  /(?:JPY|USD|US\$|\$|¥)(?:\(-\))?\d[\d,.]*%?/g,
  /\b(?:Mr|Mrs|Ms|Dr)\. \S/g,
  /\b[A-Z]\. (?=[A-Z][a-z])\S/g,
  /\b[A-Z]{2,} \d[A-Z]\b/g,
];

/** Words better kept together; where a line has no good end otherwise, it may end between them. */
const pairs: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:approximately|about|nearly|almost|over) (?=${number})`, 'g'),
  /\S,? (?=(?:Inc|Ltd|Corp|Co|K\.K)\.)/g,
  /\d[%％](?=[増減])/g,
];

const addresses = /(?:https?:\/\/|www\.)[\w./?&=%#~:+-]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** All stretches of a text, in no order; they may overlap. */
export function ties(text: string): readonly Tie[] {
  const found: Tie[] = [];
  const none: ReadonlyMap<number, number> = new Map();
  const isJapanese = japanese.test(text);
  for (const pattern of isJapanese ? clusters : []) {
    for (const match of text.matchAll(pattern)) {
      const unit = match.indices?.groups?.unit?.[0];
      const joints = unit !== undefined && widthInEm(match[0]) > widestCluster ? new Map([[unit, openUnit]]) : none;
      found.push({ start: match.index, end: match.index + match[0].length, joints });
    }
  }
  for (const match of isJapanese ? text.matchAll(dates) : []) {
    const parts = [match.indices?.groups?.month, match.indices?.groups?.day];
    const joints = new Map(parts.flatMap((part) => (part ? [[part[0], openDate] as const] : [])));
    found.push({ start: match.index, end: match.index + match[0].length, joints });
  }
  for (const pattern of phrases) {
    for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length, joints: none });
  }
  for (const pattern of pairs) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      found.push({ start: match.index, end: end + 1, joints: new Map([[end, openPair]]) });
    }
  }
  for (const match of text.matchAll(addresses)) {
    const joints = new Map<number, number>();
    for (const separator of match[0].matchAll(/[/.?&=_-](?=[\w#~%])/g)) joints.set(match.index + separator.index + 1, openAddress);
    found.push({ start: match.index, end: match.index + match[0].length, joints });
  }
  return found;
}

/** Rough width: ideographs one em, everything else a little more than half. */
function widthInEm(text: string): number {
  let em = 0;
  for (const character of text) em += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.555;
  return em;
}
