// Turn the rows of a bench into a record beside it, or into what has become slower since the last record.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, 'recorded.json');
/** A row is slower when both of its ratios, to Typst and to the calibration loop, grew by more than this share: machines are noisy. */
const tolerance = 0.1;

const major = process.versions.node.split('.')[0];
const read = () => JSON.parse(readFileSync(file, 'utf8'));

/** Rows: name → {toLoop, toTypst?}. */
export function writeRecord(rows) {
  const all = { ...read(), [`node ${major}`]: Object.fromEntries([...rows].map(([name, row]) => [name, rounded(row)])) };
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

/** What is recorded of this version of Node, row by row; undefined when nothing is. */
export const readRecord = () => read()[`node ${major}`];

/** A line for each row that became slower than it is recorded; a row that is not recorded is passed over. */
export function slower(rows, recorded) {
  return [...rows].flatMap(([name, row]) => {
    const before = recorded[name];
    if (!before) return [];
    const grown = ['toTypst', 'toLoop'].filter((ratio) => row[ratio] !== undefined && before[ratio] !== undefined);
    if (!grown.every((ratio) => row[ratio] > before[ratio] * (1 + tolerance))) return [];
    return [`${name}: ${grown.map((ratio) => `${ratio} ${row[ratio].toFixed(2)}, recorded ${before[ratio]}`).join('; ')}`];
  });
}

function rounded(row) {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number(value.toPrecision(3))]));
}
