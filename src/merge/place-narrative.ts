// Turn a reference to a narrative section into the section's elements, in the language of its part.
import { inLang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { Span } from '../model/span.ts';
import { sourceText } from '../template/mapped-text.ts';
import type { BlockContext } from './block-context.ts';
import { expandTemplate } from './expand-template.ts';
import type { Node } from './node.ts';
import { readMarkdown } from './read-markdown.ts';

/** Undefined, and reported, when the section is not there, empty, or placed already. */
export function placeNarrative(context: BlockContext, id: string, at: Span): readonly Node[] | undefined {
  const { merging, lang, placed } = context;
  const sections = inLang(merging.release.narratives, lang);
  const section = sections.get(id);
  if (!section) {
    const message = `narrative.${lang} has no section ${id}`;
    const near = nameHints(id, sections.keys());
    const others = merging.release.languages
      .filter((other) => inLang(merging.release.narratives, other).has(id))
      .map((other) => `"${other}"`);
    const alone = others.length > 0 ? [`if ${lang} has none on purpose, place it between {{#only ${others.join(' ')}}} and {{/only}}`] : [];
    const hints = [...near, `write "## Title {#${id}}" and its text in narrative.${lang}.md`, ...alone];
    merging.report({ severity: 'error', code: 'merge/section-missing', message, at, hints });
    return undefined;
  }
  if (placed.has(id)) {
    const hints = ['take one of the two out of the layout'];
    merging.report({ severity: 'error', code: 'merge/section-duplicate', message: `section ${id} is placed twice`, at, hints });
    return undefined;
  }
  placed.add(id);
  if (section.text.trim() === '') {
    const hints = [`write its text, or take it out together with {{narrative "${id}"}}`];
    merging.report({ severity: 'error', code: 'merge/empty', message: `section ${id} is empty`, at: section.at, hints });
    return undefined;
  }
  const expanded = expandTemplate(sourceText(section.file, section.text, section.line), { merging, lang, section: id });
  return expanded && readMarkdown(merging, expanded);
}
