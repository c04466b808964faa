// Turn a path into words: what a value of a data file is called in findings.
import type { YamlPath } from '../model/sources.ts';

/** `labels of tax.income`, `why of item 1 of overrides`, `the file`. */
export function called(path: YamlPath): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  const parent = path.slice(0, -1);
  const name = typeof last === 'number' ? `item ${last + 1}` : last;
  return parent.length > 0 ? `${name} of ${called(parent)}` : name;
}
