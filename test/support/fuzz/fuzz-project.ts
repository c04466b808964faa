// Turn a broken input into what the program makes of it: accepted, refused, or a fault of the program, with the time that it took.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Finding } from '../../../src/model/finding.ts';
import type { ReleasePlace } from '../../../src/model/sources.ts';
import { render } from '../../../src/render/render.ts';
import { readBack } from '../../../src/verify/read-back.ts';
import { projectRoot } from '../sample.ts';
import { type Composed, compose } from '../stages.ts';
import { type FuzzInput, fuzzReleases, fuzzTheme } from './fuzz-inputs.ts';
import { type FindingFault, judgeFindings, shown } from './judge-findings.ts';

/** Milliseconds of the processor that an input may take. */
export const mostMilliseconds = 2_000;

export interface FuzzFault {
  readonly kind: FindingFault['kind'] | 'uncaught' | 'slow' | 'not read back' | 'hung' | 'died';
  /** The same for faults that one change would mend; where it is not known, the detail without figures and quotations. */
  readonly group?: string;
  readonly detail: string;
}

export interface FuzzResult {
  readonly number: number;
  readonly file: string;
  readonly ways: readonly string[];
  readonly outcome: 'accepted' | 'refused' | 'failed';
  readonly findings: number;
  /** Processor time up to layout, in milliseconds; never more than the time by the clock. */
  readonly ms: number;
  readonly faults: readonly FuzzFault[];
}

export interface FuzzProject {
  readonly root: string;
  /** Puts the input in place, runs the stages, and puts the file back as it was. With `finish` what is accepted is rendered and verified. */
  readonly run: (input: FuzzInput, finish: boolean) => Promise<FuzzResult>;
  /** The stages of an input and nothing else. */
  readonly compose: (input: FuzzInput) => Composed;
  readonly remove: () => void;
}

/** A copy of the project. Both releases are set in both looks before, so that no input pays for what is done once; they must be accepted. */
export function openFuzzProject(): FuzzProject {
  const root = mkdtempSync(join(tmpdir(), 'kessan-fuzz-'));
  for (const folder of ['data', 'templates', 'fonts']) cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
  const looks = fuzzReleases.flatMap(({ issuer, release }) => [
    { issuer, release },
    { issuer, release, theme: fuzzTheme },
  ]);
  for (const look of [...looks, ...looks]) {
    const { findings } = compose({ root, ...look }, 'layout');
    if (findings.length > 0) throw new Error(`the sample is refused as it is: ${findings[0]?.message}`);
  }
  const place = ({ issuer, release, theme }: FuzzInput): ReleasePlace => ({
    root,
    issuer,
    release,
    ...(theme === undefined ? {} : { theme }),
  });
  const within = <T>(input: FuzzInput, use: () => T): T => {
    writeFileSync(join(root, input.file), input.bytes);
    try {
      return use();
    } finally {
      cpSync(join(projectRoot, input.file), join(root, input.file));
    }
  };
  const composed = (input: FuzzInput) => within(input, () => compose(place(input), 'layout'));
  return {
    root,
    compose: composed,
    remove: () => rmSync(root, { recursive: true, force: true }),
    async run(input, finish) {
      const { number, file, ways } = input;
      const started = { processor: process.cpuUsage(), clock: performance.now() };
      let made: Composed | undefined;
      const faults: FuzzFault[] = [];
      let findings: readonly Finding[] = [];
      let ms = 0;
      within(input, () => {
        try {
          made = compose(place(input), 'layout');
          findings = [...made.findings, ...(made.notes ?? [])];
        } catch (error) {
          faults.push({ kind: 'uncaught', detail: shownError(error) });
        }
        const { user, system } = process.cpuUsage(started.processor);
        ms = Math.min((user + system) / 1000, performance.now() - started.clock);
        faults.push(...judgeFindings(findings, root));
      });
      if (ms > mostMilliseconds) faults.push({ kind: 'slow', detail: `${ways.join(', ')}: ${(ms / 1000).toFixed(1)} s` });
      const accepted = made !== undefined && !findings.some(({ severity }) => severity === 'error');
      if (accepted && finish) faults.push(...(await finished(made as Composed)));
      return { number, file, ways, outcome: accepted ? 'accepted' : made ? 'refused' : 'failed', findings: findings.length, ms, faults };
    },
  };
}

/** What is wrong with the files that an accepted input makes. */
async function finished({ sources, release, financials, document, layout }: Composed): Promise<readonly FuzzFault[]> {
  if (!sources || !release || !financials || !document || !layout) return [{ kind: 'uncaught', detail: 'no finding, and no layout' }];
  try {
    const outputs = (await render({ sources, release, financials, document, layout })).all();
    const faults: FuzzFault[] = [];
    await readBack(outputs.get('release.pdf') as Uint8Array, document, layout, ({ message }) =>
      faults.push({ kind: 'not read back', detail: shown(message) }),
    );
    return faults.slice(0, 3);
  } catch (error) {
    return [{ kind: 'uncaught', detail: `in render: ${shownError(error)}` }];
  }
}

/** An error with the first places of our own code that it passed. */
function shownError(error: unknown): string {
  if (!(error instanceof Error)) return shown(String(error));
  const frames = [...(error.stack ?? '').matchAll(/^\s+at (.+)$/gm)].map(([, frame = '']) => frame);
  const own = frames
    .filter((frame) => /\bsrc\/\w/.test(frame))
    .map((frame) => frame.replace(/\(?\S*?(?=src\/)|\)$/g, ' ').replace(/\s+/g, ' '));
  return `${error.name}: ${shown(error.message)} at ${[...new Set(own)].slice(0, 3).join(' < ') || frames[0]}`;
}

/** The bytes of a file as they are in the project. */
export const originalText = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');
