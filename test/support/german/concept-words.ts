// Turn the German label of a concept into what it is: which share, which asset, which part of a whole.
import type { ConceptReading } from '../../../src/language/concept-reading.ts';

export const concepts: ConceptReading = {
  diluted: /(?<!un)verwässert(?:es|e)?/g,
  basic: /unverwässert(?:es|e)?/g,
  result: /ergebnis|gewinn|verlust/,
  dividend: /dividende/,
  depositary: /hinterlegung/,
  averageShares: /durchschnittlich.*aktien/,
  issuedShares: /ausgegebene.*aktien/,
  treasuryShares: /eigene aktien/,
  withoutTreasury: /ohne eigene/,
  cash: /^(?:zahlungsmittel|flüssige mittel)$/,
  currentAssets: /^kurzfristige vermögenswerte$/,
  totalAssets: /^summe (?:der )?aktiva$/,
  partOfWhole: /^anteil (?:an|der|des)/,
  atMostWhole: /eigenkapitalquote|bruttomarge/,
  lowEnd: /untere[rs]?|mindestens/g,
  highEnd: /obere[rs]?|höchstens/g,
  forecast: /prognose|erwartet/,
  besideForecast: /ursprünglich|bisherig|tatsächlich/,
  rank: /höchste|größte|niedrigste|rekord/,
};
