// Turn what expressions could ask of a release into keys: other data, another key.
import type { Financials } from '../model/financials.ts';
import type { Memory } from '../model/memory.ts';
import type { Release } from '../model/release.ts';

/**
 * For expressions of a section: every object of the release and of its financials, by number, less what those who read a section are not
 * given (`Asked` in call.ts): the narratives, and the style but for what helpers see of it.
 */
export function worldKey(release: Release, financials: Financials, memory: Memory): string {
  const { narratives: _narratives, style, ...asked } = release;
  const objects: readonly [string, object][] = [...Object.entries(asked), ...Object.entries(financials)];
  return [...objects.map(([name, value]) => `${name}:${memory.numberOf(value)}`), style.correction !== undefined].join();
}

/**
 * For labels, captions and heads of a statement, which name concepts, periods, dates and the issuer: a figure typed in a period's file
 * changes none of that, so of periods only their names and dates count.
 */
export function labelKey({ issuer, concepts, spec, periods }: Release, memory: Memory): string {
  const dates = [...periods].map(([name, { facts: _facts, controls: _controls, asReleased: _asReleased, at: _at, ...named }]) => [
    name,
    named,
  ]);
  return [memory.numberOf(issuer), memory.numberOf(concepts), memory.numberOf(spec), JSON.stringify(dates)].join(' ');
}
