// Turn a list of releases into their files by several processes at once: told in the order of the list, one bad release beside whole others.
import { noteTrace } from '../model/run-traces.ts';
import { say } from '../model/say.ts';
import { type ReleasePlace, released, releaseName } from '../model/sources.ts';
import type { BuildJob, JobEnd } from '../project/build-job.ts';
import type { StoppedJob } from '../project/build-pool.ts';
import type { Extras } from '../project/build-release.ts';
import { type Console, exit } from './console.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';
import { toldOpen } from './told-open.ts';

export interface BuildManyOptions extends Extras {
  readonly format: Format;
  /** Builds only releases whose files are missing or are not what a build would make. */
  readonly ifStale: boolean;
}

/** Who builds: processes of this machine, or workers behind a queue. */
export interface Builder {
  /** Jobs that it is given at once. */
  readonly atOnce: number;
  readonly run: (job: BuildJob) => Promise<JobEnd | StoppedJob>;
}

type End = JobEnd | StoppedJob;

/** The worst exit code of all. Findings and files are told release by release in the order of the list; `json` prints a line as each ends. */
export async function buildMany(
  places: readonly ReleasePlace[],
  { atOnce, run }: Builder,
  options: BuildManyOptions,
  console: Console,
): Promise<number> {
  const { attach = false, text = false, ifStale } = options;
  const report = new Report(places, options, console);
  const left = places.entries();
  const work = async () => {
    for (const [index, place] of left) report.ended(index, await run({ place, extras: { attach, text }, ifStale }));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, places.length) }, work));
  return report.end();
}

/** Tells ends in the order of the list, however they come. */
class Report {
  readonly #places: readonly ReleasePlace[];
  readonly #format: Format;
  readonly #console: Console;
  readonly #ends: (End | undefined)[];
  readonly #started: number;
  /** How many of the list are told. */
  #told = 0;
  #count = 0;

  constructor(places: readonly ReleasePlace[], { format }: BuildManyOptions, console: Console) {
    this.#places = places;
    this.#format = format;
    this.#console = console;
    this.#ends = places.map(() => undefined);
    this.#started = console.now();
    this.#note();
  }

  ended(index: number, end: End): void {
    this.#ends[index] = end;
    this.#count++;
    this.#note();
    this.#clearProgress();
    const place = this.#places[index];
    if (this.#format === 'json' && place) this.#console.out(`${JSON.stringify({ ...released(place), ...asJson(end) })}\n`);
    for (let next = this.#ends[this.#told]; next; next = this.#ends[++this.#told]) {
      const of = this.#places[this.#told];
      if (of && this.#format === 'text') tell(of, next, this.#console);
    }
    this.#drawProgress();
  }

  /** Whoever stops the run says which releases it did not come to. */
  #note(): void {
    noteTrace({ kind: 'remaining', names: this.#places.filter((_, index) => !this.#ends[index]).map(releaseName) });
  }

  #clearProgress(): void {
    if (this.#console.terminal) this.#console.err('\r\u001b[K');
  }

  #drawProgress(): void {
    const [done, all] = [this.#count, this.#places.length];
    if (!this.#console.terminal || done === all) return;
    const failed = this.#ends.filter((end) => end && codeOf(end) !== exit.done).length;
    const seconds = (this.#console.now() - this.#started) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const remaining = Math.ceil((all - done) / Math.max(rate, 0.001));
    this.#console.err(say`${done} of ${all}, ${failed} failed, ${rate.toFixed(1)} a second, ${duration(remaining)} left`);
  }

  end(): number {
    const all = this.#ends.map((end, index) => ({ end, name: releaseName(this.#places[index] as ReleasePlace) }));
    const of = (kind: End['kind']) => all.flatMap(({ end, name }) => (end?.kind === kind ? [name] : []));
    const parts = [
      `${of('built').length} built`,
      ...counted(of('current').length, 'as they were'),
      ...named(of('errors'), 'with errors'),
      ...named(of('fault'), 'not written'),
      ...named(of('stopped'), 'stopped'),
    ];
    if (this.#format === 'text') this.#console.out(`${all.length} releases: ${parts.join(', ')}\n`);
    return Math.max(exit.done, ...this.#ends.map((end) => (end ? codeOf(end) : exit.done)));
  }
}

const counted = (count: number, what: string): readonly string[] => (count === 0 ? [] : [`${count} ${what}`]);

const named = (names: readonly string[], what: string): readonly string[] =>
  names.length === 0 ? [] : [`${names.length} ${what} (${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''})`];

const duration = (seconds: number): string => (seconds < 90 ? `${seconds} s` : say`${Math.round(seconds / 60)} min`);

function codeOf({ kind }: End): number {
  return kind === 'built' || kind === 'current' ? exit.done : kind === 'errors' ? exit.errors : exit.fault;
}

function tell(place: ReleasePlace, end: End, console: Console): void {
  const name = releaseName(place);
  if ('findings' in end) reportFindings(end.findings, place.root, console);
  switch (end.kind) {
    case 'built':
      console.out(`${name}: ${end.pages} pages\n${end.files.map(({ file, bytes }) => `  ${file}  ${bytes} bytes\n`).join('')}`);
      console.out(toldOpen(place, end.open?.length ?? 0));
      break;
    case 'current':
      console.out(`${name}: as it was\n`);
      break;
    case 'errors':
      console.err(say`${name}: nothing written\n`);
      break;
    case 'fault':
      console.err(say`kessan: ${name}: ${end.message}\n`);
      break;
    case 'stopped':
      console.err(say`${name}: stopped, ${end.why}; nothing written\n`);
  }
}

function asJson(end: End): object {
  if (end.kind === 'errors') return { ...end, findings: findingsAsJson(end.findings) };
  if (end.kind !== 'built') return end;
  const { open = [], ...rest } = end;
  return { ...rest, findings: findingsAsJson([...end.findings, ...open]) };
}
