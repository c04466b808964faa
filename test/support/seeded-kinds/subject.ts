// Turn the samples and the starters into releases that edits are made of: their sources, figures, and every printed run by its place.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookUpFact } from '../../../src/figures/fact-key.ts';
import { load } from '../../../src/load/load.ts';
import type { Document, Inline } from '../../../src/model/document.ts';
import type { Exact } from '../../../src/model/exact.ts';
import type { Financials } from '../../../src/model/financials.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { BoundedMemory, type Memory } from '../../../src/model/memory.ts';
import type { Release } from '../../../src/model/release.ts';
import type { SourceFile, Sources, YamlFile } from '../../../src/model/sources.ts';
import { Session } from '../../../src/session.ts';
import { projectRoot } from '../sample.ts';
import { yamlFiles } from '../seeded-sources.ts';

/** A sound release. */
export interface Subject {
  /** `issuer/release`. */
  readonly name: string;
  readonly sources: Sources;
  readonly release: Release;
  readonly financials: Financials;
  readonly document: Document;
  /** What its sessions share. */
  readonly memory: Memory;
  /** The text of each run, by `file:line:column` of what wrote it. */
  readonly runs: ReadonlyMap<string, string>;
}

/** Releases and where their data stand in the package. */
const places = [
  { issuer: 'iij', release: '2q02', data: 'data/iij' },
  { issuer: 'aoba', release: '2026h1', data: 'data/aoba' },
  { issuer: 'minato', release: '2026h1', data: 'templates/tanshin/starter/data/minato' },
  { issuer: 'misaki', release: '2q25', data: 'templates/us-filer/starter/data/misaki' },
];

/** All four, from one folder that is removed again; any finding is a fault of the surroundings. */
export function loadSubjects(): readonly Subject[] {
  const root = mkdtempSync(join(tmpdir(), 'kessan-seeds-'));
  try {
    for (const { issuer, data } of places) cpSync(join(projectRoot, data), join(root, 'data', issuer), { recursive: true });
    for (const folder of ['templates', 'fonts']) cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
    return places.map(({ issuer, release }) => subjectOf(root, issuer, release));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Bytes that one release's sessions may keep. */
const memoryBytes = 64 << 20;

function subjectOf(root: string, issuer: string, name: string): Subject {
  const findings: Finding[] = [];
  const sources = load(root, issuer, name, (finding) => findings.push(finding));
  const memory = new BoundedMemory(memoryBytes);
  const session = sources && new Session({ sources }, { memory });
  findings.push(...(session?.run('merge').findings ?? []));
  const [release, financials, document] = [session?.validate().value, session?.derive().value, session?.merge().value];
  if (!sources || !release || !financials || !document || findings.length > 0)
    throw new Error(`${issuer}/${name}: ${findings.map(({ message }) => message).join('; ')}`);
  return { name: `${issuer}/${name}`, sources, release, financials, document, memory, runs: runsOf(document) };
}

/** A helper may write several runs at one place: their texts together. */
function runsOf(document: Document): ReadonlyMap<string, string> {
  const runs = new Map<string, string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    else if (typeof value === 'object' && value !== null) {
      if (isRun(value)) {
        const key = `${value.at.file}:${value.at.line}:${value.at.column}`;
        runs.set(key, (runs.get(key) ?? '') + value.text);
      } else if (!(value instanceof Map)) for (const each of Object.values(value)) visit(each);
    }
  };
  visit(document.parts);
  return runs;
}

const isRun = (value: object): value is Inline => 'text' in value && 'at' in value && typeof value.text === 'string';

/** The text that what stands at an offset of a file wrote; undefined where it wrote none. */
export function printedAt({ runs }: Subject, { file, lineStarts }: SourceFile, start: number): string | undefined {
  const line = lineStarts.findLastIndex((each) => each <= start);
  return runs.get(`${file}:${line + 1}:${start - (lineStarts[line] ?? 0) + 1}`);
}

/** The accounting standard and the rule of rounding, as the issuer's file gives them. */
export function rulesOf({ sources }: Subject): { readonly standard: string; readonly regime: string } {
  const { standard, regime } = sources.issuer.value as { readonly standard: string; readonly regime: string };
  return { standard, regime };
}

/** Id of the period of a role. */
export const periodOf = ({ release }: Subject, role: string): string => release.spec.periods.get(role)?.value ?? role;

/** The amount of a concept in the period of a role; undefined where there is none. */
export const amountOf = (subject: Subject, concept: string, role = 'current'): Exact | undefined =>
  lookUpFact(subject.financials.facts, concept, periodOf(subject, role))?.value;

/** Roles of periods that a helper, whose role stands at a place of a file, would name otherwise: a style may name of a period what others share. */
export function otherNamed(subject: Subject, { text }: SourceFile, start: number, role: string): readonly string[] {
  const style = /^[\w-]+(?:\.\w+)?" style="([\w-]+)"/.exec(text.slice(start, start + 80))?.[1];
  const named = (each: string): string => {
    const period = subject.release.periods.get(periodOf(subject, each));
    if (!period) return each;
    const { id, start: first, end, fiscalYear, quarter } = period;
    const byStyle: Readonly<Record<string, string | number>> = {
      ordinal: quarter,
      'ordinal-word': quarter,
      months: `${first.slice(5, 7)} ${end.slice(5, 7)}`,
      year: fiscalYear,
      'fiscal-year': fiscalYear,
    };
    return String(byStyle[style ?? ''] ?? id);
  };
  return [...subject.release.spec.periods.keys()].filter((each) => named(each) !== named(role));
}

/** Which way a concept went since the period of a role; undefined where it cannot be said: an amount is missing, is no gain, or did not move. */
export function wentUp(subject: Subject, concept: string, from: string, period = 'current'): boolean | undefined {
  const [now, base] = [amountOf(subject, concept, period), amountOf(subject, concept, from)];
  if (!now || !base || now.sign <= 0 || base.sign <= 0 || now.equals(base)) return undefined;
  return now.compare(base) > 0;
}

/** Files of the release by what they hold. */
export const narrativesOf = ({ sources }: Subject): readonly SourceFile[] => [...sources.narratives.values()];
export const statementsOf = ({ sources }: Subject): readonly YamlFile[] => [...sources.statements.values()];
export const periodsOf = ({ sources }: Subject): readonly YamlFile[] => [...sources.periods.values()];
export const templatesOf = ({ sources }: Subject): readonly SourceFile[] =>
  [...sources.templates].filter(([name]) => name !== 'notice').map(([, file]) => file);
export const dataOf = ({ sources }: Subject): readonly YamlFile[] => yamlFiles(sources).filter((file) => file !== sources.style);

/** The language of a narrative or of a file of words, by its name. */
export const langOf = ({ file }: SourceFile): string | undefined => /(?:narrative\.|\/)(ja|en)\.(?:md|hbs)$/.exec(file)?.[1];
