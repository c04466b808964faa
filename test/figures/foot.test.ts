// Footing by its rules on trees small enough to work out by hand, and by its promises on trees that nobody chose.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FootNode, foot } from '../../src/figures/foot.ts';
import { Exact } from '../../src/model/exact.ts';
import { exact } from '../support/build-release.ts';

/** `total = a + b - c` lines with exact values, e.g. `total = a + b: 3.0`, `a: 1.5`, `b: 1.5 @ 2` for a pin. */
function column(text: string): FootNode[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [head = '', rest = ''] = line.trim().split(': ');
      const [id = '', sum = ''] = head.split(' = ');
      const [value = '', pin] = rest.split(' @ ');
      const parts = [...(sum === '' ? '' : ` + ${sum}`).matchAll(/ ([+-]) (\w+)/g)];
      return {
        id,
        exact: exact(value),
        parts: parts.map((part) => ({ id: part[2] ?? '', weight: part[1] === '-' ? (-1 as const) : (1 as const) })),
        ...(pin === undefined ? {} : { pin: exact(pin) }),
      };
    });
}

function printed(text: string, decimals = 0): Record<string, string> {
  return Object.fromEntries([...foot(column(text), decimals).printed].map(([id, value]) => [id, value.toFixed(decimals)]));
}

describe('foot', () => {
  it('rounds a figure without parts half-up on its magnitude', () => {
    expect(printed('a: 2.5\nb: -2.5\nc: 2.4')).toEqual({ a: '3', b: '-3', c: '2' });
  });

  it('gives a left-over unit to the part with the largest remainder', () => {
    expect(printed('a: 1.4\nb: 1.3\nc: 1.3\nt = a + b + c: 4.0')).toEqual({ a: '2', b: '1', c: '1', t: '4' });
  });

  it('takes an excess unit from the part that it distorts least', () => {
    expect(printed('a: 1.6\nb: 1.7\nc: 1.7\nt = a + b + c: 5.0')).toEqual({ a: '1', b: '2', c: '2', t: '5' });
  });

  it('moves a subtracted part the other way', () => {
    expect(printed('a: 5.4\nb: 1.9\nt = a - b: 3.5')).toEqual({ a: '6', b: '2', t: '4' });
    expect(printed('a: 5.1\nb: 1.6\nt = a - b: 3.5')).toEqual({ a: '5', b: '1', t: '4' });
  });

  it('lets the later row take the unit where two are distorted equally', () => {
    expect(printed('a: 1.4\nb: 1.4\nc: 1.2\nt = a + b + c: 4.0')).toEqual({ a: '1', b: '2', c: '1', t: '4' });
    expect(printed('c: 1.2\nb: 1.4\na: 1.4\nt = a + b + c: 4.0')).toEqual({ c: '1', b: '1', a: '2', t: '4' });
  });

  it('never plugs an exact zero, though it would be distorted less than a part that takes a second unit', () => {
    const text = 'a: 1.4\nzero: 0\nb: 1.4\nt = a + zero + b: 2.8 @ 5';
    expect(printed(text)).toEqual({ a: '2', zero: '0', b: '3', t: '5' });
  });

  it('gives nobody a second unit before everyone has one', () => {
    expect(printed('b: -1.5\na: 1.5\nt = b + a: 0 @ -2')).toEqual({ b: '-3', a: '1', t: '-2' });
  });

  it('hands a unit that a total took down to the parts of that total', () => {
    const text = 'a: 0.7\nb: 0.7\ninner = a + b: 1.4\nc: 1.3\nd: 1.3\nt = inner + c + d: 4.0';
    expect(printed(text)).toEqual({ a: '1', b: '1', inner: '2', c: '1', d: '1', t: '4' });
  });

  it('foots round a pin', () => {
    expect(printed('a: 1.4 @ 1\nb: 1.3\nc: 1.3\nt = a + b + c: 4.0')).toEqual({ a: '1', b: '1', c: '2', t: '4' });
  });

  it('fixes a total whose parts are all pinned, and tells the rest of the column', () => {
    const text = 'a: 1.4 @ 1\nb: 1.4 @ 1\ninner = a + b: 2.8\nc: 5.4\nt = inner + c: 8.2';
    expect(printed(text)).toEqual({ a: '1', b: '1', inner: '2', c: '6', t: '8' });
  });

  it('works in the step that its decimals give', () => {
    expect(printed('a: 33.33\nb: 33.33\nc: 33.34\nt = a + b + c: 100', 1)).toEqual({ a: '33.3', b: '33.3', c: '33.4', t: '100.0' });
  });

  it('names a total that its pinned parts cannot reach, with both figures', () => {
    const { conflicts } = foot(column('a: 1.4 @ 1\nb: 1.6 @ 1\nt = a + b: 3.0 @ 3'), 0);
    expect(conflicts).toEqual([{ id: 't', printed: exact('3'), sum: exact('2') }]);
  });
});

