// Turn the tree of a statement's rows into a list: each row with its depth, each total with the rows that it sums.
import { inLang, type PerLang } from '../model/language.ts';
import { dataLimits } from '../model/limits.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import type { RowSpec } from '../model/statement-spec.ts';
import { buildCells } from './build-cells.ts';
import { tooMany } from './check-texts.ts';
import type { RowData, TotalData } from './schema/statement.ts';
import type { Scope } from './scope.ts';

/** A row as part of the total above it. */
interface Part {
  readonly concept: string;
  readonly weight: 1 | -1;
}

type Kind = 'statement' | 'statistics';

/**
 * A group's head stands at the depth of the group, its rows one deeper, its total at the depth of the head unless `level: in`
 * sets it among the rows; a group without a head does not indent. A total sums the direct children of its group: rows, and
 * totals of inner groups; an inner group without a total gives its own children. A child that an `of` row beside it sums
 * already is not summed again.
 */
export function buildRows(data: readonly RowData[], kind: Kind, columns: readonly string[], scope: Scope): readonly RowSpec[] {
  const rows: RowSpec[] = [];
  const concepts = new Map<string, YamlPath>();

  const name = (concept: string, path: YamlPath): void => {
    scope.knowsConcept(concept, path);
    const earlier = concepts.get(concept);
    if (earlier) {
      const related = [{ at: scope.at(earlier), message: 'first row here' }];
      scope.fail({
        code: 'validate/duplicate',
        message: say`${concept} has two rows in this statement`,
        path,
        related,
        hints: ['keep one of them'],
      });
    }
    concepts.set(concept, path);
  };

  const group = (children: readonly RowData[], path: YamlPath, depth: number): Part[] => {
    const parts: Part[] = [];
    const covered = new Set<string>();
    for (const [index, child] of children.entries()) {
      const here = [...path, index];
      checkShape(child, here, scope);
      if (child.concept !== undefined) {
        name(child.concept, [...here, 'concept']);
        const of = child.of?.map(signed);
        rows.push(specOf(child, here, kind, depth, of, columns, scope));
        for (const part of of ?? []) covered.add(part.concept);
        if (child.weight !== '0') parts.push({ concept: child.concept, weight: child.weight === '-1' ? -1 : 1 });
      } else {
        parts.push(...inner(child, here, depth));
      }
    }
    return parts.filter((part) => !covered.has(part.concept));
  };

  const inner = (data: RowData, path: YamlPath, depth: number): Part[] => {
    const deeper = data.head ? depth + 1 : depth;
    if (data.head) rows.push(specOf(data, path, kind, depth, undefined, columns, scope));
    const parts = group(data.rows ?? [], [...path, 'rows'], deeper);
    const { total } = data;
    if (!total) return parts;
    const here = [...path, 'total'];
    name(total.concept, [...here, 'concept']);
    rows.push(specOf(total, here, kind, total.level === 'in' ? deeper : depth, parts, columns, scope));
    return total.weight === '0' ? [] : [{ concept: total.concept, weight: total.weight === '-1' ? -1 : 1 }];
  };

  group(data, ['rows'], 0);
  if (rows.length > dataLimits.rows) {
    scope.fail({
      code: 'validate/wrong-type',
      ...tooMany('the statement', rows.length, dataLimits.rows, 'rows'),
      path: ['rows'],
      key: true,
    });
  }
  checkReferences(data, ['rows'], concepts, scope);
  return rows;
}

function specOf(
  data: RowData | TotalData,
  path: YamlPath,
  kind: Kind,
  depth: number,
  of: readonly Part[] | undefined,
  columns: readonly string[],
  scope: Scope,
): RowSpec {
  const own = data.labels && scope.labels(data.labels, [...path, 'labels']);
  const { note } = data;
  const isTotal = path.at(-1) === 'total';
  const cells = buildCells(data.cells, columns, path, scope);
  return {
    kind: data.concept === undefined ? 'head' : isTotal ? 'total' : 'item',
    depth,
    ...(data.concept !== undefined && { concept: data.concept }),
    negate: data.negate ?? false,
    ...(followsSign(data, path, scope) && { followSign: true }),
    ...(of && { of }),
    ...(own && { labels: own }),
    ...('head' in data && data.head !== undefined && headOf(data.head, [...path, 'head'], scope)),
    ...(isUnlabelled(data, of, path, scope) && { unlabelled: true }),
    ...(cells && { cells }),
    ...(note && { note: scope.eachLang((lang) => ({ value: inLang(note, lang), at: scope.at([...path, 'note', lang]) })) }),
    italic: data.italic ?? false,
    percentSign: data['percent-sign'] ?? false,
    rule: data.rule ?? (of && kind === 'statement' ? 'total' : 'none'),
    ...(data.scale && { scale: data.scale }),
    ...(data.decimals !== undefined && { decimals: scope.count(data.decimals, [...path, 'decimals'], 0, 9) }),
    ...(data.periods && { periods: cellPeriods(data.periods, columns, [...path, 'periods'], scope) }),
    blank: data.blank ?? [],
    ...tiedTo(data, path, scope),
    at: scope.at([...path, data.concept === undefined ? 'head' : 'concept']),
  };
}

/** What the head of a group prints: its own words, or the name of what it refers to. */
export function headOf(head: string | PerLang<string>, path: YamlPath, scope: Scope): Pick<RowSpec, 'labels' | 'named'> {
  if (typeof head !== 'string') return { labels: scope.labels(head, path) };
  scope.knowsName(head, path);
  return { named: head };
}

