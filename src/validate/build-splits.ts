// Turn the splits of issuer.yaml into days, ratios and concepts, and those that name no amount for a share and no count into findings.

import type * as z from 'zod/mini';
import { Exact } from '../model/exact.ts';
import { nameHints } from '../model/nearest-name.ts';
import { quoted } from '../model/printable.ts';
import type { Concept, Split } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import type { Located } from '../model/span.ts';
import type { Report } from './codes.ts';
import type { issuerSchema } from './schema/issuer.ts';
import type { Scope } from './scope.ts';

type SplitData = NonNullable<z.infer<ReturnType<typeof issuerSchema>>['splits']>[number];

/** Days in order, a ratio that changes something. */
export function buildSplits(data: readonly SplitData[], scope: Scope): readonly Split[] {
  return data.map((split, index) => {
    const path = ['splits', index];
    const on = scope.date(split.on, [...path, 'on']).value;
    const decided = split.decided === undefined ? on : scope.date(split.decided, [...path, 'decided']).value;
    const since = split.since === undefined ? undefined : scope.date(split.since, [...path, 'since']).value;
    const late = (name: 'decided' | 'since', day: string | undefined): void => {
      if (!day || !on || day <= on) return;
      scope.fail({
        code: 'validate/date',
        message: say`${name}, ${day}, is after the split of ${on}`,
        path: [...path, name],
        hints: ['compare both days'],
      });
    };
    late('decided', decided);
    late('since', since);
    const named = (key: 'restates' | 'no-total'): readonly Located<string>[] =>
      split[key].map((value, place) => ({ value, at: scope.at([...path, key, place]) }));
    return {
      on,
      decided,
      ratio: ratioOf(split.ratio, [...path, 'ratio'], scope),
      restates: named('restates'),
      ...(since !== undefined && { since }),
      noTotal: named('no-total'),
      at: scope.at([...path, 'on']),
    };
  });
}

/** One stands in for a ratio at fault. */
function ratioOf(text: string, path: YamlPath, scope: Scope): Exact {
  const [, whole = '', part] = /^(\d{1,6}(?:\.\d{1,6})?)(?:\/(\d{1,6}))?$/.exec(text) ?? [];
  const [many, few] = [Exact.parse(whole), part === undefined ? Exact.one : Exact.parse(part)];
  const ratio = many && few && !few.isZero ? many.div(few) : undefined;
  if (ratio && !ratio.isZero && !ratio.equals(Exact.one)) return ratio;
  const hints = ['write how many shares one share becomes: 3, 1.1, or 1/10 where ten become one'];
  scope.fail({ code: 'validate/number', message: say`${quoted(text)} is not the ratio of a split`, path, hints });
  return Exact.one;
}

/** A split changes what a share is: amounts for one, and how many there are. */
export function checkSplits(splits: readonly Split[], concepts: ReadonlyMap<string, Concept>, report: Report): void {
  for (const { restates, noTotal } of splits) {
    for (const { value, at } of [...restates, ...noTotal]) {
      const concept = concepts.get(value);
      if (!concept) {
        const hints = nameHints(value, concepts.keys());
        report({ severity: 'error', code: 'validate/unknown-concept', message: say`concept ${value} is not known`, at, hints });
      } else if (concept.unit !== 'per-share' && concept.unit !== 'count') {
        const message = say`a split leaves ${value}, a ${concept.unit}, as it is`;
        const hints = ['list amounts for a share (unit: per-share) and numbers of shares (unit: count)'];
        report({ severity: 'error', code: 'validate/wrong-type', message, at, related: [{ at: concept.at, message: value }], hints });
      }
    }
  }
}
