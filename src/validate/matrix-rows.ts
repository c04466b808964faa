// Turn the rows of a matrix, a tree, into a list: each row with the concept of each of its cells, and the rows that it sums.
import { inLang } from '../model/language.ts';
import { dataLimits } from '../model/limits.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import type { RowSpec, StatementSpec } from '../model/statement-spec.ts';
import type { Member } from './build-members.ts';
import { headOf } from './build-rows.ts';
import { tooMany } from './check-texts.ts';
import type { MatrixColumn } from './matrix-columns.ts';
import { memberConcept } from './member-ids.ts';
import type { MatrixRowData } from './schema/statement.ts';
import type { Scope } from './scope.ts';

/** A row as another one sums it. */
export interface RowPart {
  /** Its concept, or `opening`. */
  readonly row: string;
  readonly weight: 1 | -1;
}

/** A row, by what others name it, and what it sums down each column. */
export interface MatrixRow {
  /** Its concept, `opening` or `closing`; undefined for a head. */
  readonly name?: string;
  readonly spec: RowSpec;
  readonly of: readonly RowPart[];
  /** Columns that it leaves blank on purpose. */
  readonly blank: readonly string[];
  readonly path: YamlPath;
}

/** What rows are built in. */
interface MatrixRoom {
  readonly kind: StatementSpec['kind'];
  readonly columns: readonly MatrixColumn[];
  readonly members: ReadonlyMap<string, Member>;
  /** Period of the opening balances, where the matrix names it. */
  readonly opening: string | undefined;
}

type Line = Omit<MatrixRowData, 'rows' | 'total' | 'head' | 'of'>;

/**
 * Depths, totals and what they sum go as in other statements. Closing balances sum the opening ones and all changes that stand between
 * them on their own.
 */
export function buildMatrixRows(data: readonly MatrixRowData[], room: MatrixRoom, scope: Scope): readonly MatrixRow[] {
  const rows: MatrixRow[] = [];
  const places = new Map<string, YamlPath>();

  const add = (line: Line, path: YamlPath, depth: number, of: readonly RowPart[] | undefined, isTotal: boolean): string => {
    const name = line.concept ?? line.balance ?? '';
    const earlier = places.get(name);
    if (earlier) {
      const related = [{ at: scope.at(earlier), message: 'first row here' }];
      const message =
        line.concept === undefined ? say`the matrix has two rows of ${name} balances` : say`${name} has two rows in this matrix`;
      scope.fail({ code: 'validate/duplicate', message, path, related, hints: ['keep one of them'] });
    }
    places.set(name, path);
    if (line.concept !== undefined) scope.knowsConcept(line.concept, [...path, 'concept']);
    rows.push({ name, spec: specOf(line, path, depth, of, isTotal, room, scope), of: of ?? [], blank: line.blank ?? [], path });
    return name;
  };

  const group = (children: readonly MatrixRowData[], path: YamlPath, depth: number): RowPart[] => {
    let parts: RowPart[] = [];
    for (const [index, child] of children.entries()) {
      const here = [...path, index];
      checkShape(child, here, scope);
      if (child.concept === undefined && child.balance === undefined) {
        parts.push(...inner(child, here, depth));
        continue;
      }
      const of = child.of?.map(signed) ?? (child.balance === 'closing' ? parts : undefined);
      const row = add(child, here, depth, of, false);
      const covered = new Set((of ?? []).map((part) => part.row));
      parts = parts.filter((part) => !covered.has(part.row));
      if (child.weight !== '0') parts.push({ row, weight: child.weight === '-1' ? -1 : 1 });
    }
    return parts;
  };

  const inner = (data: MatrixRowData, path: YamlPath, depth: number): RowPart[] => {
    const deeper = data.head ? depth + 1 : depth;
    if (data.head) {
      const here = [...path, 'head'];
      rows.push({ spec: { ...bare, kind: 'head', depth, ...headOf(data.head, here, scope), at: scope.at(here) }, of: [], blank: [], path });
    }
    const parts = group(data.rows ?? [], [...path, 'rows'], deeper);
    const { total } = data;
    if (!total) return parts;
    const row = add(total, [...path, 'total'], total.level === 'in' ? deeper : depth, parts, true);
    return total.weight === '0' ? [] : [{ row, weight: total.weight === '-1' ? -1 : 1 }];
  };

  group(data, ['rows'], 0);
  if (rows.length > dataLimits.rows) {
    const found = tooMany('the matrix', rows.length, dataLimits.rows, 'rows');
    scope.fail({ code: 'validate/wrong-type', ...found, path: ['rows'], key: true });
  }
  checkParts(data, ['rows'], places, scope);
  return rows;
}

const bare = { negate: false, italic: false, percentSign: false, rule: 'none', blank: [] } as const;

