// Turn German words round a figure into patterns: what a sentence says of it.
import type { WordReading } from '../../../src/language/word-reading.ts';

export const words: WordReading = {
  clauseEnds: /[,;:()]|\b(?:und|aber|während)\b/gi,
  directions: {
    up: /\b(?:Anstieg|Zunahme|stieg|stiegen|wuchs|höher)\b/gi,
    down: /\b(?:Rückgang|Abnahme|sank|sanken|fiel|fielen|niedriger)\b/gi,
    better: /\bverbesserten?\b/gi,
    worse: /\bverschlechterten?\b/gi,
    profit: /\bin den Gewinn\b/gi,
    loss: /\bin den Verlust\b/gi,
  },
  joining: { agree: /\bund\b/gi, differ: /\b(?:aber|während)\b/gi },
  results: { gain: /(?:gewinn|überschuss)\b/gi, loss: /(?:verlust|fehlbetrag)\b/gi },
  directionReach: 24,
  resultReach: 60,
  bases: () => [],
  baseOfComparison: { before: /\b(?:von|gegenüber|nach)(?: [a-zäöü]+)? ?$/i },
  besideFigure: { before: /^(?: (?:um|von|auf))? $/ },
  saidOfAmount: { ofChange: /^,? \($/, ofDollars: /^ \($/ },
  flags: {
    marks: /:[ \u00a0]*/g,
    yes: /^ja(?=[ \u00a0]*(?:$|[.;,()]))/i,
    no: /^(?:nein|keine?)(?=[ \u00a0]*(?:$|[.;,()]))/i,
    nothing: /\bentfällt\b/gi,
    numbers: { main: /^\((\d{1,2})\)/, sub: /^\(([a-z])\)/ },
  },
};
