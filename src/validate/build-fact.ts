// Turn a typed figure into a reported fact in base units, and a stated one with its source.

import type * as z from 'zod/mini';
import { factKey, parseFactReference } from '../figures/fact-key.ts';
import { inBaseUnits, typedDecimals } from '../figures/scale.ts';
import type { Exact } from '../model/exact.ts';
import type { FindingWords } from '../model/finding.ts';
import type { Control, ReportedFact } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import type { Span } from '../model/span.ts';
import type { FactNames, Typed } from './names.ts';
import type { Figure } from './parse-typed.ts';
import type { statedSchema } from './schema/facts.ts';
import type { Scope } from './scope.ts';

type StatedData = z.infer<ReturnType<typeof statedSchema>>;

/** A fact of `concept` typed at `path`; undefined when the concept is not known or at fault itself. */
export function buildFact(concept: string, text: string, path: YamlPath, scope: Scope<FactNames>): ReportedFact | undefined {
  return factOf(concept, text, scope.figure(text, path), path, scope);
}

/** Likewise one that a period reports or a release states, which may be undecided or a range. */
export function buildOpenFact(concept: string, text: string, path: YamlPath, scope: Scope<FactNames>): ReportedFact | undefined {
  return factOf(concept, text, scope.openFigure(text, path), path, scope);
}

function factOf(concept: string, text: string, figure: Figure, path: YamlPath, scope: Scope<FactNames>): ReportedFact | undefined {
  const known = scope.names.concepts.get(concept);
  if (!known) return undefined;
  const value = testedValue(figure, known, path, scope);
  return { concept, value, nil: figure.nil, ...openParts(figure, known), text, at: scope.at(path) };
}

/** What a fact has besides its value: that it is undecided, or the high end of its range. */
export function openParts({ undecided, upper }: Figure, { unit, scale }: Typed): Pick<ReportedFact, 'undecided' | 'upper'> {
  return { ...(undecided && { undecided }), ...(upper && { upper: inBaseUnits(upper, unit, scale) }) };
}

/** What a control holds a figure at: a value, a range, or that it is undecided. */
export function heldAt({ value, upper, undecided }: Figure): Pick<Control, 'value' | 'upper' | 'undecided'> {
  return { value, ...(upper && { upper }), ...(undecided && { undecided }) };
}

/** A stated fact; `path` is that of its mapping. */
export function buildStated(concept: string, data: StatedData, path: YamlPath, scope: Scope<FactNames>): ReportedFact | undefined {
  for (const [index, basis] of (data['rests-on'] ?? []).entries()) {
    const { concept: id, period } = parseFactReference(basis);
    const place = [...path, 'rests-on', index];
    scope.knowsConcept(id, place);
    if (period !== undefined) scope.periodId(period, place);
  }
  const { value, source } = data;
  if (value === null || source === null) throw new Error(`${concept}: a stated fact is built of a value and its source`);
  const fact = buildOpenFact(concept, value, [...path, 'value'], scope);
  const restsOn = data['rests-on']?.map((basis) => resolved(basis, scope));
  const when = data.when && buildWhen(data.when, restsOn ?? [], [...path, 'when'], scope);
  const statedFor = data.for === undefined ? undefined : scope.periodId(data.for, [...path, 'for']);
  return (
    fact && {
      ...fact,
      source,
      ...(restsOn && { restsOn, restsOnIds: (data['rests-on'] ?? []).every((basis) => isById(basis, scope)) }),
      ...(statedFor !== undefined && { statedFor }),
      ...(when && { when }),
    }
  );
}

/** Values that bases had when the figure was confirmed, each in the scale that its concept is typed in. */
function buildWhen(
  data: Readonly<Record<string, string>>,
  restsOn: readonly string[],
  path: YamlPath,
  scope: Scope<FactNames>,
): NonNullable<ReportedFact['when']> {
  const when = new Map<string, { value: Exact; text: string; decimals: number; at: Span }>();
  for (const [basis, text] of Object.entries(data)) {
    const key = resolved(basis, scope);
    if (!restsOn.includes(key)) {
      const message = say`when names ${basis}, which rests-on does not`;
      scope.fail({
        code: 'validate/unknown-concept',
        message,
        path: [...path, basis],
        key: true,
        hints: ['name it there too, as it stands here'],
      });
      continue;
    }
    const fact = buildFact(parseFactReference(key).concept, text, [...path, basis], scope);
    if (fact) when.set(key, { value: fact.value, text, decimals: typedDecimals(text), at: fact.at });
  }
  return when;
}

/** Whether a fact is named with a period that no role of the release stands for. */
function isById(basis: string, { names }: Scope<FactNames>): boolean {
  const { period } = parseFactReference(basis);
  return period !== undefined && !names.roles.has(period);
}

/** `concept@role` as `concept@period`. */
function resolved(basis: string, scope: Scope<FactNames>): string {
  const { concept, period } = parseFactReference(basis);
  return period === undefined ? concept : factKey(concept, scope.names.roles.get(period) ?? period);
}

/** A figure typed in the concept's scale, in base units; a ratio is typed in percent, with its sign. */
function testedValue(figure: Figure, concept: Typed, path: YamlPath, scope: Scope<FactNames>): Exact {
  const fault = percentFault(figure, concept);
  if (fault) scope.fail({ code: 'validate/number', message: fault.message, path, hints: [fault.hint] });
  return baseValue(figure, concept);
}

/** What is wrong with the sign `%` of a figure, or with its absence. */
export function percentFault(figure: Figure, concept: Typed): FindingWords | undefined {
  const isRatio = concept.unit === 'ratio';
  if (isRatio === figure.percent || figure.nil || figure.undecided) return undefined;
  if (isRatio) return { message: say`${concept.id} is a ratio and its figure has no %`, hint: 'write it in percent, with the sign' };
  return { message: say`${concept.id} is no ratio and its figure has a %`, hint: 'remove the sign' };
}

/** The value in base units of a figure typed in the concept's scale, or in percent. */
export function baseValue(figure: Figure, concept: Typed): Exact {
  return inBaseUnits(figure.value, concept.unit, concept.scale);
}
