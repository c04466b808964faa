// Turn what a release carried over into a list of what is open, or into confirmations by somebody's name in carried.yaml.

import { join } from 'node:path';
import { type CarriedText, openTexts } from '../model/carried.ts';
import { type Finding, isError, UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';
import { releaseName } from '../model/sources.ts';
import { type ConfirmFilter, confirmTexts, matches } from '../roll/confirm-texts.ts';
import type { Session, Stage } from '../session.ts';
import { carriedIn } from '../validate/carried-in.ts';
import { publish } from './publish.ts';

/** Which texts are asked for, and whether they are confirmed. */
export interface ConfirmOrder extends ConfirmFilter {
  /** Who confirms; without it nothing is written. */
  readonly by?: string;
}

/** What was carried over. */
export interface Confirmed {
  /** The release that it was carried over from. */
  readonly from: string;
  /** The texts that were asked for: open, or confirmed by now. */
  readonly texts: readonly CarriedText[];
  /** How many are open in all, after this. */
  readonly open: number;
}

/**
 * Works on a release whose figures are still to be typed too: words are read beside them. No value, and findings, where its files cannot be
 * read. Refuses, as wrong usage, a release that carried nothing over, and entries that only a hand can put a name into.
 */
export async function confirmCarried(session: Session, { by, ...filter }: ConfirmOrder): Promise<Stage<Confirmed>> {
  const { place } = session;
  const name = by?.trim();
  if (name === '') throw new UsageError('a name is wanted of whoever confirms');
  const { value: sources, findings } = session.load();
  const told: Finding[] = [...findings];
  const carried = sources && carriedIn(sources, (finding) => told.push(finding));
  if (!place || !sources || told.some(isError)) return { value: undefined, findings: told };
  if (!carried || !sources.carried) throw new UsageError(say`${releaseName(place)} carried nothing over: it has no carried.yaml`);
  const open = new Set(openTexts(carried));
  const chosen = carried.texts.flatMap((text, index) => (open.has(text) && matches(text, filter) ? [{ text, index }] : []));
  if (name !== undefined && chosen.length > 0) {
    const indexes = chosen.map(({ index }) => index);
    const text = confirmTexts(sources.carried, indexes, name);
    if (text === undefined)
      throw new UsageError(
        say`${sources.carried.file} has entries in braces: write confirmed: ${name} into them, or each key on a line of its own`,
      );
    await publish(new Map([[join(place.root, sources.carried.file), text]]));
  }
  const left = name === undefined ? open.size : open.size - chosen.length;
  return { value: { from: carried.from, texts: chosen.map(({ text }) => text), open: left }, findings: told };
}
