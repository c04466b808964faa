// Turn a build into builds that are killed at every call that changes files, in every write, and at moments of chance, and hold what is left to the promise: old or new, whole.
// usage: node test/scripts/bundle.mjs && node test/scripts/kill-everywhere.mjs [MOMENTS] [SEED]   (default: 100 moments, seed 1; the calls need strace)
import {
  callsOfBuild,
  hasStrace,
  isMixed,
  judge,
  killAtCall,
  killAtMoment,
  killAtWrite,
  openKillProject,
  writesOfBuild,
} from './kill-build.mjs';

const moments = Number(process.argv[2] ?? 100);
let state = Number(process.argv[3] ?? 1);
/** Numbers from 0 to 1, the same for the same seed. */
const chance = () => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return state / 2147483648;
};

const project = openKillProject();
const count = { killed: 0, late: 0, mixed: 0, leftovers: 0 };
const faults = [];
try {
  console.log(`files that both versions write alike: ${project.same.join(', ') || 'none'}`);
  for (const withOld of [true, false]) {
    project.reset(withOld);
    const points = hasStrace() ? callsOfBuild(project) : [];
    if (points.length === 0) console.log('strace is missing: no build is killed at its calls');
    for (const point of points) {
      project.reset(withOld);
      examine(killAtCall(project, point), withOld, `before ${point.text}`, true);
    }
    project.reset(withOld);
    const writes = writesOfBuild(project);
    for (let number = 1; number <= writes; number++) {
      for (const when of ['before', 'half', 'after']) {
        project.reset(withOld);
        examine(killAtWrite(project, number, when), withOld, `${when} write ${number} of ${writes}`, true);
      }
    }
    console.log(
      `${points.length} calls, ${writes} writes at three places each, ${withOld ? 'over an older build' : 'into an empty folder'}`,
    );
  }
  for (let i = 0; i < moments; i++) {
    const withOld = chance() < 0.7;
    const moment = i % 2 === 0 ? { after: 'start', milliseconds: chance() * 1_500 } : { after: 'first file', milliseconds: chance() * 40 };
    project.reset(withOld);
    examine(await killAtMoment(project, moment), withOld, `${moment.milliseconds.toFixed(1)} ms after the ${moment.after}`);
  }
  console.log(`${moments} moments`);
} finally {
  project.remove();
}
console.log(
  `${count.killed} killed, ${count.late} ended before, ${count.leftovers} left temporary files, ${count.mixed} left some files old and some new under the old manifest; ${faults.length} faults`,
);
for (const fault of faults) console.log(fault);
if (faults.length > 0) process.exitCode = 1;

/** What is left after a kill, and after the run that follows. */
function examine(killed, withOld, where, surely = false) {
  if (killed) count.killed++;
  else count.late++;
  if (surely && !killed) faults.push(`${where}: the build was not killed`);
  const old = withOld ? project.old : undefined;
  const left = project.state();
  if (isMixed(left, old, project.now)) count.mixed++;
  if ([...left.keys()].some((path) => path.includes('/.'))) count.leftovers++;
  faults.push(...judge(left, old, project.now).map((fault) => `${where}: ${fault}`));
  try {
    const after = project.build();
    for (const path of after.keys()) if (!project.now.has(path)) faults.push(`${where}: the next run leaves ${path}`);
    for (const [path, hash] of project.now) if (after.get(path) !== hash) faults.push(`${where}: after the next run ${path} is not new`);
  } catch (error) {
    faults.push(`${where}: the next run fails: ${error.message}`);
  }
}
