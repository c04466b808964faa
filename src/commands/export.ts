// Turn a release into files for spreadsheets: a workbook with live formulas, or its statements as CSV.
import { join, relative, resolve } from 'node:path';
import { UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';
import { released } from '../model/sources.ts';
import { exportFiles } from '../project/export-release.ts';
import { findRelease, outFolder } from '../project/find-release.ts';
import { publishIn } from '../project/publish.ts';
import { Session } from '../session.ts';
import { type Console, exit, progress } from './console.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface ExportOptions {
  readonly format: Format;
  readonly xlsx: boolean;
  readonly csv: boolean;
  /** Folder, relative to that of the console. */
  readonly out?: string;
}

/** Nothing is written of a release with errors. */
export async function exportFigures(name: string, options: ExportOptions, console: Console): Promise<number> {
  const { xlsx, csv, out, format } = options;
  if (!xlsx && !csv) throw new UsageError(say`export ${name} as what? give --xlsx, --csv or both`);
  const place = findRelease(name, console.cwd);
  const { watch, end } = progress(console, name);
  const folder = out === undefined ? join(outFolder(place), 'export') : resolve(console.cwd, out);
  const { value: files, findings } = await exportFiles(new Session({ place }, { watch }), { xlsx, csv, folder });
  end();
  if (files) await publishIn(folder, files);
  const written = [...(files?.keys() ?? [])].map((file) => join(relative(console.cwd, folder), file));
  if (format === 'json') {
    console.out(`${JSON.stringify({ ...released(place), written, findings: findingsAsJson(findings) }, null, 2)}\n`);
  } else {
    reportFindings(findings, place.root, console);
    for (const file of written) console.out(`${file}\n`);
  }
  return files ? exit.done : exit.errors;
}
