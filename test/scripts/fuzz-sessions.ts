// Turn seeds into a proof that sessions are never stale: each seed is a history of thirty edits, of the small issuer or of a sample.
// usage: node test/scripts/run-ts.mjs test/scripts/fuzz-sessions.ts [--count N] [--seed N] [--of mini|furnished|iij|aoba]   (default: 300 from seed 1)
//   Without --of, one history in fifteen is of each sample, and a third of the others of a release with a chart, pictures, carried words and a review. Exit 1 when any answer was another than that of a project opened afresh.
import { parseArgs } from 'node:util';
import { sameAsAfresh } from '../support/session/same-as-afresh.ts';
import { type SubjectName, withSubject } from '../support/session/subjects.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' }, of: { type: 'string' } },
});
process.setSourceMapsEnabled(true);
const count = Number(values.count);
const first = Number(values.seed);
const stale: string[] = [];
let [built, found] = [0, 0];
for (let seed = first; seed < first + count; seed++) {
  const name = (values.of ?? (seed % 15 === 0 ? 'iij' : seed % 15 === 7 ? 'aoba' : seed % 3 === 1 ? 'furnished' : 'mini')) as SubjectName;
  const sameness = await withSubject(name, (subject) => sameAsAfresh(subject, seed, 30));
  built += sameness.built;
  found += sameness.found;
  if (sameness.difference !== undefined) stale.push(`${name}, seed ${seed}\n${sameness.difference}`);
  if ((seed - first + 1) % 20 === 0)
    console.error(`${seed - first + 1} of ${count}: ${built} built, ${found} findings, ${stale.length} stale`);
}
for (const each of stale) console.log(each);
console.log(`${count} histories of 30 edits: ${built} builds and ${found} findings, ${stale.length} stale`);
process.exitCode = stale.length > 0 ? 1 : 0;
