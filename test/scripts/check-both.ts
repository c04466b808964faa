// Turn the releases of both issuers into the time that checking them takes, in one process that is warm: every stage of `check`, files read anew.
// usage: node test/scripts/run-ts.mjs test/scripts/check-both.ts [RUNS]
import { compose } from '../support/stages.ts';

/** What checking both releases may take, in milliseconds: short enough to run at every save of a file. */
const budget = 500;

const releases = [
  { issuer: 'iij', release: '2q02' },
  { issuer: 'aoba', release: '2026h1' },
] as const;
const runs = Number(process.argv[2] ?? 15);
/** The first runs compile the program and fill what it keeps between runs. */
const warmUp = 3;

const times: number[] = [];
/** Of this process alone, in milliseconds: what the runs take where nothing else runs. */
const own: number[] = [];
for (let run = -warmUp; run < runs; run++) {
  const started = performance.now();
  const before = process.cpuUsage();
  for (const place of releases) {
    const { findings } = compose({ root: process.cwd(), ...place }, 'layout');
    if (findings.length > 0) throw new Error(`${place.issuer}/${place.release}: ${findings.map(({ message }) => message).join('; ')}`);
  }
  if (run < 0) continue;
  times.push(performance.now() - started);
  const used = process.cpuUsage(before);
  own.push((used.user + used.system) / 1000);
}
const median = middle(times);
console.log(
  `  check, both       ${median.toFixed(0)} (${times[0]?.toFixed(0)} to ${times.at(-1)?.toFixed(0)}) in process, warm, ${middle(own).toFixed(0)} of its own processor time; at most ${budget}${median > budget ? ': TOO SLOW' : ''}`,
);

function middle(list: number[]): number {
  list.sort((a, b) => a - b);
  return list[Math.floor(list.length / 2)] ?? 0;
}

process.exitCode = median > budget ? 1 : 0;
