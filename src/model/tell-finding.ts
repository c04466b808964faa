// Turn a finding into the same finding in another language: every text of it told; its code, severity and places as they are.
import type { Finding } from './finding.ts';
import type { Teller } from './tell-message.ts';

export function tellFinding<Told extends Finding>(finding: Told, tell: Teller): Told {
  const { label, related, hints } = finding;
  return {
    ...finding,
    message: tell(finding.message),
    ...(label !== undefined && { label: tell(label) }),
    ...(related && { related: related.map((place) => ({ ...place, message: tell(place.message) })) }),
    ...(hints && { hints: hints.map(tell) }),
  };
}

/** Every text of a finding. */
export function textsOfFinding({ message, label, related = [], hints = [] }: Finding): readonly string[] {
  return [message, ...(label === undefined ? [] : [label]), ...related.map((place) => place.message), ...hints];
}
