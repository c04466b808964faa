// Turn what supposed values would change into text for people: facts, cells with their rows and columns, prose, words, what breaks and what stays broken.

import type { ControlState } from '../explain/explain-fact.ts';
import type { FigureChange } from '../explain/figure-changes.ts';
import type { Impact } from '../explain/impact-of-values.ts';
import type { SentenceChange } from '../explain/sentence-changes.ts';
import { amountsOf } from '../figures/digits.ts';
import { type OpenValue, openText } from '../figures/ends.ts';
import { conceptOf } from '../figures/fact-key.ts';
import type { Finding } from '../model/finding.ts';
import type { Release } from '../model/release.ts';
import { relationLine } from './print-explanation.ts';

export function printImpact(impact: Impact, release: Release): string {
  const { supposed, stays } = impact;
  const lines = supposed.map(({ fact, typed, supposed: value }) => `${fact}: ${typed} -> ${value}`);
  const last = lines.length - 1;
  lines[last] = `${lines[last]}; nothing was written`;
  /** Further lines of one item are indented under its first. */
  const section = (title: string, items: readonly string[]) => {
    if (items.length > 0) lines.push('', `${title} (${items.length})`, ...items.map((item) => `  ${item.replaceAll('\n', '\n    ')}`));
  };
  const inRelease = (state: Impact['breaks'][number]) => relationLine(state, release);
  section('facts', impact.facts.map(factLine(impact, release)));
  section('amounts in tables', impact.amounts.map(cellLines));
  section('changes in tables', impact.changes.map(cellLines));
  section('percentages in tables', impact.percentages.map(cellLines));
  section('dollars in tables', impact.dollars.map(cellLines));
  section('figures in prose', impact.prose.map(proseLine));
  section('sentences whose words change', impact.sentences.map(sentenceLines));
  section('overrides that lapse', impact.lapses.map(findingLine));
  section('relations that break', impact.breaks.map(inRelease));
  section('relations that hold again', impact.mends.map(inRelease));
  section('relations that stay broken', stays.relations.map(inRelease));
  section('controls that turn', impact.controls.map(controlLine));
  section('controls that stay broken', stays.controls.map(controlLine));
  section('stated figures to confirm', impact.confirm);
  section('other findings', impact.findings.map(findingLine));
  section('findings that stay', stays.findings.map(findingLine));
  section('findings that are settled', impact.settled.map(findingLine));
  const { before, after } = impact.pages;
  lines.push('', `pages: ${before === after ? `${before} as before` : `${before} -> ${after}`}`);
  return `${lines.join('\n')}\n`;
}

/** A nil that becomes a zero, or is none any more, is told as typed. */
const factLine =
  ({ supposed }: Impact, release: Release) =>
  ({ fact, before, after, open }: Impact['facts'][number]): string => {
    const given = supposed.find((value) => value.fact === fact);
    if (given && before && after && before.equals(after) && !open) return `${fact}  ${given.typed} -> ${given.supposed}`;
    const { digits, unit } = amountsOf(release.concepts.get(conceptOf(fact))?.unit ?? 'money', release);
    const written = (value: OpenValue | undefined) => (value ? openText(value, digits) : 'no figure');
    const [then, now] = open ? [open.before, open.after] : [before && { value: before }, after && { value: after }];
    return `${fact}  ${written(then)} -> ${written(now)}${unit}`;
  };

/** The cell, and under it where each language prints it, by the words of its row and column. */
function cellLines({ fact, measure, against, before, after, where, places }: FigureChange): string {
  const what =
    measure === 'amount'
      ? ''
      : ` ${measure}${against === undefined ? '' : ` ${measure === 'change' || measure === 'difference' ? 'from ' : ''}${against}`}`;
  const statement = 'statement' in where ? where.statement : '';
  return [
    `${fact}${what}  ${before ?? 'new'} -> ${after ?? 'refused'}  (${statement})`,
    ...places.map(({ lang, pages, where: at }) => {
      const words = 'statement' in at ? [at.row, at.column].filter((word) => word !== '').join(', ') : at.section;
      return `${lang} ${pageWords(pages)}  ${words}`;
    }),
  ].join('\n');
}

function proseLine({ langs, pages, before, after, fact, measure, where, at }: FigureChange): string {
  const section = 'section' in where ? `section ${where.section}, ` : '';
  const place = `${at.file}:${at.line}:${at.column}`;
  return `${langs.join(', ')} ${pageWords(pages)}  ${before ?? 'new'} -> ${after ?? 'refused'}  ${fact} ${measure} (${section}${place})`;
}

const pageWords = (pages: readonly number[]): string => (pages.length > 0 ? `p.${pages.join('-')}` : 'on no page');

function sentenceLines({ lang, statement, before, after, words }: SentenceChange): string {
  const turned = words.map((word) => `${word.before || 'nothing'} -> ${word.after || 'nothing'}`).join('; ');
  const where = statement === undefined ? '' : `  (${statement})`;
  return `${lang}  ${turned}${where}\nbefore: ${before || 'nothing'}\nafter:  ${after || 'nothing'}`;
}

const controlLine = ({ fact, control, actual, holds, at }: ControlState): string =>
  `${holds ? 'holds' : 'BROKEN'}  ${fact} is ${control}${actual ? `, comes to ${actual}` : ''} (${at.file}:${at.line})`;

const findingLine = ({ code, message, at }: Finding): string => `${code} ${message}${at ? ` (${at.file}:${at.line})` : ''}`;
