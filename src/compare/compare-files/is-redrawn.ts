// Turn two files into whether two programs wrote them: then the same letters and lines have other edges, and the same notes another look.
import type { Version } from '../version.ts';

export function isRedrawn(old: Version, now: Version): boolean {
  const [before, after] = [old.parts?.writer, now.parts?.writer];
  return before !== undefined && after !== undefined && before !== after;
}
