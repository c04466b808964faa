// Turn the order of two releases into groups of elements that changed places under one heading, each with those that it passed.
import type { Step } from './element-order.ts';

/** Elements that one is shown with because it passed them. */
const mostPassed = 8;
/** Pairs of elements under one heading that are held against each other; where there are more, each that moved is told by itself. */
const mostCompared = 1_000_000;

/**
 * By step, the group that it is shown with, in the order of the corrected release. `scopeOf` names what it stands in on both sides; undefined
 * for one that went from one heading to another, which was taken out there and put in here.
 */
export function exchangedSteps(steps: readonly Step[], scopeOf: (step: Step) => string | undefined): ReadonlyMap<Step, readonly Step[]> {
  const scopes = new Map<string, Step[]>();
  for (const step of steps) {
    const scope = step.old && step.now ? scopeOf(step) : undefined;
    if (scope === undefined) continue;
    const known = scopes.get(scope);
    if (known) known.push(step);
    else scopes.set(scope, [step]);
  }
  const found = new Map<Step, readonly Step[]>();
  for (const own of scopes.values()) {
    // Where it was and where it is now: an element that moved is in both orders once.
    const then = own.filter(({ moved }) => moved !== 'here');
    const now = own.filter(({ moved }) => moved !== 'away');
    const placeThen = new Map(then.map((step, index) => [step.now, index]));
    const placeNow = new Map(now.map((step, index) => [step.now, index]));
    const wanted = new Set<Step['now']>();
    const movers = now.filter(({ moved }) => moved);
    if (movers.length * now.length > mostCompared) continue;
    for (const step of movers) {
      const [from, to] = [placeThen.get(step.now) ?? 0, placeNow.get(step.now) ?? 0];
      const passed = now.filter(
        (other) => (placeThen.get(other.now) ?? 0) < from !== (placeNow.get(other.now) ?? 0) < to && other !== step,
      );
      if (passed.length === 0) continue;
      wanted.add(step.now);
      for (const other of passed.slice(0, mostPassed)) wanted.add(other.now);
    }
    const group = now.filter((step) => wanted.has(step.now));
    for (const step of own) if (wanted.has(step.now)) found.set(step, group);
  }
  return found;
}

/** The elements of a group in the order of the earlier release. */
export function asBefore(group: readonly Step[], steps: readonly Step[]): readonly Step[] {
  const wanted = new Set(group.map(({ now }) => now));
  return steps.filter(({ now, moved }) => moved !== 'here' && now !== undefined && wanted.has(now));
}
