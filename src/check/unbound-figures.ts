// Turn digits and number words that belong to no fact and to no literal into findings, with the fact that prints the same.

import { type NumberWord, numberWords } from '../locale/number-words.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { literalPlaces } from './literal-places.ts';
import { matchingFigure } from './matching-figure.ts';
import type { DocumentCheck, Printed } from './printed.ts';
import type { TypedText } from './typed-text.ts';

/** Every text of the document in both languages: sentences, headings, notes, captions, heads and labels. */
export const unboundFigures: DocumentCheck = (printed) => printed.texts.flatMap((text) => unbound(text, printed));

function unbound(text: TypedText, printed: Printed): Diagnostic[] {
  const places = literalPlaces(text, printed.release.literals);
  return numberWords(text.typed, text.lang)
    .filter(({ start, length }) => !places.some((place) => place.start <= start && start + length <= place.end))
    .map((word) => finding(word, text, printed));
}

function finding({ start, length, form }: NumberWord, text: TypedText, printed: Printed): Diagnostic {
  const word = text.text.slice(start, start + length);
  const at = printed.locate(text, start, length);
  const file = `releases/${printed.release.release.id}/release.yaml`;
  const figure = form === 'digits' ? matchingFigure(text, start, length, printed) : undefined;
  const day = /^(?:年|月\d|日)|^ (?:January|February|March|April|May|June|July|August|September|October|November|December)/;
  const dated = form === 'digits' && (/^(?:19|20)\d\d$/.test(word) || day.test(text.text.slice(start + length)));
  const hints = figure
    ? [`${figure.fact} prints ${figure.text}: write ${figure.call}`]
    : [
        dated
          ? 'write {{date "…"}} or {{period "…"}} for a date of the release or of its periods'
          : 'state the figure with its source under `stated` and print it by a helper',
        `if it is no figure, list it under \`literals\` in ${file}: {kind: ${dated ? 'date' : form === 'words' ? 'count' : 'name'}, text: ${quoted(
          context(text, start, length),
        )}, why: …}`,
      ];
  return {
    severity: 'error',
    code: 'check/unbound-figure',
    message: `${word} is typed by hand and belongs to no fact`,
    ...(at ? { at } : {}),
    hints,
  };
}

/** Enough of the text round a number to tell it from others: the Latin words that it touches, or the next few characters. */
function context({ typed, lang }: TypedText, start: number, length: number): string {
  const end = start + length;
  const before = /[A-Za-z0-9.,()/-]*$/.exec(typed.slice(0, start))?.[0] ?? '';
  const after = (lang === 'en' ? /^[\w/-]*(?: [a-z]+)?/ : /^(?:[A-Za-z]+|[^\s\ufffc、。（）]{0,4})/).exec(typed.slice(end))?.[0] ?? '';
  return `${before}${typed.slice(start, end)}${after}`.trim();
}

const quoted = (text: string): string => (/[:#{}[\],&*?|<>=!%@`"']/.test(text) || /^[\d-]/.test(text) ? JSON.stringify(text) : text);
