// Turn a text into its sentences with all that checks of words read of them: clauses, typed words, amounts, changes, and what is compared with.
import { language } from '../../language/languages.ts';
import { splitSentences } from '../../language/text-pieces.ts';
import { matchesIn } from '../../model/matches.ts';
import type { Stretch } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';
import type { TypedText } from '../typed-text.ts';
import { type Mention, mentionsOf } from './amount-mentions.ts';
import { type NamedBase, namedBases } from './comparison-bases.ts';
import { type Movement, movementsOf } from './movements.ts';
import { type SaidWord, saidWords } from './said-words.ts';

/** One sentence. */
export interface ToldSentence extends Stretch {
  readonly clauses: readonly Stretch[];
  readonly words: readonly SaidWord[];
  readonly bases: readonly NamedBase[];
  /** Amounts and shares that it prints. */
  readonly mentions: readonly Mention[];
  /** Changes that it prints, in figures or in words by helpers. */
  readonly movements: readonly Movement[];
}

/** A text as checks of words read it. */
export interface ToldText {
  readonly text: TypedText;
  /** What is typed, with plain spaces, one for one. */
  readonly typed: string;
  readonly sentences: readonly ToldSentence[];
  /** Of all its sentences. */
  readonly movements: readonly Movement[];
  readonly printed: Printed;
}

const told = new WeakMap<TypedText, ToldText>();

/** Undefined for a text without figures and words by helpers: nothing beside a word in it can be held to anything. */
export function toldText(text: TypedText, printed: Printed): ToldText | undefined {
  if (text.typed === '' || !text.runs.some(({ inline }) => inline.figure !== undefined || inline.bound !== undefined)) return undefined;
  return tellText(text, printed);
}

/** Any text. */
export function tellText(text: TypedText, printed: Printed): ToldText {
  const known = told.get(text);
  if (known?.printed === printed) return known;
  const made = readText(text, printed);
  told.set(text, made);
  return made;
}

function readText(text: TypedText, printed: Printed): ToldText {
  const typed = text.typed.replace(/[\u00a0\u202f]/g, ' ');
  const [mentions, movements] = [mentionsOf(text, printed), movementsOf(text, printed)];
  const sentences = sentencesOf(text).map((stretch) => new ReadSentence(stretch, text, typed, mentions, movements));
  return { text, typed, sentences, movements, printed };
}

/** Words and what is compared with are read when they are first asked for: of most sentences nobody asks. */
class ReadSentence implements ToldSentence {
  readonly start: number;
  readonly end: number;
  readonly clauses: readonly Stretch[];
  readonly mentions: readonly Mention[];
  readonly movements: readonly Movement[];
  readonly #text: TypedText;
  readonly #typed: string;
  #words: readonly SaidWord[] | undefined;
  #bases: readonly NamedBase[] | undefined;

  constructor(stretch: Stretch, text: TypedText, typed: string, mentions: readonly Mention[], movements: readonly Movement[]) {
    const { start, end } = stretch;
    const inside = (each: Stretch) => each.start >= start && each.end <= end;
    this.start = start;
    this.end = end;
    this.clauses = clausesOf(text, stretch);
    this.mentions = mentions.filter(inside);
    this.movements = movements.filter(inside);
    this.#text = text;
    this.#typed = typed;
  }

  get words(): readonly SaidWord[] {
    this.#words ??= saidWords(this.#text, this.#typed, this.clauses, this);
    return this.#words;
  }

  get bases(): readonly NamedBase[] {
    this.#bases ??= namedBases(this.#text, this.#typed, this);
    return this.#bases;
  }
}

/** Sentences in order; they cover the text. */
function sentencesOf({ runs, lang }: TypedText): readonly Stretch[] {
  const inlines = runs.map(({ inline }) => inline);
  let start = 0;
  return splitSentences(inlines, lang).map((sentence) => {
    const end = sentence.reduce((sum, { text }) => sum + text.length, start);
    const stretch = { start, end };
    start = end;
    return stretch;
  });
}

/** Clauses of a sentence. What helpers wrote ends none: the commas of a figure are its own. */
function clausesOf({ typed, lang }: TypedText, sentence: Stretch): readonly Stretch[] {
  const clauses: Stretch[] = [];
  const part = typed.slice(sentence.start, sentence.end);
  let start = sentence.start;
  for (const { index, 0: mark } of matchesIn(part, language(lang).words.clauseEnds)) {
    const end = sentence.start + index;
    if (end > start) clauses.push({ start, end });
    start = end + mark.length;
  }
  return [...clauses, { start, end: sentence.end }];
}
