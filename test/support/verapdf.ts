// Turn veraPDF, where the machine has it, into a judge of our files: the rules that each flavour fails.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { has, withFile } from './tools.ts';

/** Flavours that a release claims: PDF/UA-1 and PDF/A-2a. */
export type Flavour = 'ua1' | '2a';

/** JAXB 2 and what it leans on, which Java no longer brings along (Debian: libjaxb-java). */
const jaxb = ['jaxb-api', 'jaxb-runtime', 'jaxb-core', 'txw2', 'istack-commons-runtime', 'stax-ex', 'FastInfoset', 'javax.activation'];
const classPath = [process.env.KESSAN_VERAPDF ?? '', ...jaxb.map((name) => `/usr/share/java/${name}.jar`)];

/** A jar with veraPDF's library named by KESSAN_VERAPDF, a Java runtime, and JAXB. */
export const hasVeraPdf = classPath.every((jar) => jar !== '' && existsSync(jar)) && has('java');

/** Failures of each flavour, `rule ×count example`; none when the file conforms. */
export function judge(pdf: Uint8Array, flavours: readonly Flavour[]): Readonly<Record<string, readonly string[]>> {
  const driver = join(import.meta.dirname, 'Vera.java');
  const output = withFile(pdf, (file) =>
    execFileSync('java', ['-cp', classPath.join(':'), driver, ...flavours.map((flavour) => `${flavour}=${file}`)], { encoding: 'utf8' }),
  );
  const lines = output.split('\n').map((line) => line.split('\t'));
  return Object.fromEntries(
    flavours.map((flavour) => {
      const own = lines.filter(([name]) => name === flavour);
      if (own.at(-1)?.[1] !== 'done') throw new Error(`veraPDF gave no verdict on ${flavour}:\n${output}`);
      return [flavour, own.slice(0, -1).map(([, rule, count, example]) => `${rule} ×${count} ${example}`)];
    }),
  );
}
