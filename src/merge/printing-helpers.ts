// Turn questions about how an issuer prints figures into conditions: legends say how amounts are rounded and what a negative figure looks like.
import { forLang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import { negativeStyles } from '../model/release.ts';
import { say } from '../model/say.ts';
import { regimes } from '../model/statement-spec.ts';
import { type Call, type Helper, refuse, type Written } from './call.ts';

/** The name when the issuer prints so, '' when not. */
function isSo<T extends string>(call: Call, what: string, known: readonly T[], own: T): Written | undefined {
  const [asked] = call.parameters;
  const name = known.find((each) => each === asked?.text);
  if (!name) return refuse(call, say`unknown ${what} ${asked?.text ?? ''}`, asked, nameHints(asked?.text ?? '', known));
  return { text: own === name ? name : '', bound: { by: 'issuer' } };
}

/** `{{#if (regime "truncate")}}`. */
export const regime: Helper = {
  parameters: ['regime'],
  options: [],
  write: (call) => isSo(call, 'regime', regimes, call.merging.release.issuer.regime),
};

/** In the language of the text: `{{#if (negative "triangle")}}`. */
export const negative: Helper = {
  parameters: ['style'],
  options: [],
  write: (call) => isSo(call, 'style of negative figures', negativeStyles, forLang(call.merging.release.issuer.negative, call.lang)),
};
