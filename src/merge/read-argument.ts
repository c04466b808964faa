// Turn a call's written arguments into concepts, periods, facts, statements and choices; what cannot be read is reported at its place.
import { factKey, lookUpFact, releasePeriod } from '../figures/fact-key.ts';
import type { Fact } from '../model/financials.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { Concept, PeriodDates } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import { type Scale, scales } from '../model/unit.ts';
import { type Argument, type Asked, type Call, refuse } from './call.ts';

/** Most decimals that a release prints. */
const maxDecimals = 6;

/** The concept that the first parameter names. */
export function readConcept(call: Call): Concept | undefined {
  const id = call.parameters[0];
  const concepts = call.merging.release.concepts;
  const concept = id && concepts.get(id.text);
  if (id && !concept) return refuse(call, say`unknown concept ${id.text}`, id, nameHints(id.text, concepts.keys()));
  return concept;
}

/** The first parameter, which is the id of a section, a statement or an anchor. */
export function readId(call: Call): string | undefined {
  const id = call.parameters[0]?.text ?? '';
  return /^[\w.-]+$/.test(id) ? id : refuse(call, say`${id} is not an id`, call.parameters[0]);
}

/** Id of the period that an argument names by role or id. */
function readPeriodId(call: Call, argument: Argument): string | undefined {
  const { spec: release, periods } = call.merging.release;
  const id = release.periods.get(argument.text)?.value ?? argument.text;
  // A role may name a period without a file, which published changes are from.
  if (periods.has(id) || id === releasePeriod || release.periods.has(argument.text)) return id;
  return refuse(
    call,
    say`unknown period ${argument.text}`,
    argument,
    nameHints(argument.text, [...release.periods.keys(), ...periods.keys()]),
  );
}

/** The period that an argument names by role or id. */
export function readPeriod(call: Call, argument: Argument): PeriodDates | undefined {
  const id = readPeriodId(call, argument);
  if (id === undefined) return undefined;
  return call.merging.release.periods.get(id) ?? refuse(call, say`${argument.text} has no dates: it is not a period`, argument);
}

/** The fact of a concept at the period of the option given, or at the current one; stated facts of the release need no period. */
export function readFact(call: Call, concept: Concept, option: string): Fact | undefined {
  const argument = call.options.get(option);
  const { facts } = call.merging.financials;
  if (argument) {
    const period = readPeriodId(call, argument);
    if (period === undefined) return undefined;
    return facts.get(factKey(concept.id, period)) ?? missing(call, concept, period);
  }
  const current = call.merging.release.spec.periods.get('current')?.value ?? 'current';
  return lookUpFact(facts, concept.id, current) ?? missing(call, concept, current);
}

/** The id of the period compared with, which an option names; the option must be there. */
export function readBase(call: Call, option: string): string | undefined {
  const argument = call.options.get(option);
  return argument ? readPeriodId(call, argument) : refuse(call, say`${call.name} needs ${option}=, the period compared with`);
}

/** Reports a fact that there is not. */
export function missing(call: Call, concept: Concept, period: string): undefined {
  const known = [...call.merging.financials.facts.values()].filter((fact) => fact.concept === concept.id).map((fact) => fact.period);
  const hint =
    known.length > 0
      ? say`${concept.id} has a value at ${sayAll(known, ', ')}: give another period=, or type it for ${period}`
      : say`type ${concept.id} in the period's file, or state it in the release`;
  return refuse(call, say`${concept.id} has no value at ${period}`, call.parameters[0], [hint], 'derive/missing-fact');
}

/** `decimals=`, or what is usual for the figure. */
export function readDecimals(call: Call, usual: number): number | undefined {
  const argument = call.options.get('decimals');
  if (!argument) return usual;
  const decimals = /^\d$/.test(argument.text) ? Number(argument.text) : Number.NaN;
  return decimals <= maxDecimals
    ? decimals
    : refuse(call, say`decimals=${argument.text} is not a number from 0 to ${maxDecimals}`, argument);
}

/** `in=`, the scale that the figure is written in. */
export function readScale(call: Call, usual: Scale): Scale | undefined {
  const argument = call.options.get('in');
  if (!argument) return usual;
  if (Object.hasOwn(scales, argument.text)) return argument.text as Scale;
  return refuse(call, say`unknown scale ${argument.text}`, argument, nameHints(argument.text, Object.keys(scales)));
}

/** An option that is one word of a few. */
export function readChoice<T extends string>(call: Call, option: string, known: readonly T[], usual: T): T | undefined {
  const argument = call.options.get(option);
  if (!argument) return usual;
  const choice = known.find((word) => word === argument.text);
  return (
    choice ?? refuse(call, say`${option}="${argument.text}" is none of ${sayAll(known, ', ')}`, argument, nameHints(argument.text, known))
  );
}

/** `statement=`, the statement whose printed figure is wanted; '' for any. */
export function readStatement(call: Call): string | undefined {
  const argument = call.options.get('statement');
  if (!argument) return '';
  const { statements } = call.merging.financials;
  if (statements.has(argument.text)) return argument.text;
  const { message, hints } = noStatement(call.merging, argument.text);
  return refuse(call, message, argument, hints);
}

/** A name that no statement of the issuer has, or one that the release leaves out. */
export function noStatement(
  { release, financials }: Pick<Asked, 'release' | 'financials'>,
  name: string,
): { readonly message: string; readonly hints: readonly string[] } {
  const known = [...financials.statements.keys(), ...release.unprinted.keys()];
  if (!release.unprinted.has(name)) return { message: say`unknown statement ${name}`, hints: nameHints(name, known) };
  if (release.spec.statements?.every(({ value }) => value !== name)) {
    const message = say`statement ${name} is none of those that the release prints`;
    return { message, hints: ['add it to statements in release.yaml, or take it out here'] };
  }
  return { message: say`no layout of the release places statement ${name}`, hints: [say`put {{table "${name}"}} where it belongs`] };
}
