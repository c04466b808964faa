import { expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import type { NegativeStyle } from '../../src/model/release.ts';
import { loadFixture, withEdit } from '../support/fixture.ts';
import { inlinesOf, mergeNarrative } from '../support/merge-fixture.ts';

function written(expression: string, negative: NegativeStyle): string {
  const { release } = loadFixture(withEdit('data/mini/issuer.yaml', 'negative: parentheses', `negative: ${negative}`));
  if (!release) throw new Error('the small issuer does not load');
  const financials = derive(release, () => {});
  const page = mergeNarrative(expression, 'en', { release: { issuer: release.issuer }, financials: { facts: financials.facts } });
  expect(page.findings).toEqual([]);
  return inlinesOf(page)
    .map((inline) => inline.text)
    .join('');
}

it('an amount takes the sign of the tables where it is asked to', () => {
  const amount = '{{amount "equity.deficit" in="thousand" sign="table" currency="bare"}}';
  expect(written(amount, 'triangle')).toBe('△100,400');
  expect(written(amount, 'parentheses')).toBe('(100,400)');
  expect(written(amount, 'minus')).toBe('−100,400');
  expect(written('{{amount "equity.deficit" in="thousand" currency="bare"}}', 'triangle')).toBe('(-)100,400');
});

it('a change in brackets stands as in a table: signed, or in the words of the policy', () => {
  // 400,000 on 450,000; and a deficit on a deficit, of which the policy prints no percentage.
  expect(written('{{change "assets.cash" from="prior-quarter" form="signed"}}', 'triangle')).toBe('△11.1%');
  expect(written('{{change "assets.cash" from="prior-quarter" form="signed"}}', 'parentheses')).toBe('(11.1)%');
  expect(written('{{change "equity.deficit" from="prior-quarter" form="signed"}}', 'triangle')).toBe('n.m.');
});
