// Turn two YAML files into one: the upper laid over the lower, each value at the place where it is written.
import { isMapping } from './mapping.ts';
import type { YamlFile, YamlPath } from './sources.ts';

/** Mappings are merged key by key; a list, a text or an empty value replaces what is below it. Name and text are those of `over`. */
export function overlayYaml(over: YamlFile, under: YamlFile): YamlFile {
  return {
    ...over,
    value: merged(over.value, under.value),
    locate: (path, key) => (standsOnlyBelow(over.value, under.value, path) ? under : over).locate(path, key),
  };
}

function merged(over: unknown, under: unknown): unknown {
  if (!isMapping(over) || !isMapping(under)) return over;
  const value: Record<string, unknown> = Object.assign(Object.create(null), under);
  for (const [key, own] of Object.entries(over)) value[key] = Object.hasOwn(under, key) ? merged(own, under[key]) : own;
  return value;
}

/** Whether the path leaves what both have by a key of the lower one alone: from there on, that is the file where things stand. */
function standsOnlyBelow(over: unknown, under: unknown, [step, ...rest]: YamlPath): boolean {
  if (step === undefined || !isMapping(over) || !isMapping(under) || !Object.hasOwn(under, step)) return false;
  return !Object.hasOwn(over, step) || standsOnlyBelow(over[step], under[step], rest);
}
