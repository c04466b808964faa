// Turn a YAML file whose entries depend on the form of a release into the one that this release has: what does not hold is taken out.
import { isMapping } from '../model/mapping.ts';
import type { Memory } from '../model/memory.ts';
import { nameHints } from '../model/nearest-name.ts';
import { quoted } from '../model/printable.ts';
import { say, sayWord } from '../model/say.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';
import type { Circumstances } from './circumstances.ts';
import type { Report } from './codes.ts';
import { type Condition, conditions } from './condition-kinds.ts';
import { type Fail, failIn } from './fail-in.ts';
import { withoutLostColumns } from './lost-columns.ts';
import { part, partKind } from './part.ts';
import { fileOf, nodeOf, type YamlNode } from './yaml-nodes.ts';

/** What is left of a file, and the flags that its conditions asked for. */
export interface Conditioned {
  /** Undefined where a condition on the whole file does not hold. */
  readonly file?: YamlFile;
  /** Names of flags. */
  readonly flags: readonly string[];
}

const resolved = partKind<Conditioned>('conditioned', ({ file }) => 8 * (file?.text.length ?? 0));

/** Files without conditions are what they are: looking for the words is cheaper than walking the values. */
const mayDepend = /\b(?:when|optional|one-of)\b/;

/**
 * - `when: {standard: ifrs, term: [q1, q3], …}` on an entry keeps it where all of its conditions hold, each by one of its values
 * - `optional: yes` keeps a row or column whose concept the issuer has
 * - `{one-of: [{when: …, …}, {…}]}` stands for the first of its entries that is kept, and for nothing where none is
 * - `{when: …, is: words}` makes an entry of what is no mapping
 */
export function resolveConditions(file: YamlFile, about: Circumstances, report: Report, memory: Memory): Conditioned {
  if (!mayDepend.test(file.text)) return { file, flags: [] };
  return part(memory, resolved, [file, about], report, (told) => {
    const resolver = new Resolver(about, failIn(file, told));
    const root = nodeOf(file.value);
    const kept = resolver.kept(root);
    const flags = [...resolver.flags];
    return kept ? { file: fileOf(file, withoutLostColumns(root, kept)), flags } : { flags };
  });
}

class Resolver {
  readonly flags = new Set<string>();
  readonly #about: Circumstances;
  readonly #fail: Fail;

  constructor(about: Circumstances, fail: Fail) {
    this.#about = about;
    this.#fail = fail;
  }

  /** Undefined for what does not hold. */
  kept(node: YamlNode): YamlNode | undefined {
    if (node.kind === 'single') return node;
    if (node.kind === 'list') return { ...node, items: node.items.flatMap((item) => this.kept(item) ?? []) };
    if (!this.#holds(node)) return undefined;
    const { entries, path } = node;
    const choices = entries.get('one-of');
    if (choices) return this.#first(choices, [...entries.keys()], path);
    const is = entries.get('is');
    if (is && entries.size === (entries.has('when') ? 2 : 1)) return this.kept(is);
    const inner = [...entries].flatMap(([key, value]): [string, YamlNode][] => {
      if (key === 'when' || key === 'optional') return [];
      const left = this.kept(value);
      return left ? [[key, left]] : [];
    });
    return { ...node, entries: new Map(inner) };
  }

  #first(choices: YamlNode, keys: readonly string[], path: YamlPath): YamlNode | undefined {
    const other = keys.find((key) => key !== 'one-of' && key !== 'when');
    if (choices.kind !== 'list') {
      const hints = ['write one-of: [{when: {term: year}, …}, {…}]'];
      return this.#fail({ code: 'validate/wrong-type', message: 'one-of is not a list of entries', path: [...path, 'one-of'], hints });
    }
    if (other !== undefined) {
      const message = say`one-of stands for a whole entry: ${other} cannot stand beside it`;
      return this.#fail({ code: 'validate/unknown-key', message, path: [...path, other], key: true, hints: ['put it into each of them'] });
    }
    for (const choice of choices.items) {
      const left = this.kept(choice);
      if (left) return left;
    }
    return undefined;
  }

  #holds({ entries, path }: Extract<YamlNode, { kind: 'mapping' }>): boolean {
    const when = entries.get('when');
    // All are looked at, so that each fault is told.
    const all = when ? this.#when(when) : true;
    return this.#optional(entries, path) && all;
  }

  #when(node: YamlNode): boolean {
    if (node.kind !== 'mapping') {
      this.#fail({
        code: 'validate/wrong-type',
        message: 'when is not a mapping of conditions',
        path: node.path,
        hints: ['write when: {term: [q1, q3]}'],
      });
      return false;
    }
    return [...node.entries].map(([name, asked]) => this.#condition(name, asked)).every((holds) => holds);
  }

  #condition(name: string, asked: YamlNode): boolean {
    const condition: Condition | undefined = conditions.get(name);
    if (!condition) {
      const hints = nameHints(name, conditions.keys());
      this.#fail({ code: 'validate/unknown-key', message: say`nothing depends on ${name}`, path: asked.path, key: true, hints });
      return false;
    }
    return condition.holds(asked, this.#about, {
      fail: this.#fail,
      askedFlag: (flag) => this.flags.add(flag),
    });
  }

  #optional(entries: ReadonlyMap<string, YamlNode>, path: YamlPath): boolean {
    const optional = entries.get('optional');
    if (!optional) return true;
    const here = [...path, 'optional'];
    const says = optional.kind === 'single' ? optional.value : undefined;
    if (says !== 'yes' && says !== 'no') {
      const message = say`optional is ${typeof says === 'string' ? quoted(says) : sayWord('neither')}, not yes or no`;
      this.#fail({ code: 'validate/wrong-type', message, path: here, hints: ['write optional: yes'] });
      return true;
    }
    const concept = entries.get('concept');
    if (concept?.kind !== 'single' || typeof concept.value !== 'string') {
      const message = 'optional is for an entry with a concept';
      const hints = ['give the condition as when: {concept: …}'];
      this.#fail({ code: 'validate/unknown-key', message, path: here, key: true, hints });
      return true;
    }
    return says === 'no' || this.#about.concepts.has(concept.value);
  }
}

/** What is left of one entry; undefined where it does not hold. */
export function keptNode(node: YamlNode, about: Circumstances, fail: Fail): YamlNode | undefined {
  return new Resolver(about, fail).kept(node);
}

/** Whether a file's whole depends on something that does not hold; its faults are told where it is resolved. */
export function isLeftOut({ value }: YamlFile, about: Circumstances): boolean {
  if (!isMapping(value) || value.when === undefined) return false;
  const quiet = new Resolver(about, () => undefined);
  return quiet.kept(nodeOf({ when: value.when })) === undefined;
}
