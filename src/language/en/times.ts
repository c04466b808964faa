// Turn the English words round the name of a period into patterns: what is expected of it, what came about in it, what is compared with it.
import type { TimeWords } from '../word-reading.ts';

const part = '(?<part>(?:(?:first|second) half|(?:first|second|third|fourth) quarter|end|(?:three|six|nine) months) of (?:the )?)?';
const year = '(?:FY ?|fiscal (?:year )?)?';

export const times: TimeWords = {
  expects:
    /\b(?:expect(?:s|ed)?(?! \w+ to have)|anticipates?|forecasts?|projects|predicts?|plans?|intends?|aims?|targets?|guidance|outlook|will|likely|sees)\b/i,
  settles:
    /\b(?:dividends?|pays?|paid|payments?|files?|filed|filing|reports?|tax(?:es)?|bonus(?:es)?|publish(?:es)?|submit(?:s|ted)?|restate[sd]?|reclassif\w+)\b/i,
  expectedOf: { before: new RegExp(`\\b(?:for|in|during) (?:the )?(?:full|whole|entire|all of|second half of(?: the)?) ${year}$`, 'i') },
  announces: {
    after: /^ (?:(?:earnings|results|financial|business|fiscal) ){1,2}(?:announcement|release|briefing|presentation)\b/i,
    will: /\b(?:will|scheduled|to be (?:held|announced|published))\b/i,
  },
  secondHalf: { before: new RegExp(`\\bsecond half of (?:the )?${year}$`, 'i') },
  cameAbout:
    /\b(?:grew|rose|fell|increased|decreased|declined|improved|expanded|jumped|dropped|totaled|totalled|amounted to|came to|reached|was|were)\b/i,
  comparedWith: {
    before: new RegExp(
      `\\b(?:compared (?:to|with)|against|versus|than|over|from) (?:that of |those of |in )?(?:the )?${part}${year}$`,
      'i',
    ),
  },
  isOf: { before: new RegExp(`\\b(?:in|for|during|of) (?:the )?${part}${year}$`, 'i') },
};
