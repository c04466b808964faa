// Turn the name of a result, which a helper wrote, before the amount of another concept into findings.
import { parseFactKey } from '../../figures/fact-key.ts';
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { say } from '../../model/say.ts';
import type { Printed, TextCheck } from '../check-shapes.ts';
import type { TextRun, TypedText } from '../typed-text.ts';

/** `{{outcome "profit.operating"}} of` and the amount of ordinary profit. */
export const outcomeAmounts: TextCheck = {
  code: 'check/named-concept',
  severity: 'error',
  each: (text, printed) => {
    const { amountNames } = language(text.lang).words;
    if (!amountNames?.afterOutcome || !text.runs.some(({ inline }) => inline.bound?.by === 'outcome')) return [];
    const helpers = text.runs.filter(({ inline }) => inline.figure !== undefined || inline.bound !== undefined);
    // The name of its period may stand between a result and its amount.
    const isTime = ({ inline: { bound } }: TextRun): boolean => bound?.by === 'period' || bound?.by === 'date';
    return helpers.flatMap((run, index) =>
      strangerAfter(
        run,
        helpers.slice(index + 1).find((next) => !isTime(next)),
        text,
        printed,
      ),
    );
  },
};

/** Characters between a name and its amount. */
const reach = 80;
/** Characters behind an amount in which words may say that it is how far something moved. */
const around = 40;

function strangerAfter(named: TextRun, next: TextRun | undefined, text: TypedText, printed: Printed): readonly FindingDetails[] {
  const { bound } = named.inline;
  const figure = next?.inline.figure === undefined ? undefined : printed.document.figures[next.inline.figure];
  if (bound?.by !== 'outcome' || !next || next.start - named.end > reach) return [];
  if (figure?.measure !== 'amount' && figure?.measure !== 'translated') return [];
  const { concepts } = printed.release;
  const [own, other] = [concepts.get(parseFactKey(bound.fact).concept), concepts.get(parseFactKey(figure.fact).concept)];
  if (!own || !other || own.id === other.id || own.unit !== other.unit) return [];
  const { amountNames } = language(text.lang).words;
  const plain = (start: number, end: number): string => text.typed.slice(start, end).replace(/[\u00a0\u202f]/g, ' ');
  if (!amountNames?.afterOutcome?.test(plain(named.end, next.start))) return [];
  if (amountNames.movedAfter.test(plain(next.end, next.end + around))) return [];
  return [
    {
      message: say`${JSON.stringify(named.inline.text)}, by {{outcome "${own.id}"}}, stands before ${next.inline.text}, which is ${figure.fact}`,
      at: printed.locate(text, next.start, next.end - next.start) ?? figure.at,
      related: [{ at: named.inline.at, message: own.id }],
      hints: [say`print ${own.id} there, or name the result of ${other.id}`],
    },
  ];
}
