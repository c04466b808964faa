// Turn digits and number words that belong to no fact and to no literal into findings, with the fact that prints the same.

import { type NumberWord, numberWords } from '../locale/number-words.ts';
import type { Diagnostic, RelatedPlace } from '../model/diagnostic.ts';
import type { Literal } from '../model/release.ts';
import { literalPlaces } from './literal-places.ts';
import { matchingFigure } from './matching-figure.ts';
import type { DocumentCheck, Printed } from './printed.ts';
import type { TypedText } from './typed-text.ts';

/** Every text of the document in both languages: sentences, headings, notes, captions, heads and labels. */
export const unboundFigures: DocumentCheck = (printed) => printed.texts.flatMap((text) => unbound(text, printed));

function unbound(text: TypedText, printed: Printed): Diagnostic[] {
  const places = printed.literalsIn(text);
  return numberWords(text.typed, text.lang)
    .filter(({ start, length }) => !places.some((place) => place.start <= start && start + length <= place.end))
    .map((word) => finding(word, text, printed));
}

function finding({ start, length, form }: NumberWord, text: TypedText, printed: Printed): Diagnostic {
  const word = text.text.slice(start, start + length);
  const at = printed.locate(text, start, length);
  const { issuer, release } = printed.release;
  const figure = form === 'digits' ? matchingFigure(text, start, length, printed) : undefined;
  const words = context(text, start, length);
  const kind = likelyKind(text.text, start, length, form);
  // What a release types itself it lists itself; names and heads are the issuer's.
  const own = at === undefined || at.file.startsWith(`data/${issuer.id}/releases/`);
  const list = `data/${issuer.id}/${own ? `releases/${release.id}/release.yaml` : 'issuer.yaml'}`;
  const hints = figure
    ? [`${figure.fact} prints ${figure.text}: write ${figure.call}`]
    : [
        kind === 'date'
          ? 'write {{date "…"}} or {{period "…"}} for a date of the release or of its periods'
          : 'state the figure with its source under `stated`, and print it by a helper',
        `if it is no figure, list it under literals in ${list}: {kind: ${kind}, text: ${quoted(words)}, why: …}`,
      ];
  const message = `${word} is typed by hand and belongs to no fact`;
  const related = likeLiterals(start, length, text, printed);
  return {
    severity: 'error',
    code: 'check/unbound-figure',
    message,
    ...(at ? { at } : {}),
    ...(related.length > 0 ? { related } : {}),
    hints,
  };
}

/** Literals that other digits would make fit: one of the two is mistyped. */
function likeLiterals(start: number, length: number, text: TypedText, { release }: Printed): readonly RelatedPlace[] {
  return release.literals.flatMap((literal) => {
    const anyDigits = { ...literal, kind: 'reference' as const, text: literal.text.replace(/[0-9０-９]+/g, '#') };
    if (anyDigits.text === literal.text) return [];
    const fits = literalPlaces(text, [anyDigits]).some((place) => place.start <= start && start + length <= place.end);
    return fits ? [{ at: literal.at, message: `the literal ${JSON.stringify(literal.text)} has other digits` }] : [];
  });
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const dayAfter = new RegExp(`^(?:[年月日]| (?:${months}))`);
const dayBefore = new RegExp(`(?:${months}) $`);

function likelyKind(text: string, start: number, length: number, form: NumberWord['form']): Literal['kind'] {
  const [before, word, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  if (/(?:Table|Appendix|Note|Page|表|図|注) ?$/i.test(before)) return 'reference';
  if (form === 'words') return /[ -](?:half|quarters?)$/i.test(word) ? 'period' : 'count';
  if (/^(?:19|20)\d\d$/.test(word) || dayAfter.test(after) || dayBefore.test(before)) return 'date';
  return /[A-Za-z]$/.test(before) || /^[A-Za-z]/.test(after) ? 'name' : 'count';
}

/** Enough of the text round a number to tell it from others: the words that it touches and the one beside it. */
function context({ typed, lang }: TypedText, start: number, length: number): string {
  const before = /(?:(?:[A-Za-z]+|[表図注]) )?[A-Za-z0-9.,()/-]*$/.exec(typed.slice(0, start))?.[0] ?? '';
  const after = (lang === 'en' ? /^[\w/-]*(?: [a-z]+)?/ : /^(?:[A-Za-z]+|[^\s\ufffc、。（）.]{0,4})/).exec(typed.slice(start + length));
  return `${before}${typed.slice(start, start + length)}${after?.[0] ?? ''}`.trim();
}

const quoted = (text: string): string => (/[:#{}[\],&*?|<>=!%@`"']/.test(text) || /^[\d.-]+$/.test(text) ? JSON.stringify(text) : text);
