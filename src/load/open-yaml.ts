// Turn a text file into a YAML file, parsed once as long as it says the same.
import type { Memory } from '../model/memory.ts';
import { recallTold, toldKind } from '../model/recall-told.ts';
import type { SourceFile, YamlFile } from '../model/sources.ts';
import type { LoadCode, Report } from './codes.ts';
import { parseYaml } from './parse-yaml.ts';

/** A value with its places takes some ten bytes for each character that it was typed with. */
const yamls = toldKind<YamlFile | undefined, LoadCode>({ name: 'load/yaml', bytes: (file) => 10 * (file?.text.length ?? 0) });

/** As `parseYaml`; the same object for the same text file. */
export function openYaml(source: SourceFile, report: Report, memory: Memory): YamlFile | undefined {
  return recallTold(
    memory,
    yamls,
    () => `${memory.numberOf(source)}`,
    report,
    (told) => parseYaml(source, told),
  );
}
