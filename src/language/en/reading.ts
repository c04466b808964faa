// Turn English number words, and the words round a figure, into stretches and patterns: what a sentence says, and of how many.
import type { NumberReading, NumberWord, WordReading } from '../reading.ts';
import { flags } from './flags.ts';
import { months } from './writing.ts';

const small = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen';
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const large = 'hundreds?|thousands?|millions?|billions?|trillions?|dozens?';
const ordinal = 'second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth';
const patterns: readonly RegExp[] = [
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

/** Names of units, not amounts: in thousands of yen. */
const unitNames = /^(?:hundreds|thousands|millions|billions) of (?:Japanese |US |U\.S\. )?(?:yen|JPY|dollars|USD)/i;

const month = months.join('|');

export const numbers: NumberReading = {
  inWords: (text) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap(({ index, 0: word }): readonly NumberWord[] => {
        // The scale after digits is theirs: 10.6 billion is one number.
        const isScale = /[0-9] $/.test(text.slice(Math.max(0, index - 2), index));
        return isScale || unitNames.test(text.slice(index)) ? [] : [{ start: index, length: word.length, form: 'words' }];
      }),
    ),
  units: ['\\s(?:thousand|million|billion|trillion|percent|times)\\b'],
  ownUnit: '(?:\\s(?:thousand|million|billion|times)\\b)?',
  contextBefore: /(?:[A-Za-z]+ )?[A-Za-z0-9.,()/-]*$/,
  contextAfter: /^[\w/-]*(?: [a-z]+)?/,
  referenceBefore: /(?:Table|Appendix|Note|Page) ?$/i,
  dateBefore: new RegExp(`(?:${month}) $`),
  dateAfter: new RegExp(`^ (?:${month})`),
  periodWord: /[ -](?:half|quarters?)$/i,
};

export const words: WordReading = {
  /** Set text has its own dashes and spaces, and may have full-width marks. */
  clauseEnds: /[,;:()，；：（）]|\b(?:and|but|although|though|while|whereas|however)\b|[-‐‑–—－](?=[ \u00a0\u202f])/gi,
  /** `up` and `down` count right beside a figure only. */
  directions: {
    up: /\b(?:increas(?:e[sd]?|ing)|grew|grow(?:s|n|ing|th)?|rose|ris(?:e[sn]?|ing)|jumped|surged|climbed|higher)\b|\bup(?= \ufffc)|(?<=\ufffc )up\b/gi,
    down: /\b(?:decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|fell|fall(?:s|en|ing)?|dropp?(?:ed|s)?|shrank|lower)\b|\bdown(?= \ufffc)|(?<=\ufffc )down\b/gi,
    better: /\bimprov(?:e[sd]?|ing|ements?)\b|\bnarrowed\b/gi,
    worse: /\b(?:worsen(?:ed|ing|s)?|deteriorat(?:e[sd]?|ing|ion)|widened)\b/gi,
    profit: /\b(?:turn(?:ed)?|return(?:ed)?) to (?:a )?profit\b/gi,
    loss: /\b(?:turn(?:ed)?|fell|swung) to (?:a )?loss\b/gi,
  },
  joining: { agree: /\band\b/gi, differ: /\b(?:but|although|though|while|whereas|however)\b/gi },
  results: { gain: /\b(?:income|profit|gain)s?\b/gi, loss: /\b(?:loss(?:es)?|deficit)\b/gi },
  directionReach: 24,
  resultReach: 60,
  periodAfter: { ofItself: /^ (?:\w+ )?in $/, comparedWith: /^ (?:compared (?:to|with)|from) $/ },
  periodBefore: [],
  baseOfComparison: { before: /\b(?:from|compared (?:to|with)|against|versus|than|after)(?: [a-z]+){0,4} ?$/i },
  besideFigure: { before: /^(?: (?:by|of|to))?(?: (?:approximately|about|around|some|nearly))? $/i },
  saidOfAmount: { ofChange: /^(?:,? \(|, (?:(?:which (?:is|was|represents) )|representing )?)$/, ofDollars: /^,? \(?$/ },
  flags,
};
