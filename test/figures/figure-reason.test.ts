// Why a figure is not plain rounding: the words of its override, of the right figure among those that print alike.
import { expect, it } from 'vitest';
import { derive } from '../../src/derive/derive.ts';
import { figureReason } from '../../src/figures/figure-reason.ts';
import { proseFigures } from '../../src/figures/prose-figure.ts';
import type { Figure } from '../../src/model/document.ts';
import { buildRelease, type ReleaseDraft, span } from '../support/build-release.ts';

/** The reason of one figure of prose. */
function reason(
  draft: ReleaseDraft,
  key: string,
  against: string | undefined,
  asked: Pick<Figure, 'measure' | 'decimals'>,
): string | undefined {
  const release = buildRelease(draft);
  const financials = derive(release, ({ message }) => {
    throw new Error(message);
  });
  const fact = financials.facts.get(key);
  const other = against === undefined ? undefined : financials.facts.get(against);
  if (!fact) throw new Error(`no fact ${key}`);
  const answer = proseFigures(release, financials)({ fact, ...asked, scale: 'thousand', ...(other ? { against: other } : {}) });
  if (answer.kind !== 'figure') throw new Error(answer.kind);
  const place = { kind: 'prose', section: 'words' } as const;
  return figureReason({ ...answer.figure, id: 0, text: '', lang: 'en', place, at: span('narrative.en.md', 1) }, financials);
}

const draft: ReleaseDraft = {
  periods: { now: { facts: { a: '815' } }, before: { facts: { a: '800' } }, earlier: { facts: { a: '700' } } },
  stated: { plan: '8,160' },
};
const change = { measure: 'change', decimals: 1 } as const;

it('an override of prose gives its own reason, and none to the change from another period', () => {
  const overridden = { ...draft, overrides: ['prose | a | now change before | 1.875 | 1.8'] };
  expect(reason(overridden, 'a@now', 'a@before', change)).toBe('so printed');
  expect(reason(overridden, 'a@now', 'a@earlier', change)).toBeUndefined();
  expect(reason(draft, 'a@now', 'a@before', change)).toBeUndefined();
});

it('an override whose base is a fact of the release gives its reason', () => {
  const overridden = { ...draft, overrides: ['prose | a | now percent-of plan | 9.9877 | 9.9'] };
  expect(reason(overridden, 'a@now', 'plan@release', { measure: 'percent-of', decimals: 1 })).toBe('so printed');
});
