// Turn numbered strings into batches, each string in its place: every carrier and both languages in turn.
import type { Carrier, Placed } from './carriers.ts';
import { textString } from './strings.ts';

/** How often each carrier comes; those that hold one string of a build come once a batch. */
const turns: readonly Carrier[] = [
  ...['paragraph', 'paragraph', 'paragraph', 'item', 'heading', 'layout', 'layout', 'label', 'label', 'caption', 'contact', 'contact'],
] as Carrier[];
const onceEach: readonly Carrier[] = ['name', 'title', 'reason'];
/** Strings of one build; markup as typed is kept to few, since one may take its neighbours with it. */
const batch = { meant: 60, typed: 12 };

export function placeStrings(seed: number, count: number, from = 0): readonly (readonly Placed[])[] {
  const meant: Placed[][] = [];
  const typed: Placed[][] = [];
  let turn = 0;
  for (let number = from; number < from + count; number++) {
    const string = textString(seed, number);
    const lang = number % 2 === 0 ? 'ja' : 'en';
    const [list, most] = string.typed === undefined ? [meant, batch.meant] : [typed, batch.typed];
    if (!list.at(-1) || list.at(-1)?.length === most) list.push([]);
    const open = list.at(-1) as Placed[];
    const once =
      string.typed === undefined
        ? onceEach.find((carrier) => !open.some((each) => each.carrier === carrier && each.lang === lang))
        : undefined;
    const usual = string.typed === undefined ? turns : turns.slice(0, 10);
    open.push({ ...string, carrier: once ?? (usual[turn++ % usual.length] as Carrier), lang });
  }
  return [...meant, ...typed];
}
