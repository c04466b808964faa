// Turn texts that were carried over from another release, and that nobody has changed or confirmed, into findings.
import { type CarriedText, openTexts } from '../model/carried.ts';
import type { FindingDetails } from '../model/finding.ts';
import { quoted, shortened } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { DocumentCheck, Printed } from './check-shapes.ts';

/** What is published holds nothing that nobody has looked at. */
export const carriedTexts: DocumentCheck = {
  code: 'check/carried',
  severity: 'error',
  run: (printed) => (printed.release.draft ? [] : openIn(printed)),
};

/** A draft tells of them. */
export const carriedInDraft: DocumentCheck = {
  code: 'check/carried',
  severity: 'note',
  run: (printed) => (printed.release.draft ? openIn(printed) : []),
};

function openIn({ release: { carried } }: Printed): readonly FindingDetails[] {
  if (!carried) return [];
  return openTexts(carried).map((open) => finding(open, carried.from));
}

function finding({ text, at, stands }: CarriedText, from: string): FindingDetails {
  return {
    message: say`carried over from ${from}, and neither changed nor confirmed since: ${quoted(shortened(text))}`,
    at: stands ?? at,
    related: [{ at, message: 'listed as carried over here' }],
    hints: [
      'change it, or take it out, where it does not hold for this release',
      'where it does, write who says so beside it in carried.yaml, `confirmed: name`, or use `kessan confirm`',
    ],
  };
}
