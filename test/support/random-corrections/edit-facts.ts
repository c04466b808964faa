// Turn typed figures of a release into other values for one, two or three of them: alone, or such as make up for one another.
import { tryRelations } from '../../../src/check/figures/try-relations.ts';
import { reportedFact } from '../../../src/explain/explain-fact.ts';
import { groupThousands } from '../../../src/figures/digits.ts';
import { inPrintedUnits } from '../../../src/figures/scale.ts';
import type { GivenValue } from '../../../src/index.ts';
import type { Fact, FactKey } from '../../../src/model/financials.ts';
import type { Seeded } from '../seeded-random.ts';
import type { Files, Subject } from './subject.ts';

/** Which figures are changed together. */
export type FactEditKind = 'figure of the period' | 'figure of another period' | 'two figures' | 'figures that make up for each other';

export const factEditKinds: readonly FactEditKind[] = [
  'figure of the period',
  'figure of another period',
  'two figures',
  'figures that make up for each other',
];

/** A figure as its file has it. */
interface TypedFigure {
  readonly fact: Fact;
  readonly text: string;
  readonly value: number;
}

/** Whole numbers and those with decimals that a person typed; nils and dates stay. */
function typedOf(facts: readonly Fact[], { base: { release } }: Subject): readonly TypedFigure[] {
  return facts.flatMap((fact) => {
    const text = reportedFact(fact, release)?.text;
    if (text === undefined || !/^\(?\d[\d,]*(?:\.\d+)?\)?%?$/.test(text)) return [];
    const value = Number(text.replace(/[(),%]/g, '')) * (text.startsWith('(') ? -1 : 1);
    return [{ fact, text, value }];
  });
}

/** Some figures and what is typed for them; undefined where there are none of the kind. */
export async function drawValues(kind: FactEditKind, subject: Subject, random: Seeded): Promise<readonly GivenValue[] | undefined> {
  const { financials, release } = subject.base;
  const all = typedOf([...financials.facts.values()], subject);
  const current = release.spec.periods.get('current')?.value;
  const here = all.filter(({ fact }) => fact.period === current);
  switch (kind) {
    case 'figure of the period': {
      const one = random.pick(here);
      return valuesOf([[one, deltaOf(one, random)]]);
    }
    case 'figure of another period': {
      const one = random.pick(all.filter(({ fact }) => fact.period !== current));
      return valuesOf([[one, deltaOf(one, random)]]);
    }
    case 'two figures': {
      const [one, other] = [random.pick(all), random.pick(all)];
      return one.fact.key === other.fact.key
        ? undefined
        : valuesOf([
            [one, deltaOf(one, random)],
            [other, deltaOf(other, random)],
          ]);
    }
    case 'figures that make up for each other':
      return compensated(random.pick(here), subject, random);
  }
}

/** Figures that one entry moves. */
const mostFigures = 6;

/** One figure, and others until every relation holds that the first one breaks: what a real correction types. */
async function compensated(first: TypedFigure, subject: Subject, random: Seeded): Promise<readonly GivenValue[] | undefined> {
  const { project, session, base } = subject;
  const typed = new Map(typedOf([...base.financials.facts.values()], subject).map((each) => [each.fact.key, each]));
  const changes = new Map<FactKey, readonly [TypedFigure, number]>([[first.fact.key, [first, deltaOf(first, random)]]]);
  const broken = async () => {
    const values = valuesOf([...changes.values()]);
    return values && (await project.impact(session, values)).value?.breaks;
  };
  for (let breaks = await broken(); breaks && breaks.length > 0 && changes.size < mostFigures; ) {
    const { left, right, period, relation } = random.pick(breaks);
    const trial = tryRelations(base.release, base.financials).find((each) => each.relation.name === relation && each.period.id === period);
    const candidates = (trial?.figures ?? []).flatMap(({ key }) => (changes.has(key) ? [] : (typed.get(key) ?? [])));
    if (candidates.length === 0) return undefined;
    const one = random.pick(candidates);
    const scale = base.release.concepts.get(one.fact.concept)?.scale ?? 'one';
    const gap = Number(inPrintedUnits(left.value.sub(right.value), one.fact.unit, scale).toFixed(decimalsOf(one.text)));
    const tried = [];
    for (const delta of [gap, -gap]) {
      changes.set(one.fact.key, [one, delta]);
      tried.push({ delta, breaks: await broken() });
    }
    const [best] = tried.sort((a, b) => (a.breaks?.length ?? mostBreaks) - (b.breaks?.length ?? mostBreaks));
    if (!best?.breaks) return undefined;
    changes.set(one.fact.key, [one, best.delta]);
    breaks = best.breaks;
  }
  return valuesOf([...changes.values()]);
}

const mostBreaks = 1000;

const decimalsOf = (text: string): number => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

/** From the last digit to a tenth, rarely the whole figure and its sign. */
function deltaOf({ value, text }: TypedFigure, random: Seeded): number {
  const unit = 10 ** -decimalsOf(text);
  const steps = Math.max(1, Math.floor(Math.abs(value) / unit));
  const size = random.pick([1, Math.max(1, Math.floor(steps / 1000)), Math.max(1, Math.floor(steps / 10)), 2 * steps]);
  return (1 + random.below(size)) * unit * (random.below(2) === 0 ? 1 : -1);
}

function valuesOf(changes: readonly (readonly [TypedFigure, number])[]): readonly GivenValue[] | undefined {
  const values = changes.map(([{ fact, text, value }, delta]) => {
    const decimals = decimalsOf(text);
    const now = (value + delta).toFixed(decimals);
    const [whole = '', fraction] = now.replace('-', '').split('.');
    const digits = `${text.includes(',') || whole.length > 3 ? groupThousands(whole) : whole}${fraction === undefined ? '' : `.${fraction}`}`;
    const percent = text.endsWith('%') ? '%' : '';
    const negative = now.startsWith('-') && Number(now) !== 0;
    return { figure: fact.key, value: negative ? `(${digits})${percent}` : `${digits}${percent}`, same: Number(now) === value };
  });
  return values.some(({ same }) => same) ? undefined : values.map(({ figure, value }) => ({ figure, value }));
}

/** The files with these values typed in them, each in the place of the figure that stands there. */
export function filesWith(values: readonly GivenValue[], { base: { financials, release }, read }: Subject): Files {
  const files = new Map<string, string[]>();
  const places = values.map(({ figure, value }) => {
    const fact = financials.facts.get(figure);
    const reported = fact && reportedFact(fact, release);
    if (!reported) throw new Error(`${figure} is not typed`);
    return { figure, value, reported };
  });
  // Two on one line: the later first, so that the other stays where it is.
  for (const { figure, value, reported } of places.toSorted((a, b) => b.reported.at.column - a.reported.at.column)) {
    const { file, line, column } = reported.at;
    const lines = files.get(file) ?? read(file).split('\n');
    files.set(file, lines);
    const text = lines[line - 1] ?? '';
    const start = text.indexOf(reported.text, column - 1);
    if (start < 0) throw new Error(`${figure}: ${file}:${line} has no ${reported.text}`);
    lines[line - 1] = text.slice(0, start) + value + text.slice(start + reported.text.length);
  }
  return new Map([...files].map(([file, lines]) => [file, lines.join('\n')]));
}
