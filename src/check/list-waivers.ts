// Turn the waivers of a release into one line each: the relation that may fail, by how much, and why.
import { inPrintedUnits } from '../figures/scale.ts';
import type { Release } from '../model/release.ts';

/** A relation that may fail, accepted with a reason. */
export interface WaiverLine {
  /** The check, without its stage, and the relation's name. */
  readonly check: string;
  /** Name of the relation in issuer.yaml. */
  readonly relation: string;
  /** Id of the period at which it may fail. */
  readonly period: string;
  /** Left less right, in the issuer's scale. */
  readonly difference: string;
  /** The reason, as typed. */
  readonly why: string;
  /** All of it in one line. */
  readonly text: string;
}

/** In the order of release.yaml. */
export function listWaivers({ issuer, spec: release }: Release): WaiverLine[] {
  return release.waivers.map(({ check, relation, period, difference, why }) => {
    const typed = inPrintedUnits(difference, 'money', issuer.scale).toString();
    const text = `waiver ${check} ${period}, "${relation}": ${typed} ${issuer.scale} ${issuer.currency} (${why})`;
    return { check, relation, period, difference: typed, why, text };
  });
}
