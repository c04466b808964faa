// Turn an amount for a share into the parts that it is the sum of, each with its name: ordinary, commemorative and special dividends.
import { language } from '../language/languages.ts';
import type { Expression } from '../model/expression.ts';
import { inLang } from '../model/language.ts';
import type { Concept } from '../model/release.ts';
import { say } from '../model/say.ts';
import { type Call, type Helper, type Piece, refuse } from './call.ts';
import { perShare } from './figure-helpers.ts';
import { readConcept, readFact } from './read-argument.ts';

/** Parts are those of the concept's formula, so that they come to what is printed; a part that is nil is left out. */
export const breakdown: Helper = {
  parameters: ['concept'],
  options: ['period', 'decimals'],
  write(call) {
    const concept = readConcept(call);
    const fact = concept && readFact(call, concept, 'period');
    if (!concept || !fact) return undefined;
    const parts = concept.formula ? partsOf(concept.formula) : undefined;
    if (!parts || parts.length < 2) {
      const hints = ['give it a formula in concepts.yaml that adds its parts: ordinary + commemorative'];
      return refuse(call, say`${concept.id} is no sum of parts that could be told`, call.parameters[0], hints);
    }
    const told = parts.map((id) => pieceOf(call, id));
    if (told.includes(undefined)) return undefined;
    const pieces = told.flatMap((piece) => (piece && piece !== 'nil' ? [piece] : []));
    if (pieces.length === 0)
      return refuse(call, say`${fact.key} has no part that is not nil`, call.parameters[0], ['take the breakdown out']);
    const { betweenParts } = language(call.lang).figures.breakdown;
    return {
      sequence: pieces.flatMap((piece, index) => (index === 0 ? piece : [{ text: betweenParts, bound: { by: 'issuer' } }, ...piece])),
    };
  },
};

/** Concepts that a formula adds up and does nothing else with; the left side of a long sum is deep. */
function partsOf(formula: Expression): readonly string[] | undefined {
  const parts: string[] = [];
  let first = formula;
  for (; first.kind === 'binary'; first = first.left) {
    if (first.op !== '+' || first.right.kind !== 'concept') return undefined;
    parts.unshift(first.right.concept);
  }
  return first.kind === 'concept' ? [first.concept, ...parts] : undefined;
}

/** The name of a part and its figure; undefined where that was reported. */
function pieceOf(call: Call, id: string): readonly Piece[] | 'nil' | undefined {
  const named = call.parameters[0];
  const own: Call = named ? { ...call, parameters: [{ ...named, text: id }] } : call;
  const concept = readConcept(own);
  const fact = concept && readFact(own, concept, 'period');
  if (!fact) return undefined;
  if (fact.nil) return 'nil';
  const written = perShare.write(own);
  if (!written || !('figure' in written)) return undefined;
  const { beforeFigure } = language(call.lang).figures.breakdown;
  return [{ text: nameOf(concept, call) + beforeFigure, bound: { by: 'issuer' } }, written];
}

/** Without the markup and break points of tables. */
function nameOf({ labels }: Concept, { lang }: Call): string {
  return inLang(labels, lang).value.replace(/<[^>]*>|\|/g, '');
}
