import { describe, expect, it } from 'vitest';
import { labelForms, labelOf, typedLabel } from '../../src/merge/item-labels.ts';

describe('labels of items', () => {
  it.each(labelForms)('are written in their form from the first on: %s', (form) => {
    expect(labelOf(form, 1)).toBe(form);
  });

  it.each([
    ['(1)', 12, '(12)'],
    ['１．', 12, '１２．'],
    ['①', 20, '⑳'],
    ['①', 21, '㉑'],
    ['①', 36, '㊱'],
    ['①', 50, '㊿'],
    ['a)', 26, 'z)'],
    ['(A)', 3, '(C)'],
  ])('count in %s to %i', (form, number, label) => {
    expect(labelOf(form, number)).toBe(label);
  });

  it.each([
    ['①', 51],
    ['a)', 27],
    ['１．', 0],
    ['i.', 1],
  ])('end where %s cannot write %i', (form, number) => {
    expect(labelOf(form, number)).toBeUndefined();
  });

  it.each([
    ['(1) text', '(1)', 1, 4],
    ['(1)連結', '(1)', 1, 3],
    ['（２）　見積り', '（１）', 2, 4],
    ['（2）　見積り', '（1）', 2, 4],
    ['③為替', '①', 3, 1],
    ['１０．事項', '１．', 10, 3],
    ['  b) matter', 'a)', 2, 5],
    ['(1)st', undefined, 0, 0],
    ['(2002) was', undefined, 0, 0],
    ['1. text', undefined, 0, 0],
    ['株式(1)', undefined, 0, 0],
    ['', undefined, 0, 0],
  ])('are known at the beginning of a text: %s', (text, form, number, length) => {
    const found = typedLabel(text);
    if (form === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject({ form, number, length });
  });
});
