// Turn a release's folder into what its issuer says about a correction: correction.yaml, which no other command reads.

import type { YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import { fileReader } from './file-reader.ts';
import { parseYaml } from './parse-yaml.ts';

/** What a first correction.yaml may be copied from. */
const example = [
  'write it beside release.yaml, for example:',
  'date: {ja: 2024-11-20, en: 2024-11-19}',
  'reason: {ja: 集計に誤りがありましたので…訂正いたします。, en: An error was found in …}',
] as const;

/** Undefined, and reported, when the file is missing or not sound. */
export function loadCorrection(root: string, issuerId: string, releaseId: string, report: Report): YamlFile | undefined {
  let sound = true;
  const note: Report = (finding) => {
    sound &&= finding.severity !== 'error';
    report(finding);
  };
  const source = fileReader(root, note).text(`data/${issuerId}/releases/${releaseId}/correction.yaml`, example);
  const file = source && parseYaml(source, note);
  return sound ? file : undefined;
}
