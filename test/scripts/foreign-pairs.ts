// Turn pairs of PDF files that others made into counts: how many were told rightly, with a line for each that was not.
// usage: node test/scripts/run-ts.mjs test/scripts/foreign-pairs.ts [NAME-PART...]   the bundle must be fresh (node test/scripts/bundle.mjs)
import { faultsOf } from '../support/foreign-pdfs/foreign-pair.ts';
import { canMake, foreignPairs } from '../support/foreign-pdfs/foreign-pairs.ts';

const parts = process.argv.slice(2);
const chosen = foreignPairs.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
const absent = chosen.filter((pair) => !canMake(pair));
const counts = { changed: { right: 0, all: 0 }, unchanged: { right: 0, all: 0 } };
for (const pair of chosen) {
  if (absent.includes(pair)) continue;
  const faults = await faultsOf(pair);
  const count = pair.changes.length > 0 ? counts.changed : counts.unchanged;
  count.all++;
  if (faults.length === 0) count.right++;
  else console.log(`${pair.name}\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}
console.log(`${counts.changed.right} of ${counts.changed.all} pairs with a change told rightly`);
console.log(`${counts.unchanged.right} of ${counts.unchanged.all} pairs without a change are quiet`);
for (const { name, needs } of absent) console.log(`not made, for want of ${needs}: ${name}`);
const { changed, unchanged } = counts;
process.exit(changed.right === changed.all && unchanged.right === unchanged.all ? 0 : 1);
