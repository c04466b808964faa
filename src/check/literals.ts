// Turn literals that no text holds, or that say another value than their fact, into findings.

import { grouped } from '../figures/digits.ts';
import { factKey, lookUpFact } from '../figures/fact-key.ts';
import { inPrintedUnits, typedDecimals } from '../figures/scale.ts';
import type { FindingDetails } from '../model/finding.ts';
import { quoted } from '../model/printable.ts';
import type { Literal } from '../model/release.ts';
import type { DocumentCheck, Printed } from './check-shapes.ts';

/** What the issuer lists for all its releases may be missing from one of them; what a release lists for itself may not. */
export const literalsHold: DocumentCheck = {
  code: 'check/literal',
  severity: 'error',
  run: (printed) => testLiterals(printed),
};

function testLiterals(printed: Printed): readonly FindingDetails[] {
  const { literals } = printed.release;
  const placed = new Set(printed.texts.flatMap((text) => printed.literalsIn(text).map(({ literal }) => literal)));
  return literals.flatMap((literal) => (placed.has(literal) ? says(literal, printed) : literal.from === 'release' ? [idle(literal)] : []));
}

function idle({ text, at }: Literal): FindingDetails {
  const message = `the text ${quoted(text)} stands nowhere in the document, so this literal allows nothing`;
  return { message, at, hints: ['delete it, or write it as it is printed'] };
}

/** Words that state a fact are held against it as a control is. */
function says({ says, text, at }: Literal, { release, financials }: Printed): FindingDetails[] {
  if (!says) return [];
  const fact = lookUpFact(financials.facts, says.concept, says.period);
  const concept = release.concepts.get(says.concept);
  const key = factKey(says.concept, says.period);
  if (!fact || !concept) {
    const hints = ['name a concept and period that have a figure, or leave `says` and `value` out'];
    return [{ message: `${quoted(text)} says ${key}, which has no figure`, at, hints }];
  }
  const value = inPrintedUnits(fact.value, concept.unit, concept.scale);
  const decimals = typedDecimals(says.text);
  if (value.round(decimals).equals(says.value)) return [];
  const message = `${quoted(text)} says ${says.text} of ${fact.key}, which is ${grouped(value)}`;
  const related = [{ at: fact.at, message: fact.key }];
  return [{ message, at, related, hints: ['change the words and the literal, or correct the fact'] }];
}
