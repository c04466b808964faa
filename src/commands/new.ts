// Turn a release into the next one, and that into what is said of it: what moved on, what is to be typed, what is to be confirmed.
import { idPattern } from '../load/package-files.ts';
import { UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';
import { releaseName } from '../model/sources.ts';
import { type Begun, beginRelease } from '../project/begin-release.ts';
import { findRelease } from '../project/find-release.ts';
import { Session } from '../session.ts';
import { type Console, exit, progress } from './console.ts';
import { counted } from './counted.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface NewOptions {
  readonly format: Format;
  /** The release that it begins with. */
  readonly from: string;
  /** `role=id`, as they are typed. */
  readonly period?: readonly string[];
}

/** Begins `issuer/release`. What is at fault in the earlier release is told first: nothing follows from figures that do not hold. */
export async function newRelease(name: string, options: NewOptions, console: Console): Promise<number> {
  const place = findRelease(options.from, console.cwd);
  const old = releaseName(place);
  const { watch, end } = progress(console, old);
  const periods = givenPeriods(options.period ?? []);
  const session = new Session({ place }, { watch });
  const { value: begun, findings } = await beginRelease(session, { release: name, periods, write: true }).finally(end);
  if (begun) {
    console.out(options.format === 'json' ? `${JSON.stringify(asJson(begun), null, 2)}\n` : told(begun, place.issuer));
    return exit.done;
  }
  if (options.format === 'json') console.out(`${JSON.stringify({ release: old, findings: findingsAsJson(findings) }, null, 2)}\n`);
  else reportFindings(findings, place.root, console);
  console.err(say`${old} has errors, and no release begins with it: nothing written\n`);
  return exit.errors;
}

function givenPeriods(typed: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    typed.map((each) => {
      const [role, id, ...more] = each.split('=');
      if (!role || !id || more.length > 0 || !idPattern.test(id)) throw new UsageError(say`--period takes role=id, and not '${each}'`);
      return [role, id];
    }),
  );
}

function told({ release: name, from: old, roles, periods, files, carried, left, emptied }: Begun, issuer: string): string {
  const data = `data/${issuer}`;
  const folder = `data/${name.replace('/', '/releases/')}`;
  const unset = periods.reduce((sum, each) => sum + each.unset, 0);
  const kinds = new Map<string, number>();
  for (const { file } of carried) kinds.set(file, (kinds.get(file) ?? 0) + 1);
  const lines = [
    `${name}, from ${old}`,
    ...[...roles].map(([role, { from, to }]) => `  ${role}: ${from} -> ${to}`),
    ...periods.map(
      ({ file, unset: open, before }) =>
        `  ${data}/${file}  ${before === undefined ? 'new' : 'added to'}, ${open === 0 ? 'nothing to type' : `${counted(open, 'figure')} to type`}`,
    ),
    ...[...files.keys()].map((file) => `  ${folder}/${file}`),
    `to give: ${[...(unset > 0 ? [counted(unset, 'figure')] : []), ...emptied].join(', ') || 'nothing'}`,
    `to change or confirm: ${[...kinds].map(([file, count]) => `${count} of ${file}`).join(', ') || 'nothing'}; kessan confirm ${name} lists them`,
    ...left.flatMap(({ section, entries }) => [
      `left out, ${section}: ${entries.length}`,
      ...entries.map((entry) => `  ${shortened(entry)}`),
    ]),
    `next: type the figures, then kessan build --draft ${name}`,
    '',
  ];
  return lines.join('\n');
}

/** Characters of an entry that a line shows. */
const shownCharacters = 100;
const shortened = (text: string): string => (text.length > shownCharacters ? `${text.slice(0, shownCharacters).trimEnd()}…` : text);

function asJson({ release, from, made, roles, periods, carried, left, emptied }: Begun): object {
  return {
    release,
    from,
    periods: Object.fromEntries([...roles].map(([role, { to }]) => [role, to])),
    files: [...made.keys()],
    unset: Object.fromEntries(periods.map(({ id, unset }) => [id, unset])),
    emptied,
    carried: carried.length,
    left: Object.fromEntries(left.map(({ section, entries }) => [section, entries])),
  };
}
