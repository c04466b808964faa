// Turn veraPDF, where the machine has it, into a judge of our files: the rules that each flavour fails.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has } from './tools.ts';

/** Flavours that a release may claim: PDF/UA-1, PDF/A-2a, and PDF/A-3a where data is attached. */
export type Flavour = 'ua1' | '2a' | '3a';

/** Failures of each flavour, `rule ×count example`; none when the file conforms. */
export type Verdict = Readonly<Partial<Record<Flavour, readonly string[]>>>;

/** JAXB 2 and what it leans on, which Java no longer brings along (Debian: libjaxb-java). */
const jaxb = ['jaxb-api', 'jaxb-runtime', 'jaxb-core', 'txw2', 'istack-commons-runtime', 'stax-ex', 'FastInfoset', 'javax.activation'];
const classPath = [process.env.KESSAN_VERAPDF ?? '', ...jaxb.map((name) => `/usr/share/java/${name}.jar`)];

/** A jar with veraPDF's library named by KESSAN_VERAPDF, a Java runtime, and JAXB. */
export const hasVeraPdf = classPath.every((jar) => jar !== '' && existsSync(jar)) && has('java');

/** Judges one file. */
export function judge(pdf: Uint8Array, flavours: readonly Flavour[]): Verdict {
  return judgeEach(new Map([['file', pdf]]), flavours).get('file')!;
}

/** Judges several files in one run: starting Java takes longer than judging. */
export function judgeEach(files: ReadonlyMap<string, Uint8Array>, flavours: readonly Flavour[]): ReadonlyMap<string, Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'kessan-vera-'));
  try {
    const names = [...files.keys()];
    names.forEach((name, i) => {
      writeFileSync(join(folder, `${i}.pdf`), files.get(name)!);
    });
    const tasks = names.flatMap((_, i) => flavours.map((flavour) => `${flavour}=${join(folder, `${i}.pdf`)}`));
    const output = run(['Vera.java', ...tasks]);
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
  return run(['Vera.java', `rules=${flavour}`])
    .split('\n')
    .filter((line) => line !== '');
}

function run([program = '', ...args]: readonly string[]): string {
  return execFileSync('java', ['-cp', classPath.join(':'), join(import.meta.dirname, program), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
}
