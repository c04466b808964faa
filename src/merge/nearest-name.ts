// Turn a misspelt name into the name that was probably meant, for hints.

/** The known name nearest to `name`, or undefined when none is near: at most a third of its letters differ, and one must agree. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(name.length, Math.max(1, Math.floor(name.length / 3)) + 1);
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Hint for a finding: the nearest name, or all of a short list. */
export function nameHint(name: string, known: Iterable<string>): string[] {
  const names = [...known];
  const near = nearestName(name, names);
  if (near !== undefined) return [`did you mean ${near}?`];
  return names.length > 0 && names.length <= 24 ? [`known: ${names.join(', ')}`] : [];
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const substituted = (previous[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      row.push(Math.min(substituted, (previous[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
