// Turn what layout reads into parts of keys: a memory, and numbers that stand in it for blocks, styles and fonts.
import { contentKey } from '../model/content-key.ts';
import type { FontMetrics } from '../model/font.ts';
import { BoundedMemory, type Kind, type Memory } from '../model/memory.ts';
import type { Style } from '../model/style.ts';

/** Where results of layout are kept, and what stands in their keys. */
export interface Keeping {
  readonly memory: Memory;
  /** The memory outlives this layout. */
  readonly lasting: boolean;
  /** Stands for all that composition reads of the style, and for the fonts. */
  readonly type: string;
  /** One number for all that say the same, places aside: styles, page classes. */
  readonly numberOf: (content: object) => number;
  /** The same for blocks and their parts; in a memory of one layout each stands for itself, since nothing says the same twice. */
  readonly blockNumber: (block: object) => number;
}

/** MB that one layout keeps for its own steps and passes, where nothing outlives it. */
const ownLimit = 100;

/** The memory given; one of its own for a layout whose results nobody asks for again. */
export function keepingIn(given: Memory, style: Style, fonts: ReadonlyMap<string, FontMetrics>): Keeping {
  const memory = given.keeps ? given : new BoundedMemory(ownLimit);
  // Asked for many times in one layout, for blocks above all.
  const known = new Map<object, number>();
  const numberOf = (content: object): number => {
    let number = known.get(content);
    if (number === undefined) {
      number = memory.numberOf(memory.recall(numbered, contentKey(content), () => ({})));
      known.set(content, number);
    }
    return number;
  };
  return {
    memory,
    lasting: given.keeps,
    type: `${memory.numberOf(fonts)}.${numberOf({ families: style.fonts, sup: style.sup, justification: style.justification })}`,
    numberOf,
    blockNumber: given.keeps ? numberOf : (block) => memory.numberOf(block),
  };
}

/** An object of no content that is one for equal content: its number stands for that. */
const numbered: Kind<object> = { name: 'layout/number', bytes: () => 50 };
