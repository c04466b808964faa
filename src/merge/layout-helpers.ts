// Turn what only layouts may ask for into what they place: narrative sections, tables, charts, and what the notice of a correction says.

import type { Bound } from '../model/document.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import { type Helper, refuse } from './call.ts';
import { readId } from './read-argument.ts';

export const narrative: Helper = {
  parameters: ['section'],
  options: [],
  layoutOnly: true,
  write(call) {
    const name = readId(call);
    return name === undefined ? undefined : { narrative: name };
  },
};

export const table: Helper = {
  parameters: ['statement'],
  options: ['id'],
  write(call) {
    const name = readId(call);
    const anchor = call.options.get('id')?.text;
    return name === undefined ? undefined : { table: name, ...(anchor === undefined ? {} : { anchor }) };
  },
};

export const chart: Helper = {
  parameters: ['chart'],
  options: ['id'],
  write(call) {
    const name = readId(call);
    const anchor = call.options.get('id')?.text;
    return name === undefined ? undefined : { chart: name, ...(anchor === undefined ? {} : { anchor }) };
  },
};

const given: Bound = { by: 'issuer' };

export const correction: Helper = {
  parameters: ['what'],
  options: [],
  layoutOnly: true,
  write(call) {
    const { notice } = call.merging;
    const what = call.parameters[0]?.text ?? '';
    if (!notice) return refuse(call, 'this release corrects none', undefined, ['correction belongs in notice.hbs']);
    if (!notice.names.includes(what))
      return refuse(call, say`a correction has no ${what}`, call.parameters[0], nameHints(what, notice.names));
    const said = notice.says(what, call.lang);
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
      return refuse(call, say`corrections needs ${missing}=`, undefined, ['write before="…" after="…" excerpt="…" page="…{n}…" none="…"']);
    const text = (word: (typeof words)[number]): string => call.options.get(word)?.text ?? '';
    return {
      corrections: { before: text('before'), after: text('after'), excerpt: text('excerpt'), page: text('page'), none: text('none') },
    };
  },
};
