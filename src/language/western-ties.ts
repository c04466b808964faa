// Turn English words and figures, which releases of every language quote, into the stretches that no line parts.

/** A figure in digits with its currency sign and its minus. */
export const typedFigure = String.raw`(?:[$¥￥＄]|US\$|JPY|USD)?(?:\(-\)|[−△▲])?\d[\d,.]*`;

/** Words that stay on one line with what follows. */
export const westernPhrases: readonly RegExp[] = [
  /\(-\)[\d,.]+%?/g,
  new RegExp(
    String.raw`${typedFigure} (?:million|billion|trillion|thousand|percent|times|yen|shares|am\b|pm\b|a\.m\.|p\.m\.|[GMk]?bps|years?\b|months?\b|days?\b)`,
    'g',
  ),
  /\b(?:Table|Page|Note|Notes|Form|Appendix|Section|Exhibit|Item|Part|No\.) [(\d][\w()-]*[.,:;]?/g,
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?) \d{1,2}\b,?/g,
  /(?:JPY|USD|US\$|\$|¥)(?:\(-\))?\d[\d,.]*%?/g,
  /\b(?:Mr|Mrs|Ms|Dr)\. \S/g,
  /\b[A-Z]\. (?=[A-Z][a-z])\S/g,
  /\b[A-Z]{2,} \d[A-Z]\b/g,
];

/** Words better kept together. */
export const westernPairs: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:approximately|about|nearly|almost|over) (?=${typedFigure})`, 'g'),
  /\S,? (?=(?:Inc|Ltd|Corp|Co|K\.K)\.)/g,
];
