// Turn seeds into pairs of large PDFs, and `kessan diff` of each pair into a line: seconds on the clock and of the processors, and
// megabytes, each of all its processes together, and the result.
// usage: node test/scripts/large-diffs.mjs [CASE...]   all cases without one; the bundle must be fresh (node test/scripts/bundle.mjs)
// Exits 1 when a case takes more than 60 seconds or 600 MB, and an ordinary report of 300 pages more than 10 seconds.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases } from './large-pdfs.mjs';
import { reports } from './reports-300.mjs';

const limits = { seconds: 60, megabytes: 600 };
/** What people compare: three hundred pages, of which 180 have one word that differs. */
const ordinary = { 'reports-300': () => reports(180) };
const mostSeconds = { 'reports-300': 10 };
const chosen = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'kessan-large-'));
try {
  for (const [name, make] of Object.entries({ ...ordinary, ...cases })) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const { old, now, options = [] } = await make();
    const files = [join(folder, 'old.pdf'), join(folder, 'new.pdf')];
    writeFileSync(files[0], old);
    writeFileSync(files[1], now);
    const report = join(folder, 'report');
    const words = options.map((word) => (word === 'REPORT' ? report : word));
    const { code, seconds, processor, megabytes, most, out } = await measured(['dist/cli.js', 'diff', ...files, '--lines', '1', ...words]);
    const over = seconds > (mostSeconds[name] ?? limits.seconds) || megabytes > limits.megabytes;
    if (over) process.exitCode = 1;
    const size = words.includes(report) ? `, report ${(statSync(join(report, 'index.html')).size / 1e6).toFixed(1)} MB` : '';
    const said = out.split('\n').find((line) => /^same$|unexplained|kessan:/.test(line)) ?? '';
    console.log(
      `${over ? 'OVER ' : ''}${name}: ${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processors), ${megabytes.toFixed(0)} MB (${most}), exit ${code}${size}: ${said.replaceAll(folder, '').slice(0, 140)}`,
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
    let peak = { bytes: 0, sizes: [] };
    const ticks = new Map();
    const look = setInterval(() => {
      const tree = treeOf(child.pid);
      for (const each of tree) ticks.set(each.id, each.ticks);
      const bytes = tree.reduce((sum, each) => sum + each.resident, 0);
      if (bytes > peak.bytes) peak = { bytes, sizes: tree.map(({ resident }) => (resident / 1e6).toFixed(0)) };
    }, 20);
    child.on('close', (code) => {
      clearInterval(look);
      const processor = [...ticks.values()].reduce((sum, each) => sum + each, 0) / 100;
      resolve({
        code,
        out,
        seconds: (performance.now() - started) / 1000,
        processor,
        megabytes: peak.bytes / 1e6,
        most: peak.sizes.join(' + '),
      });
    });
  });
}

/** A process and all below it: resident bytes, and ticks of the processor (a hundredth of a second each). */
function treeOf(root) {
  const all = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, 'latin1'))?.[1] ?? 0) * 1024;
      all.set(Number(name), { id: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), resident });
    } catch {
      // It ended while we looked.
    }
  }
  const isBelow = (id) => {
    for (let up = id; up !== undefined && up !== 0; up = all.get(up)?.parent) if (up === root) return true;
    return false;
  };
  return [...all.values()].filter(({ id }) => isBelow(id));
}
