// Turn a loaded release and one edited file into the sources that loading the edited folder would give, without reading the rest again.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileReader } from '../../src/load/file-reader.ts';
import { load } from '../../src/load/load.ts';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { SourceFile, Sources, YamlFile } from '../../src/model/sources.ts';
import { projectRoot } from './sample.ts';
import { type Composed, composeSources } from './stages.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The releases that are proved: the sample, and the one of the second issuer. */
export const provedReleases = [
  { issuer: 'iij', release: '2q02' },
  { issuer: 'aoba', release: '2026h1' },
] as const;

/** A release of the project as loaded; any finding is a fault of the test's surroundings. */
export function loadedRelease({ issuer, release }: { readonly issuer: string; readonly release: string }): Sources {
  const findings: Finding[] = [];
  const sources = load(projectRoot, issuer, release, (finding) => findings.push(finding));
  if (!sources || findings.length > 0) throw new Error(findings.map(({ message }) => message).join('; '));
  return sources;
}

/** A file of the release by its path: YAML, its own or that of its layout, narrative or layout. */
export function fileOf(sources: Sources, file: string): SourceFile {
  const { layoutStatements, narratives, templates } = sources;
  const all = [...yamlFiles(sources), ...layoutStatements.values(), ...narratives.values(), ...templates.values()];
  const found = all.find((each) => each.file === file);
  if (!found) throw new Error(`${file} is no file of the release`);
  return found;
}

export function yamlFiles({ issuer, concepts, statements, periods, release, style }: Sources): readonly YamlFile[] {
  return [issuer, concepts, ...statements.values(), ...periods.values(), release, style];
}

/**
 * The sources with one file's bytes replaced, and what reading that file found. The file is written and read back by the
 * program's own reader and parser, so that byte order marks and line ends are treated as in a folder.
 */
export function withFile(sources: Sources, file: string, bytes: string): { readonly sources: Sources; readonly findings: Finding[] } {
  const scratch = temporaryFolder('seeded');
  mkdirSync(dirname(join(scratch, file)), { recursive: true });
  writeFileSync(join(scratch, file), bytes);
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const read = fileReader(scratch, report).text(file);
  const yaml = read && file.endsWith('.yaml') ? parseYaml(read, report) : undefined;
  if (!read || (file.endsWith('.yaml') && !yaml)) return { sources, findings };
  const swap = <T extends SourceFile>(old: T): T => (old.file === file ? ((yaml ?? read) as unknown as T) : old);
  const swapAll = <T extends SourceFile>(all: ReadonlyMap<string, T>) => new Map([...all].map(([id, each]) => [id, swap(each)]));
  return {
    sources: {
      ...sources,
      issuer: swap(sources.issuer),
      concepts: swap(sources.concepts),
      statements: swapAll(sources.statements),
      layoutStatements: swapAll(sources.layoutStatements),
      periods: swapAll(sources.periods),
      release: swap(sources.release),
      narratives: swapAll(sources.narratives),
      templates: swapAll(sources.templates),
      style: swap(sources.style),
    },
    findings,
  };
}

/** Everything that the stages up to the checks of the document make of the edited release. */
export function composeEdited(sources: Sources, file: string, bytes: string): Composed {
  const edited = withFile(sources, file, bytes);
  if (edited.findings.some(({ severity }) => severity === 'error')) return { findings: edited.findings, notes: [] };
  const composed = composeSources(edited.sources, 'merge');
  return { ...composed, findings: [...edited.findings, ...composed.findings] };
}
