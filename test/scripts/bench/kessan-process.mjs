// Turn messages into builds of one process that stays: edits in a session, unlike releases, checks; answers with milliseconds.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { applyEdit, edits } from './projects.mjs';

const [dist] = process.argv.slice(2);
const { openProject, tuneEngine } = await import(pathToFileURL(join(dist, 'index.js')).href);
// As `serve`, `watch` and workers do, which stay as well.
await tuneEngine({ releases: 'many', reads: false });
let project;
let session;
let original;

const timed = async (work) => {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
};

function built({ value, findings }) {
  if (!value) throw new Error(`the bench's release has errors: ${findings.find(({ severity }) => severity === 'error')?.message}`);
  return createHash('sha256').update(value.pdf).digest('hex');
}

const questions = {
  /** Opens a session of a folder, in which files of one kind are edited. */
  async open({ folder, kind }) {
    project = openProject(folder);
    session = project.release('iij/2q02');
    original = kind && readFileSync(join(folder, edits[kind].file), 'utf8');
    return { hash: built(await project.build(session)) };
  },
  async edit({ folder, kind, i }) {
    applyEdit(folder, kind, original, i);
    const { ms, result } = await timed(() => {
      session.renew();
      return project.build(session);
    });
    return { ms, hash: built(result) };
  },
  /** Another release of the project that is open. */
  async other({ release }) {
    const { ms, result } = await timed(() => project.build(project.release(release)));
    return { ms, hash: built(result) };
  },
  async check() {
    const { ms, result } = await timed(() => {
      session.renew();
      return project.check(session);
    });
    if (!result.composed) throw new Error('the bench checks a release with errors');
    return { ms };
  },
  memory: () => ({ mb: process.memoryUsage().rss / 1e6 }),
};

process.on('message', async ({ ask, ...given }) => {
  try {
    process.send(await questions[ask](given));
  } catch (fault) {
    process.send({ fault: String(fault?.stack ?? fault) });
  }
});
process.send({ ready: true });
