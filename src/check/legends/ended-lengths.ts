// Turn lengths that are typed beside the name of a period that is longer or shorter into findings: year ended September 30, of a quarter.
import type { EndedNamed } from '../../language/legends.ts';
import { quoted } from '../../model/printable.ts';
import type { Period } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import type { TypedText } from '../typed-text.ts';
import { freeingHint, isFree } from './legend-freedom.ts';
import type { Said } from './legend-words.ts';
import { fits } from './period-fits.ts';
import { periodsOfRelease } from './title-periods.ts';

export const endedLengthsAgree: DocumentCheck = {
  code: 'check/caption',
  severity: 'error',
  run: (printed) =>
    printed.legends.flatMap(({ text, place, said }) => {
      // Heads, labels and titles are held to their periods word by word.
      if (place.kind === 'head' || place.kind === 'label' || place.kind === 'stub' || (place.kind === 'heading' && place.level === 1))
        return [];
      return said.ended.flatMap((named) => {
        const period = periodBeside(text, named, printed);
        if (!period || isLong(named, period) || isTold(named, said, printed) || isFree(text, named, printed)) return [];
        const at = printed.locate(text, named.start, named.end - named.start);
        return [
          {
            message: say`the text says ${quoted(text.text.slice(named.start, named.end))} of ${period.id}, which is ${period.start} to ${period.end}`,
            ...(at && { at }),
            hints: ['name the length of that period, or the period that is as long', freeingHint],
          },
        ];
      });
    }),
};

/** The period whose name a helper wrote there, or that ends on the day that it wrote: a quarter may end there as well, a year does not. */
function periodBeside({ runs }: TypedText, { beside, months }: EndedNamed, { release }: Printed): Period | undefined {
  const bound = runs.find(({ start, end }) => start <= beside && beside < end)?.inline.bound;
  if (bound?.by === 'period') return release.periods.get(bound.period);
  if (bound?.by !== 'date' || months !== 12) return undefined;
  return periodsOfRelease(release).find(({ end }) => end === bound.iso);
}

/** A fiscal year ends with its fourth quarter. */
const isLong = ({ months }: EndedNamed, period: Period): boolean =>
  fits({ by: 'length', months }, period) || (months === 12 && period.quarter === 4);

/** A length that no period of the release has is told by itself. */
function isTold({ start, end }: EndedNamed, { periods }: Said, { release }: Printed): boolean {
  const all = periodsOfRelease(release);
  return periods.some((said) => said.by === 'length' && start <= said.start && said.end <= end && !all.some((each) => fits(said, each)));
}
