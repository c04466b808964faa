// Turn what expressions could ask of a release into keys: other data, another key.
import type { Memory } from '../model/memory.ts';
import type { Release } from '../model/release.ts';

/**
 * For expressions of a section: every object of the release, by number, less what those who read a section are not given (`Asked` in
 * call.ts): the narratives, what was carried over and whether it is a draft, the style but for what helpers see of it, and of periods all but their names and dates. What a section reads
 * of facts and statements is looked up again.
 */
export function worldKey(release: Release, memory: Memory): string {
  const { narratives: _narratives, carried: _carried, draft: _draft, style, periods, ...asked } = release;
  const objects = Object.entries(asked).map(([name, value]) => `${name}:${memory.numberOf(value)}`);
  return [...objects, style.correction !== undefined, datesOf(periods)].join();
}

/**
 * For labels, captions and heads of a statement, which name concepts, periods, dates and the issuer: a figure typed in a period's file
 * changes none of that, so of periods only their names and dates count.
 */
export function labelKey({ issuer, concepts, headings, spec, periods }: Release, memory: Memory): string {
  return [memory.numberOf(issuer), memory.numberOf(concepts), memory.numberOf(headings), memory.numberOf(spec), datesOf(periods)].join(' ');
}

function datesOf(periods: Release['periods']): string {
  const dates = [...periods].map(
    ([
      name,
      {
        facts: _facts,
        controls: _controls,
        asReleased: _asReleased,
        at: _at,
        dated: _dated,
        standAlone: _standAlone,
        sum: _sum,
        unset: _unset,
        irregular: _irregular,
        ...named
      },
    ]) => [name, named],
  );
  return JSON.stringify(dates);
}
