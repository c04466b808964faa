// Turn a release and what was checked of it into how far its review is, and a tick into a line of review.yaml.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadReview, reviewFile } from '../load/load.ts';
import { type Finding, isError, UsageError } from '../model/finding.ts';
import { dataLimits } from '../model/limits.ts';
import { readRegularFile } from '../model/read-file.ts';
import type { ReviewSummary, Tick } from '../model/review.ts';
import { say } from '../model/say.ts';
import { schemaLine } from '../model/schema-link.ts';
import { type ReleasePlace, releaseName } from '../model/sources.ts';
import { openFindings } from '../review/open-findings.ts';
import { type ReviewState, reviewState, reviewSummary } from '../review/review-state.ts';
import { type ReviewUnit, reviewUnits } from '../review/review-units.ts';
import type { Composed } from '../session.ts';
import { validateReview } from '../validate/validate-review.ts';
import { publish } from './publish.ts';

/** A review, and what is wrong with its file. */
export interface Reviewed {
  /** Undefined where the file is not sound: findings say why. */
  readonly state: ReviewState | undefined;
  readonly findings: readonly Finding[];
}

const units = new WeakMap<Composed, readonly ReviewUnit[]>();

export function reviewRelease({ root, issuer, release }: ReleasePlace, composed: Composed): Reviewed {
  const { document, layout } = composed;
  const all = units.get(composed) ?? reviewUnits(document, layout);
  units.set(composed, all);
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const file = loadReview(root, issuer, release, report);
  const ticks = file ? validateReview(file, document.languages, report) : [];
  if (!ticks || findings.some(isError)) return { state: undefined, findings };
  return { state: reviewState(all, ticks, document.languages), findings };
}

/** The same as findings: whatever is open, or lapsed, is an error. */
export function unreviewed(place: ReleasePlace, composed: Composed): readonly Finding[] {
  const { state, findings } = reviewRelease(place, composed);
  return state ? openFindings(state, composed.layout) : findings;
}

/** For the tie-out book; undefined where nothing was ever checked, or the file is not sound. */
export function bookedReview(place: ReleasePlace, composed: Composed): ReviewSummary | undefined {
  if (!existsSync(join(place.root, reviewFile(place.issuer, place.release)))) return undefined;
  const { state } = reviewRelease(place, composed);
  return state && reviewSummary(state);
}

/** What is ticked, or not any more, and by whom. */
export interface TickChange {
  readonly by: string;
  /** Ids of units that are ticked. */
  readonly add: readonly string[];
  /** Ids of units whose ticks of this person go. */
  readonly remove: readonly string[];
  /** Lines of the file whose ticks go, whoever made them: ticks that lapsed. */
  readonly drop?: readonly number[];
}

const head =
  '# What was checked of this release, and by whom: written by kessan serve. A tick lapses when what was signed says something else.\nchecked:\n';

/** Writes the ticks as lines of their own; all other lines stay as they are. Refuses, as wrong usage, a file that is not sound, and a unit that is not there any more. */
export async function writeTicks(place: ReleasePlace, composed: Composed, { by, add, remove, drop = [] }: TickChange): Promise<void> {
  const name = by.trim();
  if (name === '' || name.length > 100 || /\p{Cc}/u.test(name))
    throw new UsageError('who checks it? Give a name of at most 100 characters');
  const { state, findings } = reviewRelease(place, composed);
  const fault = findings.find(isError);
  if (!state)
    throw new UsageError(say`${fault?.at ? `${fault.at.file}:${fault.at.line}: ` : ''}${fault?.message ?? 'review.yaml cannot be read'}`);
  const known = new Map(state.units.map((unit) => [unit.id, unit]));
  const lines: string[] = [];
  for (const id of add) {
    const unit = known.get(id);
    if (!unit) throw new UsageError(say`${releaseName(place)} says something else by now: look at it again before it is checked`);
    if (!unit.by.includes(name)) lines.push(lineOf({ ...unit, by: name }));
  }
  const file = join(place.root, reviewFile(place.issuer, place.release));
  const text = existsSync(file)
    ? readRegularFile(file, dataLimits.fileBytes).toString('utf8')
    : `${schemaLine(reviewFile(place.issuer, place.release))}\n${head}`;
  const gone = new Set(remove.flatMap((id) => known.get(id) ?? []).map((unit) => lineOf({ ...unit, by: name })));
  const dropped = new Set(drop);
  const kept = text.split('\n').filter((line, index) => !gone.has(line) && !(dropped.has(index + 1) && /^ {2}- \{.*\}$/.test(line)));
  for (const id of remove)
    if (known.get(id)?.by.includes(name) && !text.split('\n').includes(lineOf({ ...(known.get(id) as ReviewUnit), by: name })))
      throw new UsageError(say`${reviewFile(place.issuer, place.release)} has this tick in lines that somebody typed: take it away there`);
  while (kept.at(-1) === '') kept.pop();
  const at = kept.findIndex((line) => /^checked:\s*(?:\[\])?\s*$/.test(line));
  if (at < 0)
    throw new UsageError(
      say`${reviewFile(place.issuer, place.release)} has no line checked: write it on a line of its own, its ticks below it`,
    );
  const some = lines.length > 0 || kept.slice(at + 1).some((line) => line.startsWith('  - '));
  kept[at] = some ? 'checked:' : 'checked: []';
  await publish(new Map([[file, `${[...kept, ...lines].join('\n')}\n`]]));
}

/** JSON is YAML: whatever stands in a text is read as it was. */
function lineOf({ by, kind, lang, of, signed }: Omit<Tick, 'at'>): string {
  return `  - ${JSON.stringify({ by, kind, lang, of, signed })}`;
}
