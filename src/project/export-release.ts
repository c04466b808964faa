// Turn a release that has no errors into files for spreadsheets, in memory.
import { join, relative, sep } from 'node:path';
import { schemaFolder, schemaLineTo } from '../model/schema-link.ts';
import { releaseData } from '../render/data/release-data.ts';
import type { Session, Stage } from '../session.ts';
import { exportRelease } from '../workbook/export/export-release.ts';
import { outFolder } from './find-release.ts';

/** What is exported. */
export interface ExportOrder {
  /** A workbook, and the map by which it is imported. */
  readonly xlsx: boolean;
  /** Each statement as CSV, and the facts as JSON. */
  readonly csv: boolean;
  /** Absolute path of the folder that the files are written to, from which the map leads to its schema; out/<issuer>/<release>/export without it. */
  readonly folder?: string;
}

/** Contents by file name. No value where a stage finds an error: its figures are not to be trusted. */
export async function exportFiles(
  session: Session,
  { xlsx, csv, folder }: ExportOrder,
): Promise<Stage<ReadonlyMap<string, Uint8Array | string>>> {
  const { composed, findings } = session.run();
  if (!composed) return { value: undefined, findings };
  const { document, release, financials } = composed;
  const files = new Map<string, Uint8Array | string>();
  const { id } = release.spec;
  if (xlsx) {
    const { workbook, map } = exportRelease(document, release, financials, schemaLineTo(mapSchema(session, folder)));
    files.set(`${id}.xlsx`, workbook);
    files.set(`${id}.map.yaml`, map);
  }
  if (csv) for (const { name, content } of releaseData(document, release, financials)) files.set(name, content);
  return { value: files, findings };
}

/** Where a map that stands in the folder finds its schema. */
function mapSchema({ place }: Session, folder: string | undefined): string {
  const schema = `${schemaFolder}/map.json`;
  if (!place) return schema;
  return relative(folder ?? join(outFolder(place), 'export'), join(place.root, schema)).replaceAll(sep, '/');
}
