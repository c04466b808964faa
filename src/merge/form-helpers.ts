// Turn questions about the form of a release into conditions: its standard, its term, whose statements it holds.
import { askedTerms, isOfTerm, printedScales } from '../model/form.ts';
import { nameHints } from '../model/nearest-name.ts';
import { standards } from '../model/release.ts';
import { say } from '../model/say.ts';
import { type Call, type Helper, refuse, type Written } from './call.ts';

/** The first of the names that is so, '' where none is; a name that nobody knows is a fault, whatever the others say. */
function firstThatIsSo<T extends string>(call: Call, what: string, known: readonly T[], isSo: (name: T) => boolean): Written | undefined {
  const named: T[] = [];
  for (const argument of call.parameters) {
    const name = known.find((each) => each === argument.text);
    if (name === undefined) return refuse(call, say`unknown ${what} ${argument.text}`, argument, nameHints(argument.text, known));
    named.push(name);
  }
  return { text: named.find(isSo) ?? '', bound: { by: 'issuer' } };
}

/** `{{#if (standard "ifrs" "jmis")}}`. */
export const standard: Helper = {
  parameters: ['standard'],
  options: [],
  more: true,
  write: (call) => firstThatIsSo(call, 'standard', standards, (name) => name === call.merging.release.form.standard),
};

/** `{{#if (term "q1" "q3")}}`; a half year is asked for as `half`, or by the name that the issuer has for it, `interim` or `second-quarter`. */
export const term: Helper = {
  parameters: ['term'],
  options: [],
  more: true,
  write: (call) => firstThatIsSo(call, 'term', askedTerms, (name) => isOfTerm(call.merging.release.form, name)),
};

/** `{{#if (printed-scale "thousand")}}`. */
export const printedScale: Helper = {
  parameters: ['scale'],
  options: [],
  more: true,
  write: (call) => firstThatIsSo(call, 'scale', printedScales, (name) => name === call.merging.release.form.printedScale),
};

/** `{{#if consolidated}}`. */
export const consolidated: Helper = {
  parameters: [],
  options: [],
  write: (call) => ({ text: call.merging.release.form.consolidated === 'yes' ? 'yes' : '', bound: { by: 'issuer' } }),
};
