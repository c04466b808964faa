// Turn a block's kind and class into the style that sets it.
import type { Lang } from '../model/language.ts';
import type { BlockStyle, PageClass } from '../model/style.ts';
import type { ParagraphSpec, TextSpec } from './paragraph/line.ts';

/** What a section is set in: its page class and its language's block styles, at one step of the fit ladder. */
export interface Setting {
  readonly lang: Lang;
  readonly page: PageClass;
  readonly blocks: ReadonlyMap<string, BlockStyle>;
}

/** Names that a block's style may have, the nearest first: `tag.class`, the class alone, (inside a group) the group's, the tag. */
export function styleNames(tag: string, className = '', groupClass = ''): readonly string[] {
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
  throw new Error(`the style has no block \`${tag}\` for ${setting.lang}`);
}

/** The style of a block's letters. */
export function textSpec(setting: Setting, style: BlockStyle): TextSpec {
  return { lang: setting.lang, role: style.font, size: style.size, weight: style.weight, italic: style.italic };
}

/** The style of a block's lines. */
export function paragraphSpec(setting: Setting, style: BlockStyle): ParagraphSpec {
  return {
    ...textSpec(setting, style),
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
