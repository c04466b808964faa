// Turn the records of two releases of one issuer into their comparison: sentence by sentence and table by table, figures and periods standing for what they are.
import { isLanguage } from '../../language/languages.ts';
import type { BuildRecord, TextRecord } from '../../model/build-record.ts';
import type { DifferenceClass } from '../../model/difference.ts';
import type { Lang } from '../../model/language.ts';
import { comparingLimits } from '../../model/limits.ts';
import {
  type BlacklineBlock,
  type ComparedLanguage,
  type ComparedTable,
  type ComparedWording,
  type ReleaseComparison,
  wordings,
} from '../../model/release-comparison.ts';
import { Effort } from '../align-sequences.ts';
import { compareProse } from './compare-prose.ts';
import { compareTable, matchTables, movedTables } from './compare-tables.ts';
import { tablesOf } from './read-tables.ts';
import { releasePeriods } from './release-periods.ts';
import { isUnexplained, restatedFacts } from './restated-facts.ts';
import { firstPages, languagesOf, type ReadRelease } from './sentences.ts';

/** One side: its name for messages, what its build remembers, and its files that are not those that the build wrote. */
export interface RecordedRelease {
  readonly name: string;
  readonly record: BuildRecord;
  readonly altered: readonly string[];
}

/** Pure: the same two records give the same comparison. */
export function compareReleases(old: RecordedRelease, now: RecordedRelease): ReleaseComparison {
  const effort = new Effort(comparingLimits.steps);
  const [before, after] = [readRelease(old.record), readRelease(now.record)];
  const all = new Set([...languagesOf(now.record), ...languagesOf(old.record)]);
  const languages = [...all].filter(isLanguage).map((lang) => compareLanguage(before, after, lang, effort));
  const facts = restatedFacts(old.record, now.record, before.periods);
  const altered = [old, now].flatMap(({ name, altered: files }) => files.map((file) => ({ release: name, file })));
  return {
    old: old.name,
    new: now.name,
    depth: 'releases',
    periods: { old: before.periods.current, new: after.periods.current },
    counts: countChanges(languages, facts.restated, altered.length),
    languages,
    ...facts,
    altered,
  };
}

function readRelease(record: BuildRecord): ReadRelease {
  return { record, periods: releasePeriods(record), pages: firstPages(record), effort: new Effort(comparingLimits.readSentences) };
}

function compareLanguage(old: ReadRelease, now: ReadRelease, lang: Lang, effort: Effort): ComparedLanguage {
  const { texts, standing } = compareProse(old, now, lang, effort);
  const [before, after] = [tablesOf(old, lang), tablesOf(now, lang)];
  const matches = matchTables(before, after, effort);
  const moved = movedTables(matches, before);
  const periods = { old: old.periods, new: now.periods };
  const position = new Map(now.record.document.texts.map((text, index) => [text, index]));
  const at = (text: TextRecord | undefined): number => (text === undefined ? -1 : (position.get(text) ?? -1));
  const blocks: { readonly at: number; readonly block: BlacklineBlock }[] = texts.map(({ text, at: record }) => ({
    at: at(record),
    block: { text },
  }));
  const above = standingAbove(old, lang, standing);
  for (const match of matches) {
    const table = compareTable(match, match.new !== undefined && moved.has(match.new), periods, effort);
    const own = match.new?.first ?? (match.old && above.get(match.old.first));
    blocks.push({ at: at(own), block: { table } });
  }
  const ordered = blocks.sort((a, b) => a.at - b.at).map(({ block }) => block);
  return { lang, blocks: ordered, sentences: countSentences(ordered) };
}

/** By text of the earlier release, the nearest above it that is still there, as the later release has it. */
function standingAbove(
  { record }: ReadRelease,
  lang: Lang,
  standing: ReadonlyMap<TextRecord, TextRecord>,
): ReadonlyMap<TextRecord, TextRecord | undefined> {
  const found = new Map<TextRecord, TextRecord | undefined>();
  let last: TextRecord | undefined;
  for (const text of record.document.texts) {
    if (text.lang !== lang) continue;
    found.set(text, last);
    last = standing.get(text) ?? last;
  }
  return found;
}

function countSentences(blocks: readonly BlacklineBlock[]): ComparedLanguage['sentences'] {
  const all = blocks.flatMap((block) => ('text' in block ? block.text.sentences : []));
  const count = (test: (one: ComparedWording) => boolean) => all.filter(test).length;
  const counts = { same: 0, figures: 0, changed: 0, new: 0, gone: 0, moved: count(({ moved }) => moved) };
  for (const wording of wordings) counts[wording] = count((one) => one.wording === wording);
  return counts;
}

/** A table that is new or gone is one change, and so is a wording; one that moved and changed is two. */
function countChanges(
  languages: readonly ComparedLanguage[],
  restated: ReleaseComparison['restated'],
  altered: number,
): Record<DifferenceClass, number> {
  const silent = restated.filter(isUnexplained).length;
  const counts: Record<DifferenceClass, number> = {
    ordered: restated.length - silent,
    consequential: 0,
    text: 0,
    layout: 0,
    file: 0,
    unexplained: altered + silent,
  };
  const add = ({ wording, moved, retyped }: ComparedWording, otherFigures = false) => {
    if (moved) counts.layout++;
    if (wording === 'changed' || wording === 'new' || wording === 'gone' || retyped.length > 0 || otherFigures) counts.text++;
    else if (wording === 'figures') counts.consequential++;
  };
  for (const block of languages.flatMap(({ blocks }) => blocks)) {
    if ('text' in block) for (const sentence of block.text.sentences) add(sentence);
    else countTable(block.table, counts, add);
  }
  return counts;
}

function countTable(
  { status, moved, captions, rows, columns }: ComparedTable,
  counts: Record<DifferenceClass, number>,
  add: (wording: ComparedWording, otherFigures?: boolean) => void,
): void {
  if (moved) counts.layout++;
  if (status !== 'kept') {
    counts.text++;
    return;
  }
  for (const caption of captions) add(caption);
  for (const line of [...rows, ...columns]) add(line, line.otherFigures);
}
