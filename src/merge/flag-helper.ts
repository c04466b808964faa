// Turn the name of a flag into the answer of the release to a question of its form: one value, in the words of each language.
import { language } from '../language/languages.ts';
import { flagForms, flagStyles } from '../language/writing.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import { type Call, type Helper, refuse } from './call.ts';
import { readChoice } from './read-argument.ts';

/** 有 or 無, yes or none; in conditions nothing where the answer is no: `{{#if (flag "restatements")}}`. */
export const flag: Helper = {
  parameters: ['flag'],
  options: ['style', 'form'],
  write(call: Call) {
    const { spec } = call.merging.release;
    const [named] = call.parameters;
    const name = named?.text ?? '';
    call.merging.usedFlags.add(name);
    const stated = spec.flags.get(name);
    if (!stated) {
      const hints = [...nameHints(name, spec.flags.keys()), say`state it under flags in release.yaml: ${name}: yes, or no`];
      return refuse(call, say`the release states no flag ${name}`, named, hints);
    }
    const style = readChoice(call, 'style', flagStyles, 'answer');
    const form = readChoice(call, 'form', flagForms, 'lower');
    if (!style || !form) return undefined;
    return { text: language(call.lang).flags(stated.value, style, form), bound: { by: 'flag', flag: name, says: stated.value } };
  },
};
