// Turn seeded strings of any characters into a proof that each is found again in the PDF and on the web page, or refused at its place.
// usage: node test/scripts/run-ts.mjs test/scripts/fuzz-text.ts [--count N] [--seed N] [--only N] [--list]   (default: 2,000 strings, seed 1)
//   --only runs one string again, alone, in its place; --list tells every fault, not one of each kind. Exit 1 when there is any fault.
import { parseArgs } from 'node:util';
import { shown } from '../support/fuzz/judge-findings.ts';
import type { Held } from '../support/text-property/hold-text.ts';
import { holdText } from '../support/text-property/hold-text.ts';
import { placeStrings } from '../support/text-property/place-strings.ts';
import { textTable } from '../support/text-property/text-table.ts';

const { values } = parseArgs({
  options: {
    list: { type: 'boolean', default: false },
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
process.setSourceMapsEnabled(true);
const started = performance.now();
const seed = Number(values.seed);
const batches = placeStrings(seed, Number(values.count));
const chosen = values.only === undefined ? batches : [batches.flat().filter(({ number }) => number === Number(values.only))];
const held: Held[] = [];
for (const batch of chosen) {
  held.push(...(await holdText(batch)));
  if (values.only === undefined)
    process.stderr.write(`${held.length} of ${values.count}, ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
}
if (values.only !== undefined) {
  for (const { placed, end, why, detail } of held) {
    console.log(`${placed.lang} ${placed.carrier}, ${placed.kind}: ${shown(placed.typed ?? placed.text)}`);
    console.log([end, why, detail].filter(Boolean).join(': '));
  }
} else console.log(textTable(held, `text, seed ${seed}, ${((performance.now() - started) / 1000).toFixed(0)} s`));
if (values.list) {
  for (const { placed, end, why, detail } of held.filter((each) => each.end === 'fault'))
    console.log(
      `--only ${placed.number} ${placed.lang} ${placed.carrier} ${shown(placed.typed ?? placed.text)} ${end}: ${why}: ${detail ?? ''}`,
    );
}
if (held.some(({ end }) => end === 'fault')) process.exitCode = 1;
