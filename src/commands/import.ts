// Turn a workbook and the map of it into what would change in the data files, as a person reads it; with --write into the files.
import { isError, UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';
import { projectRoot } from '../project/find-release.ts';
import { draftWorkbookMap, importWorkbook } from '../project/import-workbook.ts';
import { Project } from '../project/project.ts';
import { type Console, exit } from './console.ts';
import { printImport } from './print-import.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface ImportOptions {
  readonly format: Format;
  /** File of the map. */
  readonly map?: string;
  /** Id or role of the only period that is imported. */
  readonly period?: string;
  /** Folder of the issuer. */
  readonly issuer?: string;
  readonly write: boolean;
  readonly draftMap: boolean;
}

/** Exit 1 where a figure could not be read, or files changed meanwhile: then nothing was written. */
export async function importFigures(workbook: string, options: ImportOptions, console: Console): Promise<number> {
  const { format, map, period, issuer, write, draftMap } = options;
  const root = projectRoot(console.cwd);
  if (root === undefined)
    throw new UsageError(
      say`no project here: neither ${console.cwd} nor a folder above it has data/<issuer>/issuer.yaml; kessan init begins one`,
    );
  const project = new Project(root);
  const named = { ...(period !== undefined && { period }), ...(issuer !== undefined && { issuer }) };
  if (draftMap) {
    if (map !== undefined || write) throw new UsageError('--draft-map prints a map to begin with: it takes neither --map nor --write');
    const drafted = await draftWorkbookMap(project, { workbook, ...named }, console.cwd);
    console.out(format === 'json' ? `${JSON.stringify({ map: drafted }, null, 2)}\n` : drafted);
    return exit.done;
  }
  if (map === undefined)
    throw new UsageError(
      say`which row of ${workbook} is which concept? give --map <file>, or begin one: kessan import ${workbook} --draft-map > map.yaml`,
    );
  const imported = await importWorkbook(project, { workbook, map, write, ...named }, console.cwd);
  const { findings, remarks, altered } = imported;
  if (format === 'json') {
    const changes = imported.changes.map(({ edit: _, reported: __, ...change }) => change);
    console.out(`${JSON.stringify({ ...imported, changes, findings: findingsAsJson(findings) }, null, 2)}\n`);
  } else {
    reportFindings(findings, console.cwd, console);
    if (!findings.some(isError)) {
      const { results, told } = printImport(imported, workbook, write);
      console.err(told);
      console.out(results);
    }
  }
  const failed = findings.some(isError) || altered.length > 0 || remarks.some(({ severity }) => severity === 'error');
  return failed ? exit.errors : exit.done;
}
