// Turn blocks that the style says nothing of into findings, before anything is set: every kind once, where it first stands.

import type { Block, Document } from '../model/document.ts';
import { inLang, type Lang } from '../model/language.ts';
import type { Span } from '../model/span.ts';
import type { Style } from '../model/style.ts';
import { styleNames } from './block-style.ts';
import type { Report } from './codes.ts';

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
    const hints = [`add ${tag}: to blocks.${lang} of the style${like === undefined ? '' : `, such as ${tag}: {extends: ${like}}`}`];
    report({ severity: 'error', code: 'layout/unknown-block', message: `the style has no block ${tag} in ${lang}`, at, hints });
  };
  const visit = (block: Block, lang: Lang, groupClass: string): void => {
    const { kind, at } = block;
    if (kind === 'group') for (const inner of block.blocks) visit(inner, lang, block.class);
    else if (kind === 'heading') need(lang, at, `h${block.level}`, block.class);
    else if (kind === 'paragraph') need(lang, at, 'p', block.class, groupClass);
    else if (kind === 'list') need(lang, at, 'li', block.class);
    else if (kind === 'note') need(lang, at, 'note', block.class);
    else {
      // A table of words is set as one of statistics.
      need(lang, at, 'caption', block.kind === 'words' ? 'statistics' : block.style);
      for (const tag of tableTags) need(lang, at, tag);
    }
  };
  for (const part of document.parts) for (const section of part.sections) for (const block of section.blocks) visit(block, part.lang, '');
  return told.size === 0;
}
