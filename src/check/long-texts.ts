// Turn texts of more characters than one may have into findings: no other check reads a document with such a text.
import { dataLimits } from '../model/limits.ts';
import { say } from '../model/say.ts';
import type { DocumentCheck } from './check-shapes.ts';

export const longTexts: DocumentCheck = {
  code: 'check/long-text',
  severity: 'error',
  hint: 'divide it into paragraphs, or shorten it',
  run: ({ texts }) =>
    texts
      .filter(({ text }) => text.length > dataLimits.textCharacters)
      .map(({ text, runs }) => {
        const at = runs[0]?.inline.at;
        const message = say`a text of ${text.length} characters, more than the ${dataLimits.textCharacters} that one may have`;
        return { message, ...(at && { at }) };
      }),
};
