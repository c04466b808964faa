// Turn a text into which of its words stay free of its figures: those of quotations, of names, and those that a literal sets free.
import { quotations } from '../../language/quotations.ts';
import type { Literal } from '../../model/exceptions.ts';
import { matchesIn } from '../../model/matches.ts';
import type { Stretch } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';
import type { TypedText } from '../typed-text.ts';

/** Kinds of literals that hold words as they stand elsewhere: what is listed, names, titles of laws. */
const freeKinds: ReadonlySet<Literal['kind']> = new Set(['word', 'name', 'address', 'law']);

export function freeWords(text: TypedText, printed: Pick<Printed, 'literalsIn'>): (word: Stretch) => boolean {
  let known: readonly Stretch[] | undefined;
  // Most texts have no word to ask of.
  const free = (): readonly Stretch[] => {
    known ??= [...printed.literalsIn(text).filter(({ literal }) => freeKinds.has(literal.kind)), ...quotationsIn(text)];
    return known;
  };
  return (word) => free().some(({ start, end }) => start <= word.start && word.end <= end);
}

/** What prints a figure or follows one is no quotation of somebody else. */
function quotationsIn({ typed, runs }: TypedText): readonly Stretch[] {
  const quoted = matchesIn(typed, quotations);
  if (quoted.length === 0) return [];
  const figures = runs.filter(({ inline: { figure, bound } }) => figure !== undefined || bound?.by === 'direction');
  return quoted.flatMap(({ index, 0: words }) => {
    const end = index + words.length;
    return figures.some((figure) => figure.start < end && figure.end > index) ? [] : [{ start: index, end }];
  });
}
