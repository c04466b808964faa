// Turn a workbook and the map of it into what would change in the period files of an issuer, and that into the files.
import { basename, extname, join, relative, resolve } from 'node:path';
import { decodeText } from '../load/decode-text.ts';
import { parseYaml } from '../load/parse-yaml.ts';
import { type Finding, UsageError } from '../model/finding.ts';
import type { ImportMap } from '../model/import-map.ts';
import { dataLimits, workbookLimits } from '../model/limits.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { Release } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import { schemaFolder, schemaLineTo } from '../model/schema-link.ts';
import type { Session } from '../session.ts';
import { buildImportMap, readImportMap } from '../validate/validate-import-map.ts';
import {
  type ComputedDifference,
  compareFigures,
  computedDifferences,
  type FigureChange,
  type MissingFigure,
} from '../workbook/compare-figures.ts';
import { draftMap } from '../workbook/draft-map.ts';
import { parseCsv } from '../workbook/open/parse-csv.ts';
import { readXlsx } from '../workbook/open/read-xlsx.ts';
import { UnreadableWorkbook } from '../workbook/open/unpack-archive.ts';
import { readFigures } from '../workbook/read-figures.ts';
import { foldedRemarks, type Remark } from '../workbook/remark.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { type ChangedFile, planEdits, writeEdits } from './edit-figures.ts';
import type { LineChange } from './edit-yaml.ts';
import { readGiven } from './read-given.ts';

/** Of a project what an import asks for. */
export interface FoundReleases {
  /** Absolute. */
  readonly root: string;
  /** `issuer/release` of each. */
  readonly releases: () => readonly string[];
  readonly release: (name: string) => Session;
}

/** What is imported. */
export interface ImportOrder {
  /** Path of the workbook, .xlsx or .csv, and what messages call it. */
  readonly workbook: string;
  /** Path of its map. */
  readonly map: string;
  /** Id or role of the only period that is imported. */
  readonly period?: string;
  /** Folder of the issuer, where the map names none. */
  readonly issuer?: string;
  /** Writes the files, if nothing stands in the way. */
  readonly write: boolean;
}

/** What an import came to. */
export interface Imported {
  /** Faults of the map, or of the release that its concepts are of: nothing was read then. */
  readonly findings: readonly Finding[];
  readonly remarks: readonly Remark[];
  /** Figures that data files have otherwise, or not at all, in the order of concepts. */
  readonly changes: readonly FigureChange[];
  /** Lines of the files that they alter. */
  readonly lines: readonly LineChange[];
  /** Figures that stand in the data files already. */
  readonly same: number;
  readonly computed: readonly ComputedDifference[];
  readonly missing: readonly MissingFigure[];
  /** Rows with figures and no line in the map. */
  readonly unmapped: readonly { readonly place: string; readonly label: string }[];
  /** Files that were written. */
  readonly written: readonly string[];
  /** Files that changed while the workbook was read: then none was written. */
  readonly altered: readonly ChangedFile[];
}

const nothing: Imported = {
  findings: [],
  remarks: [],
  changes: [],
  lines: [],
  same: 0,
  computed: [],
  missing: [],
  unmapped: [],
  written: [],
  altered: [],
};

/** `cwd` is what paths are relative to. Refuses, as wrong usage, files that are not there or cannot be read, and an unknown issuer or period. */
export async function importWorkbook(project: FoundReleases, order: ImportOrder, cwd: string): Promise<Imported> {
  const found: Finding[] = [];
  const report = (finding: Finding) => found.push(finding);
  const mapText = readGiven(resolve(cwd, order.map), order.map, dataLimits.fileBytes);
  const source = decodeText(order.map, mapText, report);
  const file = source && parseYaml(source, report);
  const data = file && readImportMap(file, report);
  if (!file || !data) return { ...nothing, findings: found };
  const session = sessionOf(project, data.issuer ?? order.issuer, order.period);
  const { value: release, findings } = session.validate();
  const sources = session.load().value;
  if (!release || !sources) return { ...nothing, findings: [...found, ...session.load().findings, ...findings] };
  const roles = [...release.spec.periods.keys()];
  const map = buildImportMap(data, file, { concepts: release.concepts, periods: new Set([...release.periods.keys(), ...roles]) }, report);
  if (!map) return { ...nothing, findings: found };
  const periodId = (name: string) => release.spec.periods.get(name)?.value ?? name;
  const period = order.period === undefined ? undefined : knownPeriod(order.period, release);
  const workbook = await openWorkbook(order.workbook, cwd);
  const read = readFigures(workbook, map, { concepts: release.concepts, period, periodId });
  const compared = compareFigures(read.figures, release, session.derive().value, sources.periods);
  const later = session.suppose(withFigures(release, compared.changes));
  const none =
    read.figures.length === 0 && !read.remarks.some(({ severity }) => severity === 'error') ? [nothingRead(map, period, periodId)] : [];
  const hidden = compared.changes
    .flatMap((change) => change.hidden)
    .map(
      ({ place, holds, shows }): Remark => ({
        severity: 'warning',
        place,
        message: say`holds ${holds} and shows ${shows}: what it holds is imported`,
        hint: 'digits: shown in the map takes what is shown; digits: round and truncate, what the concept is printed with',
      }),
    );
  const remarks = foldedRemarks([...read.remarks, ...none, ...hidden]);
  const planned = planEdits(
    project.root,
    compared.changes.map(({ edit }) => edit),
    sources.hashes,
  );
  const imported: Imported = {
    ...nothing,
    findings: found,
    remarks,
    changes: compared.changes,
    lines: planned.changes,
    same: compared.same,
    computed: computedDifferences(compared.computed, release, later.derive().value),
    missing: compared.missing,
    unmapped: read.unmapped,
  };
  if (!order.write || planned.files.length === 0 || remarks.some(({ severity }) => severity === 'error')) return imported;
  const altered = await writeEdits(project.root, planned);
  return { ...imported, altered, written: altered.length > 0 ? [] : planned.files.map((each) => each.file) };
}

