// Turn a seed into errors as they are made in practice and into harmless edits, in both samples and both starters: what is caught, missed, and alarmed at.
// usage: node test/scripts/run-ts.mjs test/scripts/seed-errors.ts [--seed N] [--count 300] [--kind NAME] [--all]
//   So many errors, spread over ten kinds, and as many harmless edits; --kind takes one kind of either; --all lists each edit with what was told of it.
//   Exit 1 when an error is missed that something printed or typed can tell, or when a harmless edit raises anything.
import { parseArgs } from 'node:util';
import { drawEdits } from '../support/seeded-kinds/draw.ts';
import { errorKinds } from '../support/seeded-kinds/errors.ts';
import { harmlessWays } from '../support/seeded-kinds/harmless.ts';
import { judgeError, judgeHarmless } from '../support/seeded-kinds/judge.ts';
import { loadSubjects } from '../support/seeded-kinds/subject.ts';
import { linesOf, tableOf } from '../support/seeded-kinds/tally.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '300' },
    kind: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});
const { seed, kind: only, all } = values;
const started = performance.now();
const subjects = loadSubjects();
const chosen = <T>(kinds: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(kinds).filter(([kind]) => only === undefined || kind === only);
const [errors, harmless] = [chosen(errorKinds(seed)), chosen(harmlessWays(seed))];
if (errors.length + harmless.length === 0) {
  console.error(`--kind is one of ${[...Object.keys(errorKinds(seed)), ...Object.keys(harmlessWays(seed))].join(', ')}`);
  process.exit(2);
}
/** As many of each kind, the first ones one more where that does not come out. */
const shares = (kinds: number): readonly number[] =>
  Array.from({ length: kinds }, (_, index) => Math.floor((Number(values.count) + kinds - 1 - index) / kinds));
const perError = shares(Object.keys(errorKinds(seed)).length);
const perHarmless = shares(Object.keys(harmlessWays(seed)).length);
const judgedErrors = errors.flatMap(([kind, ways], index) => drawEdits(kind, ways, subjects, perError[index] ?? 0, seed).map(judgeError));
const judgedHarmless = harmless.flatMap(([kind, ways], index) =>
  drawEdits(kind, ways, subjects, perHarmless[index] ?? 0, seed).map(judgeHarmless),
);
for (const line of linesOf(judgedErrors, all)) console.log(line);
for (const line of linesOf(judgedHarmless, all)) console.log(line);
console.log(`\nerrors, seed ${seed}`);
console.log(tableOf(judgedErrors, ['caught', 'elsewhere', 'missed', 'unrevealed']));
console.log(`\nharmless edits, seed ${seed}`);
console.log(tableOf(judgedHarmless, ['silent', 'alarm']));
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s`);
process.exitCode = [...judgedErrors, ...judgedHarmless].some(({ outcome }) => outcome === 'missed' || outcome === 'alarm') ? 1 : 0;
