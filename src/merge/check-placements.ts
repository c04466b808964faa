// Turn tables and narrative sections that stand in some languages of a document and not in others into findings, unless the layout says so.
import type { Part } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import type { Merging, Placement } from './merging.ts';

/** A part may tell less than its translation, but not by an oversight: one placement that `{{#only}}` does not cover is enough to ask. */
export function checkPlacements({ placements, report }: Merging, parts: readonly Part[]): void {
  const langs = [...new Set(parts.map(({ lang }) => lang))];
  for (const all of groupsOf(placements).values()) {
    const [first] = all;
    const missing = langs.filter((lang) => !all.some((placement) => placement.lang === lang));
    if (!first || missing.length === 0 || all.every(({ only }) => only)) continue;
    const has = [...new Set(all.map(({ lang }) => lang))];
    report({
      severity: 'warning',
      code: 'merge/one-language',
      message: `${first.kind} ${first.id} is placed in ${listed(has)} and not in ${listed(missing)}`,
      at: first.at,
      hints: [
        'place it in the layout, outside the words of one language',
        `or say that it is meant so: {{#only ${has.map((lang) => `"${lang}"`).join(' ')}}} … {{/only}} round it`,
      ],
    });
  }
}

function groupsOf(placements: readonly Placement[]): ReadonlyMap<string, readonly Placement[]> {
  const groups = new Map<string, Placement[]>();
  for (const placement of placements) {
    const key = `${placement.kind} ${placement.id}`;
    groups.set(key, [...(groups.get(key) ?? []), placement]);
  }
  return groups;
}

const listed = (langs: readonly Lang[]): string => langs.join(', ');
