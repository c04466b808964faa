// Turn literals that no text holds, or that say another value than their fact, into findings.

import { grouped } from '../figures/digits.ts';
import { factKey, lookUpFact } from '../figures/fact-key.ts';
import { inPrintedUnits, typedDecimals } from '../figures/scale.ts';
import { languages } from '../language/languages.ts';
import type { Literal } from '../model/exceptions.ts';
import type { FindingDetails } from '../model/finding.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
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
  return literals.flatMap((literal) => {
    if (!placed.has(literal)) return literal.from === 'release' ? [idle(literal)] : [];
    const lapse = lapsed(literal, printed);
    return lapse ? [lapse] : says(literal, printed);
  });
}

/** What is said of one release is not printed in the next without being said anew. */
function lapsed({ says, kind, text, from, at }: Literal, { release }: Printed): FindingDetails | undefined {
  const current = release.spec.periods.get('current')?.value;
  if (says?.byId && says.period !== current) {
    const message = say`${quoted(text)} says ${factKey(says.concept, says.period)}, and this is the release of ${current}`;
    const hints = [
      say`write \`says: ${says.concept}\`, which is that of the release’s own period, or name the role that the period has in every release`,
    ];
    return { message, at, hints };
  }
  const isRank = kind === 'ordinal' && languages.some(({ concepts }) => concepts.rank.test(text.normalize('NFKC').toLowerCase()));
  if (from !== 'issuer' || says || !isRank) return undefined;
  const message = say`${quoted(text)} is a rank that all releases of the issuer may print, and no fact holds it`;
  const hints = [
    'list it in the release that it is true of, with the fact that it says and its value',
    'or, if it ranks nothing of the issuer’s, make it of kind name',
  ];
  return { message, at, hints };
}

function idle({ text, at }: Literal): FindingDetails {
  const message = say`the text ${quoted(text)} stands nowhere in the document, so this literal allows nothing`;
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
    return [{ message: say`${quoted(text)} says ${key}, which has no figure`, at, hints }];
  }
  const value = inPrintedUnits(fact.value, concept.unit, concept.scale);
  const decimals = typedDecimals(says.text);
  const open = fact.undecided ? 'undecided' : fact.upper && 'a range';
  if (!open && value.round(decimals).equals(says.value)) return [];
  const message = say`${quoted(text)} says ${says.text} of ${fact.key}, which is ${open ?? grouped(value)}`;
  const related = [{ at: fact.at, message: fact.key }];
  return [{ message, at, related, hints: ['change the words and the literal, or correct the fact'] }];
}
