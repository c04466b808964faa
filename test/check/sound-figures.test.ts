// Figures that hold, checked with a memory: not again while they are the same objects, and again when anything that they are held against is another.
import { expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { derive } from '../../src/derive/derive.ts';
import type { FigureSources } from '../../src/figures/figure-sources.ts';
import type { Financials } from '../../src/model/financials.ts';
import { BoundedMemory } from '../../src/model/memory.ts';
import { buildRelease, exact } from '../support/build-release.ts';

const release = buildRelease({
  periods: { now: { facts: { assets: '70', claims: '70' }, controls: { assets: '70' } } },
  relations: ['balance | both sides agree | assets | claims'],
});
const financials = derive(release, () => {});
const { spec, periods, relations } = release;
const [relation] = relations;
const now = periods.get('now');
if (!relation || !now) throw new Error('the release has a relation and a period');

function codes(sources: FigureSources, of: Financials, memory?: BoundedMemory): readonly string[] {
  const found: string[] = [];
  check(sources, of, ({ code }) => found.push(code), memory);
  return found;
}

it('reads nothing again of figures that hold', () => {
  const memory = new BoundedMemory(1);
  expect(codes(release, financials, memory)).toEqual([]);
  let reads = 0;
  // The same objects in a release that tells when its relations are looked into.
  const watched = { ...release, languages: ['en'] };
  const told = new Proxy(watched, {
    get: (target, name, receiver) => {
      if (name === 'relations') reads++;
      return Reflect.get(target, name, receiver);
    },
  });
  expect(codes(told, financials, memory)).toEqual([]);
  expect(reads).toBe(1);
});

it.each<readonly [string, Partial<FigureSources>, Partial<Financials>, string]>([
  ['a relation', { relations: [{ ...relation, right: { kind: 'number', value: exact('7') } }] }, {}, 'check/balance'],
  [
    'a control',
    { periods: new Map([['now', { ...now, controls: now.controls.map((each) => ({ ...each, value: exact('71') })) }]]) },
    {},
    'check/control',
  ],
  [
    'a waiver',
    {
      spec: {
        ...spec,
        waivers: [{ check: 'balance', relation: 'both sides agree', period: 'now', difference: exact('1'), why: 'a reason', at: spec.at }],
      },
    },
    {},
    'check/waiver',
  ],
  [
    'a fact',
    {},
    { facts: new Map([...financials.facts].map(([key, fact]) => [key, key === 'claims@now' ? { ...fact, value: exact('1') } : fact])) },
    'check/balance',
  ],
])('reads all again with another one: %s', (_, sources, figures, code) => {
  const memory = new BoundedMemory(1);
  expect(codes(release, financials, memory)).toEqual([]);
  const changed = { ...financials, ...figures };
  for (const _ of ['found', 'found again']) expect(codes({ ...release, ...sources }, changed, memory)).toContain(code);
  expect(codes(release, financials, memory)).toEqual([]);
});
