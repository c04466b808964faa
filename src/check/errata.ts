// Turn errata that the document does not print as corrected, or prints as they were, into findings.
import type { FindingDetails } from '../model/diagnostic.ts';
import { quoted } from '../model/quoted.ts';
import type { Erratum } from '../model/release.ts';
import type { Stretch } from '../model/span.ts';
import { isWhole } from './literal-places.ts';
import type { DocumentCheck, Printed } from './printed.ts';
import { folded, type TypedText } from './typed-text.ts';

/** A slip of the source comes back with the next text that is copied from it; a correction that stands nowhere corrects nothing. */
export const errata: DocumentCheck = {
  code: 'check/erratum',
  severity: 'error',
  run: (printed) => printed.release.release.errata.flatMap((erratum) => [...slips(erratum, printed), ...idle(erratum, printed)]),
};

/** Every place that prints what the source shows. */
function slips({ shown, printed: corrected, at: listed }: Erratum, { texts, locate }: Printed): FindingDetails[] {
  return texts.flatMap((text) =>
    placesOf(shown, text).map(({ start, end }) => {
      const at = locate(text, start, end - start);
      return {
        message: `${quoted(shown)} is printed, a slip of the source that is corrected to ${quoted(corrected)}`,
        ...(at ? { at } : {}),
        related: [{ at: listed, message: 'the erratum' }],
        hints: [`write ${quoted(corrected)}`],
      };
    }),
  );
}

function idle({ printed: corrected, at }: Erratum, { texts }: Printed): FindingDetails[] {
  if (texts.some((text) => placesOf(corrected, text).length > 0)) return [];
  const message = `the text ${quoted(corrected)} stands nowhere in the document, so this erratum corrects nothing`;
  return [{ message, at, hints: ['delete it, or give it as it is printed'] }];
}

const japanese = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー]';

/** Between Japanese and Western characters typesetting decides on the space, whatever is typed. */
const seam = new RegExp(`(?<=${japanese}) *(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) *(?=${japanese})`, 'gu');

/** Where the words stand in a text, helpers' words too; never inside a longer number or word. */
function placesOf(words: string, { text }: TypedText): readonly Stretch[] {
  const source = folded(words)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(seam, ' *');
  const set = folded(text);
  return [...set.matchAll(new RegExp(source, 'g'))]
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => isWhole(set, start, end));
}
