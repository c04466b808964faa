// Turn the records of two releases and what differs between them into the pairs of texts that stand for each other, alike or not.
import type { BuildRecord, TextRecord } from '../model/build-record.ts';
import type { Difference } from '../model/difference.ts';

/** By id of a text of the later release: the id of its partner. Texts are paired as the differences pair them; of the others, which read alike but for their figures, the first with the first. */
export function pairTexts(changes: readonly Difference[], old: BuildRecord, now: BuildRecord): ReadonlyMap<string, string> {
  const partners = new Map<string, string>();
  const [gone, added] = [new Set<string>(), new Set<string>()];
  for (const change of changes) {
    if (change.kind !== 'text' && change.kind !== 'words') continue;
    const { before, after } = change;
    if (before) gone.add(before.id);
    if (after) added.add(after.id);
    if (before && after) partners.set(after.id, before.id);
  }
  const free = new Map<string, string[]>();
  for (const text of old.document.texts) {
    if (gone.has(text.id)) continue;
    const name = nameOf(text, old);
    const known = free.get(name);
    if (known) known.push(text.id);
    else free.set(name, [text.id]);
  }
  const next = new Map<string, number>();
  for (const text of now.document.texts) {
    if (added.has(text.id)) continue;
    const name = nameOf(text, now);
    const index = next.get(name) ?? 0;
    next.set(name, index + 1);
    const partner = free.get(name)?.[index];
    if (partner !== undefined) partners.set(text.id, partner);
  }
  return partners;
}

/** The same for texts that say the same of the same facts. */
function nameOf({ kind, lang, statement, text, spans }: TextRecord, { figures }: BuildRecord): string {
  const parts = [`${kind} ${lang} ${statement ?? ''}`];
  let from = 0;
  for (const { start, end, figure } of spans) {
    const printed = figure === undefined ? undefined : figures.figures[figure];
    if (!printed || start < from) continue;
    parts.push(text.slice(from, start), `${printed.fact} ${printed.measure} ${printed.against ?? ''}`);
    from = end;
  }
  // White space alone is no difference.
  return [...parts, text.slice(from)].map((part) => part.replace(/\s+/gu, '')).join('\u0002');
}
