// Turn a narrative or a layout into one with a construct more at one place, or with one of its own constructs bent.
import type { Seeded } from '../seeded-random.ts';
import { construct } from './markup-constructs.ts';
import { nastyText } from './nasty-text.ts';
import type { Mutation } from './text-mutations.ts';

const splice = (text: string, at: number, count: number, by: string): string => text.slice(0, at) + by + text.slice(at + count);

/** A match of the pattern that chance chooses, changed; the text with a line more where there is none. */
const onMatch =
  (pattern: RegExp, change: (found: string, random: Seeded) => string): Mutation =>
  (text, random) => {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) return `${text}\n`;
    const { 0: match, index } = random.pick(found);
    return splice(text, index, match.length, change(match, random));
  };

/** The start of a line that follows an empty one: where a paragraph begins. */
const paragraphStart = /(?<=\n\n)(?=\S)/g;
const paragraph = /(?<=\n\n)\S[^\n]*/g;
const call = /\{\{[^{}!]*\}\}/g;
const tag = /<\/?[a-z][^<>]*>/g;

export const markupMutations: Readonly<Record<string, Mutation>> = {
  'a construct as a paragraph': onMatch(paragraphStart, (_, random) => `${construct(random)}\n\n`),
  'a construct at the start of a paragraph': onMatch(paragraphStart, (_, random) => construct(random)),
  'a construct in a paragraph': onMatch(/(?<=\p{L})(?=\p{L})/gu, (_, random) => construct(random)),
  'a construct in an element': onMatch(/(?<=<[a-z][^<>]*>)/g, (_, random) => construct(random)),
  'a construct in place of a paragraph': onMatch(paragraph, (_, random) => construct(random)),
  'a construct at the end': (text, random) => text + construct(random),
  'several constructs': (text, random) => {
    let made = text;
    for (let n = 2 + random.below(3); n > 0; n--) made = splice(made, random.below(made.length + 1), 0, construct(random));
    return made;
  },
  'a paragraph wrapped': onMatch(paragraph, (found, random) => {
    const name = random.pick(['p', 'b', 'div', 'section', 'ul', 'li', 'span', 'p class="remark"', 'table', 'dfn']);
    return `<${name}>${found}</${name.split(' ')[0]}>`;
  }),
  'a call replaced': onMatch(call, (_, random) => construct(random)),
  'a call bent': onMatch(call, (found, random) => {
    const at = 2 + random.below(Math.max(1, found.length - 3));
    return random.below(2) === 0
      ? splice(found, at, 1, '')
      : splice(found, at, 0, random.pick(['"', "'", '(', ')', '=', ' ', '.', '{', '}', '|', '@', nastyText(random)]));
  }),
  'a call deleted': onMatch(call, () => ''),
  'a call doubled': onMatch(call, (found) => found + found),
  'a tag bent': onMatch(tag, (found, random) => {
    const at = 1 + random.below(found.length - 1);
    return random.below(2) === 0
      ? splice(found, at, 1, '')
      : splice(found, at, 0, random.pick(['"', '<', '>', '/', ' ', '=', 'x', nastyText(random)]));
  }),
  'a tag deleted': onMatch(tag, () => ''),
  'a tag doubled': onMatch(tag, (found) => found + found),
};
