// Turn veraPDF, where the machine has it, into a judge of our files: the rules that each flavour fails.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './sample.ts';
import { has } from './tools.ts';

/** Flavours that a release may claim: PDF/UA-1, PDF/A-2a, and PDF/A-3a where data is attached. */
export type Flavour = 'ua1' | '2a' | '3a';

/** Failures of each flavour, `rule ×count example`; none when the file conforms. */
export type Verdict = Readonly<Partial<Record<Flavour, readonly string[]>>>;

/** JAXB 2 and what it leans on, which Java no longer brings along (Debian: libjaxb-java). */
const jaxb = ['jaxb-api', 'jaxb-runtime', 'jaxb-core', 'txw2', 'istack-commons-runtime', 'stax-ex', 'FastInfoset', 'javax.activation'];
const classPath = [process.env.KESSAN_VERAPDF ?? '', ...jaxb.map((name) => `/usr/share/java/${name}.jar`)];

/** A jar with veraPDF's library named by KESSAN_VERAPDF, Java with its compiler, and JAXB. */
export const hasVeraPdf = classPath.every((jar) => jar !== '' && existsSync(jar)) && has('javac');

/** Judges one file. */
export function judge(pdf: Uint8Array, flavours: readonly Flavour[]): Verdict {
  return judgeEach(new Map([['file', pdf]]), flavours).get('file')!;
}

/** Verdicts by flavours and bytes: several test files of a worker ask for that of the sample. */
const known = new Map<string, Verdict>();

/** Judges several files in one run, and none twice: starting Java takes longer than judging. */
export function judgeEach(files: ReadonlyMap<string, Uint8Array>, flavours: readonly Flavour[]): ReadonlyMap<string, Verdict> {
  const keys = new Map([...files].map(([name, pdf]) => [name, `${flavours.join()} ${createHash('sha256').update(pdf).digest('hex')}`]));
  const fresh = new Map([...files].filter(([name]) => !known.has(keys.get(name)!)));
  if (fresh.size > 0) for (const [name, verdict] of validate(fresh, flavours)) known.set(keys.get(name)!, verdict);
  return new Map([...keys].map(([name, key]) => [name, known.get(key)!]));
}

function validate(files: ReadonlyMap<string, Uint8Array>, flavours: readonly Flavour[]): ReadonlyMap<string, Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'kessan-vera-'));
  try {
    const names = [...files.keys()];
    names.forEach((name, i) => {
      writeFileSync(join(folder, `${i}.pdf`), files.get(name)!);
    });
    const tasks = names.flatMap((_, i) => flavours.map((flavour) => `${flavour}=${join(folder, `${i}.pdf`)}`));
    const output = run(tasks);
    const verdicts = output.split(/^[^\t\n]+\tdone\n/m);
    if (verdicts.length !== tasks.length + 1)
      throw new Error(`veraPDF gave ${verdicts.length - 1} verdicts on ${tasks.length}:\n${output}`);
    const failures = (at: number): readonly string[] =>
      verdicts[at]!.split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('\t'))
        .map(([, rule, count, example]) => `${rule} ×${count} ${example}`);
    return new Map(
      names.map((name, i) => [name, Object.fromEntries(flavours.map((flavour, f) => [flavour, failures(i * flavours.length + f)]))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ids of all rules in the validator's profile of a flavour, `clause-test`. */
export function rulesOf(flavour: Flavour): readonly string[] {
  return run([`rules=${flavour}`])
    .split('\n')
    .filter((line) => line !== '');
}

function run(tasks: readonly string[]): string {
  // A short run: the quick compiler and the plain collector take half of the processor's time.
  const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', [...classPath, compiled()].join(':')];
  return execFileSync('java', [...options, 'Vera', ...tasks], { encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** The folder of the compiled program: compiled once for all workers and runs, as long as its source is the same. */
function compiled(): string {
  const source = join(import.meta.dirname, 'Vera.java');
  const parent = join(projectRoot, 'node_modules/.cache/kessan');
  const folder = join(parent, `vera-${createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(parent, { recursive: true });
  const fresh = mkdtempSync(join(parent, '.vera-'));
  try {
    execFileSync('javac', ['-cp', classPath.join(':'), '-d', fresh, source], { stdio: 'pipe' });
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another worker was first.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
