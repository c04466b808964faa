// Turn sentences that give the exchange rate another day than its own into findings.

import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import type { TextRun, TypedText } from '../typed-text.ts';

/** A rate is of the last day of the period that it translates, or of the day that the release gives. */
export const rateDates: DocumentCheck = {
  code: 'check/date',
  severity: 'error',
  run: (printed) => (printed.release.spec.rate ? printed.texts.flatMap((text) => otherDays(text, printed)) : []),
};

function otherDays(text: TypedText, { release, locate }: Printed): FindingDetails[] {
  const { spec, periods } = release;
  const end = periods.get(spec.periods.get('current')?.value ?? '')?.end;
  const day = spec.rateDate?.value ?? end;
  return text.runs.flatMap((run, index) => {
    if (run.inline.bound?.by !== 'rate') return [];
    const named = text.runs.slice(index + 1).find((next) => dayOf(next, release) !== undefined);
    const said = named && dayOf(named, release);
    if (!named || said === day || endsBetween(text, run, named)) return [];
    const place = locate(text, named.start, named.end - named.start) ?? named.inline.at;
    return [
      {
        message: say`the rate is of ${day}, and the sentence says ${named.inline.text}, which is ${said}`,
        at: place,
        ...(spec.rateDate ? { related: [{ at: spec.rateDate.at, message: 'the day of the rate' }] } : {}),
        hints: ['name the day of the rate: {{date "rate-date"}}, or {{date "current.end"}} where release.yaml gives none'],
      },
    ];
  });
}

/** The day that a run names: itself, or the last of a period. */
function dayOf({ inline: { bound } }: TextRun, { periods }: Release): string | undefined {
  if (bound?.by === 'date') return bound.iso;
  return bound?.by === 'period' ? periods.get(bound.period)?.end : undefined;
}

/** Whether a sentence ends between two runs. */
function endsBetween({ text, lang }: TypedText, one: TextRun, other: TextRun): boolean {
  return text.slice(one.end, other.start + 1).search(language(lang).text.sentenceEnds) >= 0;
}
