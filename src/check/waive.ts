// Turn findings and waivers into the findings that remain: what is waived goes, what a waiver no longer covers stays, and the waiver is told.

import { amountsOf } from '../figures/show-amount.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Release, Waiver } from '../model/release.ts';
import type { Finding } from './finding.ts';

/** A waiver covers one relation at one period, and only the difference that it was written for. */
export function waive(findings: readonly Finding[], release: Release): readonly Diagnostic[] {
  const { waivers } = release.release;
  const remaining = findings.filter(
    ({ failure }) => !failure || !waivers.some((waiver) => covers(waiver, failure) && waiver.difference.equals(failure.difference)),
  );
  return [...remaining.map((finding) => finding.diagnostic), ...waivers.flatMap((waiver) => spent(waiver, findings, release))];
}

function covers(waiver: Waiver, failure: NonNullable<Finding['failure']>): boolean {
  return waiver.check === failure.check && waiver.relation === failure.relation && waiver.period === failure.period;
}

/** A waiver whose relation holds, or fails by another difference. */
function spent(waiver: Waiver, findings: readonly Finding[], release: Release): Diagnostic[] {
  const failure = findings.map((finding) => finding.failure).find((each) => each && covers(waiver, each));
  if (failure?.difference.equals(waiver.difference)) return [];
  const known = release.relations.some((relation) => relation.check === waiver.check && relation.name === waiver.relation);
  const { digits, unit } = amountsOf('money', release);
  const what = `the waiver of ${waiver.check} for ${waiver.period}, "${waiver.relation}"`;
  const [message, hint] = failure
    ? [
        `${what} was written for a difference of ${digits(waiver.difference)}; it is now ${digits(failure.difference)}${unit}`,
        'find out what changed; if the new difference has a reason too, write it down with the new figure',
      ]
    : known
      ? [`${what} waives nothing: the relation holds`, 'delete the waiver']
      : [`${what} names no relation of the issuer`, 'give `check` and `relation` as issuer.yaml has them'];
  return [{ severity: 'error', code: 'check/waiver', message, at: waiver.at, hints: [hint] }];
}
