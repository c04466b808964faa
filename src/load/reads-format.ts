// Turn the format that issuer.yaml names into whether this program reads such data; another one is a finding that says what to do.
import { dataFormat } from '../model/formats.ts';
import { quoted } from '../model/printable.ts';
import { say } from '../model/say.ts';
import type { YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';

/** Data without a format have the first. */
export function readsFormat(issuer: YamlFile, report: Report): boolean {
  const { value } = issuer;
  const typed = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typed === undefined || typed === String(dataFormat)) return true;
  const later = typeof typed === 'string' && /^[1-9]\d{0,5}$/.test(typed) && Number(typed) > dataFormat;
  report({
    severity: 'error',
    code: 'load/format',
    message: later
      ? say`the data have format ${typed}, and this program reads format ${dataFormat}`
      : say`format is ${typeof typed === 'string' ? quoted(typed) : 'no number'}, and the data have format ${dataFormat}`,
    at: issuer.locate(['format']),
    hints: later
      ? ['use the kessan that wrote them, or a later one: what else is in them would be read wrongly by this one, so nothing of it is told']
      : [say`write format: ${dataFormat}, or leave it out: data without it have format 1`],
  });
  return false;
}
