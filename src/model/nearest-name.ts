// Turn a misspelt name into the known name that was most likely meant, and into the hint that says so.
import { say, sayAll, sayId } from './say.ts';

/** Longer than any name that a person remembers nearly. */
const longest = 100;

/** As many names as a hint lists: helpers of templates, columns of a statement. */
const mostListed = 24;

/** The known name nearest to `name`, or undefined when none is near: at most a third of the letters may differ, and one must agree. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length > longest) return undefined;
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.min(wanted.length, Math.max(1, Math.floor(wanted.length / 3)) + 1);
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** A hint that names the nearest known name, or all of them when they are few. */
export function nameHints(name: string, known: Iterable<string>, most = mostListed): string[] {
  const all = [...known];
  const nearest = nearestName(name, all);
  if (nearest !== undefined) return [say`did you mean ${sayId(nearest)}?`];
  return all.length > 0 && all.length <= most ? [say`known here: ${sayAll(all.map(sayId), ', ')}`] : [];
}

/** Letters to insert, delete, replace or swap with their neighbour to turn one word into the other; `enough` when it is no less than that. */
function editDistance(a: string, b: string, enough: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    // The rest can only add to the least of a row, but for a swap with the row before it.
    if (Math.min(...row, ...before) >= enough) return enough;
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
