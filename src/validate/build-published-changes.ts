// Turn changes that a period's file gives as they were published into typed ones, each with its source.
import type * as z from 'zod/mini';
import { printsNothing, quoted } from '../model/printable.ts';
import type { PublishedChange } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { FactNames } from './names.ts';
import type { periodSchema } from './schema/facts.ts';
import type { Scope } from './scope.ts';

type ChangesData = z.infer<ReturnType<typeof periodSchema>>['changes'];

/** By concept. A change may be typed with its sign `%` or without: it is in percent. */
export function buildPublishedChanges(period: string, data: ChangesData, scope: Scope<FactNames>): ReadonlyMap<string, PublishedChange> {
  const changes = new Map<string, PublishedChange>();
  for (const [concept, { value: text, from: named, source }] of Object.entries(data)) {
    const path = ['changes', concept];
    if (!scope.knowsConcept(concept, path, true)) continue;
    const from = named === undefined ? undefined : (scope.names.roles.get(named) ?? named);
    if (from === period) {
      const hints = ['name the period that it is from'];
      scope.fail({
        code: 'validate/unknown-period',
        message: say`a change of ${period} is from ${period}`,
        path: [...path, 'from'],
        hints,
      });
    } else if (from !== undefined && !/^[a-z0-9][a-z0-9-]*$/.test(from)) {
      const message = say`${quoted(from)} is not the name of a period`;
      const hints = ['name it as its file would be named: 2017h1'];
      scope.fail({ code: 'validate/unknown-period', message, path: [...path, 'from'], hints });
    }
    if (printsNothing(source)) {
      const message = say`the change of ${concept} is said to be published, and not where`;
      const hints = ['name the release, and its day'];
      scope.fail({ code: 'validate/missing-key', message, path: [...path, 'source'], hints });
    }
    const { value, nil } = scope.figure(text, [...path, 'value']);
    changes.set(concept, { concept, ...(from !== undefined && { from }), value, nil, text, source, at: scope.at([...path, 'value']) });
  }
  return changes;
}
