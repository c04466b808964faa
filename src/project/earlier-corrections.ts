// Turn corrections of a release into correction.json, which lies beside the clean release, and the file into what went out before.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { isLanguage } from '../language/languages.ts';
import type { BuildRecord } from '../model/build-record.ts';
import type { Announced, EarlierCorrection } from '../model/correction.ts';
import { UsageError } from '../model/finding.ts';
import { buildLimits } from '../model/limits.ts';
import { say } from '../model/say.ts';
import { parseDate } from '../validate/parse-typed.ts';
import { described, isObject, parseJson, readInside } from './read-given.ts';

/** Version of the file's shape; another is refused. */
const format = 1;
/** In the folder of a correction, where its clean release lies in `clean`. */
export const correctionFile = 'correction.json';

/** Of the correction itself and those before it: each with its days in the languages of its notice. */
export function renderCorrections({ titles, earlier }: Announced, own: EarlierCorrection, manifest: string | Uint8Array): string {
  return `${JSON.stringify({ format, clean: sha256(manifest), titles, corrections: [...earlier, own] }, null, 2)}\n`;
}

/**
 * What went out before this correction, as far as the build in `folder` tells, whose record is given: a build that is the clean release
 * of a correction, as its hash shows, tells of that one and of those before it.
 */
export function announcedBefore(folder: string, record: BuildRecord): Announced {
  const known = readCorrections(folder);
  const printed = Object.fromEntries(record.document.texts.flatMap(({ kind, lang, text }) => (kind === 'title' ? [[lang, text]] : [])));
  return { titles: { ...printed, ...known?.titles }, earlier: known?.earlier ?? [] };
}

function readCorrections(folder: string): Announced | undefined {
  const parent = dirname(folder);
  const name = join(parent, correctionFile);
  const bytes = parent === folder ? undefined : readInside(parent, correctionFile, name, buildLimits.manifestBytes);
  const manifest = bytes && readInside(folder, 'manifest.json', join(folder, 'manifest.json'), buildLimits.manifestBytes);
  if (!bytes || !manifest) return undefined;
  const value = parseJson(bytes.toString('utf8'), name);
  // Of another build that lay here, or no file of ours.
  if (!isObject(value) || value.clean !== sha256(manifest)) return undefined;
  if (value.format !== format) {
    const found = say`${name} has format ${described(value.format)}, and this program reads format ${format}`;
    throw new UsageError(say`${found}: take it away and list its corrections under earlier: in correction.yaml`);
  }
  const { titles, corrections } = value;
  const read = Array.isArray(corrections) ? corrections.map((each) => byLanguage(each, isDay)) : [undefined];
  const named = byLanguage(titles, (text) => text !== '');
  const earlier = read.filter((each) => each !== undefined);
  if (!named || earlier.length < read.length) throw new UsageError(say`${name} is no list of corrections`);
  return { titles: named, earlier };
}

const isDay = (text: string): boolean => typeof parseDate(text) === 'string';

/** Texts by language, each of them sound; undefined for anything else. */
function byLanguage(value: unknown, isSound: (text: string) => boolean): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  const sound = entries.every(([lang, text]) => isLanguage(lang) && typeof text === 'string' && isSound(text));
  return sound ? (Object.fromEntries(entries) as Record<string, string>) : undefined;
}

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
