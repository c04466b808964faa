// Turn one release into many builds under every condition that must not matter, shuffled, and count the different outputs: one.
// usage: node test/scripts/many-builds.mjs [BUILDS] [NODE...]   default 100 builds with this node; more nodes are paths to programs
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const builds = Number(process.argv[2] ?? 100);
const nodes = [process.execPath, ...process.argv.slice(3)];
const zones = ['UTC', 'Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kathmandu'];
const locales = ['C', 'ja_JP.UTF-8', 'tr_TR.UTF-8', 'en_US.UTF-8', 'de_DE.UTF-8'];
const umasks = ['022', '077', '002'];
/** Days from today that the clock is set to, where the machine has faketime. */
const clocks = spawnSync('faketime', ['--version']).error ? [undefined] : [undefined, '2002-11-13 00:00:00', '2031-02-28 23:59:59'];

// A shuffle that is the same every time: a failure can be run again.
let state = 20021113;
const random = () => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return state / 2147483648;
};
const pick = (list) => list[Math.floor(random() * list.length)];

const places = ['kessan-a-', 'kessan-資料 b-', 'kessan-c-'].map((prefix) => {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  for (const part of ['data', 'templates', 'fonts']) cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
});
const seen = new Map();
try {
  for (let i = 0; i < builds; i++) {
    const condition = {
      node: nodes[i % nodes.length],
      folder: pick(places),
      TZ: pick(zones),
      LC_ALL: pick(locales),
      umask: pick(umasks),
      clock: pick(clocks),
    };
    const hash = build(condition);
    const known = seen.get(hash) ?? [];
    seen.set(hash, [...known, condition]);
    if (seen.size > 1) break;
  }
} finally {
  for (const folder of places) rmSync(folder, { recursive: true, force: true });
}
if (seen.size === 1) {
  const [[hash]] = seen;
  console.log(`${builds} builds, ${nodes.length} versions of node, one output: ${hash}`);
} else {
  for (const [hash, conditions] of seen) console.log(hash, JSON.stringify(conditions.at(-1)));
  process.exitCode = 1;
}

/** One hash over every file that the build writes. */
function build({ node, folder, TZ, LC_ALL, umask, clock }) {
  const script = `umask ${umask} && exec "$@"`;
  const program = [
    ...(clock === undefined ? [] : ['faketime', clock]),
    node,
    join(root, 'dist/cli.js'),
    'build',
    'iij/2q02',
    '--attach',
    '--text',
  ];
  const { status, stderr } = spawnSync('sh', ['-c', script, 'sh', ...program], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TZ, LC_ALL },
  });
  if (status !== 0) throw new Error(`${JSON.stringify({ node, TZ, LC_ALL, umask, clock })}\n${stderr}`);
  const out = join(folder, 'out/iij/2q02');
  const hash = createHash('sha256');
  for (const file of readdirSync(out).sort()) hash.update(`${file}\n`).update(readFileSync(join(out, file)));
  rmSync(out, { recursive: true, force: true });
  return hash.digest('hex').slice(0, 16);
}
