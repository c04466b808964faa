// Turn the names of conditions into what each asks: one entry a condition.
import { askedTerms, isOfTerm, printedScales } from '../model/form.ts';
import { nameHints } from '../model/nearest-name.ts';
import { quoted } from '../model/printable.ts';
import { answers, standards } from '../model/release.ts';
import { say, sayAll } from '../model/say.ts';
import type { Circumstances } from './circumstances.ts';
import type { Fail } from './fail-in.ts';
import type { YamlNode } from './yaml-nodes.ts';

/** What a condition may do besides answering. */
interface Asking {
  readonly fail: Fail;
  /** Notes a flag that was asked for. */
  readonly askedFlag: (name: string) => void;
}

/** One thing that entries depend on. */
export interface Condition {
  /** Whether it holds by one of the values that are asked for; false after a finding. */
  readonly holds: (asked: YamlNode, about: Circumstances, asking: Asking) => boolean;
}

/** A value, or a list of values of which one must be so; each known, or a fault at its place. */
function anyOf<T extends string>(known: readonly T[] | undefined, isSo: (value: T, about: Circumstances) => boolean): Condition {
  return {
    holds: (asked, about, { fail }) => {
      const values = asked.kind === 'list' ? asked.items : [asked];
      return values
        .map((node) => {
          const value = node.kind === 'single' && typeof node.value === 'string' ? node.value : undefined;
          const found = value === undefined ? undefined : known ? known.find((each) => each === value) : (value as T);
          if (found !== undefined) return isSo(found, about);
          const of = known ? say`one of ${sayAll(known, ', ')}` : 'a name';
          const message = say`a condition asks for ${value === undefined ? 'what is no text' : quoted(value)}, not for ${of}`;
          fail({
            code: 'validate/wrong-type',
            message,
            path: node.path,
            hints: known && value !== undefined ? nameHints(value, known) : [],
          });
          return false;
        })
        .some((holds) => holds);
    },
  };
}

/** By the name that `when` has for it. */
export const conditions: ReadonlyMap<string, Condition> = new Map(
  Object.entries({
    standard: anyOf(standards, (standard, { form }) => form.standard === standard),
    term: anyOf(askedTerms, (asked, { form }) => form.term !== undefined && isOfTerm({ ...form, term: form.term }, asked)),
    consolidated: anyOf(answers, (answer, { form }) => form.consolidated === answer),
    'printed-scale': anyOf(printedScales, (scale, { form }) => form.printedScale === scale),
    revenue: anyOf<string>(undefined, (name, { revenue }) => revenue === name),
    role: anyOf<string>(undefined, (role, { roles }) => roles.has(role)),
    concept: anyOf<string>(undefined, (concept, { concepts }) => concepts.has(concept)),
    flags: {
      holds: (asked, about, { fail, askedFlag }) => {
        if (asked.kind !== 'mapping') {
          const hints = ['write flags: {forecast-revised: yes}'];
          fail({ code: 'validate/wrong-type', message: 'flags is not a mapping of flags to yes or no', path: asked.path, hints });
          return false;
        }
        return [...asked.entries]
          .map(([name, node]) => {
            askedFlag(name);
            // What the release does not state, it does not affirm.
            const one = anyOf(answers, (answer) => (about.flags.get(name) ?? 'no') === answer);
            return one.holds(node, about, { fail, askedFlag });
          })
          .every((holds) => holds);
      },
    },
  } satisfies Readonly<Record<string, Condition>>),
);
