// Turn legends that explain another sign of negative figures than the issuer's tables print into findings: △ over parentheses.

import { forLang } from '../../model/language.ts';
import { quoted } from '../../model/printable.ts';
import type { NegativeStyle } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { DocumentCheck } from '../check-shapes.ts';
import { freeingHint, isFree } from './legend-freedom.ts';

const signs: Readonly<Record<NegativeStyle, string>> = { triangle: '△1,592', parentheses: '(1,592)', minus: '−1,592' };

export const signLegendsAgree: DocumentCheck = {
  code: 'check/legend',
  severity: 'error',
  run: (printed) => {
    const { issuer } = printed.release;
    return printed.legends.flatMap(({ text, said }) => {
      const negative = forLang(issuer.negative, text.lang);
      return said.negatives
        .filter((named) => named.negative !== negative && !isFree(text, named, printed))
        .map(({ start, end, negative: named }) => {
          const at = printed.locate(text, start, end - start);
          return {
            message: say`the text says ${quoted(text.text.slice(start, end))}; negative figures are printed as ${signs[negative]}`,
            ...(at && { at }),
            related: [{ at: issuer.at, message: say`the issuer's negative is ${negative}` }],
            hints: [say`explain the sign that is printed, or write negative: ${named} in issuer.yaml`, freeingHint],
          };
        });
    });
  },
};
