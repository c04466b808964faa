// Turn a text into the stretches that no line may break: what its language ties together, and addresses.
import type { Ties } from '../../language/typesetting.ts';
import { matchesIn } from '../../model/matches.ts';

/** What a joint inside a stretch costs instead of being forbidden; absent: forbidden. */
export interface Tie {
  /** Offsets in the text, in UTF-16 code units; the end is one past the last. */
  readonly start: number;
  readonly end: number;
  /** Offset inside the stretch → penalty of a break there. All other offsets between start and end are forbidden. */
  readonly joints: ReadonlyMap<number, number>;
}

/** A cluster wider than this many em may open where its unit begins, at this penalty. */
const widestCluster = 10;
const openUnit = 5000;
/** Between the year, the month and the day of a date. */
const openDate = 400;
/** Between words of a pair: worse than several of the loosest good lines, better than a line that only emergency spaces fill. */
export const openPair = 800;
/** Between words of a name: where lines are alike otherwise, the one that leaves it whole. */
const openName = 70;
/** Inside a word that is better whole: worse than a line whose ideographs stand a twentieth of an em apart is bad. */
const openCompound = 200;
/** Where sense holds words together in a line that is not justified: as bad as three fifths of it left empty. */
const openRagged = 300;
/** Inside a web or mail address, after one of its separators: worse than any loose line, better than an emergency. */
const openAddress = 200;

const addresses = /(?:https?:\/\/|www\.)[\w./?&=%#~:+-]*[\w/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Most texts hold none, and the pattern tries every word. */
const mayHoldAddress = (text: string): boolean => /@|:\/\/|www\./.test(text);

/** All stretches of a text, of lines that are not justified where it is ragged, those that open first; they may overlap, and of two that settle one joint the later one does. */
export function ties(
  text: string,
  { script, units, dates, phrases, compounds, pairs, names, ragged }: Ties,
  isRagged = false,
): readonly Tie[] {
  const found: Tie[] = [];
  const none: ReadonlyMap<number, number> = new Map();
  const hasUnits = script.test(text);
  if (isRagged) found.push(...opening(text, ragged, openRagged));
  found.push(...opening(text, names, openName), ...opening(text, pairs, openPair));
  for (const pattern of hasUnits ? units : []) {
    for (const match of matchesIn(text, pattern)) {
      const unit = match.indices?.groups?.unit?.[0];
      const joints = unit !== undefined && widthInEm(match[0]) > widestCluster ? new Map([[unit, openUnit]]) : none;
      found.push({ start: match.index, end: match.index + match[0].length, joints });
    }
  }
  for (const pattern of hasUnits ? dates : []) {
    for (const match of matchesIn(text, pattern)) {
      const parts = [match.indices?.groups?.month, match.indices?.groups?.day];
      const joints = new Map(parts.flatMap((part) => (part ? [[part[0], openDate] as const] : [])));
      found.push({ start: match.index, end: match.index + match[0].length, joints });
    }
  }
  for (const pattern of compounds) {
    for (const match of matchesIn(text, pattern)) {
      const inside = isRagged ? [] : Array.from({ length: match[0].length - 1 }, (_, i) => [match.index + i + 1, openCompound] as const);
      found.push({ start: match.index, end: match.index + match[0].length, joints: new Map(inside) });
    }
  }
  for (const pattern of phrases) {
    for (const match of matchesIn(text, pattern)) found.push({ start: match.index, end: match.index + match[0].length, joints: none });
  }
  for (const match of mayHoldAddress(text) ? matchesIn(text, addresses) : []) {
    const joints = new Map<number, number>();
    for (const separator of matchesIn(match[0], /[/.?&=_-](?=[\w#~%])/g)) joints.set(match.index + separator.index + 1, openAddress);
    found.push({ start: match.index, end: match.index + match[0].length, joints });
  }
  return found;
}

/** Stretches that may open after their match, at a penalty. */
function opening(text: string, patterns: readonly RegExp[], penalty: number): readonly Tie[] {
  return patterns.flatMap((pattern) =>
    matchesIn(text, pattern).map(({ 0: { length }, index }) => ({
      start: index,
      end: index + length + 1,
      joints: new Map([[index + length, penalty]]),
    })),
  );
}

/** Rough width: ideographs one em, everything else a little more than half. */
function widthInEm(text: string): number {
  let em = 0;
  for (const character of text) em += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.555;
  return em;
}