/** By column, ids of periods. */
function cellPeriods(
  data: Readonly<Record<string, string>>,
  columns: readonly string[],
  path: YamlPath,
  scope: Scope,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(data).map(([column, period]) => {
      const here = [...path, column];
      if (!columns.includes(column)) {
        const message = say`column ${column} is not one of this statement`;
        scope.fail({ code: 'validate/unknown-column', message, path: here, key: true, hints: nameHints(column, columns) });
      }
      return [column, scope.periodId(period, here)];
    }),
  );
}

/** Only what the rows above it say needs no label: a sum of them. */
function isUnlabelled(data: RowData | TotalData, of: readonly Part[] | undefined, path: YamlPath, scope: Scope): boolean {
  if (data.unlabelled !== true) return false;
  const beside = (['labels', 'note', 'follow-sign', 'italic'] as const).find((key) => data[key] !== undefined && data[key] !== false);
  if (!of || beside) {
    scope.fail({
      code: 'validate/wrong-type',
      message: beside ? say`a row without a label has no ${beside}` : 'a row that sums nothing has a label',
      path: [...path, 'unlabelled'],
      key: true,
      hints: [beside ? say`remove ${beside}: or unlabelled:` : 'remove unlabelled:, or make it the total of a group'],
    });
  }
  return true;
}

/** A label of its own does not follow. */
function followsSign(data: RowData | TotalData, path: YamlPath, scope: Scope): boolean {
  if (data['follow-sign'] !== true) return false;
  if (data.labels || data.concept === undefined) {
    scope.fail({
      code: 'validate/wrong-type',
      message: data.labels ? 'a row has a label of its own or follows the sign, not both' : 'a row without a concept has no sign to follow',
      path: [...path, 'follow-sign'],
      key: true,
      hints: [data.labels ? 'remove labels: or follow-sign:' : 'remove follow-sign:'],
    });
  }
  return true;
}

/** The row of another statement that this one prints alike. */
function tiedTo(data: RowData | TotalData, path: YamlPath, scope: Scope): Pick<RowSpec, 'tied'> {
  const { tied, concept: own } = data;
  if (!tied || own === undefined) return {};
  const { statementIds } = scope.names;
  if (!statementIds.has(tied.statement)) {
    const hints = nameHints(tied.statement, statementIds);
    const message = say`statement ${tied.statement} is not known`;
    scope.fail({ code: 'validate/unknown-statement', message, path: [...path, 'tied', 'statement'], hints });
  }
  const concept = tied.concept ?? own;
  if (tied.concept !== undefined) scope.knowsConcept(tied.concept, [...path, 'tied', 'concept']);
  return { tied: { statement: tied.statement, concept, at: scope.at([...path, 'tied'], true) } };
}

/** A row is a concept, or a group of rows with a head, a total, or both. */
function checkShape(data: RowData, path: YamlPath, scope: Scope): void {
  const groupKeys = (['head', 'rows', 'total'] as const).filter((key) => data[key] !== undefined);
  if (data.concept === undefined && groupKeys.length === 0) {
    scope.fail({ code: 'validate/missing-key', message: 'a row has neither concept nor head', path, hints: ['add concept: or head:'] });
  }
  if (data.concept !== undefined) {
    for (const key of groupKeys) {
      const message = say`a row with a concept has no ${key}: it is a row or a group, not both`;
      scope.fail({
        code: 'validate/wrong-type',
        message,
        path: [...path, key],
        key: true,
        hints: ['move the concept into the total of the group'],
      });
    }
  }
  if (data.concept === undefined && data.of) {
    scope.fail({ code: 'validate/missing-key', message: 'a computed row has no concept', path: [...path, 'of'], key: true });
  }
  if (data.total && !data.rows?.length) {
    scope.fail({ code: 'validate/missing-key', message: 'a total has no rows to sum', path: [...path, 'total'], key: true });
  }
}

/** What an `of` row sums are rows of the same statement. */
function checkReferences(rows: readonly RowData[], path: YamlPath, concepts: ReadonlyMap<string, YamlPath>, scope: Scope): void {
  for (const [index, row] of rows.entries()) {
    const summed = new Map<string, number>();
    for (const [place, text] of (row.of ?? []).entries()) {
      const { concept } = signed(text);
      const here = [...path, index, 'of', place];
      if (!concepts.has(concept)) {
        const message = say`${concept} is not a row of this statement`;
        scope.fail({ code: 'validate/unknown-concept', message, path: here, hints: nameHints(concept, concepts.keys()) });
      } else if (concept === row.concept) {
        scope.fail({ code: 'validate/formula', message: say`${concept} is summed from itself`, path: here });
      } else if (summed.has(concept)) {
        const related = [{ at: scope.at([...path, index, 'of', summed.get(concept) ?? 0]), message: 'first summed here' }];
        scope.fail({
          code: 'validate/duplicate',
          message: say`${concept} is summed twice`,
          path: here,
          related,
          hints: ['keep one of them'],
        });
      } else {
        summed.set(concept, place);
      }
    }
    if (row.rows) checkReferences(row.rows, [...path, index, 'rows'], concepts, scope);
  }
}

function signed(text: string): Part {
  return text.startsWith('-') ? { concept: text.slice(1).trim(), weight: -1 } : { concept: text, weight: 1 };
}