/** Why nothing of a workbook was read in which nothing is wrong. */
function nothingRead({ sheets }: ImportMap, period: string | undefined, periodId: (name: string) => string): Remark {
  const columns = sheets.flatMap((sheet) => sheet.columns);
  const wanted = columns.some((column) => column.period === undefined || period === undefined || periodId(column.period) === period);
  if (wanted)
    return {
      severity: 'error',
      message: 'no row of the workbook is in the map',
      hint: 'compare labels and sheets, or begin a map with --draft-map',
    };
  return { severity: 'error', message: say`no column of the map is of ${period}`, hint: 'name its column in the map, or another period' };
}

/** A map to begin with, as the text of a file in `cwd`: which row looks like which concept, which column like which period. */
export async function draftWorkbookMap(
  project: FoundReleases,
  order: Pick<ImportOrder, 'workbook' | 'issuer' | 'period'>,
  cwd: string,
): Promise<string> {
  const session = sessionOf(project, order.issuer, order.period);
  const { value: release, findings } = session.validate();
  if (!release) {
    const [first] = [...session.load().findings, ...findings].filter(({ severity }) => severity === 'error');
    throw new UsageError(say`the data of the issuer have errors, and name no concepts: ${first?.message ?? ''}`);
  }
  const issuer = session.place?.issuer ?? '';
  return draftMap(await openWorkbook(order.workbook, cwd), basename(order.workbook), issuer, release, {
    schema: schemaLineTo(relative(cwd, join(project.root, schemaFolder, 'map.json'))),
    period: order.period === undefined ? undefined : knownPeriod(order.period, release),
  });
}

/** By what the file holds: a CSV file is one by its name. */
async function openWorkbook(name: string, cwd: string): Promise<Workbook> {
  const data = readGiven(resolve(cwd, name), name, workbookLimits.fileBytes);
  const packed = data[0] === 0x50 && data[1] === 0x4b;
  try {
    const csv = /^\.(?:csv|txt)$/i.test(extname(name)) && !packed;
    return csv ? parseCsv(basename(name, extname(name)), data) : await readXlsx(data);
  } catch (fault) {
    if (fault instanceof UnreadableWorkbook) throw new UsageError(say`${name} ${fault.message}`);
    throw fault;
  }
}

/** A release of the issuer, for its concepts and periods: one that has the period among its own, else the last that can be read. */
function sessionOf(project: FoundReleases, issuer: string | undefined, period: string | undefined): Session {
  const all = project.releases();
  const issuers = [...new Set(all.map((name) => name.split('/')[0] ?? ''))];
  const [only, ...others] = issuers;
  const wanted = issuer ?? (others.length === 0 ? only : undefined);
  if (wanted === undefined)
    throw new UsageError(say`whose figures are they? say issuer: in the map, or --issuer: one of ${sayAll(issuers, ', ')}`);
  const names = all.filter((name) => name.startsWith(`${wanted}/`)).reverse();
  if (names.length === 0) throw new UsageError(say`no issuer '${wanted}' with a release: ${sayAll(nameHints(wanted, issuers), '; ')}`);
  let usable: Session | undefined;
  for (const name of names) {
    const session = project.release(name);
    const release = session.validate().value;
    const roles = release?.spec.periods;
    if (release && (period === undefined || roles?.has(period) || [...(roles?.values() ?? [])].some(({ value }) => value === period)))
      return session;
    if (release) usable ??= session;
  }
  return usable ?? project.release(names[0] ?? '');
}

function knownPeriod(name: string, { spec, periods }: Release): string {
  const id = spec.periods.get(name)?.value ?? name;
  if (periods.has(id)) return id;
  const known = [...periods.keys()];
  throw new UsageError(
    say`no period '${name}': ${sayAll(nameHints(name, [...spec.periods.keys(), ...known]), '; ') || say`there are ${sayAll(known, ', ')}`}`,
  );
}

/** The release with the figures as they would be typed. */
function withFigures(release: Release, changes: readonly FigureChange[]): Release {
  const periods = new Map(release.periods);
  for (const { fact, reported } of changes) {
    const id = fact.slice(reported.concept.length + 1);
    const period = periods.get(id);
    if (period && !period.controls.some(({ concept, at }) => concept === reported.concept && at === reported.at))
      periods.set(id, {
        ...period,
        facts: new Map(period.facts).set(reported.concept, { ...period.facts.get(reported.concept), ...reported }),
      });
  }
  return { ...release, periods };
}
