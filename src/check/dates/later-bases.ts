// Turn printed comparisons with a period that ends after the one compared into findings: a role names the wrong period.

import { periodOf } from '../../figures/fact-key.ts';
import { isComparison } from '../../figures/measures.ts';
import type { FactKey } from '../../model/financials.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { say } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';

/** A change is measured from what came before. */
export const laterBases: DocumentCheck = {
  code: 'check/duration',
  severity: 'error',
  hint: 'compare it with an earlier period, or give the roles in release.yaml the periods that their names say',
  run: ({ document, texts, release: { periods } }: Printed) => {
    const told = new Set<string>();
    const compare = (fact: FactKey, against: FactKey, at: Span): readonly FindingDetails[] => {
      const [now, then] = [periods.get(periodOf(fact)), periods.get(periodOf(against))];
      const key = `${now?.id} ${then?.id}`;
      if (!now || !then || then.end <= now.end || told.has(key)) return [];
      told.add(key);
      return [
        {
          message: say`${fact} is compared with ${against}: ${then.id} ends on ${then.end}, after ${now.id}, which ends on ${now.end}`,
          at,
          related: [{ at: then.dated?.end ?? then.at, message: say`${then.id} ends here` }],
        },
      ];
    };
    const figures = document.figures.flatMap(({ measure, fact, against, at }) =>
      isComparison(measure) && against !== undefined ? compare(fact, against, at) : [],
    );
    const words = texts.flatMap(({ runs }) =>
      runs.flatMap(({ inline: { bound, at } }) => (bound?.by === 'direction' ? compare(bound.fact, bound.against, at) : [])),
    );
    return [...figures, ...words];
  },
};
