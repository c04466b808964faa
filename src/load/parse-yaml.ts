// Turn the text of a YAML file into plain values that know their places; every fault of it becomes a finding.
import type { Report } from '../model/diagnostic.ts';
import type { SourceFile, YamlFile } from '../model/sources.ts';
import { libraryYaml } from './library-yaml.ts';
import { spanOf } from './line-starts.ts';
import { type Place, placeOf } from './place.ts';
import { plainYaml } from './plain-yaml.ts';

/** Parses a file; undefined when it is not sound YAML. Numbers stay text: `1.10`, `012` and `3,546,372` are what was typed. */
export function parseYaml(source: SourceFile, report: Report): YamlFile | undefined {
  const placed = plainYaml(source.text) ?? libraryYaml(source, report);
  return placed && placedFile(source, placed.value, placed.place);
}

/** A YAML file from a value and its places. */
function placedFile(source: SourceFile, value: unknown, root: Place): YamlFile {
  return {
    ...source,
    value,
    locate: (path, key = false) => {
      const { start, end } = placeOf(root, path, key);
      return spanOf(source, start, end);
    },
  };
}

/** An empty file of a given name, for what was not read because another file did not name it. */
export function emptyYaml(file: string): YamlFile {
  return placedFile({ file, text: '', lineStarts: [0] }, null, { start: 0, end: 0 });
}