/** Leaves in tenths of a step, so that ties and exact figures are common; inner nodes of one to five parts, some subtracted, some zero. */
interface Leaf {
  readonly tenths: number;
}
interface Branch {
  readonly parts: readonly (readonly [Tree, 1 | -1])[];
}
type Tree = Leaf | Branch;

const { tree } = fc.letrec<{ tree: Tree; leaf: Leaf; branch: Branch }>((self) => ({
  tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, self('leaf'), self('branch')),
  leaf: fc.record({ tenths: fc.oneof(fc.integer({ min: -400, max: 400 }), fc.constant(0)) }),
  branch: fc.record({ parts: fc.array(fc.tuple(self('tree'), fc.constantFrom<1 | -1>(1, 1, -1)), { minLength: 1, maxLength: 5 }) }),
}));

/** Rows of a tree: a total stands after its parts, as in statements. */
function rows(root: Tree): FootNode[] {
  const nodes: FootNode[] = [];
  const visit = (node: Tree): FootNode => {
    const row = (value: Exact, parts: FootNode['parts']): FootNode => {
      const made = { id: String(nodes.length), exact: value, parts };
      nodes.push(made);
      return made;
    };
    if ('tenths' in node) return row(Exact.of(node.tenths, 10), []);
    const parts = node.parts.map(([part, weight]) => ({ node: visit(part), weight }));
    const sum = parts.reduce((to, part) => to.add(part.weight === 1 ? part.node.exact : part.node.exact.neg()), Exact.zero);
    return row(
      sum,
      parts.map((part) => ({ id: part.node.id, weight: part.weight })),
    );
  };
  visit(root);
  return nodes;
}

/** What the parts of a node print, signed and added. */
function sum(node: FootNode, values: ReadonlyMap<string, Exact>): Exact {
  const value = (id: string): Exact => values.get(id) ?? Exact.zero;
  return node.parts.reduce((to, part) => (part.weight === 1 ? to.add(value(part.id)) : to.sub(value(part.id))), Exact.zero);
}

describe('foot, on any tree', () => {
  const columns = tree.map(rows);

  it('foots every total when nothing is pinned', () => {
    fc.assert(
      fc.property(columns, (nodes) => {
        const { printed: values, conflicts } = foot(nodes, 0);
        expect(conflicts).toEqual([]);
        for (const node of nodes) if (node.parts.length > 0) expect(values.get(node.id)?.toString()).toBe(sum(node, values).toString());
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('moves no figure by more than one unit from its plain rounding, and no exact zero at all', () => {
    fc.assert(
      fc.property(columns, (nodes) => {
        const { printed: values } = foot(nodes, 0);
        for (const node of nodes) {
          const moved = values.get(node.id)?.sub(node.exact.round()).abs();
          expect(moved?.compare(node.exact.isZero ? Exact.zero : Exact.one)).toBeLessThanOrEqual(0);
        }
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  it('prints plain rounding wherever plain rounding foots already', () => {
    let footed = 0;
    fc.assert(
      fc.property(columns, (nodes) => {
        const plain = new Map(nodes.map((node) => [node.id, node.exact.round()]));
        if (nodes.some((node) => node.parts.length > 0 && !sum(node, plain).equals(plain.get(node.id) ?? Exact.zero))) return;
        if (nodes.length > 2) footed++;
        expect([...foot(nodes, 0).printed].map(String)).toEqual([...plain].map(String));
      }),
      { seed: 3, numRuns: 500 },
    );
    expect(footed).toBeGreaterThan(20);
  });

  it('prints a pinned figure as pinned, and foots round it or says which total does not', () => {
    fc.assert(
      fc.property(columns, fc.nat(), fc.integer({ min: -3, max: 3 }), (nodes, pick, shift) => {
        const at = pick % nodes.length;
        const pinned = nodes.map((node, index) => (index === at ? { ...node, pin: node.exact.round().add(Exact.of(shift)) } : node));
        const { printed: values, conflicts } = foot(pinned, 0);
        expect(values.get(String(at))?.toString()).toBe(pinned[at]?.pin?.toString());
        const broken = pinned.filter((node) => node.parts.length > 0 && !sum(node, values).equals(values.get(node.id) ?? Exact.zero));
        expect(conflicts.map((conflict) => conflict.id)).toEqual(broken.map((node) => node.id));
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  it('does not depend on the order in which parts are listed', () => {
    fc.assert(
      fc.property(columns, (nodes) => {
        const reversed = nodes.map((node) => ({ ...node, parts: [...node.parts].reverse() }));
        expect([...foot(reversed, 0).printed].map(String)).toEqual([...foot(nodes, 0).printed].map(String));
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
