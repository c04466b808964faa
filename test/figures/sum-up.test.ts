// Columns that add up from below: leaves half-up, totals the sums of what is printed, pins kept.
import { describe, expect, it } from 'vitest';
import type { FootNode } from '../../src/figures/foot.ts';
import { sumUp } from '../../src/figures/sum-up.ts';
import { Exact } from '../../src/model/exact.ts';

const exact = (text: string): Exact => Exact.parse(text) ?? Exact.zero;

/** `a 1.4` is a leaf, `t 2.8 = a + b - c` a total, ` ! 3` a pin. */
function node(line: string): FootNode {
  const [body = '', pin] = line.split(' ! ');
  const [own = '', of] = body.split(' = ');
  const [id = '', value = ''] = own.split(' ');
  const parts = of?.replaceAll('- ', '-').replaceAll('+ ', '').split(' ') ?? [];
  return {
    id,
    exact: exact(value),
    parts: parts.map((part) => ({ id: part.replace('-', ''), weight: part.startsWith('-') ? -1 : 1 })),
    ...(pin === undefined ? {} : { pin: exact(pin) }),
  };
}

const run = (decimals: number, ...lines: readonly string[]) => {
  const { printed, conflicts } = sumUp(lines.map(node), decimals);
  return {
    printed: [...printed].map(([id, value]) => `${id} ${value}`),
    conflicts: conflicts.map(({ id, printed, sum }) => `${id} ${printed} ${sum}`),
  };
};

describe('a column that adds up from below', () => {
  it.each([
    [0, ['a 1.4', 'b 1.4', 't 2.8 = a + b'], ['a 1', 'b 1', 't 2']],
    [0, ['t 3.0 = a + b', 'a 1.5', 'b 1.5'], ['t 4', 'a 2', 'b 2']],
    [0, ['a 1.6', 'b 0.6', 't 1.0 = a - b', 'c 0.4', 'u 1.4 = t + c'], ['a 2', 'b 1', 't 1', 'c 0', 'u 1']],
    [1, ['a -1.25', 'b 1.24', 't -0.01 = a + b'], ['a -1.3', 'b 1.2', 't -0.1']],
    [0, ['a 1.4 ! 2', 'b 1.4', 't 2.8 = a + b'], ['a 2', 'b 1', 't 3']],
  ])('at %i decimals: %j', (decimals, lines, printed) => {
    expect(run(decimals, ...lines)).toEqual({ printed, conflicts: [] });
  });

  it('keeps a pinned total, and tells that its parts do not come to it', () => {
    expect(run(0, 'a 1.4', 'b 1.4', 't 2.8 = a + b ! 3', 'u 2.8 = t')).toEqual({
      printed: ['a 1', 'b 1', 't 3', 'u 3'],
      conflicts: ['t 3 2'],
    });
  });

  it('ends where a row is part of itself', () => {
    expect(run(0, 'a 1 = b', 'b 1 = a').printed).toEqual(['a 1', 'b 1']);
  });
});
