// Turn the titles of a release, those of the file and those of its parts, into texts that checks read as they read printed ones.
import type { Part } from '../../model/document.ts';
import { inLang, type Lang } from '../../model/language.ts';
import { quoted } from '../../model/printable.ts';
import { say } from '../../model/say.ts';
import type { Labels, Located, Span } from '../../model/span.ts';
import type { Printed } from '../check-shapes.ts';
import type { TypedText } from '../typed-text.ts';
import { type Said, saidBy } from './legend-words.ts';

/** A title. */
export interface TitleText {
  readonly text: TypedText;
  readonly said: Said;
  /** As findings name it. */
  readonly what: string;
  /** Of the file, which release.yaml gives, or of a part, as bookmarks show it. */
  readonly of: 'file' | 'part';
}

const known = new WeakMap<Labels, readonly TitleText[]>();

export function titleTexts({ document, release }: Pick<Printed, 'document' | 'release'>): readonly TitleText[] {
  const { titles } = release.spec;
  const files = known.get(titles) ?? release.languages.map((lang) => fileTitle(inLang(titles, lang), lang));
  known.set(titles, files);
  return [...files, ...document.parts.map(partTitle)];
}

function fileTitle({ value, at }: Located<string>, lang: Lang): TitleText {
  return { ...titleOf(value, at, lang), what: say`the title ${quoted(value)}`, of: 'file' };
}

const knownParts = new WeakMap<Part, TitleText>();

function partTitle(part: Part): TitleText {
  const { title, at, lang } = part;
  const found = knownParts.get(part) ?? { ...titleOf(title, at, lang), what: say`the title ${quoted(title)} of a part`, of: 'part' };
  knownParts.set(part, found);
  return found;
}

/** Read as a heading is. */
function titleOf(value: string, at: Span, lang: Lang): Pick<TitleText, 'text' | 'said'> {
  const text: TypedText = { lang, text: value, typed: value, runs: [{ inline: { text: value, at }, start: 0, end: value.length }] };
  return { text, said: saidBy(text, 'heading', false) };
}
