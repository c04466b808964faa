// Turn charts, pictures, words that were carried over and a review into the same edited once, as people edit them beside the figures.
import type { Seeded } from '../seeded-random.ts';
import { type EditKind, onLine, replaceOne } from './edit-ways.ts';

export const carriedFile = 'data/mini/releases/1q01/carried.yaml';
export const reviewFile = 'data/mini/releases/1q01/review.yaml';

const chart = /\/charts\//;
const svg = /\.svg$/;
const carried = /\/carried\.yaml$/;
const review = /\/review\.yaml$/;

const another = <T>(list: readonly T[], not: T, random: Seeded): T => random.pick(list.filter((each) => each !== not));

export const furnishedEdits: Readonly<Record<string, EditKind>> = {
  'form of a chart': {
    files: chart,
    edit: replaceOne(/(?<=^form: )\S+/gm, (form, random) => another(['bars', 'stacked-bars', 'lines'], form, random)),
  },
  'series of a chart': {
    files: chart,
    edit: replaceOne(/(?<=concept: )[\w.-]+/g, (concept, random) =>
      another(['revenue.total', 'revenue.goods', 'costs.total', 'costs.goods', 'costs.staff', 'result.operating'], concept, random),
    ),
  },
  'series of a chart taken out': { files: chart, edit: onLine(/^ {2}- /, (lines, at) => lines.splice(at, 1)) },
  'periods of a chart': {
    files: chart,
    edit: replaceOne(/^periods: .*$/gm, (_, random) => `periods: [${random.pick(['current', 'prior-quarter', 'current, prior-quarter'])}]`),
  },
  'names in a chart': {
    files: chart,
    edit: replaceOne(/^form: .*$/gm, (line, random) => `${line}\nperiod-names: ${random.pick(['label', 'end', 'term'])}`),
  },
  'words of a chart': {
    files: chart,
    edit: replaceOne(/(?<=\b(?:ja|en): )[^,}]+/g, (words, random) => `${words}${random.pick([' x', '等', 's'])}`),
  },
  'size or place in a picture': {
    files: svg,
    edit: replaceOne(/(?<=(?:x|y|width|height|cx|cy|r)=")\d+(?=")/g, (_, random) => String(1 + random.below(30))),
  },
  'colour of a picture': {
    files: svg,
    edit: replaceOne(/(?<=fill=")#\w{6}/g, (_, random) => `#${(0x1000000 + random.below(0x1000000)).toString(16).slice(1)}`),
  },
  'what a picture shows, and its width': {
    files: /\/narrative\.\w+\.md$/,
    edit: replaceOne(/^!\[(.*)\]\((.*)\)$/gm, (picture, random) => {
      const [, words = '', file = ''] = /^!\[(.*)\]\((.*)\)$/.exec(picture) ?? [];
      return `<img src="${file}" alt="${words} ${random.below(10)}" width="${20 + random.below(60)}">`;
    }),
  },
  'carried words no longer confirmed': { files: carried, edit: onLine(/^ +confirmed: /, (lines, at) => lines.splice(at, 1)) },
  'carried words confirmed': {
    files: carried,
    edit: onLine(/^ +text: /, (lines, at, random) => lines.splice(at, 0, `    confirmed: ${random.pick(['Mori', 'Sato', '田中'])}`)),
  },
  'carried words that stand there, or not': {
    files: carried,
    edit: replaceOne(/(?<=^ +text: ).*$/gm, (words, random) =>
      words.endsWith(' x') ? words.slice(0, -2) : random.pick([`${words} x`, '2001年度第1四半期決算']),
    ),
  },
  'who signed': { files: review, edit: replaceOne(/(?<=by: )\w+/g, (name, random) => another(['Mori', 'Sato', 'Ito'], name, random)) },
  'what was signed': {
    files: review,
    edit: replaceOne(/(?<=signed: "?)[^"}]+/g, (words, random) => random.pick([`${words}.`, 'JPY1,501 million', 'Goods include exports.'])),
  },
  'a page signed': {
    files: review,
    edit: (text, random) =>
      `${text.trimEnd()}\n  - {by: Ito, kind: page, lang: ${random.pick(['en', 'ja'])}, of: en/1, signed: b9ad4f133c6b3b29d80244d3}\n`,
  },
  'a tick taken away': { files: review, edit: onLine(/^ {2}- /, (lines, at) => lines.splice(at, 1)) },
};
