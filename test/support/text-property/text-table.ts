// Turn what became of strings into counts by place, and the faults by kind, for people.
import { shown } from '../fuzz/judge-findings.ts';
import { carriers } from './carriers.ts';
import type { Held } from './hold-text.ts';

export function textTable(held: readonly Held[], title: string): string {
  const ends = ['found', 'refused', 'fault'] as const;
  const row = (name: string, of: readonly Held[]) =>
    `  ${name.padEnd(12)}${ends.map((end) => String(of.filter((each) => each.end === end).length).padStart(8)).join('')}`;
  const rows = carriers.map((carrier) =>
    row(
      carrier,
      held.filter(({ placed }) => placed.carrier === carrier),
    ),
  );
  const head = `  ${''.padEnd(12)}${ends.map((end) => end.padStart(8)).join('')}`;
  return [title, head, ...rows, row('all', held), ...faultLines(held)].join('\n');
}

/** Faults that look alike in one line, with the first string of each. */
export function faultLines(held: readonly Held[]): readonly string[] {
  const groups = new Map<string, { count: number; readonly first: Held; readonly kinds: Set<string>; readonly places: Set<string> }>();
  for (const each of held) {
    if (each.end !== 'fault') continue;
    const why = (each.why ?? '').replace(/ in (?:PDFium|poppler|web page|packet)$/, '');
    const key = `${why} ${why.startsWith('altered') ? each.placed.kind : ''}`;
    const group = groups.get(key) ?? { count: 0, first: each, kinds: new Set(), places: new Set() };
    group.count++;
    group.kinds.add(each.placed.kind);
    group.places.add(each.placed.carrier);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ count, first, kinds, places }) => {
      const { placed, why, detail } = first;
      const where = `${placed.lang} ${placed.carrier}: ${shown(placed.typed ?? placed.text)}`;
      return `${count} × ${why} (${[...kinds].slice(0, 4).join(', ')}; ${[...places].join(', ')}), first --only ${placed.number}, ${where}: ${detail ?? ''}`;
    });
}
