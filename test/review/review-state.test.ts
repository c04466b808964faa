// Turn releases and ticks of all kinds into what is checked, what is open and what lapsed.
import { describe, expect, it } from 'vitest';
import type { Tick } from '../../src/model/review.ts';
import { reviewState, reviewSummary } from '../../src/review/review-state.ts';
import { isRequired, type ReviewUnit, reviewUnits } from '../../src/review/review-units.ts';
import { composeSample, projectRoot, samplePlace } from '../support/sample.ts';

const places = [samplePlace, { root: projectRoot, issuer: 'aoba', release: '2026h1' }];
const at = { file: 'review.yaml', line: 3, column: 5, length: 1 };
const tickOf = ({ kind, lang, of, signed }: ReviewUnit, by = 'A'): Tick => ({ by, kind, lang, of, signed, at });

describe.each(places)('the review of $issuer/$release', (place) => {
  const { document, layout } = composeSample(place);
  if (!document || !layout) throw new Error('the sample has no pages');
  const units = reviewUnits(document, layout);
  const { languages } = document;
  const required = units.filter(isRequired);
  const checked = (ticks: readonly Tick[]) =>
    reviewState(units, ticks, languages).units.filter((unit) => isRequired(unit) && unit.checkedBy.length > 0);

  it('asks for every figure, and for every word that is printed', () => {
    const figures = new Set(units.filter(({ kind }) => kind === 'figure').flatMap((unit) => unit.figures));
    expect(document.figures.filter(({ id }) => !figures.has(id))).toEqual([]);
    const elements = new Set(units.filter(({ kind }) => kind !== 'page').flatMap((unit) => unit.elements));
    const owners = new Set(
      layout.pages.flatMap(({ items }) =>
        items.flatMap((item) => (item.kind === 'glyphs' && 'element' in item.owner ? [item.owner.element] : [])),
      ),
    );
    // Labels of items and notes are read with what they label.
    expect([...owners].filter((owner) => !elements.has(owner) && !elements.has(owner.replace(/\.label$/, '')))).toEqual([]);
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
    expect(units.filter((unit) => unit.pages.length === 0 && isRequired(unit)).map(({ text }) => text)).toEqual([]);
  });

  it('is done when every page is ticked, and by nobody else', () => {
    const state = reviewState(
      units,
      units.filter(({ kind }) => kind === 'page').map((unit) => tickOf(unit)),
      languages,
    );
    for (const progress of state.progress)
      expect(progress).toMatchObject({ checked: progress.required, people: [{ name: 'A', checked: progress.required }] });
    expect(state.progress.reduce((sum, each) => sum + each.required, 0)).toBe(required.length);
    expect(reviewSummary(state).figures.size).toBe(document.figures.length);
  });

  it('is open where nothing is ticked', () => {
    const { progress, lapsed } = reviewState(units, [], languages);
    expect({ checked: progress.map((each) => each.checked), lapsed }).toEqual({ checked: languages.map(() => 0), lapsed: [] });
  });

  it('takes what a table holds as checked with it: its figures, labels and heads, in its language alone', () => {
    const table = units.find(({ kind }) => kind === 'table');
    if (!table) throw new Error('no table');
    const found = checked([tickOf(table)]);
    expect(found.length).toBeGreaterThan(table.figures.length / 2);
    expect(new Set(found.map(({ lang }) => lang))).toEqual(new Set([table.lang]));
    for (const unit of found) expect(unit.of.split('/')[0]).toBe(table.of);
  });

  it('takes figures as checked with their sentence, and a sentence not with its figure', () => {
    const figure = units.find(
      (unit) => unit.kind === 'figure' && unit.within.some((id) => units.find((each) => each.id === id)?.kind === 'sentence'),
    );
    const sentence = units.find(({ id }) => id === figure?.within[0]);
    if (!figure || !sentence) throw new Error('no figure in a sentence');
    expect(checked([tickOf(sentence)]).map(({ id }) => id)).toEqual(expect.arrayContaining([sentence.id, figure.id]));
    expect(checked([tickOf(figure)]).map(({ id }) => id)).toEqual([figure.id]);
  });

  it.each(['figure', 'sentence', 'table', 'page'] as const)('lets the tick of a %s lapse that says something else', (kind) => {
    const unit = units.find((each) => each.kind === kind);
    if (!unit) throw new Error(`no ${kind}`);
    const tick = { ...tickOf(unit), signed: `${unit.signed}x` };
    const { lapsed, units: all } = reviewState(units, [tick], languages);
    expect(lapsed).toEqual([kind === 'sentence' ? tick : { ...tick, now: unit.text }]);
    expect(all.filter(({ checkedBy }) => checkedBy.length > 0)).toEqual([]);
  });

  it('counts for each person what that person checked', () => {
    const [one, two, three] = required;
    if (!one || !two || !three) throw new Error('too little to check');
    const { progress, units: all } = reviewState(
      units,
      [tickOf(one, 'B'), tickOf(one, 'A'), tickOf(two, 'B'), tickOf(two, 'B')],
      languages,
    );
    expect(all.find(({ id }) => id === one.id)?.by).toEqual(['A', 'B']);
    expect(progress.flatMap(({ people }) => people)).toEqual([
      { name: 'A', checked: 1 },
      { name: 'B', checked: 2 },
    ]);
  });
});
