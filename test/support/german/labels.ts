// Turn German account names into what they say of a sign.
import type { LabelReading } from '../../../src/language/labels.ts';

export const labels: LabelReading = {
  free: /steuer(?:n|ertrag|aufwand)?/g,
  neutral: /veränderung|oder/,
  words: {
    gain: /gewinn|überschuss|ertrag/,
    loss: /verlust|fehlbetrag|aufwand/,
    increase: /zunahme|erhöhung/,
    decrease: /abnahme|verminderung/,
    receipt: /einzahlung/,
    payment: /auszahlung/,
  },
  result: /^(?:betriebs|jahres|perioden)(?:gewinn|verlust|überschuss|fehlbetrag)/,
  part: /beteiligung/,
  minority: /minderheit/,
  accumulated: /^bilanzverlust$/,
  assets: /forderung|vorräte/,
  liabilities: /verbindlichkeit|rückstellung/,
  cash: /zahlungsmittel/,
  cashFlows: /cashflow/,
  neutralNames: { result: 'Gewinn (Verlust)', change: 'Zunahme (Abnahme)' },
  unspecific: /^(?:sonstige|summe)$/,
  namesIn: (label) => [label.toLowerCase()],
  accounts: new Map(),
};
