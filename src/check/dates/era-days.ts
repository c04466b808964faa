// Turn days and months that were typed by an era which did not have them into findings: 平成31年9月30日, 令和元年4月1日.

import { language } from '../../language/languages.ts';
import { quoted } from '../../model/printable.ts';
import { say } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { freeingHint, isFree } from '../legends/legend-freedom.ts';
import { folded, type TypedText } from '../typed-text.ts';

/** Before an era begins, what lies after its beginning is named by the one before it: 平成32年3月期 in a release of 2018. */
export const eraDays: DocumentCheck = {
  code: 'check/era',
  severity: 'error',
  run: (printed) => printed.texts.flatMap((text) => strangers(text, printed)),
};

function strangers(text: TypedText, printed: Printed) {
  const { eras } = language(text.lang);
  const announced = printed.release.spec.announced[text.lang]?.value ?? '';
  return (eras?.named(folded(text.typed)) ?? []).flatMap((named) => {
    const { start, end, isOf, next, meant } = named;
    if (isOf || (next !== '' && announced < next) || isFree(text, named, printed)) return [];
    const at = printed.locate(text, start, end - start);
    return [
      {
        message: say`the text says ${quoted(text.text.slice(start, end))}, which is ${meant}: the era had no such day`,
        ...(at && { at }),
        hints: [say`write ${meant}, or name the day by {{date …}} or {{period …}}, which counts years as the issuer does`, freeingHint],
      },
    ];
  });
}
