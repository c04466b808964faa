// Turn names of accounts that contradict the sign of the figures under them into findings.
import { periodOf } from '../../figures/fact-key.ts';
import { language } from '../../language/languages.ts';
import type { Figure, HeadCell, Inline } from '../../model/document.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Lang } from '../../model/language.ts';
import { quoted } from '../../model/printable.ts';
import type { Concept, Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { StatementSpec } from '../../model/statement-spec.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { isFreeLabel } from './free-labels.ts';
import { headsOver, headText, labelText, type PrintedTable, printedTables, readable } from './printed-tables.ts';
import { profitEffects, weightInStatement } from './profit-effects.ts';
import { type SignSense, signSense } from './sign-sense.ts';
import { type WordHead, wordTableHeads } from './word-table-heads.ts';

/** 営業損失 over a profit, Net decrease in cash over an increase. */
export const labelsFollowSigns: DocumentCheck = {
  code: 'check/label-sign',
  severity: 'error',
  run: (printed) => {
    const isCashFlows = cashFlowsTeller(printed.release);
    const means: Means = { printed, isCashFlows, effectOf: profitEffects(printed.release, isCashFlows) };
    return [
      ...printedTables(printed).flatMap((each) => (each.spec.grid ? overColumns(each, means) : besideRows(each, means))),
      ...wordTableHeads(printed).flatMap((heads) => heads.flatMap((head) => ofWords(head, means))),
    ];
  },
};

interface Means {
  readonly printed: Printed;
  readonly isCashFlows: (spec: StatementSpec) => boolean;
  readonly effectOf: ReturnType<typeof profitEffects>;
}

/** A name, what it says, and the figures that it names. */
interface Named {
  readonly label: string;
  readonly sense: SignSense;
  readonly figures: readonly Figure[];
  /** Prints facts with their sign reversed. */
  readonly negate: boolean;
  /** Undefined for a table of words. */
  readonly spec?: StatementSpec;
  readonly at: Inline['at'];
}

function besideRows({ table, spec }: PrintedTable, means: Means): readonly FindingDetails[] {
  return table.rows.flatMap((row, index) => {
    const label = labelText(row.label);
    const sense = row.kind === 'head' ? undefined : signSense(label, table.lang);
    if (!sense) return [];
    const all = row.cells
      .flatMap((cell) => (cell?.figure === undefined ? [] : [means.printed.document.figures[cell.figure]]))
      .filter((each) => !!each);
    const figures = sense.says === 'gain' ? ofCurrent(all, means.printed.release) : all;
    const negate = spec.rows[index]?.negate ?? false;
    return contradiction({ label, sense, figures, negate, spec, at: row.label[0]?.at ?? row.at }, table.lang, means);
  });
}

/** The name of a profit is that of the period reported; a loss of an earlier one stands beside it with its sign. */
function ofCurrent(figures: readonly Figure[], { spec }: Release): readonly Figure[] {
  const current = spec.periods.get('current')?.value;
  const own = figures.filter(({ fact }) => periodOf(fact) === current);
  return own.length > 0 ? own : figures;
}

/** By the form of its summary an issuer heads a loss with the name of the profit; no form heads a profit with the name of a loss. */
function overColumns({ table, spec }: PrintedTable, means: Means): readonly FindingDetails[] {
  const seen = new Set<HeadCell>();
  return table.columns.flatMap((_, index) =>
    headsOver(table, index + 1).flatMap((head) => {
      const label = headText(head, table.lang);
      const sense = seen.has(head) ? undefined : signSense(label, table.lang);
      seen.add(head);
      if (!sense || (sense.says === 'gain' && sense.of !== 'part')) return [];
      const figures = table.rows.flatMap(({ cells }) =>
        cells
          .slice(head.column - 1, head.column - 1 + head.colSpan)
          .flatMap((cell) => (cell?.figure === undefined ? [] : [means.printed.document.figures[cell.figure]])),
      );
      return contradiction(
        { label, sense, figures: figures.filter((each) => !!each), negate: false, spec, at: head.at },
        table.lang,
        means,
      );
    }),
  );
}

function ofWords({ text, lang, figures, at }: WordHead, means: Means): readonly FindingDetails[] {
  const sense = signSense(text, lang);
  return sense ? contradiction({ label: text, sense, figures, negate: false, at }, lang, means) : [];
}

function contradiction(named: Named, lang: Lang, means: Means): readonly FindingDetails[] {
  const { printed } = means;
  const { label, sense, figures, spec, at } = named;
  for (const figure of figures) {
    if ((figure.measure !== 'amount' && figure.measure !== 'translated') || figure.printed.isZero) continue;
    const fact = printed.financials.facts.get(figure.fact);
    const concept = fact && printed.release.concepts.get(fact.concept);
    if (!fact || !concept || (concept.unit !== 'money' && concept.unit !== 'per-share')) continue;
    if (isFreeLabel(label, printed.release)) return [];
    const right = rightSign(named, figure, concept, means);
    if (right === undefined || right === figure.printed.sign) continue;
    return [
      {
        message: say`the label ${quoted(label)} says ${sayings[sense.says]}, and ${figure.text} (${figure.fact}) is ${opposites[sense.says]}`,
        at,
        related: [{ at: fact.at, message: figure.fact }],
        hints: remedies(sense, concept, lang, spec),
      },
    ];
  }
  return [];
}

const sayings: Readonly<Record<SignSense['says'], string>> = {
  gain: 'a profit or gain',
  loss: 'a loss or expense',
  increase: 'an increase',
  decrease: 'a decrease',
  receipt: 'a receipt',
  payment: 'a payment',
};
const opposites: Readonly<Record<SignSense['says'], string>> = {
  gain: 'a loss',
  loss: 'a gain',
  increase: 'a decrease',
  decrease: 'an increase',
  receipt: 'a payment',
  payment: 'a receipt',
};

/** The sign that the figure must print to be what its name says; undefined where nothing tells. */
function rightSign({ sense, negate, spec }: Named, figure: Figure, concept: Concept, { isCashFlows, effectOf }: Means): number | undefined {
  const plus = sense.says === 'gain' || sense.says === 'increase' || sense.says === 'receipt' ? 1 : -1;
  const asPrinted = negate ? -1 : 1;
  const cashFlows = spec !== undefined && isCashFlows(spec);
  const weightOf = (): number | undefined => spec && weightInStatement(spec, concept.id);
  switch (sense.of) {
    case 'result':
      return plus * asPrinted;
    case 'minority': {
      const effect = effectOf(concept.id);
      return effect === undefined ? undefined : -plus * effect * asPrinted;
    }
    case 'accumulated':
      return plus * (weightOf() ?? 1);
    case 'assets':
    case 'liabilities':
    case 'cash':
      if (cashFlows && (sense.says === 'increase' || sense.says === 'decrease')) return sense.of === 'assets' ? -plus : plus;
      break;
    case 'part':
      break;
  }
  switch (sense.says) {
    case 'gain':
    case 'loss': {
      // What is no cash is added back to the result that holds it.
      if (cashFlows) return -plus;
      const effect = effectOf(concept.id);
      return effect === undefined ? undefined : plus * effect * asPrinted;
    }
    case 'receipt':
    case 'payment': {
      const weight = weightOf();
      // The total of an activity may be summed into nothing.
      const sum = weight ?? (sense.of === 'cash' ? 1 : undefined);
      return cashFlows && sum !== undefined ? plus * sum : undefined;
    }
    case 'increase':
    case 'decrease': {
      if (cashFlows) return undefined;
      if (isMovement(concept)) return plus * asPrinted;
      // What is held of its own shares, or owed to the issuer, is taken off where it grows.
      if (sense.of === 'assets') return undefined;
      const weight = weightOf();
      // Schedules print a decrease as a magnitude.
      return weight !== undefined ? plus * weight : figure.printed.sign < 0 && plus > 0 ? plus : undefined;
    }
  }
}

/** What a thing is now, less what it was. */
const isMovement = ({ formula }: Concept): boolean => formula?.kind === 'binary' && formula.op === '-' && formula.right.kind === 'previous';

/** Tells a statement of cash flows by the labels of its rows; each is asked once. */
function cashFlowsTeller({ languages, concepts }: Release): (spec: StatementSpec) => boolean {
  const known = new Map<StatementSpec, boolean>();
  const tells = ({ rows }: StatementSpec): boolean =>
    languages.some((lang) => {
      const { cashFlows } = language(lang).labels;
      return rows.some(({ labels, concept }) =>
        cashFlows.test(readable(labels?.[lang]?.value ?? concepts.get(concept ?? '')?.labels[lang]?.value ?? '')),
      );
    });
  return (spec) => {
    const found = known.get(spec) ?? tells(spec);
    known.set(spec, found);
    return found;
  };
}

function remedies({ says }: SignSense, { id, outcomes, labels }: Concept, lang: Lang, spec: StatementSpec | undefined): readonly string[] {
  const { result, change } = language(lang).labels.neutralNames;
  const isOutcome = says === 'gain' || says === 'loss';
  const follow = outcomes
    ? say`give the row follow-sign: true, so that its label is the outcome of ${id} that its figures have`
    : say`give ${id} outcomes: with a name for a gain and one for a loss, and its row follow-sign: true`;
  const own = labels[lang]?.value;
  return [
    ...(isOutcome && spec && !spec.grid ? [follow] : []),
    say`write a label for either sign, such as ${isOutcome ? result : change}${own === undefined ? '' : say`; that of ${id} is ${own}`}`,
    'where the figure is wrong, put its sign right',
  ];
}
