// Turn parts that do not fit together into findings: references that lead nowhere, and what stands in one language of a document only.
import { isLanguage, language } from '../language/languages.ts';
import type { Part } from '../model/document.ts';
import type { Lang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import { wholeFiles } from '../model/release-files.ts';
import { say, sayAll, sayWord } from '../model/say.ts';
import { blockFacts } from './block-facts.ts';
import type { Merging, Placement } from './merging.ts';

/** Every `{{page}}` and every `#anchor` must name a part, a section or a block; no two may share a name. */
export function checkReferences(merging: Merging, parts: readonly Part[]): void {
  const anchors = new Set<string>();
  const add = (anchor: string | undefined, at: Part['at']) => {
    if (anchor === undefined) return;
    if (anchors.has(anchor)) {
      const message = say`id ${anchor} is given twice`;
      merging.report({
        severity: 'error',
        code: 'merge/unknown-page-reference',
        message,
        at,
        hints: ['a reference to it could mean either'],
      });
    }
    anchors.add(anchor);
  };
  for (const part of parts) {
    // The part's own id stands at its first section, unless that has another.
    if (part.sections[0]?.anchor !== part.id) add(part.id, part.at);
    for (const section of part.sections) {
      add(section.anchor, section.at);
      for (const block of section.blocks) for (const { name, at } of blockFacts(block).anchors) add(name, at);
    }
  }
  const apart = wholeFiles(merging.release.files ?? []).length > 1;
  const partOf = apart ? anchorLanguages(parts) : undefined;
  for (const part of parts) {
    for (const section of part.sections) {
      for (const { name, at } of section.blocks.flatMap((block) => blockFacts(block).wanted)) {
        const other = partOf?.get(name);
        if (anchors.has(name) && (other === undefined || other === part.lang)) continue;
        if (other !== undefined) {
          const message = say`${name} stands in the ${language(other).name} part, which is a file of its own`;
          const hints = ['point to a place of the same language', 'or publish the languages together: files: {languages: together}'];
          merging.report({ severity: 'error', code: 'merge/unknown-page-reference', message, at, hints });
          continue;
        }
        const hints = isLanguage(name) ? lacking(name) : nameHints(name, anchors);
        merging.report({ severity: 'error', code: 'merge/unknown-page-reference', message: say`nothing has the id ${name}`, at, hints });
      }
    }
  }
}

/** By the name of a place, the language that it stands in. */
function anchorLanguages(parts: readonly Part[]): ReadonlyMap<string, Lang> {
  const found = new Map<string, Lang>();
  for (const { id, lang, sections } of parts) {
    found.set(id, lang);
    for (const { anchor, blocks } of sections) {
      if (anchor !== undefined) found.set(anchor, lang);
      for (const { name } of blocks.flatMap((block) => blockFacts(block).anchors)) found.set(name, lang);
    }
  }
  return found;
}

/** A part has the name of its language unless the layout gives it another. */
function lacking(lang: Lang): readonly string[] {
  return [say`the release has no part in ${language(lang).name}: put what points to it between {{#if (language "${lang}")}} and {{/if}}`];
}

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
      message: say`${sayWord(first.kind)} ${first.id} is placed in ${listed(has)} and not in ${listed(missing)}`,
      at: first.at,
      hints: [
        'place it in the layout, outside the words of one language',
        say`or say that it is meant so: {{#only ${has.map((lang) => `"${lang}"`).join(' ')}}} … {{/only}} round it`,
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

const listed = (langs: readonly Lang[]): string => sayAll(langs);
