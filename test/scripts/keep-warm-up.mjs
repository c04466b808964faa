// Turn the release that a new project begins with into dist/warm-up.pdf: what the PDF reader reads while it is idle, so that it is ready for the first file that counts.
// usage: node test/scripts/keep-warm-up.mjs   after bundle.mjs, which runs it; without the file the program runs all the same, and reads its first file slower
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../../dist');
const project = mkdtempSync(join(tmpdir(), 'kessan-warm-up-'));
try {
  run('init', '.');
  const [issuer] = readdirSync(join(project, 'data'));
  const [release] = readdirSync(join(project, 'data', issuer, 'releases'));
  run('build', `${issuer}/${release}`, '--out', 'out');
  cpSync(join(project, 'out/release.pdf'), join(dist, 'warm-up.pdf'));
} finally {
  rmSync(project, { recursive: true, force: true });
}

function run(...args) {
  const { status, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], { cwd: project, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}