function specOf(
  line: Line,
  path: YamlPath,
  depth: number,
  of: readonly RowPart[] | undefined,
  isTotal: boolean,
  room: MatrixRoom,
  scope: Scope,
): RowSpec {
  const { note, concept } = line;
  const labels = line.labels && scope.labels(line.labels, [...path, 'labels']);
  if (!labels && line.balance !== undefined) {
    const hints = ['add labels: to it'];
    scope.fail({ code: 'validate/missing-label', message: say`the row of ${line.balance} balances has no labels`, path, hints });
  }
  return {
    ...bare,
    kind: isTotal ? 'total' : 'item',
    depth,
    ...(concept !== undefined && { concept }),
    ...(line['follow-sign'] === true && !labels && { followSign: true as const }),
    ...(labels && { labels }),
    ...(note && { note: scope.eachLang((lang) => ({ value: inLang(note, lang), at: scope.at([...path, 'note', lang]) })) }),
    rule: line.rule ?? (of && room.kind === 'statement' ? 'total' : 'none'),
    columnConcepts: cellsOf(line, path, room, scope),
    ...(line.balance === 'opening' && { opening: room.opening === undefined ? {} : { period: room.opening } }),
    at: scope.at([...path, concept === undefined ? 'balance' : 'concept']),
  };
}

/** By column: what the row says of it, else the row's concept of the column's member, or the balance that the member is. */
function cellsOf(line: Line, path: YamlPath, { columns, members }: MatrixRoom, scope: Scope): readonly (string | undefined)[] {
  const ids = columns.map(({ id }) => id);
  for (const [name, concept] of Object.entries(line.cells ?? {})) {
    const here = [...path, 'cells', name];
    if (ids.includes(name)) scope.knowsConcept(concept, here);
    else
      scope.fail({
        code: 'validate/unknown-column',
        message: say`column ${name} is not one of this matrix`,
        path: here,
        key: true,
        hints: nameHints(name, ids),
      });
  }
  for (const [index, name] of (line.blank ?? []).entries()) {
    if (ids.includes(name)) continue;
    const message = say`column ${name} is not one of this matrix`;
    scope.fail({ code: 'validate/unknown-column', message, path: [...path, 'blank', index], hints: nameHints(name, ids) });
  }
  return columns.map(({ id, member }) => {
    if (line.blank?.includes(id)) return undefined;
    const own = line.cells?.[id];
    if (own !== undefined) return own;
    if (line.concept === undefined)
      return member !== undefined && members.has(member) && scope.names.conceptIds.has(member) ? member : undefined;
    if (member === undefined) return line.concept;
    const concept = memberConcept(line.concept, member);
    return scope.names.conceptIds.has(concept) ? concept : undefined;
  });
}

/** A row is of a concept, of balances, or a group. */
function checkShape(data: MatrixRowData, path: YamlPath, scope: Scope): void {
  const kinds = (['concept', 'balance'] as const).filter((key) => data[key] !== undefined);
  const groupKeys = (['head', 'rows', 'total'] as const).filter((key) => data[key] !== undefined);
  if (kinds.length === 0 && groupKeys.length === 0) {
    const hints = ['add concept:, balance: or head:'];
    scope.fail({ code: 'validate/missing-key', message: 'a row has neither concept nor balance nor head', path, hints });
  }
  if (kinds.length === 2) {
    scope.fail({
      code: 'validate/wrong-type',
      message: 'a row is of a concept or of balances, not both',
      path: [...path, 'balance'],
      key: true,
    });
  }
  for (const key of kinds.length > 0 ? groupKeys : []) {
    const message = say`a row with a ${kinds[0]} has no ${key}: it is a row or a group, not both`;
    scope.fail({ code: 'validate/wrong-type', message, path: [...path, key], key: true, hints: ['move it into the total of the group'] });
  }
  if (data.total && !data.rows?.length) {
    scope.fail({ code: 'validate/missing-key', message: 'a total has no rows to sum', path: [...path, 'total'], key: true });
  }
}

/** What a row sums are other rows of the matrix. */
function checkParts(rows: readonly MatrixRowData[], path: YamlPath, places: ReadonlyMap<string, YamlPath>, scope: Scope): void {
  for (const [index, row] of rows.entries()) {
    for (const [place, text] of (row.of ?? []).entries()) {
      const { row: name } = signed(text);
      const here = [...path, index, 'of', place];
      if (!places.has(name)) {
        const hints = nameHints(name, places.keys());
        scope.fail({ code: 'validate/unknown-concept', message: say`${name} is not a row of this matrix`, path: here, hints });
      } else if (name === (row.concept ?? row.balance)) {
        scope.fail({ code: 'validate/formula', message: say`${name} is summed from itself`, path: here });
      }
    }
    if (row.rows) checkParts(row.rows, [...path, index, 'rows'], places, scope);
  }
}

function signed(text: string): RowPart {
  return text.startsWith('-') ? { row: text.slice(1).trim(), weight: -1 } : { row: text, weight: 1 };
}
