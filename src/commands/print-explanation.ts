// Turn explanations, and what a supposed value would change, into text for people, in the order in which one would look.
import type { Explanation, Origin, PrintedPlace, RelationState } from '../explain/explain-fact.ts';
import type { FlagExplanation } from '../explain/explain-flag.ts';
import type { FigureChange, Impact } from '../explain/impact-of-value.ts';
import { amountsOf } from '../figures/digits.ts';
import { conceptOf } from '../figures/fact-key.ts';
import type { Exact } from '../model/exact.ts';
import type { Release } from '../model/release.ts';
import type { Span } from '../model/span.ts';
import type { Unit } from '../model/unit.ts';

export function printExplanation(explanation: Explanation, release: Release): string {
  const { fact, labels, origin, printed, madeAgainst, usedBy, restedOnBy, relations, controls } = explanation;
  const lines = [`${fact}  ${Object.values(labels).join(' / ')}`, ...originLines(origin, release, '  ')];
  const section = (title: string, items: readonly string[]) => {
    if (items.length > 0) lines.push(`  ${title}`, ...items.map((item) => `    ${item}`));
  };
  if (printed.length === 0) lines.push('  printed nowhere');
  section(
    `printed at ${places(printed.length)}`,
    printed.map((place) => placeLine(place, false)),
  );
  section(
    `made against it: ${places(madeAgainst.length)}`,
    madeAgainst.map((place) => placeLine(place, true)),
  );
  section('computed from it', usedBy);
  section('stated on it, to be confirmed when it changes', restedOnBy);
  section(
    'relations',
    relations.map((state) => relationLine(state, release)),
  );
  section(
    'controls',
    controls.map(
      ({ fact: held, measure, control, holds, at }) =>
        `${holds ? 'holds' : 'BROKEN'}  ${held}${measure === 'translated' ? ` in ${release.issuer.translation ?? 'translation'}` : ''} is ${control} (${place(at)})`,
    ),
  );
  return `${lines.join('\n')}\n`;
}

export function printFlag({ flag, answer, at, printed }: FlagExplanation): string {
  const lines = printed.map(({ lang, pages, text, within, at }) => {
    const page = pages.length > 0 ? `p.${pages.join('-')}` : 'on no page';
    return `    ${lang} ${page}  ${text}  in: ${within} (${place(at)})`;
  });
  const where = printed.length === 0 ? '  printed nowhere' : `  printed at ${places(printed.length)}`;
  return `${[`flags.${flag}  ${answer} (${place(at)})`, where, ...lines].join('\n')}\n`;
}

function originLines(origin: Origin, release: Release, indent: string): readonly string[] {
  const { fact, value, unit, typed, formula, source, restsOn, at, inputs } = origin;
  const how = formula === undefined ? `${origin.origin}, typed ${typed ?? ''}` : `= ${formula}`;
  const words = [source === undefined ? '' : `; source: ${source}`, restsOn === undefined ? '' : `; rests on ${restsOn.join(', ')}`].join(
    '',
  );
  return [
    `${indent}${fact} ${amount(value, unit, release)}  ${how} (${at.file}:${at.line})${words}`,
    ...inputs.flatMap((input) => originLines(input, release, `${indent}  `)),
  ];
}

/** One place: language, page, text, what it is, where, how it came to be printed so; `named` names its fact. */
function placeLine(at: PrintedPlace, named: boolean): string {
  const pages = at.pages.length > 0 ? `p.${at.pages.join('-')}` : 'on no page';
  const of = at.against === undefined ? at.measure : `${at.measure} ${at.against}`;
  const where = 'section' in at.where ? `section ${at.where.section}` : `${at.where.statement}, ${at.where.row}, ${at.where.column}`;
  const treatment =
    at.treatment === 'plain' ? '' : `  ${at.treatment}: exact ${at.exact.toFixed(6)}${at.why === undefined ? '' : `, ${at.why}`}`;
  return `${at.lang} ${pages}  ${at.text}  ${named ? `${at.fact} ` : ''}${of}, ${where} (${place(at.at)})${treatment}`;
}

/** A relation with both sides; sides are shown in the issuer's scale. */
function relationLine(state: RelationState, release: Release): string {
  const { relation, period, left, right, difference, holds, waived, at } = state;
  const { digits, unit } = amountsOf('money', release);
  const verdict = holds ? 'holds' : waived ? 'waived' : 'BROKEN';
  const gap = difference.isZero ? '' : `, a difference of ${digits(difference)}`;
  return `${verdict}  ${relation}, ${period}: ${left.text} ${digits(left.value)}, ${right.text} ${digits(right.value)}${gap}${unit} (${place(at)})`;
}

const amount = (value: Exact, unit: Unit, release: Release): string => {
  const amounts = amountsOf(unit, release);
  return `${amounts.digits(value)}${amounts.unit}`;
};

const place = (at: Span): string => `${at.file}:${at.line}:${at.column}`;

const places = (count: number): string => (count === 1 ? 'one place' : `${count} places`);

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
