import { expect, it } from 'vitest';
import { stylesheet } from '../../../src/render/html/stylesheet.ts';

const rules = (languages: readonly string[]) => stylesheet(languages).split('\n');

it('has the rules of the traditions that a page has', () => {
  const [both, english, japanese] = [rules(['ja', 'en']), rules(['en']), rules(['ja'])];
  const only = (all: readonly string[], others: readonly string[]) => all.filter((rule) => !others.includes(rule));
  expect(only(both, english).every((rule) => rule.includes('ja'))).toBe(true);
  expect(only(both, english)).toHaveLength(3);
  expect(only(both, japanese).every((rule) => rule.includes('[lang="en"]'))).toBe(true);
  expect(only(both, japanese)).toHaveLength(2);
  expect(only(english, both)).toEqual([]);
});
