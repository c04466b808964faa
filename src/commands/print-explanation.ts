// Turn explanations of figures into text for people, in the order in which one would look.
import type { Explanation, Origin, PrintedPlace, RelationState } from '../explain/explain-fact.ts';
import type { FlagExplanation } from '../explain/explain-flag.ts';
import { amountsOf } from '../figures/digits.ts';
import { openText } from '../figures/ends.ts';
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
  const { fact, unit, typed, formula, source, restsOn, at, inputs } = origin;
  const how = formula === undefined ? `${origin.origin}, typed ${typed ?? ''}` : `= ${formula}`;
  const { restated, released, split } = origin;
  const splits = [
    restated === undefined
      ? ''
      : `; restated for a split, ${restated.ratio} for 1 (${place(restated.at)}), before it ${amount(restated.before, unit, release)}`,
    released === undefined ? '' : `; released as ${amount(released.value, unit, release)} (${place(released.at)}): ${released.because}`,
    split === undefined ? '' : `; no total over a split (${place(split)})`,
  ].join('');
  const words = [source === undefined ? '' : `; source: ${source}`, restsOn === undefined ? '' : `; rests on ${restsOn.join(', ')}`].join(
    '',
  );
  return [
    `${indent}${fact} ${openText(origin, (end) => amount(end, unit, release))}  ${how} (${at.file}:${at.line})${words}${splits}`,
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
export function relationLine(state: RelationState, release: Release): string {
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
