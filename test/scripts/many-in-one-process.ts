// Turn both samples, each time with other words, into builds of one process, and print what it keeps: memory must stay level.
// usage: node --expose-gc test/scripts/run-ts.mjs test/scripts/many-in-one-process.ts [BUILDS] [--afresh]   600 builds without a number
//   Sessions of one project, renewed for each edit; with --afresh a session for each build, which keeps nothing.
// Exits 1 when the process, its heap or the PDF reader's memory is more than a tenth larger at the end than after the first sixth, when
// the project's memory holds more than it states, or when the heap is larger than what it states and one build take.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openProject } from '../../src/index.ts';
import { readerMemory } from '../../src/pdf/engine/open-pdf.ts';
import { buildRelease } from '../../src/project/build-release.ts';
import { memoryLimit } from '../../src/project/project.ts';
import { Session } from '../../src/session.ts';

const afresh = process.argv.includes('--afresh');
const builds = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 600);
/** MB that the program and one build of a sample take. */
const ownHeap = 90;
const first = Math.max(2, Math.round(builds / 6));
const most = 1.1;
/** Edited so that the English text of every build is new. */
const edited = { file: 'data/iij/releases/2q02/narrative.en.md', from: 'grew as expected to' };

const root = mkdtempSync(join(tmpdir(), 'kessan-many-'));
try {
  for (const folder of ['data', 'templates', 'fonts']) cpSync(resolve(folder), join(root, folder), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const narrative = readFileSync(join(root, edited.file), 'utf8');
  if (!narrative.includes(edited.from)) throw new Error(`${edited.file} does not say '${edited.from}'`);
  const after = new Map<number, Kept>();
  const project = openProject(root);
  const sessions = { 'iij/2q02': project.release('iij/2q02'), 'aoba/2026h1': project.release('aoba/2026h1') };
  for (let build = 1; build <= builds; build++) {
    writeFileSync(join(root, edited.file), narrative.replace(edited.from, `grew as ${wordOf(build)} expected to`));
    const kept = sessions[build % 2 === 0 ? 'aoba/2026h1' : 'iij/2q02'];
    kept.renew();
    const session = afresh && kept.place ? new Session({ place: kept.place }) : kept;
    const { value: built, findings } = await buildRelease(session);
    if (!built) throw new Error(`build ${build} has errors: ${findings.map(({ message }) => message).join(', ')}`);
    if (build === 1 || build === first || build === builds || build % 100 === 0) after.set(build, await held(build, project.bytesKept));
  }
  const [early, late] = [after.get(first), after.get(builds)];
  for (const name of ['resident', 'heap', 'reader'] as const) {
    const ratio = (late?.[name] ?? 0) / (early?.[name] ?? 1);
    console.log(`${name} memory after ${builds} builds is ${(ratio * 100).toFixed(1)} % of that after ${first}`);
    if (!(ratio <= most)) process.exitCode = 1;
  }
  const heap = (late?.heap ?? 0) / 1e6;
  console.log(
    `the heap is ${heap.toFixed(0)} MB, of which the project states to keep ${memoryLimit} at most; ${ownHeap} are the program's own`,
  );
  if (project.bytesKept > memoryLimit * 1e6 || heap > memoryLimit + ownHeap) process.exitCode = 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}

interface Kept {
  readonly resident: number;
  readonly heap: number;
  readonly reader: number;
}

async function held(build: number, bytesKept: number): Promise<Kept> {
  // What is let go is given back to the system by and by.
  for (let i = 0; i < 5; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { rss, heapUsed } = process.memoryUsage();
  const found = { resident: rss, heap: heapUsed, reader: await readerMemory() };
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `after ${build} builds: resident ${megabytes(found.resident)}, heap ${megabytes(found.heap)}, PDF reader ${megabytes(found.reader)}; kept by the project ${megabytes(bytesKept)}`,
  );
  return found;
}

/** A word of letters for a number: a digit would have to be bound to a figure. */
function wordOf(number: number): string {
  return [...String(number)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('a');
}
