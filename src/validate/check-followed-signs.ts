// Turn rows that follow the sign of a concept without names for its outcomes into findings.
import type { Concept } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { StatementSpec } from '../model/statement-spec.ts';
import type { Report } from './codes.ts';

export function checkFollowedSigns({ rows }: StatementSpec, concepts: ReadonlyMap<string, Concept>, report: Report): void {
  for (const { followSign, concept: id, at } of rows) {
    const concept = followSign && id !== undefined ? concepts.get(id) : undefined;
    if (!concept || concept.outcomes) continue;
    report({
      severity: 'error',
      code: 'validate/missing-label',
      message: say`the row follows the sign of ${concept.id}, which has no names for its outcomes`,
      at,
      related: [{ at: concept.at, message: concept.id }],
      hints: ['add outcomes: {gain: …, loss: …} to the concept, or remove follow-sign: from the row'],
    });
  }
}
