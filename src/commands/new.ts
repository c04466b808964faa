// Turn a release into the folder of the next one: all of its files, or none.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idPattern } from '../load/package-files.ts';
import { UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';
import { findRelease } from '../project/find-release.ts';
import { publishIn } from '../project/publish.ts';
import { type NextForward, rollForward } from '../roll/roll-forward.ts';
import { Session } from '../session.ts';
import { type Console, exit, progress } from './console.ts';
import { counted } from './counted.ts';
import { refuseExisting } from './refuse-existing.ts';
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
  const id = newId(name, place.issuer);
  const given = givenPeriods(options.period ?? []);
  const old = `${place.issuer}/${place.release}`;
  const folder = `data/${place.issuer}/releases/${id}`;
  refuseExisting(place.root, [folder], 'name another release');
  const { watch, end } = progress(console, old);
  const { composed, findings } = new Session({ place }, { watch }).run();
  end();
  if (!composed) {
    if (options.format === 'json') console.out(`${JSON.stringify({ release: old, findings: findingsAsJson(findings) }, null, 2)}\n`);
    else reportFindings(findings, place.root, console);
    console.err(say`${old} has errors, and no release begins with it: nothing written\n`);
    return exit.errors;
  }
  const next = rollForward(composed, { name: old, id, given });
  if ('message' in next) throw new UsageError(say`${next.message}: ${next.hint}`);
  const data = `data/${place.issuer}`;
  const made = next.periods.filter(({ before }) => before === undefined).map(({ file }) => `${data}/${file}`);
  refuseExisting(place.root, made, 'take it away, or name other periods with --period');
  for (const { file, before } of next.periods) {
    if (before !== undefined && textOf(join(place.root, data, file)) !== before)
      throw new UsageError(say`${data}/${file} changed while it was read: ask again`);
  }
  const files = new Map<string, string | Uint8Array>([
    ...next.periods.map(({ file, text }) => [`${data}/${file}`, text] as const),
    ...[...next.files].map(([file, content]) => [`${folder}/${file}`, content] as const),
  ]);
  await publishIn(place.root, files);
  if (options.format === 'json') console.out(`${JSON.stringify(asJson(`${place.issuer}/${id}`, old, next, [...files.keys()]), null, 2)}\n`);
  else console.out(told(`${place.issuer}/${id}`, old, next, data, folder));
  return exit.done;
}

function newId(name: string, issuer: string): string {
  const [own, id, ...more] = name.split('/');
  if (own === undefined || id === undefined || more.length > 0) throw new UsageError(say`'${name}' is not issuer/release`);
  if (own !== issuer) throw new UsageError(say`a release of ${own} does not begin with one of ${issuer}`);
  if (!idPattern.test(id)) throw new UsageError(say`'${id}' is not an id: lower-case letters, digits and hyphens, no hyphen first`);
  return id;
}

function givenPeriods(typed: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    typed.map((each) => {
      const [role, id, ...more] = each.split('=');
      if (!role || !id || more.length > 0 || !idPattern.test(id)) throw new UsageError(say`--period takes role=id, and not '${each}'`);
      return [role, id];
    }),
  );
}

/** As `load` reads it: without a byte order mark, with plain line ends. */
function textOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
}

function told(
  name: string,
  old: string,
  { roles, periods, files, carried, left, emptied }: NextForward,
  data: string,
  folder: string,
): string {
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

function asJson(release: string, from: string, { roles, periods, carried, left, emptied }: NextForward, files: readonly string[]): object {
  return {
    release,
    from,
    periods: Object.fromEntries([...roles].map(([role, { to }]) => [role, to])),
    files,
    unset: Object.fromEntries(periods.map(({ id, unset }) => [id, unset])),
    emptied,
    carried: carried.length,
    left: Object.fromEntries(left.map(({ section, entries }) => [section, entries])),
  };
}
