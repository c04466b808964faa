// Turn a block's kind and class into the style that sets it, or into a finding where the style says nothing of it.

import type { Block, Document } from '../model/document.ts';
import { inLang, type Lang } from '../model/language.ts';
import { say } from '../model/say.ts';
import type { Span } from '../model/span.ts';
import type { BlockStyle, PageClass, Style } from '../model/style.ts';
import type { Report } from './codes.ts';
import type { ParagraphSpec, TextSpec } from './paragraph/line.ts';

/** What a section is set in: its page class and its language's block styles, at one step of the fit ladder. */
export interface Setting {
  readonly lang: Lang;
  readonly page: PageClass;
  readonly blocks: ReadonlyMap<string, BlockStyle>;
}

/** Names that a block's style may have, the nearest first: `tag.class`, the class alone, (inside a group) the group's, the tag. */
function styleNames(tag: string, className = '', groupClass = ''): readonly string[] {
  const names = className ? [`${tag}.${className}`, className] : [];
  if (groupClass && tag === 'p') names.push(groupClass);
  return [...names, tag];
}

/** The style of a block. A document that is laid out has one for every block: `isStyled` has seen to it. */
export function blockStyle(setting: Setting, tag: string, className = '', groupClass = ''): BlockStyle {
  for (const name of styleNames(tag, className, groupClass)) {
    const found = setting.blocks.get(name);
    if (found) return found;
  }
  throw new Error(say`the style has no block \`${tag}\` for ${setting.lang}`);
}

/** The style of a block's letters. */
export function textSpec(setting: Setting, style: BlockStyle): TextSpec {
  const { font: role, size, weight, italic, leading } = style;
  return { lang: setting.lang, role, size, weight, italic, leading };
}

/** The style of a block's lines. */
export function paragraphSpec(setting: Setting, style: BlockStyle): ParagraphSpec {
  return {
    lang: setting.lang,
    role: style.font,
    size: style.size,
    weight: style.weight,
    italic: style.italic,
    leading: style.leading,
    measure: style.measure || setting.page.measure,
    align: style.align,
    indent: style.indent * style.size,
    hang: style.hang * style.size,
  };
}

/** Share of the size that a line's em box has below the baseline: the em box of Japanese faces descends .12 em. */
const emDescent = 0.12;

/** Where a baseline stands below the top of a line as high as `leading`: the em box in the middle. */
export function baselineIn(leading: number, size: number): number {
  return (leading - size) / 2 + (1 - emDescent) * size;
}

/** What tables are set from besides their captions. */
const tableTags = ['unit', 'head', 'cell'] as const;

/** Whether every block of the document has a style in the language of its part. */
export function isStyled(document: Document, style: Style, report: Report): boolean {
  const told = new Set<string>();
  const need = (lang: Lang, at: Span, tag: string, className?: string, groupClass?: string): void => {
    const blocks = inLang(style.blocks, lang);
    if (styleNames(tag, className, groupClass).some((name) => blocks.has(name)) || told.has(`${lang} ${tag}`)) return;
    told.add(`${lang} ${tag}`);
    const like = ['p', ...blocks.keys()].find((name) => blocks.has(name));
    const hints = [say`add ${tag}: to blocks.${lang} of the style${like === undefined ? '' : say`, such as ${tag}: {extends: ${like}}`}`];
    report({ severity: 'error', code: 'layout/unknown-block', message: say`the style has no block ${tag} in ${lang}`, at, hints });
  };
  const visit = (block: Block, lang: Lang, groupClass: string, inColumns: boolean): void => {
    const { kind, at } = block;
    if (kind === 'group' && block.picture) need(lang, at, 'p');
    else if (kind === 'group') {
      const columned = inLang(style.blocks, lang).get(block.class)?.columns === 2;
      if (columned && inColumns) {
        told.add(`${block.id} columns`);
        const hints = ['end the outer section before it, or give it a class without columns'];
        report({ severity: 'error', code: 'layout/unknown-block', message: 'columns stand inside columns', at, hints });
      }
      for (const inner of block.blocks) visit(inner, lang, block.class, inColumns || columned);
    } else if (kind === 'heading') need(lang, at, `h${block.level}`, block.class);
    else if (kind === 'paragraph') need(lang, at, 'p', block.class, groupClass);
    else if (kind === 'list') need(lang, at, block.terms ? 'dl' : 'li', block.class);
    else if (kind === 'note') need(lang, at, 'note', block.class);
    else {
      // A table of words is set as one of statistics.
      need(lang, at, 'caption', block.kind === 'words' ? 'statistics' : block.style);
      for (const tag of tableTags) need(lang, at, tag);
    }
  };
  for (const part of document.parts)
    for (const section of part.sections) for (const block of section.blocks) visit(block, part.lang, '', false);
  return told.size === 0;
}
