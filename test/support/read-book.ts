// Turn rows of cells and the text of a map into the figures that are read, and what is told.
import { parseYaml } from '../../src/load/parse-yaml.ts';
import type { Finding } from '../../src/model/finding.ts';
import { lineStartsOf } from '../../src/model/line-starts.ts';
import type { Concept } from '../../src/model/release.ts';
import type { Scale, Unit } from '../../src/model/unit.ts';
import { buildImportMap, readImportMap } from '../../src/validate/validate-import-map.ts';
import { parseCsv } from '../../src/workbook/open/parse-csv.ts';
import { parseXlsx } from '../../src/workbook/open/parse-xlsx.ts';
import { readFigures } from '../../src/workbook/read-figures.ts';
import { type GivenSheet, xlsxOf } from './workbook-files.ts';

const at = { file: 'concepts.yaml', line: 1, column: 1, length: 1 };

function concept(
  id: string,
  unit: Unit = 'money',
  scale: Scale = unit === 'money' ? 'thousand' : 'one',
  decimals = 0,
): readonly [string, Concept] {
  return [id, { id, unit, scale, decimals, better: 'neutral', labels: {}, at }];
}

/** Money in thousands, a count, an amount for one share, a ratio. */
const concepts = new Map([
  concept('assets.cash'),
  concept('assets.receivable'),
  concept('assets.other'),
  concept('assets.total'),
  concept('liabilities.payable'),
  concept('liabilities.other'),
  concept('sales'),
  concept('shares', 'count'),
  concept('eps', 'per-share', 'one', 2),
  concept('margin', 'ratio', 'one', 1),
]);

/** What one read of a book gives, in short. */
export interface ReadBook {
  /** `assets.cash@now` to its value. */
  readonly figures: Readonly<Record<string, string>>;
  /** `error S!B2 is …`, with hints left out. */
  readonly told: readonly string[];
  readonly unmapped: readonly string[];
  /** Faults of the map. */
  readonly faults: readonly Finding[];
}

/** `map` is what stands under `sheets:`. Periods are `now` and `then`; `period` is asked for. */
export function readBook(book: Readonly<Record<string, GivenSheet>> | string | Buffer, map: string, period?: string): ReadBook {
  const faults: Finding[] = [];
  const text = `sheets:\n${map.replace(/^/gm, '  ')}\n`;
  const file = parseYaml({ file: 'map.yaml', text, lineStarts: lineStartsOf(text) }, (finding) => faults.push(finding));
  const data = file && readImportMap(file, (finding) => faults.push(finding));
  const built =
    file && data && buildImportMap(data, file, { concepts, periods: new Set(['now', 'then']) }, (finding) => faults.push(finding));
  if (!built) return { figures: {}, told: [], unmapped: [], faults };
  const workbook = typeof book === 'string' || Buffer.isBuffer(book) ? parseCsv('book', Buffer.from(book)) : parseXlsx(xlsxOf(book));
  const { figures, remarks, unmapped } = readFigures(workbook, built, { concepts, period, periodId: (name) => name });
  return {
    figures: Object.fromEntries(
      figures.map((figure) => [`${figure.concept}@${figure.period}`, figure.nil ? '-' : figure.value.toString()]),
    ),
    told: remarks.map(({ severity, place = '', message }) => `${severity} ${place} ${message}`),
    unmapped: unmapped.map(({ place, label }) => `${place} ${label}`),
    faults,
  };
}
