// Turn a pair of PDF files, and what is to be said of them, into what was said otherwise.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Difference, DifferenceClass, Differences } from '../../../src/model/difference.ts';

/** A change that a comparison must tell. */
export interface WantedChange {
  readonly class: DifferenceClass;
  /** What its summary or its edits say, each edit as `before → after`. */
  readonly says: RegExp;
}

/** Two files, made anew by a program of others or by hand, with what truly differs between them. */
export interface ForeignPair {
  readonly name: string;
  /** Program of the machine that makes the files; absent where none is needed. */
  readonly needs?: 'chromium' | 'typst' | 'pdftocairo' | 'qpdf' | 'mutool' | 'gs';
  readonly make: () => Promise<readonly [old: Uint8Array, now: Uint8Array]>;
  /** All that may be told, but for what follows from it; none for two files without a change. */
  readonly changes: readonly WantedChange[];
  /** Classes of changes that follow from those, as words that move on; any number of them, or none. */
  readonly follows?: readonly DifferenceClass[];
}

/** Empty where every change is told once, and nothing else. */
export async function faultsOf({ make, changes, follows = [] }: ForeignPair): Promise<readonly string[]> {
  const [old, now] = await make();
  const left = [...compared(old, now).changes];
  const missing = changes.filter((wanted) => {
    const found = left.findIndex((change) => change.class === wanted.class && wanted.says.test(saidOf(change)));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  return [
    ...missing.map(({ class: name, says }) => `not told: ${name} ${says.source}`),
    ...left.filter((change) => !follows.includes(change.class)).map((change) => `told besides: ${change.class} ${saidOf(change)}`),
  ];
}

/** By the program as it was built. */
function compared(old: Uint8Array, now: Uint8Array): Differences {
  const folder = mkdtempSync(join(tmpdir(), 'kessan-pair-'));
  try {
    const files = [join(folder, 'old.pdf'), join(folder, 'new.pdf')] as const;
    writeFileSync(files[0], old);
    writeFileSync(files[1], now);
    const { stdout, stderr, status } = spawnSync(process.execPath, ['dist/cli.js', 'diff', ...files, '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0 && status !== 1) throw new Error(`kessan diff: exit ${status}: ${stderr}`);
    return JSON.parse(stdout) as Differences;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const saidOf = (change: Difference): string =>
  [change.summary, ...('edits' in change ? change.edits.map(({ before, after }) => `${before} → ${after}`) : [])].join('\n');
