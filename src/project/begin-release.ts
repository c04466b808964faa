// Turn a release into the folder of the next one: all of its files, or none.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idPattern } from '../load/package-files.ts';
import { UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';
import { type NextForward, rollForward } from '../roll/roll-forward.ts';
import type { Session, Stage } from '../session.ts';
import { publishIn } from './publish.ts';
import { refuseExisting } from './refuse-existing.ts';

/** What is begun, and with what. */
export interface BeginOrder {
  /** `issuer/release` to begin. */
  readonly release: string;
  /** Ids of periods by role, where they do not follow. */
  readonly periods?: Readonly<Record<string, string>>;
  /** Writes the files; without it they are only made. */
  readonly write: boolean;
}

/** A release that was begun. */
export interface Begun extends NextForward {
  readonly release: string;
  /** The one that it begins with. */
  readonly from: string;
  /** Every file that is written, from the project's root. */
  readonly made: ReadonlyMap<string, string | Uint8Array>;
}

/**
 * Nothing follows from figures that do not hold: no value, and findings, where the earlier release has errors. Refuses, as wrong usage, a name
 * that is none, what is in the way, and periods that nothing tells.
 */
export async function beginRelease(session: Session, order: BeginOrder): Promise<Stage<Begun>> {
  const { place } = session;
  if (!place) throw new UsageError('a release that is supposed begins no other');
  const { root, issuer } = place;
  const id = newId(order.release, issuer);
  const folder = `data/${issuer}/releases/${id}`;
  refuseExisting(root, [folder], 'name another release');
  const { composed, findings } = session.run();
  if (!composed) return { value: undefined, findings };
  const from = `${issuer}/${place.release}`;
  const next = rollForward(composed, { name: from, id, given: givenPeriods(order.periods ?? {}) });
  if ('message' in next) throw new UsageError(say`${next.message}: ${next.hint}`);
  const data = `data/${issuer}`;
  const fresh = next.periods.filter(({ before }) => before === undefined).map(({ file }) => `${data}/${file}`);
  refuseExisting(root, fresh, 'take it away, or name other periods with --period');
  for (const { file, before } of next.periods) {
    if (before !== undefined && textOf(join(root, data, file)) !== before)
      throw new UsageError(say`${data}/${file} changed while it was read: ask again`);
  }
  const made = new Map<string, string | Uint8Array>([
    ...next.periods.map(({ file, text }) => [`${data}/${file}`, text] as const),
    ...[...next.files].map(([file, content]) => [`${folder}/${file}`, content] as const),
  ]);
  if (order.write) await publishIn(root, made);
  return { value: { ...next, release: `${issuer}/${id}`, from, made }, findings };
}

function newId(name: string, issuer: string): string {
  const [own, id, ...more] = name.split('/');
  if (own === undefined || id === undefined || more.length > 0) throw new UsageError(say`'${name}' is not issuer/release`);
  if (own !== issuer) throw new UsageError(say`a release of ${own} does not begin with one of ${issuer}`);
  if (!idPattern.test(id)) throw new UsageError(say`'${id}' is not an id: lower-case letters, digits and hyphens, no hyphen first`);
  return id;
}

function givenPeriods(periods: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const given = new Map(Object.entries(periods));
  for (const [role, id] of given) if (!idPattern.test(id)) throw new UsageError(say`'${id}', the period of ${role}, is not an id`);
  return given;
}

/** As `load` reads it: without a byte order mark, with plain line ends. */
function textOf(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
}
