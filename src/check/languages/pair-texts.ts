// Turn the texts of one place in two languages into groups that correspond: by what both print, and by their order where they print nothing alike.

import type { TypedText } from '../typed-text.ts';
import type { PrintedItem } from './printed-items.ts';

/** A text with what it prints. */
export interface ReadText {
  readonly text: TypedText;
  readonly items: readonly PrintedItem[];
}

/** Texts that say the same in two languages: one each, or more where a paragraph is split. */
export interface TextGroup {
  readonly here: readonly ReadText[];
  readonly there: readonly ReadText[];
}

/** A date that both print says less of where a text belongs than a figure. */
const weightOfTime = 0.1;

/** In the order of the first language; texts without a counterpart are in none. */
export function pairTexts(here: readonly ReadText[], there: readonly ReadText[]): readonly TextGroup[] {
  const links = linksOf(here, there);
  const [ofHere, ofThere] = [bestOf(links, 'here', here.length, there.length), bestOf(links, 'there', here.length, there.length)];
  const pairs: (readonly [number, number])[] = [];
  for (const [index, other] of ofHere.entries()) if (other !== undefined) pairs.push([index, other]);
  for (const [index, other] of ofThere.entries()) if (other !== undefined) pairs.push([other, index]);
  for (const [one, other] of pairsBetween(ofHere, ofThere, there.length)) {
    if (shapeOf(here[one]) === shapeOf(there[other])) pairs.push([one, other]);
  }
  return groupsOf(pairs, here, there);
}

/** Texts of no group with the one, anywhere, that prints most of the same figures. */
export function pairStrayTexts(stray: readonly ReadText[], others: readonly ReadText[]): readonly (readonly [ReadText, ReadText])[] {
  const figures = (texts: readonly ReadText[]): readonly ReadText[] =>
    texts.map(({ text, items }) => ({ text, items: items.filter(({ kind }) => kind !== 'time') }));
  const best = bestOf(linksOf(figures(stray), figures(others)), 'here', stray.length, others.length);
  return stray.flatMap((text, index) => {
    const other = others[best[index] ?? -1];
    return other ? [[text, other] as const] : [];
  });
}

/** What kinds of figures a text prints, whatever their order. */
function shapeOf(text: ReadText | undefined): string {
  const kinds = text?.items.flatMap(({ kind }) => (kind === 'time' ? [] : [kind])) ?? [];
  return kinds.sort().join('\n');
}

interface Link {
  readonly here: number;
  readonly there: number;
  weight: number;
}

/** The first printing of a thing goes with the first of the other language, the second with the second. */
function linksOf(here: readonly ReadText[], there: readonly ReadText[]): readonly Link[] {
  const places = new Map<string, number[]>();
  there.forEach(({ items }, index) => {
    for (const { key } of items) {
      const known = places.get(key);
      if (known) known.push(index);
      else places.set(key, [index]);
    }
  });
  const used = new Map<string, number>();
  const links = new Map<number, Link>();
  here.forEach(({ items }, index) => {
    for (const { key, kind } of items) {
      const count = used.get(key) ?? 0;
      const other = places.get(key)?.[count];
      if (other === undefined) continue;
      used.set(key, count + 1);
      const id = index * there.length + other;
      const link = links.get(id) ?? { here: index, there: other, weight: 0 };
      link.weight += kind === 'time' ? weightOfTime : 1;
      links.set(id, link);
    }
  });
  return [...links.values()];
}

/** For each text of one side the one of the other side that prints most of the same; among equals the nearest in order. */
function bestOf(links: readonly Link[], side: 'here' | 'there', heres: number, theres: number): readonly (number | undefined)[] {
  const best: (Link | undefined)[] = new Array<undefined>(side === 'here' ? heres : theres).fill(undefined);
  const apart = (link: Link): number => Math.abs(link.here / heres - link.there / theres);
  for (const link of links) {
    const known = best[link[side]];
    if (!known || link.weight > known.weight || (link.weight === known.weight && apart(link) < apart(known))) best[link[side]] = link;
  }
  return best.map((link) => link?.[side === 'here' ? 'there' : 'here']);
}

/** As many texts on both sides between two that correspond go together in their order. */
function pairsBetween(
  ofHere: readonly (number | undefined)[],
  ofThere: readonly (number | undefined)[],
  theres: number,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let first = 0;
  while (first < ofHere.length) {
    if (ofHere[first] !== undefined) {
      first++;
      continue;
    }
    let end = first;
    while (end < ofHere.length && ofHere[end] === undefined) end++;
    const from = first === 0 ? 0 : (ofHere[first - 1] as number) + 1;
    const to = end === ofHere.length ? theres : (ofHere[end] as number);
    const between = to - from === end - first ? ofThere.slice(from, to) : [];
    if (between.every((other) => other === undefined)) pairs.push(...between.map((_, index) => [first + index, from + index] as const));
    first = end;
  }
  return pairs;
}

function groupsOf(
  pairs: readonly (readonly [number, number])[],
  here: readonly ReadText[],
  there: readonly ReadText[],
): readonly TextGroup[] {
  const parents = Array.from({ length: here.length + there.length }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  };
  for (const [one, other] of pairs) {
    const [a, b] = [root(one), root(here.length + other)];
    parents[Math.max(a, b)] = Math.min(a, b);
  }
  const groups = new Map<number, { here: ReadText[]; there: ReadText[] }>();
  [...here, ...there].forEach((text, index) => {
    const at = root(index);
    const group = groups.get(at) ?? { here: [], there: [] };
    groups.set(at, group);
    (index < here.length ? group.here : group.there).push(text);
  });
  return [...groups.values()].filter((group) => group.here.length > 0 && group.there.length > 0);
}
