// Turn what a blackline says of itself into German.
import type { BlacklineWriting, LineState } from '../../../src/language/blackline.ts';

const states = (line: string): Readonly<Record<LineState, string>> => ({
  new: `${line}, neu: `,
  gone: `${line}, gestrichen: `,
  renamed: `${line}, umbenannt: `,
  moved: `${line}, verschoben: `,
  'other-figures': `${line} mit anderen Zahlen: `,
});

export const blackline: BlacklineWriting = {
  title: 'Änderungsfassung',
  compared: (old, now) => `${now}, verglichen mit ${old}`,
  deleted: 'gestrichen',
  added: 'ergänzt',
  legend: 'Zahlen, Tage und Zeiträume stehen alt und neu nebeneinander. Verschobenes ist an seinem neuen Ort mit [verschoben] bezeichnet.',
  summary: 'Übersicht',
  wholeText: 'Text',
  lookAt: 'Zu prüfen',
  restated: 'Geänderte Vorjahreszahlen',
  sentences: (count) => `Sätze: ${count}`,
  counts: {
    same: (count) => `Unverändert: ${count}`,
    figures: (count) => `Nur Zahlen und Zeiträume: ${count}`,
    changed: (count) => `Geändert: ${count}`,
    new: (count) => `Neu: ${count}`,
    gone: (count) => `Gestrichen: ${count}`,
    moved: (count) => `Verschoben: ${count}`,
  },
  moved: '[verschoben] ',
  unnamed: '(ohne Namen)',
  rows: states('Zeile'),
  columns: states('Spalte'),
  tables: { new: 'Tabelle, neu: ', gone: 'Tabelle, gestrichen: ', moved: 'Tabelle, verschoben: ' },
  rowsKept: (count) => `Übernommene Zeilen: ${count}`,
  stayed: (text) => `„${text}“ steht wie zuvor und meint einen anderen Zeitraum.`,
  retyped: (before, after) => `„${before}“ wurde durch „${after}“ ersetzt.`,
  exchanged: (before, after) => `Statt ${before} steht hier ${after}.`,
  restatedFigure: (fact, before, after) => `${fact}: ${before}, jetzt ${after}`,
  restatedBecause: (reason) => ` (${reason})`,
  restatedWithoutReason: ' (ohne Grund)',
  revisedOutlook: ' (neu angegeben)',
  page: (page) => ` (Seite ${page})`,
};
