// Turn errata that the document does not print as corrected, or prints as they were, into findings.
import type { FindingDetails } from '../model/finding.ts';
import { quoted } from '../model/printable.ts';
import type { Erratum } from '../model/release.ts';
import type { Stretch } from '../model/span.ts';
import type { DocumentCheck, Printed } from './check-shapes.ts';
import { isWhole } from './literal-places.ts';
import { folded, type TypedText } from './typed-text.ts';

/** A slip of the source comes back with the next text that is copied from it, and is an error; a correction that stands nowhere is told. */
export const errata: DocumentCheck = {
  code: 'check/erratum',
  severity: 'error',
  run: (printed) => {
    const texts = printed.texts.map((text) => ({ text, set: folded(text.text) }));
    return printed.release.spec.errata.flatMap((erratum) => [...slips(erratum, texts, printed), ...idle(erratum, texts)]);
  },
};

/** A text, and the same as it is compared: helpers' words too, since readers cannot tell them from typed ones. */
interface FoldedText {
  readonly text: TypedText;
  readonly set: string;
}

/** Every place that prints what the source shows. */
function slips({ shown, printed: corrected, at: listed }: Erratum, texts: readonly FoldedText[], { locate }: Printed): FindingDetails[] {
  const [slip, right] = [patternOf(shown), patternOf(corrected)];
  return texts.flatMap(({ text, set }) => {
    const places = placesOf(slip, set);
    if (places.length === 0) return [];
    // A correction that adds a word holds the slip.
    const corrections = placesOf(right, set);
    const wrong = places.filter(({ start, end }) => !corrections.some((whole) => whole.start <= start && end <= whole.end));
    return wrong.map(({ start, end }) => {
      const at = locate(text, start, end - start);
      return {
        message: `${quoted(shown)} is printed, a slip of the source that is corrected to ${quoted(corrected)}`,
        ...(at ? { at } : {}),
        related: [{ at: listed, message: 'the erratum' }],
        hints: [corrected === '' ? 'take it out' : `write ${quoted(corrected)}`],
      };
    });
  });
}

function idle({ printed: corrected, at }: Erratum, texts: readonly FoldedText[]): FindingDetails[] {
  const pattern = patternOf(corrected);
  if (!pattern || texts.some(({ set }) => placesOf(pattern, set).length > 0)) return [];
  const message = `the text ${quoted(corrected)} stands nowhere in the document, so this erratum corrects nothing`;
  return [{ severity: 'warning', message, at, hints: ['delete it, or give it as it is printed'] }];
}

const japanese = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー]';

/** Between Japanese and Western characters typesetting decides on the space, whatever is typed. */
const seam = new RegExp(`(?<=${japanese}) *(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) *(?=${japanese})`, 'gu');

/** Undefined for an empty text, which stands for words that one of the two does not have. */
function patternOf(words: string): RegExp | undefined {
  if (words === '') return undefined;
  const source = folded(words)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(seam, ' *');
  return new RegExp(source, 'g');
}

/** Where the words stand in a folded text, never inside a longer number or word. */
function placesOf(pattern: RegExp | undefined, set: string): readonly Stretch[] {
  if (!pattern) return [];
  return [...set.matchAll(pattern)]
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => isWhole(set, start, end));
}
