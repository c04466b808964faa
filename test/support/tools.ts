// Turn an optional program of the machine into a way to run it, or into a skip that names it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a program can be started; `--version` or `-v` is asked of it. */
export function has(program: string): boolean {
  return spawnSync(program, [program.startsWith('pdf') ? '-v' : '--version'], { stdio: 'ignore' }).error === undefined;
}

/** Name of a test or a suite that needs a program: a skip then says which. */
export const needing = (program: string, name: string): string => `${name} [needs ${program}]`;

/** Runs `use` with the bytes in a file of their own. */
export function withFile<T>(bytes: Uint8Array, use: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'kessan-tool-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, bytes);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Text of the pages as poppler extracts it; `raw` in stream order, `layout` as it stands on the page. One string a page. */
export function popplerText(bytes: Uint8Array, mode: 'raw' | 'layout'): string[] {
  const text = withFile(bytes, (file) => execFileSync('pdftotext', [`-${mode}`, file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }));
  return text.split('\f').slice(0, -1);
}
