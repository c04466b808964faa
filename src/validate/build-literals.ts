// Turn the literals of a file into the digits and number words that its texts may hold beside facts.

import type * as z from 'zod/mini';
import { parseFactReference } from '../figures/fact-key.ts';
import type { Literal } from '../model/exceptions.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import type { literalsSchema } from './schema/issuer.ts';
import type { Scope } from './scope.ts';

type LiteralsData = z.infer<ReturnType<typeof literalsSchema>>;

/** Stated facts are meant at the current period unless they name another. */
export function buildLiterals(data: LiteralsData, from: Literal['from'], scope: Scope): Literal[] {
  const seen = new Map<string, number>();
  return data.map((literal, index) => {
    const path = ['literals', index];
    const earlier = seen.get(literal.text);
    if (earlier !== undefined) {
      const related = [{ at: scope.at(['literals', earlier, 'text']), message: 'first listed here' }];
      const message = say`literal ${quoted(literal.text)} is listed twice`;
      scope.fail({ code: 'validate/duplicate', message, path: [...path, 'text'], related, hints: ['keep one of them'] });
    }
    seen.set(literal.text, index);
    const says = buildSays(literal, path, scope);
    return { kind: literal.kind, text: literal.text, ...(says && { says }), why: literal.why, from, at: scope.at([...path, 'text']) };
  });
}

function buildSays({ says, value }: LiteralsData[number], path: YamlPath, scope: Scope): Literal['says'] {
  if (says === undefined && value === undefined) return undefined;
  if (says === undefined || value === undefined) {
    const [missing, given] = says === undefined ? ['says', 'value'] : ['value', 'says'];
    const hints = ['says names the fact, value is what the words say of it'];
    scope.fail({ code: 'validate/missing-key', message: say`a literal with ${given} has no key ${missing}`, path, hints });
    return undefined;
  }
  const { concept, period = 'current' } = parseFactReference(says);
  scope.knowsConcept(concept, [...path, 'says']);
  return {
    concept,
    period: scope.periodId(period, [...path, 'says']),
    byId: !scope.names.roles.has(period),
    value: scope.figure(value, [...path, 'value']).value,
    text: value,
  };
}
