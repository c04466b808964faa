// Turn what only layouts may ask for into what they place: narrative sections, tables, and what the notice of a correction says.

import { language } from '../language/languages.ts';
import type { Bound } from '../model/document.ts';
import { inLang, type Lang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { Located } from '../model/span.ts';
import { type Call, type Helper, refuse } from './call.ts';
import type { Notice } from './merging.ts';

export const narrative: Helper = {
  parameters: ['section'],
  options: [],
  layoutOnly: true,
  write(call) {
    const name = nameOf(call);
    return name === undefined ? undefined : { narrative: name };
  },
};

export const table: Helper = {
  parameters: ['statement'],
  options: ['id'],
  write(call) {
    const name = nameOf(call);
    const anchor = call.options.get('id')?.text;
    return name === undefined ? undefined : { table: name, ...(anchor === undefined ? {} : { anchor }) };
  },
};

function nameOf(call: Call): string | undefined {
  const name = call.parameters[0]?.text ?? '';
  return /^[\w.-]+$/.test(name) ? name : refuse(call, `${name} is not an id`, call.parameters[0]);
}

const given: Bound = { by: 'issuer' };

/** What a notice says of itself; '' where there is nothing to say, so that `{{#if (correction "contact")}}` asks for it. */
const parts: Readonly<Record<string, (notice: Notice, call: Call) => string | Located<string>>> = {
  /** Title of the release that is corrected. */
  title: (_, { merging, lang }) => inLang(merging.release.spec.titles, lang),
  announced: (_, { merging, lang }) => language(lang).dates.date(inLang(merging.release.spec.announced, lang).value, 'long'),
  date: ({ correction }, { lang }) => language(lang).dates.date(inLang(correction.spec.date, lang).value, 'long'),
  reason: ({ correction }, { lang }) => inLang(correction.spec.reason, lang),
  contact: ({ correction }, { lang }) => correction.spec.contact?.[lang] ?? '',
  addressees: ({ correction }, { lang }) =>
    inLang(correction.spec.addressees, lang)
      .map(({ value }) => value)
      .join(language(lang).text.listJoint),
  /** Not '' when figures changed, in this language. */
  figures: ({ correction }, { lang }) => (changesFigures(correction, lang) ? 'yes' : ''),
  /** Not '' when words changed, in this language. */
  words: ({ correction }, { lang }) => (correction.changes.texts.some((text) => text.lang === lang) ? 'yes' : ''),
};

export const correction: Helper = {
  parameters: ['what'],
  options: [],
  layoutOnly: true,
  write(call) {
    const { notice } = call.merging;
    const what = call.parameters[0]?.text ?? '';
    if (!notice) return refuse(call, 'this release corrects none', undefined, ['correction belongs in notice.hbs']);
    const part = Object.hasOwn(parts, what) ? parts[what] : undefined;
    if (!part) return refuse(call, `a correction has no ${what}`, call.parameters[0], nameHints(what, Object.keys(parts)));
    const said = part(notice, call);
    return typeof said === 'string' ? { text: said, bound: given } : { text: said.value, bound: given, at: said.at };
  },
};

const words = ['before', 'after', 'excerpt', 'page', 'none'] as const;

export const corrections: Helper = {
  parameters: [],
  options: words,
  layoutOnly: true,
  write(call) {
    const { notice, release } = call.merging;
    if (!notice) return refuse(call, 'this release corrects none', undefined, ['corrections belongs in notice.hbs']);
    if (!release.style.correction)
      return refuse(call, 'the style says nothing of corrections', undefined, ['give correction: in style.yaml']);
    const missing = words.find((word) => !call.options.has(word));
    if (missing)
      return refuse(call, `corrections needs ${missing}=`, undefined, ['write before="…" after="…" excerpt="…" page="…{n}…" none="…"']);
    const text = (word: (typeof words)[number]): string => call.options.get(word)?.text ?? '';
    return {
      corrections: { before: text('before'), after: text('after'), excerpt: text('excerpt'), page: text('page'), none: text('none') },
    };
  },
};

function changesFigures({ changes, corrected }: Notice['correction'], lang: Lang): boolean {
  return (
    changes.removed.some((figure) => figure.lang === lang) || [...changes.figures.keys()].some((id) => corrected.figures[id]?.lang === lang)
  );
}
