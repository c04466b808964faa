// Turn German number words into stretches.
import type { NumberReading } from '../../../src/language/number-reading.ts';

const counted = /\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend)(?= [A-ZÄÖÜ])/g;

export const numbers: NumberReading = {
  inWords: (text) => [...text.matchAll(counted)].map(({ index, 0: word }) => ({ start: index, length: word.length, form: 'words' })),
  units: ['\\s(?:Tausend|Millionen|Milliarden|Yen)\\b'],
  ownUnit: '(?:\\s(?:Tausend|Millionen|Milliarden)\\b)?',
  contextBefore: /(?:[\p{L}]+ )?[\p{L}\d.,()/-]*$/u,
  contextAfter: /^[\w/-]*(?: \p{L}+)?/u,
  referenceBefore: /(?:Tabelle|Anhang|Note|Seite) ?$/i,
  dateAfter: /^\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)/,
};
