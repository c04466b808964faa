// Turn the elements of two releases into one order in which a notice goes through both: pairs, what is gone before what follows it, what is new.
import type { EarlierElement } from './earlier-elements.ts';
import type { LaterElement } from './later-elements.ts';
import type { Wordings } from './wordings.ts';

/** An element of either release, or of both. */
export interface Step {
  readonly old?: EarlierElement;
  readonly now?: LaterElement;
  /** Both have it, with other elements between the place that it left and the place where it stands now. */
  readonly moved?: 'away' | 'here';
}

/** An element that moved stands twice: where it was, and where it is. */
export function inOrder(before: readonly EarlierElement[], after: readonly LaterElement[], wordings: Wordings): readonly Step[] {
  const partners = partnersOf(before, after, wordings);
  const taken = new Map([...partners].map(([now, old]) => [old, now]));
  const steps: Step[] = [];
  let from = 0;
  /** What stood before this index and is gone, or stands elsewhere now. */
  const passTo = (index: number) => {
    for (const old of before.slice(from, index)) {
      const now = taken.get(old);
      if (!now) steps.push({ old });
      else if (hasMoved(now, wordings)) steps.push({ old, now, moved: 'away' });
    }
    from = Math.max(from, index);
  };
  const places = new Map(before.map((element, index) => [element, index]));
  for (const now of after) {
    const old = partners.get(now);
    if (!old) steps.push({ now });
    else if (hasMoved(now, wordings)) steps.push({ old, now, moved: 'here' });
    else {
      passTo(places.get(old) ?? from);
      steps.push({ old, now });
      from = Math.max(from, (places.get(old) ?? from) + 1);
    }
  }
  passTo(before.length);
  return steps;
}

/** A table moved when all of its texts did. */
function hasMoved({ id, content }: LaterElement, wordings: Wordings): boolean {
  const texts = textIds(id, content);
  const paired = texts.filter((text) => wordings.partnerOf(text) !== undefined);
  return paired.length > 0 && paired.every((text) => wordings.changeOf(text)?.moved === true);
}

function textIds(id: string, content: LaterElement['content']): readonly string[] {
  switch (content.kind) {
    case 'table': {
      const { captions, unit, heads, rows } = content.block;
      return [...[...captions, ...(unit ? [unit] : []), ...heads].map((text) => text.id), ...rows.map((row) => `${row.id}.label`)];
    }
    case 'words':
      return content.block.rows.flatMap(({ cells }) => cells.map((cell) => cell.id));
    default:
      return [id];
  }
}

/** Texts as they were paired; the tables of a statement one after the other; a table of words with the one that has most of its words. */
function partnersOf(
  before: readonly EarlierElement[],
  after: readonly LaterElement[],
  wordings: Wordings,
): ReadonlyMap<LaterElement, EarlierElement> {
  const byText = new Map(before.flatMap((element) => element.texts.map(({ id }) => [id, element] as const)));
  const byStatement = new Map<string, EarlierElement[]>();
  for (const element of before) {
    const statement = element.kind === 'table' ? element.texts[0]?.statement : undefined;
    if (statement === undefined) continue;
    const known = byStatement.get(statement);
    if (known) known.push(element);
    else byStatement.set(statement, [element]);
  }
  const found = new Map<LaterElement, EarlierElement>();
  const taken = new Set<EarlierElement>();
  for (const now of after) {
    const { content } = now;
    const candidates =
      content.kind === 'table'
        ? (byStatement.get(content.block.statement) ?? [])
        : byFrequency(textIds(now.id, content).flatMap((id) => byText.get(wordings.partnerOf(id) ?? '') ?? []));
    const old = candidates.find((element) => element.kind === content.kind && !taken.has(element));
    if (!old) continue;
    found.set(now, old);
    taken.add(old);
  }
  return found;
}

/** Each once, the most frequent first. */
function byFrequency<T>(items: readonly T[]): readonly T[] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([item]) => item);
}
