// Turn seeds into pairs of large PDFs, and `kessan diff` of each pair into a line: result, seconds, and megabytes of all its processes together.
// usage: node test/scripts/large-diffs.mjs [CASE...]   all cases without one; the bundle must be fresh (node test/scripts/bundle.mjs)
// Exits 1 when a case takes more than 60 seconds or 600 MB.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases } from './large-pdfs.mjs';

const limits = { seconds: 60, megabytes: 600 };
const chosen = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'kessan-large-'));
try {
  for (const [name, make] of Object.entries(cases)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const { old, now, options = [] } = make();
    const files = [join(folder, 'old.pdf'), join(folder, 'new.pdf')];
    writeFileSync(files[0], old);
    writeFileSync(files[1], now);
    const report = join(folder, 'report');
    const words = options.map((word) => (word === 'REPORT' ? report : word));
    const { code, seconds, megabytes, out } = await measured(['dist/cli.js', 'diff', ...files, '--lines', '1', ...words]);
    const over = seconds > limits.seconds || megabytes > limits.megabytes;
    if (over) process.exitCode = 1;
    const size = words.includes(report) ? `, report ${(statSync(join(report, 'index.html')).size / 1e6).toFixed(1)} MB` : '';
    const said = out.split('\n').find((line) => /^same$|unexplained|kessan:/.test(line)) ?? '';
    console.log(
      `${over ? 'OVER ' : ''}${name}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB, exit ${code}${size}: ${said.replaceAll(folder, '').slice(0, 140)}`,
    );
    rmSync(report, { recursive: true, force: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs a program and looks at it and all that it started every 20 milliseconds. */
function measured(args) {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.on('data', (data) => {
      if (out.length < 1e6) out += data;
    });
    child.stderr.on('data', (data) => {
      out += data;
    });
    let peak = 0;
    const look = setInterval(() => {
      peak = Math.max(peak, residentOf(child.pid));
    }, 20);
    child.on('close', (code) => {
      clearInterval(look);
      resolve({ code, out, seconds: (performance.now() - started) / 1000, megabytes: peak / 1e6 });
    });
  });
}

/** Resident bytes of a process and all below it. */
function residentOf(root) {
  const parents = new Map();
  const sizes = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      sizes.set(Number(name), Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, 'latin1'))?.[1] ?? 0) * 1024);
    } catch {
      // It ended while we looked.
    }
  }
  let sum = 0;
  for (const [id, size] of sizes) {
    for (let up = id; up !== undefined && up !== 0; up = parents.get(up)) {
      if (up !== root) continue;
      sum += size;
      break;
    }
  }
  return sum;
}
