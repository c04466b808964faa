// Turn a source file into the same file edited once, as people edit on the day of results: figures, words, labels, style, markup, rows, lines.
import type { Mutation } from '../fuzz/text-mutations.ts';
import { characterMutations, lineMutations } from '../fuzz/text-mutations.ts';
import { keyMutations, valueMutations } from '../fuzz/yaml-mutations.ts';
import type { Seeded } from '../seeded-random.ts';
import { type EditKind, onLine, replaceOne } from './edit-ways.ts';

const yaml = /\.yaml$/;
const narrative = /\/narrative\.\w+\.md$/;
const every = /./;

const sentence = /^(?![<#-]).+[.。]$/;
const anyLine = /^/;
const digit = (_: string, random: Seeded): string => String(random.below(10));

/** Edits after which a release mostly still builds. */
export const usualEdits: Readonly<Record<string, EditKind>> = {
  'last digit of a figure': { files: /\/periods\//, edit: replaceOne(/(?<=^ {2}[a-z][\w.-]*: .*)\d(?=\)?$)/gm, digit) },
  'any digit': { files: /\/(?:periods|releases)\/.*yaml$/, edit: replaceOne(/\d/g, digit) },
  'word for another': {
    files: narrative,
    edit: replaceOne(/(?<= )(?:the|of|and|in|were|services|increase)(?= )/g, (_, random) =>
      random.pick(['new', 'its', 'further', '<i>all</i>', '**all**']),
    ),
  },
  'new sentence': {
    files: narrative,
    edit: onLine(sentence, (lines, at, random) => {
      lines[at] += random.pick([
        ' We thank you.',
        '今後ともよろしくお願いいたします。',
        ' Plans {{period "current"}} hold.',
        ' See page {{page "en"}}.',
      ]);
    }),
  },
  'sentence taken out': { files: narrative, edit: onLine(sentence, (lines, at) => lines.splice(at, 1)) },
  'lines exchanged': { files: narrative, edit: onLine(sentence, (lines, at) => lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '')) },
  'label worded otherwise': {
    files: /\/(?:concepts|issuer|statements\/.*)\.yaml$/,
    edit: replaceOne(/(?<=\b(?:ja|en): )[^\s{}["'][^,}"'\n]*/g, (label, random) => `${label}${random.pick([' x', 's', '等', ''])}`),
  },
  'row of a statement taken out': { files: /\/statements\//, edit: onLine(/^ *- \{concept: /, (lines, at) => lines.splice(at, 1)) },
  'rows of a statement exchanged': {
    files: /\/statements\//,
    edit: onLine(/^ *- \{concept: /, (lines, at) => lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '')),
  },
  'key taken out': { files: yaml, edit: onLine(/^ +[a-z][\w-]*: [^>|]+$/, (lines, at) => lines.splice(at, 1)) },
  'value of a style': {
    files: /\/style[\w.]*\.yaml$/,
    edit: replaceOne(/(?<=\b(?:before|after|leading|size|indent|gap|measure|widows): )\d+(?:\.\d+)?/g, (value, random) =>
      String(Number(value) + random.pick([0.25, 0.5, 1, -0.25])),
    ),
  },
  'markup of a layout': {
    files: /\.hbs$/,
    edit: replaceOne(/<(?:p|h[1-4]|li)>/g, (tag, random) =>
      random.pick([`${tag}New `, `${tag}<b>New</b> `, `${tag}{{period "current"}} `]),
    ),
  },
  'line of a layout taken out': { files: /\.hbs$/, edit: onLine(/\S/, (lines, at) => lines.splice(at, 1)) },
  'line added on top': { files: every, edit: (text, random) => random.pick(['\n', '\n\n\n']) + text },
  'comment on top': { files: yaml, edit: (text, random) => `# draft ${random.below(1000)}\n${text}` },
  'blank line': { files: every, edit: onLine(anyLine, (lines, at) => lines.splice(at, 0, '')) },
  'line ends of another system': { files: every, edit: (text) => text.replaceAll('\n', '\r\n') },
  'files named or taken back': {
    files: /\/release\.yaml$/,
    edit: (text, random) =>
      /^files: /m.test(text)
        ? text.replace(/^files: .*\n/m, '')
        : text.replace(
            /^layout: .*$/m,
            `$&\nfiles: ${random.pick(['{languages: apart}', '{name: "{issuer}-{release}"}', '{languages: apart, name: "{language}{date}"}', '{summary: true}'])}`,
          ),
  },
  'theme named or taken back': {
    files: /\/release\.yaml$/,
    edit: (text) => (/^style: /m.test(text) ? text.replace(/^style: .*\n/m, '') : text.replace(/^layout: .*$/m, '$&\nstyle: large')),
  },
};

const mutation = (files: RegExp, change: Mutation): EditKind => ({
  files,
  edit: (text, random) => (text === '' ? undefined : change(text, random)),
});
const mutations = (files: RegExp, kinds: Readonly<Record<string, Mutation>>): readonly [string, EditKind][] =>
  Object.entries(kinds).map(([name, change]) => [name, mutation(files, change)]);

/** Edits after which it mostly has errors. */
export const breakingEdits: Readonly<Record<string, EditKind>> = Object.fromEntries([
  ...mutations(every, characterMutations),
  ...mutations(every, lineMutations),
  ...mutations(yaml, valueMutations),
  ...mutations(yaml, keyMutations),
]);
