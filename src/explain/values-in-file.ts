// Turn a file of values, YAML or CSV, into figures and what is supposed for each, with the line that gives it.
import { factKey, parseFactReference } from '../figures/fact-key.ts';
import { decodeText } from '../load/decode-text.ts';
import { parseYaml } from '../load/parse-yaml.ts';
import { readCsv } from '../load/read-csv.ts';
import { type Finding, UsageError } from '../model/finding.ts';
import { dataLimits } from '../model/limits.ts';
import { quoted } from '../model/printable.ts';
import { say, sayAll } from '../model/say.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';
import type { GivenValue } from './supposed-values.ts';

/** What a file of values is called: what else is given for one is no file. */
export const valuesFile = /\.(?:ya?ml|csv)$/i;

/** Values of one file; `name` as its user named it. Refuses, as wrong usage, one in which anything is not a figure and its value. */
export function valuesInFile(name: string, data: Buffer): readonly GivenValue[] {
  const found: Finding[] = [];
  const source = decodeText(name, data, (finding) => found.push(finding));
  const yaml = source && !/\.csv$/i.test(name) ? parseYaml(source, (finding) => found.push(finding)) : undefined;
  const faults = found
    .filter(({ severity }) => severity === 'error')
    .map(({ at, message, hints = [] }) => say`${at ? say`${name}:${at.line}:${at.column}: ` : ''}${sayAll([message, ...hints], '; ')}`);
  if (faults.length > 0 || !source) throw new UsageError(faults.join('\n'));
  const values = yaml ? valuesOfMapping(yaml) : valuesOfRows(name, source.text);
  if (values.length === 0) throw new UsageError(say`${name} holds no values`);
  return values;
}

/** `concept@period: value`, or the id or role of a period with a mapping of its concepts, as period files have them. */
function valuesOfMapping(file: YamlFile): readonly GivenValue[] {
  const place = (path: YamlPath, key = false) => {
    const { line, column } = file.locate(path, key);
    return `${file.file}:${line}:${column}`;
  };
  const faults: string[] = [];
  const entries = (value: unknown, path: YamlPath, period?: string): readonly GivenValue[] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.push(say`${place(path)}: figures and their values are wanted here; write concept@period: value`);
      return [];
    }
    return Object.entries(value).flatMap(([key, inner]): readonly GivenValue[] => {
      const at = [...path, key];
      if (typeof inner === 'string' && inner.length <= dataLimits.valueCharacters)
        return [{ figure: period === undefined ? key : factKey(key, period), value: inner, place: place(at) }];
      if (typeof inner === 'object' && inner !== null && period === undefined) return entries(inner, at, key);
      faults.push(say`${place(at, true)}: ${quoted(key)} has no value; write it as a data file does, 10,568,342 or (193,782), "-" for nil`);
      return [];
    });
  };
  const values = entries(file.value, []);
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  return values;
}

type Column = 'figure' | 'period' | 'value';

/** Heads of columns, in small letters. */
const heads: Readonly<Record<string, Column>> = {
  figure: 'figure',
  fact: 'figure',
  concept: 'figure',
  period: 'period',
  value: 'value',
};

/** Without a head `concept@period,value` or `concept,period,value`; with one, columns of other names are remarks. */
function valuesOfRows(name: string, text: string): readonly GivenValue[] {
  const { rows, fault } = readCsv(text);
  if (fault) throw new UsageError(say`${name}:${fault.line}: ${fault.message}`);
  const [first] = rows;
  const named = first?.fields.map((field) => heads[field.trim().toLowerCase()]) ?? [];
  const headed = named.includes('figure') && named.includes('value');
  const faults: string[] = [];
  const values = rows.slice(headed ? 1 : 0).flatMap(({ line, fields }): readonly GivenValue[] => {
    const columns: readonly (Column | undefined)[] = headed
      ? named
      : fields.length === 2
        ? ['figure', 'value']
        : ['figure', 'period', 'value'];
    const of = (column: Column) => fields[columns.indexOf(column)]?.trim() ?? '';
    const [figure, period, value] = [of('figure'), of('period'), of('value')];
    const twice = period !== '' && parseFactReference(figure).period !== undefined;
    if (fields.length !== columns.length || twice || figure === '' || value === '') {
      faults.push(
        say`${name}:${line}: ${fields.length} fields, and ${columns.length === 2 ? 'a figure and its value' : headed ? say`${columns.length} heads` : 'a concept, a period and a value'} are wanted; put a value that has commas in quotation marks: "10,568,342"`,
      );
      return [];
    }
    return [{ figure: period === '' ? figure : factKey(figure, period), value, place: `${name}:${line}` }];
  });
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  return values;
}
