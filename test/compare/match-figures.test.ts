// Figures of one name in two builds: one after the other, and each with one that prints the same where only their order is another.
import { describe, expect, it } from 'vitest';
import { Effort } from '../../src/compare/align-sequences.ts';
import { matchFigures } from '../../src/compare/match-figures.ts';
import type { FigureRecord } from '../../src/model/build-record.ts';

const figures = (...texts: readonly string[]): readonly FigureRecord[] =>
  texts.map((text, id) => ({
    id,
    fact: 'sales@q',
    measure: 'amount',
    exact: text,
    printed: text,
    treatment: 'plain',
    text,
    lang: 'en',
    place: { kind: 'prose', section: 'results' },
    at: { file: 'x', line: 1 },
    places: [],
  }));

const pairs = (old: readonly string[], now: readonly string[]) =>
  matchFigures(figures(...old), figures(...now), new Effort(10_000)).map(({ old: a, new: b }) => `${a?.text ?? '-'} ${b?.text ?? '-'}`);

describe('figures of one fact in one section', () => {
  it.each([
    { name: 'nothing changed', old: ['9,462', '95'], now: ['9,462', '95'], told: ['9,462 9,462', '95 95'] },
    { name: 'sentences changed places', old: ['9,462', '95'], now: ['95', '9,462'], told: ['95 95', '9,462 9,462'] },
    { name: 'one is printed twice', old: ['9,462', '95', '95'], now: ['95', '9,462', '95'], told: ['95 95', '9,462 9,462', '95 95'] },
    { name: 'both changed', old: ['9,462', '95'], now: ['9,482', '96'], told: ['9,462 9,482', '95 96'] },
    { name: 'one changed to what the other was', old: ['5', '6'], now: ['6', '7'], told: ['5 6', '6 7'] },
    { name: 'one is gone', old: ['9,462', '95'], now: ['95'], told: ['95 95', '9,462 -'] },
  ])('are paired where $name', ({ old, now, told }) => {
    expect(pairs(old, now)).toEqual(told);
  });
});
