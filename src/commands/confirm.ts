// Turn what a release carried over into a list of what is open, or into confirmations by somebody's name in carried.yaml.
import { join } from 'node:path';
import { openTexts } from '../model/carried.ts';
import { isError, UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';
import { releaseName } from '../model/sources.ts';
import { findRelease } from '../project/find-release.ts';
import { publish } from '../project/publish.ts';
import { type ConfirmFilter, confirmTexts, matches } from '../roll/confirm-texts.ts';
import { Session } from '../session.ts';
import { carriedIn } from '../validate/carried-in.ts';
import { type Console, exit } from './console.ts';
import { counted } from './counted.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface ConfirmOptions extends ConfirmFilter {
  readonly format: Format;
  /** Who confirms. */
  readonly by?: string;
  readonly all: boolean;
}

/** Works on a release whose figures are still to be typed too: words are read beside them. */
export async function confirm(name: string, options: ConfirmOptions, console: Console): Promise<number> {
  const { by, all, file: only, key, matching, format } = options;
  const place = findRelease(name, console.cwd);
  if (by !== undefined && by.trim() === '') throw new UsageError('--by takes a name');
  if (by !== undefined && !all && only === undefined && key === undefined && matching === undefined)
    throw new UsageError('say what is confirmed: --file, --key or --matching, or --all');
  const { value: sources, findings } = new Session({ place }).load();
  const told = [...findings];
  const carried = sources && carriedIn(sources, (finding) => told.push(finding));
  if (!sources || told.some(isError)) {
    if (format === 'json') console.out(`${JSON.stringify({ release: releaseName(place), findings: findingsAsJson(told) }, null, 2)}\n`);
    else reportFindings(told, place.root, console);
    return exit.errors;
  }
  if (!carried || !sources.carried) throw new UsageError(say`${releaseName(place)} carried nothing over: it has no carried.yaml`);
  const open = new Set(openTexts(carried));
  const chosen = carried.texts.flatMap((text, index) => (open.has(text) && matches(text, options) ? [{ text, index }] : []));
  if (by !== undefined && chosen.length > 0) {
    const text = confirmTexts(
      sources.carried,
      chosen.map(({ index }) => index),
      by.trim(),
    );
    if (text === undefined)
      throw new UsageError(
        say`${sources.carried.file} has entries in braces: write confirmed: ${by} into them, or each key on a line of its own`,
      );
    await publish(new Map([[join(place.root, sources.carried.file), text]]));
  }
  const left = by === undefined ? open.size : open.size - chosen.length;
  if (format === 'json') {
    const texts = chosen.map(({ text: { file, key: own, text, stands } }) => ({
      file,
      ...(own !== undefined && { key: own }),
      text,
      ...(stands && { line: stands.line }),
    }));
    console.out(
      `${JSON.stringify({ release: releaseName(place), from: carried.from, ...(by !== undefined && { by }), texts, open: left }, null, 2)}\n`,
    );
    return exit.done;
  }
  for (const { text, stands, at } of chosen.map((each) => each.text)) {
    const { file, line } = stands ?? at;
    console.out(`${file}:${line}: ${text}\n`);
  }
  const listed =
    by === undefined ? `${counted(chosen.length, 'text')} open` : `${counted(chosen.length, 'text')} confirmed by ${by.trim()}`;
  console.out(`${releaseName(place)}: ${listed}${by === undefined && chosen.length === left ? '' : `, ${left} open in all`}\n`);
  return exit.done;
}
