// Turn English number words, and the words round a figure, into stretches and patterns: what a sentence says, and of how many.

import { matchesIn } from '../../model/matches.ts';
import type { NumberReading, NumberWord } from '../number-reading.ts';
import type { WordReading } from '../word-reading.ts';
import { amountNames } from './amount-names.ts';
import { bases, ownPeriods } from './comparison-names.ts';
import { days } from './days.ts';
import { flags } from './flags.ts';
import { periodBefore } from './period-before.ts';
import { times } from './times.ts';
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

/** A scale that units are named by: the nearest million yen, less than one million yen, Unit: million yen. */
const unitScale = /^(?:(?:one )?(?:thousand|million|billion)) (?:Japanese |US |U\.S\. )?(?:yen|JPY|dollars|USD)/i;
/** `one million U.S. dollars`, in characters. */
const longestUnit = 30;
/** A scale with no number to it, and what stands before it in the name of a unit: in million yen, JPY million / USD thousand. */
const bareScale = /^(?:hundreds?[ -])?(?:hundreds|thousands?|millions?|billions?)$/i;
const moneyAfter = /^ (?:Japanese |US |U\.S\. )?(?:yen|JPY|dollars|USD)/i;
const beforeBare = /^$|(?:\b(?:in|and|or|units?:?|units of) |[,/] ?)$/i;
const afterMoney = /(?<![\d\ufffc][ -]?)(?:\b(?:yen|JPY|dollars|USD)|[¥$])(?:,? in)? ?\(?$/i;
/** `Japanese yen, in`, in characters. */
const longestCurrency = 24;
const beforeUnit = /(?:\b(?:nearest|less than|below|under|fractions? of)(?: an?)? |[(:] ?)$/i;

const month = months.join('|');

export const numbers: NumberReading = {
  inWords: (text) =>
    patterns.flatMap((pattern) =>
      matchesIn(text, pattern).flatMap(({ index, 0: word }): readonly NumberWord[] => {
        // The scale after digits is theirs: 10.6 billion is one number.
        const isScale = /[0-9] $/.test(text.slice(Math.max(0, index - 2), index));
        const isUnit =
          unitScale.test(text.slice(index, index + longestUnit)) && beforeUnit.test(text.slice(Math.max(0, index - 16), index));
        const [before, after] = [text.slice(Math.max(0, index - longestCurrency), index), text.slice(index + word.length)];
        const isBare =
          bareScale.test(word) && (afterMoney.test(before) || (beforeBare.test(before) && moneyAfter.test(after.slice(0, longestUnit))));
        return isScale || isUnit || isBare || unitNames.test(text.slice(index))
          ? []
          : [{ start: index, length: word.length, form: 'words' }];
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

const much = '(?:well|far|slightly|just|somewhat|sharply|significantly|considerably|substantially|marginally|again)';
/** Words on the way to a figure; names that helpers wrote may stand among them. */
const some = (most: number) => `(?: [a-z\ufffc’'-]+){0,${most}}`;
/** A result by its name, typed or by a helper, as what comes to an amount. */
const result = '(?:an? |the )?(?:\\ufffc{1,40}|(?:net )?(?:loss|losses|income|profits?|gains?|deficit))';
const about =
  '(?: (?:approximately|about|around|some|roughly|nearly|almost|only|just|as much as|an? further|more than|over|at least|an? total of))?';
/** What an amount lies above or below. */
const object = '(?:those|that|the (?:same|previous|prior|level|\ufffc)|a year|\ufffc)';
/** After a verb of two words: `the site went down again` and `we picked up orders` tell of no figure. */
const moving =
  '(?=(?: [a-z]+ly| again| further){0,2}(?: (?:to|by|from|in|over|compared|on the (?:year|quarter)|year[- ]on[- ]year|quarter[- ]on[- ]quarter)\\b|[,.;]|$))';
const movingBy = `(?:${moving}|(?= \ufffc))`;
/** After a noun that has other senses: how far, or since when. */
const nounMoving =
  '(?=(?: (?:of|by|to)(?: (?:about|approximately|around|some|nearly|almost|over|more than))? \ufffc| (?:from|compared|on the (?:year|quarter))\\b| in \ufffc))';
/** What stands before a word is looked at behind it: a pattern that begins with a letter is sought many times faster. */
const nounsOf = (names: string) => `\\b(?:${names})\\b(?!-)(?:${nounMoving}|(?<=\ufffc (?:${names})))`;

/** Words of direction that say so alone. */
const directionWords = {
  up: /\b(?:increas(?:e[sd]?|ing)|grew|grow(?:s|n|ing|th)?|rose|ris(?:e[sn]?|ing)|jump(?:ed|s|ing)?|surg(?:e[sd]?|ing)|climb(?:ed|s|ing)?|soar(?:ed|s|ing)?|expand(?:ed|s|ing)|expansion|advanc(?:ed|es)|gained|(?:strengthened|swelled)(?= (?:[a-z]+ly )?(?:to|by|from)\b)|widen(?:ed|s|ing)|higher|doubled|tripled|quadrupled)\b(?!-)|\bup(?= \ufffc| (?:by|from|on|over|compared)\b)|\bup(?<=\ufffc up)\b/,
  down: /\b(?:decreas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|fell|fall(?:s|en|ing)?|dropp?(?:ed|s|ing)?|shr[aiu]nk(?:s|ing|age)?|contraction|(?:contracted|weakened|softened|eased)(?= (?:[a-z]+ly )?(?:to|by|from)\b)|dwindled|diminished|slumped|slid|slipped|plunged|tumbled|sank|dipped|reduced|reduction|narrow(?:ed|s|ing)|halved|lower)\b(?!-)|\bdown(?<!\bbroken down)(?= \ufffc| to \ufffc| (?:by|from|on|over|compared)\b)|\bdown(?<=\ufffc down)\b/,
};

export const words: WordReading = {
  /** Set text has its own dashes and spaces, and may have full-width marks. */
  clauseEnds: /[,;:()，；：（）“”]|\b(?:and|but|although|though|while|whereas|however)\b|[-‐‑–—－](?=[ \u00a0\u202f])/gi,
  /** `up` and `down` count right beside a figure, or where they compare. */
  directions: {
    up: new RegExp(
      `${directionWords.up.source}|\\b(?:(?:went|go(?:es|ing|ne)?|mov(?:ed|es|ing)|edged|ticked|inched|crept|nudged|trended|shot|ratcheted) up(?!-)${movingBy}|(?:picked|picking|picks) up${moving}|(?:rebounded|rallied|recovered|(?:bounced|sprang) back)(?= (?:[a-z]+ly )?(?:to|by) ))|\\bup(?<=\\b(?:was|were|is|are) up)(?= in \ufffc)|${nounsOf('upturn|upswing|uptick|pick-?up|rebound')}`,
      'gi',
    ),
    down: new RegExp(
      `${directionWords.down.source}|\\b(?:(?:went|go(?:es|ing|ne)?|c(?:ame|omes|oming)|mov(?:ed|es|ing)|edged|ticked|inched|crept|nudged|trended|ratcheted) down(?!-)${movingBy}|(?:tailed|trailed|tapered) (?:off|away)${moving}|(?:retreated|receded)(?= (?:[a-z]+ly )?(?:to|by|from) ))|\\bdown(?<=\\b(?:was|were|is|are) down)(?= in \ufffc)|${nounsOf('downturn|downswing|downtick|slide|slump|dip|plunge|tumble')}`,
      'gi',
    ),
    better: /\b(?:improv(?:e[sd]?|ing|ements?)|got better)\b/gi,
    worse: new RegExp(`\\b(?:worsen(?:ed|ing|s)?|deteriorat(?:e[sd]?|ing|ion)|got worse)\\b|${nounsOf('setback')}`, 'gi'),
    profit: /\b(?:turn(?:ed)?|return(?:ed)?) to (?:a )?profit\b/gi,
    loss: /\b(?:turn(?:ed)?|fell|swung) to (?:a )?loss\b(?! of)/gi,
  },
  relations: {
    above: new RegExp(
      `(?<!\\b(?:was|were|been|be) )\\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topped|outpaced|outstripped)\\b|\\b(?:higher|greater|larger) than\\b|\\b(?:was|were|is|are|came in|stood|remained|rose|be) (?:${much} )?above\\b|\\b(?:above|ahead of|in excess of)(?= ${object})`,
      'gi',
    ),
    below: new RegExp(
      `\\b(?:fell|falls|falling|fall|came in|coming in) (?:${much} )?short of\\b|\\b(?:lower|smaller|less) than\\b|\\b(?:was|were|is|are|came in|stood|remained|fell|dropped|be) (?:${much} )?below\\b|\\b(?:below|short of)(?= ${object})|\\bundershot\\b|\\bfail(?:s|ed|ing)? to (?:reach|match)(?= ${object})`,
      'gi',
    ),
    object: 'after',
  },
  links: {
    movedAfter: new RegExp(
      `^(?: [a-z]+ly| further| again)?(?:(?: by| of)?${about} | (?:of|in)(?: (?!(?:raised|lifted|boosted|reduced|increased|decreased|lowered|pushed|cut|brought|helped|caused|led|and|that|which)\\b)[a-z]+){1,7} by${about} )(?:[A-Z]{1,3}|¥)?$`,
      'i',
    ),
    movedBefore:
      /^ (?:(?:net|overall|total|further|strong|sharp|steep|slight|steady|[a-z]+ly|year-on-year|quarter-on-quarter|percentage[- ]points?|points?) ){0,3}$/i,
    movingNoun:
      /^(?:increase|decrease|decline|rise|drop|fall|growth|reduction|expansion|contraction|improvement|deterioration|upturn|upswing|uptick|pick-?up|rebound|downturn|downswing|downtick|slide|slump|dip|plunge|setback|up|down|higher|lower|above|below)$/i,
    relatedAfter: new RegExp(`^${some(14)} by${about} $`, 'i'),
    levelAfter: new RegExp(
      `^(?::|(?:(?: [a-z]+ly| as expected| again| further| back| off| away| year[- ]on[- ]year| quarter[- ]on[- ]quarter| on the year| in \ufffc{1,40}){0,3}(?: from${some(12)})?| in${some(3)})` +
        `(?<!due|owing|thanks|compared|attributable|attributed|relative|contributed|addition),? (?:to|reaching)${some(6)}) $`,
      'i',
    ),
    attributive:
      /\b(?:higher|lower|increased|decreased|reduced|improved|expanded|rising|falling|growing|declining|shrinking|increasing|decreasing|improving|worsening|deteriorating)$/i,
    attributed:
      /^ (?!(?:by|to|from|than|at|in|on|over|of|for|compared|and|or|but|year|quarter|due|because|as|with|after|when|while|since|which|that|the|its|a|an|this|again|further|more|even|only|about|approximately|some)\b)(?![a-z]+ly\b)[a-z]/i,
    attributedLevel:
      /^(?: (?![a-z]+ed\b|(?:brought|made|gave|led|left|took|put|drove|cut|sent|meant|let)\b)[a-z’'-]+){1,4} (?:of|at) (?:approximately |about )?$|^ (?:approximately |about )?$/i,
    objectLink: new RegExp(`^${some(9)} $`, 'i'),
    baseBefore: new RegExp(
      `(?:compared (?:to|with|against)|against|versus|vs\\.|from|than|over|relative to|in comparison (?:to|with))${some(8)} $`,
      'i',
    ),
    deniedBefore:
      /(?:\b(?:not|never|no|without|neither|nor|fail(?:ed|ing|s)? to|cannot|rather than|instead of)|n[’'‘]t)(?: (?:[a-z]+ly|been|be|an?|any|further|have|show|see|yet|even)){0,3} $/i,
    goesOn:
      /^(?: \([^()]{0,80}\))?(?: in \ufffc{1,40})?,?(?: and| which| it| they)?(?: (?:was|were|is|are|had|has|have|been|also|an?|slightly|significantly|sharply|much|sharp|slight)){0,4} $/i,
    goesOnAfter: /^(?:[.,;]|$| (?:from|compared|of|on|over|versus|against)\b)/i,
    lossBefore: /\b(?:the|its|this|a) (?:[a-z]+ )?(?:loss|deficit) (?:was |has |had )?$/i,
    toldBefore: {
      before: /(?:^|[.;] )(?:and |but )?(?:this|the) (?:slight |sharp |strong |large )?$/i,
      after: /^(?: in (?:it|them))? (?:was|were|is|reflects|reflected|resulted|came|stems|stemmed|mainly|primarily)\b/i,
      since: /^ (?:compared (?:to|with)|from|over|against|since) (?:the )?$/i,
    },
    sharedBefore: /^ ?(?:,|and|,? and)?(?: [a-z’'-]+){1,9} by(?: approximately| about| around)? $/i,
  },
  causes: {
    causeBefore: /\b(?:pace|rate|speed) of (?:growth|decline|increase|decrease|expansion)(?: has| had)? $/i,
    opens:
      /\b(?:due|owing|thanks)(?: [a-z]+)? to\b|\bbecause\b|\bas a result of\b|\bas (?=[a-z]+ (?:[a-z]+ )?(?:rose|fell|increased|decreased|declined|grew))|\breflect(?:s|ed|ing)?\b|\b(?:despite|in spite of|following|amid|after|with|since)\b|\b(?:driven|led|supported|helped|caused|boosted|offset|affected|hit|backed) by\b|\bon (?=(?:the back|the strength|higher|lower|increas|decreas|ris|fall|grow|declin|strong|weak))|\b(?:was|were|is|are|mainly|primarily|largely|chiefly) attributable to\b|\battribut(?:ed|able (?:mainly|primarily|largely|chiefly)) to\b/gi,
  },
  topics: [],
  changeLabels: {
    risesWhenPositive: /^(?:net )?change\b|^(?:net )?increase \(decrease\)|^(?:net )?increase\b(?!.*decrease)|\bgrowth\b/i,
    fallsWhenPositive: /^(?:net )?decrease \(increase\)|^(?:rate of )?decline (?:of|in)\b/i,
  },
  joining: { agree: /\band\b/gi, differ: /\b(?:but|although|though|while|whereas|however)\b/gi },
  results: { gain: /\b(?:income|profit|gain)s?\b/gi, loss: /\b(?:loss(?:es)?|deficit)\b/gi },
  directionReach: 24,
  resultReach: 60,
  weakBases: { before: /\b(?:from|than|over|on|above|below|short of)(?: [a-z]+){0,4} $/i },
  periodAfter: { ofItself: /^ (?:\w+ )?(?:in|for|as of|as at|at the end of) $/, comparedWith: /^ (?:compared (?:to|with)|from) $/ },
  amountNames,
  periodBefore,
  samePeriod: /^ (?:quarter |half )?(?:(?:year )?ended (?:on )?|of (?:FY ?|fiscal (?:year )?)|\([“"]?)$/,
  ownPeriods,
  bases,
  baseOfComparison: { before: /\b(?:from|compared (?:to|with)|against|versus|than|after)(?: [a-z]+){0,4} ?$/i },
  besideFigure: { before: /^(?: (?:by|of|to))?(?: (?:approximately|about|around|some|nearly))? $/i },
  saidOfAmount: {
    ofChange: /^\)?(?: in \ufffc{1,40})?(?:,? \(|, (?:(?:which (?:is|was|represents) )|representing )?)$/,
    ofDollars: /^,? \(?$/,
    ofBase: /^\)?(?: in \ufffc{1,40})?,? (?:as )?(?:compared (?:to|with)|against|versus) (?:an? \ufffc{1,40} of )?$/,
    ofSecondChange: /^ (?:compared (?:to|with)|from|over|on) (?:\ufffc{1,40}|the [a-z -]{3,40}),? (?:\ufffc{1,20}|and|but|while) $/,
  },
  besideMovement: {
    size: { after: new RegExp(`^ (?:of|by)${about} $`) },
    level: { after: new RegExp(`^(?: \\([^()]{0,40}\\))? to${about} $`) },
    base: {
      after: new RegExp(`^(?: in \ufffc{1,40})? (?:from|compared (?:to|with)|against|versus|over)${about} (?:${result} of )?$`, 'i'),
    },
    comparedAmount: new RegExp(`,? (?:as )?compared (?:to|with) (?:${result} of )?$`, 'i'),
    comparedToo: new RegExp(`^(?: in \ufffc{1,40})?,? and (?:to )?(?:${result} of )?$`, 'i'),
  },
  flags,
  times,
  days,
};
