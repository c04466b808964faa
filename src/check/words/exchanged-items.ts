// Turn two items of a list, each with the amount that the other names, into findings.
import { language } from '../../language/languages.ts';
import type { Block, Document } from '../../model/document.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Concept } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { folded, type TypedText, textsOf } from '../typed-text.ts';
import { type Mention, mentionsOf } from './amount-mentions.ts';

/** `Services: JPY9,000 million` and `Instruments: JPY6,000 million`, exchanged: each by itself may be right, both are not. */
export const exchangedItems: DocumentCheck = {
  code: 'check/named-concept',
  severity: 'error',
  run: (printed) => listsOf(printed.document).flatMap((list) => exchanged(list, printed)),
};

const listsOf = ({ parts }: Document): readonly (readonly TypedText[])[] =>
  parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(textsTogether)));

/** The items of a list, the cells of a table of words. */
function textsTogether(block: Block): readonly (readonly TypedText[])[] {
  if (block.kind === 'group') return block.blocks.flatMap(textsTogether);
  return block.kind === 'list' ? [textsOf(block)] : [];
}

/** An item that prints amounts of one concept only. */
interface Item {
  readonly text: TypedText;
  readonly mention: Mention;
  /** Its typed words, as labels are compared with them. */
  readonly words: string;
}

/** Items of a list that are compared: more are a table. */
const mostItems = 40;

function exchanged(list: readonly TypedText[], printed: Printed): readonly FindingDetails[] {
  if (list.length < 2) return [];
  const items = list.flatMap((text) => itemOf(text, printed)).slice(0, mostItems);
  return items.flatMap((one, index) => {
    const other = items.slice(index + 1).find((each) => areExchanged(one, each));
    return other ? [finding(one, other, printed)] : [];
  });
}

function itemOf(text: TypedText, printed: Printed): readonly Item[] {
  const [mention, ...others] = mentionsOf(text, printed).filter(({ figure: { measure } }) => measure === 'amount');
  if (!mention || others.some(({ concept }) => concept !== mention.concept)) return [];
  return [{ text, mention, words: folded(text.typed).toLowerCase() }];
}

function areExchanged(one: Item, other: Item): boolean {
  const [a, b] = [one.mention.concept, other.mention.concept];
  if (a === b || a.unit !== b.unit || one.mention.fact.period !== other.mention.fact.period) return false;
  return names(one, b) && names(other, a) && !names(one, a) && !names(other, b);
}

function names({ words, text: { lang } }: Item, { labels, outcomes }: Concept): boolean {
  return [labels[lang], outcomes?.gain[lang], outcomes?.loss[lang]].some(
    (label) => label !== undefined && label.value.length > 1 && words.includes(folded(label.value).toLowerCase()),
  );
}

function finding(one: Item, other: Item, { locate }: Printed): FindingDetails {
  const { mention, text } = one;
  const named = other.mention.concept.labels[text.lang]?.value ?? other.mention.concept.id;
  return {
    message: say`the item that names ${JSON.stringify(named)} prints ${mention.text}, which is ${mention.fact.key}, and the item that names that prints ${other.mention.text}, which is ${other.mention.fact.key}: the two ${language(text.lang).name} items have each other’s amount`,
    at: locate(text, mention.start, mention.end - mention.start) ?? mention.figure.at,
    related: [{ at: other.mention.figure.at, message: other.mention.fact.key }],
    hints: ['exchange the concepts of the two amounts, or the names'],
  };
}
