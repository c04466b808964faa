// Turn the question how an issuer rounds into a condition: the legend of the amounts says it.
import { nameHints } from '../model/nearest-name.ts';
import { regimes } from '../model/statement-spec.ts';
import { type Call, type Helper, refuse } from './call.ts';

/** The regime when the issuer rounds by it, '' when not: `{{#if (regime "truncate")}}`. */
export const regime: Helper = {
  parameters: ['regime'],
  options: [],
  write(call: Call) {
    const [asked] = call.parameters;
    const name = regimes.find((known) => known === asked?.text);
    if (!name) return refuse(call, `unknown regime ${asked?.text ?? ''}`, asked, nameHints(asked?.text ?? '', regimes));
    return { text: call.merging.release.issuer.regime === name ? name : '', bound: { by: 'issuer' } };
  },
};
