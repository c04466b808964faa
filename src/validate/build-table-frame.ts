// Turn what every table has, whichever way its rows go, into typed fields: captions, unit, summary, stub, and heads over every column once.

import { language } from '../language/languages.ts';
import { inLang, type Lang, type PerLang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say, sayAll, sayWord } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import type { HeadSpec, StatementSpec } from '../model/statement-spec.ts';
import type { HeadData, StatementData } from './schema/statement.ts';
import type { Scope } from './scope.ts';

type TableFrame = Omit<StatementSpec, 'columns' | 'rows' | 'grid'>;

/** Every table says these of itself. */
type FrameData = Omit<StatementData, 'orientation' | 'columns' | 'rows'> & { readonly columns: readonly { readonly id: string }[] };

/** Percentages are printed to a tenth unless their column says otherwise. */
export const percentDecimals = 1;

export function buildTableFrame(id: string, data: FrameData, scope: Scope): TableFrame {
  return {
    id,
    kind: data.kind,
    captions: scope.eachLang((lang) =>
      inLang(data.captions, lang).map((value, index) => ({ value, at: scope.at(['captions', lang, index]) })),
    ),
    ...(data.unit && { unit: scope.labels(data.unit, ['unit']) }),
    summary: scope.labels(data.summary, ['summary']),
    stub: scope.labels(data.stub, ['stub'], 'may be empty'),
    scale: data.scale,
    decimals: scope.count(data.decimals, ['decimals'], 0, 9),
    heads: buildHeads(
      data.heads,
      data.columns.map((column) => column.id),
      scope,
    ),
    at: scope.at([]),
  };
}

/** `columns` are the ids of the statement's columns, from left to right; a language without heads has a bare one over each, and an empty list none at all. */
function buildHeads(
  data: PerLang<readonly HeadData[] | undefined> | undefined,
  columns: readonly string[],
  scope: Scope,
): PerLang<readonly HeadSpec[]> {
  // A column given twice cannot be headed once.
  const distinct = new Set(columns).size === columns.length;
  return scope.eachLang((lang) => {
    const heads = data?.[lang];
    if (!heads) return columns.map((column, index) => ({ over: [], column, at: scope.at(['columns', index]) }));
    // Rows may say all that there is to say.
    if (heads.length === 0) return [];
    if (distinct) checkColumns(lang, heads, columns, scope);
    return heads.map((head, index) => buildHead(head, ['heads', lang, index], scope));
  });
}

function buildHead(data: HeadData, path: YamlPath, scope: Scope): HeadSpec {
  const { fail } = scope;
  const { concept } = data;
  if (data.head === undefined && data.period === undefined && data.column === undefined && concept === undefined) {
    fail({ code: 'validate/missing-key', message: 'a head has neither text nor period', path, hints: ['add head: or period:'] });
  } else if (concept !== undefined && (data.head !== undefined || data.period !== undefined)) {
    const message = 'a head is the name of a concept, or a text or a period, not both';
    fail({ code: 'validate/wrong-type', message, path: [...path, 'concept'], key: true });
  } else if (data.head !== undefined && data.period !== undefined) {
    fail({ code: 'validate/wrong-type', message: 'a head is a text or a period, not both', path: [...path, 'head'], key: true });
  }
  if (data.style !== undefined && data.period === undefined) {
    fail({ code: 'validate/unknown-key', message: 'style is for the name of a period', path: [...path, 'style'], key: true });
  }
  if (concept !== undefined) scope.knowsConcept(concept, [...path, 'concept']);
  const over = data.over ?? [];
  if (data.column === undefined && over.length === 0) {
    fail({ code: 'validate/missing-key', message: 'a head stands over no column', path, hints: ['add column: or over:'] });
  } else if (data.column !== undefined && over.length > 0) {
    fail({
      code: 'validate/wrong-type',
      message: 'a head stands over a column or over heads, not both',
      path: [...path, 'column'],
      key: true,
    });
  }
  return {
    ...(data.head !== undefined && { text: data.head }),
    ...(data.period !== undefined && {
      period: { id: scope.periodId(data.period, [...path, 'period']), style: data.style ?? ('end' as const) },
    }),
    ...(concept !== undefined && { concept }),
    over: over.map((head, index) => buildHead(head, [...path, 'over', index], scope)),
    ...(data.column !== undefined && { column: data.column }),
    at: scope.at([
      ...path,
      data.head !== undefined ? 'head' : data.period !== undefined ? 'period' : concept !== undefined ? 'concept' : 'column',
    ]),
  };
}

function checkColumns(lang: Lang, heads: readonly HeadData[], columns: readonly string[], scope: Scope): void {
  const { fail } = scope;
  const seen = new Map<string, YamlPath>();
  let sound = true;
  for (const { column, path } of leaves(heads, ['heads', lang])) {
    const earlier = seen.get(column);
    sound &&= !earlier && columns.includes(column);
    if (!columns.includes(column)) {
      const hints = nameHints(column, columns);
      fail({ code: 'validate/unknown-column', message: say`column ${column} is not one of this statement`, path, hints });
    } else if (earlier) {
      const related = [{ at: scope.at(earlier), message: 'first headed here' }];
      fail({ code: 'validate/duplicate', message: say`column ${column} is headed twice in ${language(lang).name}`, path, related });
    } else {
      seen.set(column, path);
    }
  }
  if (!sound) return;
  const missing = columns.filter((column) => !seen.has(column));
  if (missing.length > 0) {
    const message = say`${missing.length > 1 ? sayWord('columns') : sayWord('column')} ${sayAll(missing, ', ')} ${missing.length > 1 ? sayWord('have') : sayWord('has')} no head in ${language(lang).name}`;
    fail({ code: 'validate/missing-label', message, path: ['heads', lang], key: true, hints: ['add a head for every column'] });
    return;
  }
  const headed = [...seen];
  const astray = headed.find(([column], index) => column !== columns[index]);
  if (!astray) return;
  const message = say`the heads in ${language(lang).name} stand in another order than the columns`;
  fail({ code: 'validate/wrong-type', message, path: astray[1], hints: [say`the order is ${sayAll(columns, ', ')}`] });
}

/** Heads that name a column, from left to right, with the path of that name. */
function leaves(heads: readonly HeadData[], path: YamlPath): { readonly column: string; readonly path: YamlPath }[] {
  return heads.flatMap((head, index) => {
    const here = [...path, index];
    if (head.over && head.over.length > 0) return leaves(head.over, [...here, 'over']);
    return head.column === undefined ? [] : [{ column: head.column, path: [...here, 'column'] }];
  });
}
