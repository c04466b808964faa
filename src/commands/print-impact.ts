// Turn what a supposed value would change into text for people, in the order in which one would look.

import type { FigureChange, Impact } from '../explain/impact-of-value.ts';
import { conceptOf } from '../figures/fact-key.ts';
import { amountsOf } from '../figures/show-amount.ts';
import type { Release } from '../model/release.ts';
import { relationLine } from './print-explanation.ts';

export function printImpact(impact: Impact, release: Release): string {
  const lines = [`${impact.fact}: ${impact.typed} -> ${impact.supposed}; nothing was written`];
  /** Further lines of one item are indented under its first. */
  const section = (title: string, items: readonly string[]) => {
    if (items.length > 0) lines.push('', `${title} (${items.length})`, ...items.map((item) => `  ${item.replaceAll('\n', '\n    ')}`));
  };
  section(
    'facts',
    impact.facts.map(({ fact, before, after }) => {
      const { digits, unit } = amountsOf(release.concepts.get(conceptOf(fact))?.unit ?? 'money', release);
      return `${fact}  ${digits(before)} -> ${digits(after)}${unit}`;
    }),
  );
  section('amounts in tables', impact.amounts.map(cellLine));
  section('changes in tables', impact.changes.map(cellLine));
  section('percentages in tables', impact.percentages.map(cellLine));
  section('dollars in tables', impact.dollars.map(cellLine));
  section('figures in prose', impact.prose.map(proseLine));
  section(
    'sentences whose words change',
    impact.sentences.map(({ lang, before, after, words }) => {
      const turned = words.map((word) => `${word.before || 'nothing'} -> ${word.after || 'nothing'}`).join('; ');
      return `${lang}  ${turned}\nbefore: ${before}\nafter:  ${after}`;
    }),
  );
  section('overrides that lapse', impact.lapses.map(findingLine));
  section(
    'relations that break',
    impact.breaks.map((state) => relationLine(state, release)),
  );
  section(
    'relations that hold again',
    impact.mends.map((state) => relationLine(state, release)),
  );
  section(
    'controls that turn',
    impact.controls.map(
      ({ fact, control, actual, holds }) => `${holds ? 'holds' : 'BROKEN'}  ${fact} is ${control}${actual ? `, comes to ${actual}` : ''}`,
    ),
  );
  section('stated figures to confirm', impact.confirm);
  section('other findings', impact.findings.map(findingLine));
  const { before, after } = impact.pages;
  lines.push('', `pages: ${before === after ? `${before} as before` : `${before} -> ${after}`}`);
  return `${lines.join('\n')}\n`;
}

function cellLine(change: FigureChange): string {
  const where = 'statement' in change.where ? `${change.where.statement}, ${change.where.column}` : change.where.section;
  return `${change.fact}  ${change.before} -> ${change.after ?? 'refused'}  (${where}; ${change.langs.join(', ')} p.${change.pages.join(', ')})`;
}

function proseLine(change: FigureChange): string {
  const { langs, pages, before, after, fact, measure, at } = change;
  return `${langs.join(', ')} p.${pages.join('-')}  ${before} -> ${after ?? 'refused'}  ${fact} ${measure} (${at.file}:${at.line}:${at.column})`;
}

const findingLine = ({ code, message, at }: Impact['lapses'][number]): string =>
  `${code} ${message}${at ? ` (${at.file}:${at.line})` : ''}`;
