// Turn a language into how its text is set: its tradition, rules for typed characters, hyphens, and ties, with those of the English that all releases quote.
import { matchesIn } from '../model/matches.ts';

/** Replaces the characters from `start` up to `end`. */
export interface Edit {
  /** Offsets in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A rule reads the whole text and gives its edits, in order; those that touch a closed character are not made. */
export type TypesetRule = (text: string, closed: (at: number) => boolean) => readonly Edit[];

/** Edits that put `by` in the place of every match, or of those that `where` lets through. */
export function replaced(
  text: string,
  pattern: RegExp,
  by: string,
  where: (start: number, end: number) => boolean = () => true,
): readonly Edit[] {
  return matchesIn(text, pattern)
    .map(({ 0: match, index }) => ({ start: index, end: index + match.length, text: by }))
    .filter(({ start, end }) => where(start, end));
}

/** Running text loses typed spaces between scripts; titles, names and table labels keep them. */
export type TextKind = 'body' | 'name';

/**
 * `cjk`: characters of one em without word spaces, lines that end between any two of them (JLREQ); `latin`: words parted by spaces, which
 * give and take to fill a line.
 */
export type Tradition = 'cjk' | 'latin';

/** Stretches that stay on one line. Every pattern is searched for all its matches. */
export interface Ties {
  /** Characters of which a text with units or dates has one: a quick no for all others. */
  readonly script: RegExp;
  /** Figures with what counts them; the group `unit` marks where a wide one may open rather than overflow, by its indices. */
  readonly units: readonly RegExp[];
  /** Dates, which may open, reluctantly, before the groups `month` and `day`, by their indices. */
  readonly dates: readonly RegExp[];
  /** Words that a line never parts. */
  readonly phrases: readonly RegExp[];
  /** Words that a justified line parts where it would stand visibly apart otherwise, and no other line does. */
  readonly compounds: readonly RegExp[];
  /** Words better kept together; a line may end after the match where it has no good end otherwise, a page hardly ever. */
  readonly pairs: readonly RegExp[];
  /** Words of one name: a line may end after the match and costs a little, a page hardly ever. */
  readonly names: readonly RegExp[];
  /** Where a page should not end, after the match, though a line may: a figure and what it is a figure of. */
  readonly pages: readonly RegExp[];
  /** Where a line that is not justified had better not end, after the match: a heading or a label is broken by its sense. */
  readonly ragged: readonly RegExp[];
}

/** How words of small letters are parted at the ends of lines. */
export interface Hyphenation {
  /** Name of the pattern file in the package `hyphen`. */
  readonly patterns: string;
  /** The least number of letters of a word that is parted, and of what stands before and after the hyphen. */
  readonly shortestWord: number;
  readonly leastBefore: number;
  readonly leastAfter: number;
}

/** How text of a language is set. */
export interface Typesetting {
  /** What typed characters become, by what the text is; applied until no rule has an edit left. */
  readonly rules: Readonly<Record<TextKind, readonly TypesetRule[]>>;
  readonly ties: Ties;
  /** Absent for a language whose words are not parted by hyphens. */
  readonly hyphenation?: Hyphenation;
}

/** A figure in digits with its currency sign and its minus. */
export const typedFigure = String.raw`(?:[$¥￥＄]|US\$|JPY|USD)?(?:\(-\)|[−△▲])?\d[\d,.]*`;

const months = String.raw`(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)`;
/** What ends the name of a company and says its legal form. */
const legalForms = String.raw`(?:(?:Inc|Ltd|Corp|Co|K\.K|S\.A|N\.V|B\.V|Pte)\.|(?:Inc|Ltd|Corp|LLC|LLP|PLC|plc|GmbH|AG|Incorporated|Limited)\b)`;

/** Words that stay on one line with what follows. */
export const westernPhrases: readonly RegExp[] = [
  /\(-\)[\d,.]+%?/g,
  new RegExp(
    String.raw`${typedFigure} (?:million|billion|trillion|thousand|percent|times|yen|shares|am\b|pm\b|a\.m\.|p\.m\.|[GMk]?bps|years?\b|months?\b|days?\b)`,
    'g',
  ),
  /\b(?:Table|Page|Note|Notes|Form|Appendix|Section|Exhibit|Item|Part|No\.) [(\d][\w()-]*[.,:;]?/g,
  new RegExp(String.raw`\b${months} \d{1,2}\b,?`, 'g'),
  new RegExp(String.raw`\b\d{1,2} ${months}(?![\w])`, 'g'),
  // A code and the exchange that it is listed on.
  /\b[A-Z][A-Za-z.]{1,15}: [A-Z0-9][A-Z0-9.]{0,7}(?=[);,])/g,
  /(?:JPY|USD|US\$|\$|¥)(?:\(-\))?\d[\d,.]*%?/g,
  /\b(?:Mr|Mrs|Ms|Dr)\. \S/g,
  /\b[A-Z]\. (?=[A-Z][a-z])\S/g,
  /\b[A-Z]{2,} \d[A-Z]\b/g,
  // The number of an item in a sentence.
  /(?<=[:;,] (?:and |or )?)\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\) \S/g,
];

/** Words better kept together. */
export const westernPairs: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:[Aa]pproximately|[Aa]bout|[Nn]early|[Aa]lmost|[Aa]round|[Rr]oughly|[Oo]ver|[Uu]nder|at least|at most|up to|(?:more|less) than) (?=${typedFigure})`,
    'g',
  ),
  new RegExp(String.raw`\S,? (?=${legalForms})`, 'g'),
  // A year and its month, day or number of a quarter.
  new RegExp(String.raw`\b${months}(?: \d{1,2},?)? (?=(?:19|20)\d\d\b)`, 'g'),
  /\b(?:[Ff]iscal(?: [Yy]ear)?|FY|Q[1-4]|[1-4]Q|H[12]|[12]H|[Qq]uarter|[Hh]alf) (?=(?:19|20)\d\d\b)/g,
  // A quarter or a half and which it is.
  /\b(?:1st|2nd|3rd|4th|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) (?=[Qq]uarter\b|[Hh]alf\b)/g,
];

/** A word and the next one that begin with capitals: the name of a company, a person, a place, a product. */
export const westernNames: readonly RegExp[] = [
  /\b[A-Z][\w-]{1,30} (?=[A-Z][\w-]*[a-z])/g,
  // A short word that opens a bracket.
  /\([A-Za-z]{1,3} (?=\S)/g,
];

/** A change and how large it is, a name and what a bracket says of it. */
export const westernPages: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:increase|decrease|rise|fall|growth|decline|gain|loss|profit|total) (?=of ${typedFigure})`, 'g'),
  new RegExp(String.raw`\b(?:by|of|to) (?=${typedFigure})`, 'g'),
  /\b[A-Z][\w&.-]* (?=\()/g,
];

/** Words that lean on the next one, what stands in brackets, and what a colon announces. */
export const westernRagged: readonly RegExp[] = [
  /\b(?:an?|the|of|to|for|from|and|or|in|on|by|with|at|as|than) (?=\S)/gi,
  /(?<=\([^()]{0,80}) (?=[^()]{0,80}\))/g,
  /: (?=\S)/g,
];
