// Turn the map of a workbook into what is read from which sheet, column and row; every fault of it has its place.
import type * as z from 'zod/mini';
import type { ImportMap, MappedColumn, MappedRow, SheetMap, WorkbookScale } from '../model/import-map.ts';
import { isMapping } from '../model/mapping.ts';
import { nameHints } from '../model/nearest-name.ts';
import type { Concept } from '../model/release.ts';
import { say } from '../model/say.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';
import { checkSchema } from './check-schema.ts';
import type { Report } from './codes.ts';
import { failIn } from './fail-in.ts';
import { importMapSchema } from './schema/import-map.ts';

type MapData = z.infer<ReturnType<typeof importMapSchema>>;
type SheetData = MapData['sheets'][string];

/** The word for the period that a command names. */
const givenPeriod = 'given';

/** Only its form: names are looked up by `checkMapNames`, once its issuer is known. Undefined after an error. */
export function readImportMap(file: YamlFile, report: Report): MapData | undefined {
  return checkSchema(importMapSchema(), inFull(file), report);
}

/** Undefined when an error was reported. */
export function buildImportMap(
  data: MapData,
  typed: YamlFile,
  names: { readonly concepts: ReadonlyMap<string, Concept>; readonly periods: ReadonlySet<string> },
  report: Report,
): ImportMap | undefined {
  let sound = true;
  const file = inFull(typed);
  const fail = failIn(file, (finding) => {
    sound &&= finding.severity !== 'error';
    report(finding);
  });
  const at = (path: YamlPath, key = false) => file.locate(path, key);
  const number = (text: string, path: YamlPath): number => {
    if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
    fail({ code: 'validate/number', message: say`${text} is not the number of a row`, path, hints: ['rows count from 1'] });
    return 1;
  };
  const sheets = Object.entries(data.sheets).map(([name, sheet]): SheetMap => {
    const path = ['sheets', name];
    const columns = Object.entries(sheet.columns).map(([head, column]): MappedColumn => {
      const place = [...path, 'columns', head];
      const named = column.period !== givenPeriod;
      if (named && !names.periods.has(column.period)) {
        const hints = [...nameHints(column.period, names.periods), say`${givenPeriod} stands for the period that --period names`];
        fail({ code: 'validate/unknown-period', message: say`period ${column.period} is not known`, path: [...place, 'period'], hints });
      }
      return {
        name: head,
        period: named ? column.period : undefined,
        reversed: isReversed(column),
        ...scaleOf(column),
        at: at(place, true),
      };
    });
    const rows = Object.entries(sheet.rows).flatMap(([label, specs]) =>
      specs.map((row, index): MappedRow => {
        const place = [...path, 'rows', label, index];
        if (!names.concepts.has(row.concept)) {
          const hints = nameHints(row.concept, names.concepts.keys());
          fail({ code: 'validate/unknown-concept', message: say`concept ${row.concept} is not known`, path: [...place, 'concept'], hints });
        }
        return {
          name: label,
          concept: row.concept,
          reversed: isReversed(row),
          ...scaleOf(row),
          ...(row.under !== undefined && { under: row.under }),
          ...(row.row !== undefined && { row: number(row.row, [...place, 'row']) }),
          at: at([...path, 'rows', label], true),
        };
      }),
    );
    sheet.reverse.forEach((pattern, index) => {
      if ([...names.concepts.keys()].some((id) => isOf(pattern, id))) return;
      const message = say`${pattern} is no concept, and none begins so`;
      fail({
        code: 'validate/unknown-concept',
        message,
        path: [...path, 'reverse', index],
        hints: ['write liabilities.total, or liabilities.*'],
      });
    });
    return {
      name,
      labels: sheet.labels ?? [],
      heads: (sheet.heads ?? []).map((row, index) => number(row, [...path, 'heads', index])),
      columns,
      ...scaleOf(sheet),
      digits: sheet.digits,
      reverse: sheet.reverse,
      rows,
      ignore: sheet.ignore,
      at: at(path, true),
    };
  });
  return sound ? { ...(data.issuer !== undefined && { issuer: { value: data.issuer, at: at(['issuer']) } }), sheets } : undefined;
}

/** Whether a concept is the one that a pattern names, or begins as it does before its `*`. */
export function isOf(pattern: string, concept: string): boolean {
  return pattern.endsWith('*') ? concept.startsWith(pattern.slice(0, -1)) : concept === pattern;
}

const isReversed = ({ sign }: { readonly sign?: string | undefined }): boolean => sign === 'reversed';

function scaleOf({ scale }: { readonly scale?: WorkbookScale | undefined }): { readonly scale?: WorkbookScale } {
  return scale === undefined ? {} : { scale };
}

/** The file with its short forms written out: places of what is inside of one are those of the whole. */
function inFull(file: YamlFile): YamlFile {
  const typed = (path: YamlPath): YamlPath => {
    const [sheets, sheet, part, name, index, ...rest] = path;
    if (part !== 'rows' || typeof index !== 'number') return path;
    const rows = isMapping(file.value) && isMapping(file.value.sheets) ? file.value.sheets[String(sheet)] : undefined;
    const row = isMapping(rows) && isMapping(rows.rows) ? rows.rows[String(name)] : undefined;
    return Array.isArray(row) ? path : [sheets ?? '', sheet ?? '', part, name ?? '', ...rest];
  };
  const whole = (path: YamlPath): YamlPath => {
    // What a short form says is its own value.
    const last = path.at(-1);
    const parent = valueAt(file.value, path.slice(0, -1));
    return (last === 'concept' || last === 'period') && typeof parent === 'string' ? path.slice(0, -1) : path;
  };
  return { ...file, value: withLongForms(file.value), locate: (path, key) => file.locate(whole(typed(path)), key) };
}

function valueAt(root: unknown, path: YamlPath): unknown {
  let value = root;
  for (const step of path) value = Array.isArray(value) ? value[Number(step)] : isMapping(value) ? value[step] : undefined;
  return value;
}

/** A period alone is a column, a concept alone a row, one row a list of one: places of what is inside are those of the whole. */
function withLongForms(value: unknown): unknown {
  if (!isMapping(value) || !isMapping(value.sheets)) return value;
  return { ...value, sheets: mapped(value.sheets, sheetInFull) };
}

function sheetInFull(sheet: unknown): unknown {
  if (!isMapping(sheet)) return sheet;
  const listed = (key: keyof SheetData) => (typeof sheet[key] === 'string' ? { [key]: [sheet[key]] } : {});
  return {
    ...sheet,
    ...listed('labels'),
    ...listed('heads'),
    ...listed('reverse'),
    ...listed('ignore'),
    ...(isMapping(sheet.columns) && {
      columns: mapped(sheet.columns, (column) => (typeof column === 'string' ? { period: column } : column)),
    }),
    ...(isMapping(sheet.rows) && {
      rows: mapped(sheet.rows, (row) => {
        const rows: readonly unknown[] = Array.isArray(row) ? row : [row];
        return rows.map((each) => (typeof each === 'string' ? { concept: each } : each));
      }),
    }),
  };
}

function mapped(mapping: Readonly<Record<string, unknown>>, of: (value: unknown) => unknown): Readonly<Record<string, unknown>> {
  return Object.assign(Object.create(null), Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key, of(value)])));
}
