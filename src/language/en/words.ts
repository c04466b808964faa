// Turn English words round a figure into patterns: what a sentence says of it.
import type { WordReading } from '../word-reading.ts';

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
};
