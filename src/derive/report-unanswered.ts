// Turn a cell that cannot be computed into findings that name the figures to type, each reported once.

import { factKey, parseFactKey } from '../figures/fact-key.ts';
import type { ColumnAnswer } from '../figures/measure-figure.ts';
import { dataLimits } from '../model/limits.ts';
import type { Concept, PeriodSum, StandAlone } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import type { ColumnSpec, RowSpec, StatementSpec } from '../model/statement-spec.ts';
import type { DeriveFinding } from './codes.ts';
import type { Desk } from './desk.ts';
import type { Missing } from './ledger.ts';

/** A cell that has no figure, and where it stands. */
interface UnansweredCell {
  readonly statement: StatementSpec;
  readonly column: ColumnSpec;
  readonly row: RowSpec;
  readonly concept: Concept;
}

export function reportUnanswered(answer: ColumnAnswer, place: UnansweredCell, desk: Desk): void {
  const { statement, column, row, concept } = place;
  const once = (key: string, finding: Omit<DeriveFinding, 'severity'>): void => {
    if (desk.reported.has(key)) return;
    desk.reported.add(key);
    desk.report({ severity: 'error', ...finding });
  };
  if (answer.kind === 'missing') {
    for (const asked of answer.facts) {
      for (const missing of desk.ledger.missing(asked.concept, asked.period)) {
        once(factKey(missing.concept, missing.period), missingFinding(missing, asked.concept, place, desk));
      }
    }
  } else if (answer.kind === 'zero') {
    once(`${answer.base} ${statement.id} ${column.id} ${concept.id}`, {
      code: 'derive/zero-base',
      message: say`${concept.id} in ${statement.id}, column ${column.id}, divides by ${answer.base}, which is zero`,
      at: row.at,
      related: factPlace(answer.base, desk),
      hints: [
        column.measure === 'change'
          ? 'leave the change of this row blank (`blank: [change]`), or give the issuer the change policy `nm`, which prints words'
          : say`check the base of the column, or leave this row blank (\`blank: [${column.measure}]\`)`,
      ],
    });
  } else if (answer.kind === 'rateless') {
    once(`rate ${statement.id}`, {
      code: 'derive/missing-fact',
      message: say`${statement.id}, column ${column.id}, translates figures and the release has no rate`,
      at: column.at,
      hints: ['give `rate` in the release file, or take the column out'],
    });
  }
}

/** Opening balances are those of an earlier period, which somebody has to name. */
export function reportUnopened(statement: StatementSpec, column: ColumnSpec, row: RowSpec, { release, report, reported }: Desk): void {
  const key = `opening ${statement.id} ${column.period}`;
  if (reported.has(key)) return;
  reported.add(key);
  report({
    severity: 'error',
    code: 'derive/missing-fact',
    message: say`${statement.id} prints opening balances, and no period is named before ${column.period}`,
    at: release.periods.get(column.period)?.at ?? row.at,
    related: [{ at: row.at, message: 'the row that asks for them' }],
    hints: [say`name \`previous\` in period ${column.period}, or \`opening\` in ${statement.id}`],
  });
}

function missingFinding(
  missing: Missing,
  asked: string,
  { statement, column, row }: UnansweredCell,
  desk: Desk,
): Omit<DeriveFinding, 'severity'> {
  const { concept, period, why } = missing;
  const key = factKey(concept, period);
  const needed = concept === asked ? say`${statement.id} prints it` : say`${asked} in ${statement.id} needs it`;
  const stops = {
    fact: '',
    previous: say`, and its formula needs a period before ${why.period}`,
    zero: why.kind === 'zero' ? say`, and its formula divides by ${why.divisor}, which is zero` : '',
    long: say`, and its formula comes to more than the ${dataLimits.valueDigits} digits that a value may have`,
    printed: why.kind === 'printed' ? say`, and its formula needs ${why.concept} as ${why.statement} prints it` : '',
  }[why.kind];
  const source = desk.release.periods.get(period);
  const divisors = why.kind === 'zero' ? factPlace(factKey(why.divisor, why.period), desk) : [];
  const published =
    column.measure === 'change' && column.from === period
      ? [say`or, where the change alone was published, type it under changes in period ${column.period}, with its source`]
      : [];
  const hint =
    why.kind === 'previous'
      ? say`name \`previous\` in period ${why.period}, or type ${concept} in period ${period}`
      : why.kind === 'zero'
        ? say`correct ${why.divisor}, or leave the row out of this column`
        : why.kind === 'long'
          ? say`compute ${concept} from fewer products and quotients`
          : say`type ${concept} in period ${period}; \`-\` for nil${source?.standAlone ? standAloneHint(source.standAlone) : source?.sum ? sumHint(source.sum) : ''}`;
  return {
    code: why.kind === 'zero' ? 'derive/zero-base' : 'derive/missing-fact',
    message: say`no figure for ${key}: ${needed} in column ${column.id}${stops}`,
    at: divisors[0]?.at ?? source?.unset?.get(concept) ?? source?.at ?? row.at,
    related: [{ at: row.at, message: say`the row that asks for it` }],
    hints: [hint, ...published],
  };
}

/** What is computed of a period by itself is only what is known to be measured over it, or at its end. */
function standAloneHint({ of, less }: StandAlone): string {
  return say`; what adds up over time follows from ${of} and ${less} where it has a figure in both and concepts.yaml says period-type: duration`;
}

function sumHint({ of }: PeriodSum): string {
  return say`; what adds up over time follows from ${sayAll(of, ', ')} where it has a figure in each and concepts.yaml says period-type: duration, a balance from the last where it says period-type: instant`;
}

function factPlace(key: string, desk: Desk): { at: RowSpec['at']; message: string }[] {
  const { concept, period } = parseFactKey(key);
  const fact = desk.ledger.fact(concept, period);
  return fact ? [{ at: fact.at, message: say`${key} stands here` }] : [];
}
