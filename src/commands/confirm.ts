// Turn what a release carried over into lines of what is open, or of what somebody has confirmed.
import { UsageError } from '../model/finding.ts';
import { releaseName } from '../model/sources.ts';
import { confirmCarried } from '../project/confirm-carried.ts';
import { findRelease } from '../project/find-release.ts';
import type { ConfirmFilter } from '../roll/confirm-texts.ts';
import { Session } from '../session.ts';
import { type Console, exit } from './console.ts';
import { counted } from './counted.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface ConfirmOptions extends ConfirmFilter {
  readonly format: Format;
  /** Who confirms. */
  readonly by?: string;
  readonly all: boolean;
}

/** Of everything only where that is said: a name is put under many texts quickly. */
export async function confirm(name: string, options: ConfirmOptions, console: Console): Promise<number> {
  const { by, all, format, ...filter } = options;
  const place = findRelease(name, console.cwd);
  if (by !== undefined && by.trim() === '') throw new UsageError('--by takes a name');
  if (by !== undefined && !all && filter.file === undefined && filter.key === undefined && filter.matching === undefined)
    throw new UsageError('say what is confirmed: --file, --key or --matching, or --all');
  const { value, findings } = await confirmCarried(new Session({ place }), { ...filter, ...(by !== undefined && { by }) });
  const release = releaseName(place);
  if (!value) {
    if (format === 'json') console.out(`${JSON.stringify({ release, findings: findingsAsJson(findings) }, null, 2)}\n`);
    else reportFindings(findings, place.root, console);
    return exit.errors;
  }
  const { from, texts: chosen, open } = value;
  if (format === 'json') {
    const texts = chosen.map(({ file, key, text, stands }) => ({
      file,
      ...(key !== undefined && { key }),
      text,
      ...(stands && { line: stands.line }),
    }));
    console.out(`${JSON.stringify({ release, from, ...(by !== undefined && { by }), texts, open }, null, 2)}\n`);
    return exit.done;
  }
  for (const { text, stands, at } of chosen) {
    const { file, line } = stands ?? at;
    console.out(`${file}:${line}: ${text}\n`);
  }
  const listed =
    by === undefined ? `${counted(chosen.length, 'text')} open` : `${counted(chosen.length, 'text')} confirmed by ${by.trim()}`;
  console.out(`${release}: ${listed}${by === undefined && chosen.length === open ? '' : `, ${open} open in all`}\n`);
  return exit.done;
}
