// Turn the columns of a matrix, a tree under heads, into a list of columns and the heads over them in each language.
import { inLang, type PerLang } from '../model/language.ts';
import { dataLimits } from '../model/limits.ts';
import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import type { YamlPath } from '../model/sources.ts';
import type { Labels, Span } from '../model/span.ts';
import type { HeadSpec } from '../model/statement-spec.ts';
import type { Member } from './build-members.ts';
import { headOf } from './build-rows.ts';
import { tooMany } from './check-texts.ts';
import type { MatrixColumnData } from './schema/statement.ts';
import type { Scope } from './scope.ts';

/** A column with figures. */
export interface MatrixColumn {
  readonly id: string;
  /** What its figures are of; undefined for the concepts of the rows as they are. */
  readonly member?: string;
  /** Columns that it is the signed sum of, by its own words; its member may say more. */
  readonly of: readonly { readonly column: string; readonly weight: 1 | -1 }[];
  readonly at: Span;
}

interface MatrixColumns {
  /** From left to right. */
  readonly leaves: readonly MatrixColumn[];
  readonly heads: PerLang<readonly HeadSpec[]>;
}

/** A head without words of its own is named by language when the heads are made. */
interface HeadNode {
  readonly labels?: Labels;
  /** The concept, or the heading of the dictionary, whose name over columns it prints. */
  readonly named?: string;
  readonly column?: string;
  readonly over: readonly HeadNode[];
  readonly at: Span;
}

export function buildMatrixColumns(data: readonly MatrixColumnData[], members: ReadonlyMap<string, Member>, scope: Scope): MatrixColumns {
  const leaves: MatrixColumn[] = [];
  const places = new Map<string, YamlPath>();

  const leaf = (column: MatrixColumnData, path: YamlPath): HeadNode => {
    const { member, id = member } = column;
    const known = member === undefined ? undefined : members.get(member);
    if (member !== undefined && !known) {
      const hints = [...nameHints(member, members.keys()), 'members are declared in members.yaml'];
      scope.fail({ code: 'validate/unknown-member', message: say`member ${member} is not known`, path: [...path, 'member'], hints });
    }
    if (id === undefined) {
      scope.fail({ code: 'validate/missing-key', message: 'a column has neither id nor member', path, hints: ['add member: or id:'] });
    }
    const name = id ?? `${path.join('.')}`;
    const earlier = places.get(name);
    if (earlier) {
      const related = [{ at: scope.at(earlier), message: 'first given here' }];
      scope.fail({
        code: 'validate/duplicate',
        message: say`column ${name} is given twice`,
        path,
        related,
        hints: ['give one of them an id of its own'],
      });
    }
    places.set(name, path);
    const own = column.head === undefined ? {} : headOf(column.head, [...path, 'head'], scope);
    const words = column.head === undefined && known?.labels ? { labels: known.labels } : own;
    if (!words.labels && words.named === undefined && id !== undefined && member === undefined) {
      const hints = ['add head: to it; a column of a member needs none'];
      scope.fail({ code: 'validate/missing-label', message: say`column ${name} has no head`, path, hints });
    }
    const of = (column.of ?? []).map((text) =>
      text.startsWith('-') ? { column: text.slice(1).trim(), weight: -1 as const } : { column: text, weight: 1 as const },
    );
    leaves.push({ id: name, ...(member !== undefined && { member }), of, at: scope.at(path) });
    return { ...words, column: name, over: [], at: scope.at(path) };
  };

  const node = (column: MatrixColumnData, path: YamlPath): HeadNode => {
    if (!column.columns) return leaf(column, path);
    for (const key of ['id', 'member', 'of'] as const) {
      if (column[key] === undefined) continue;
      const message = say`a group of columns has no ${key}: it is a column or a group, not both`;
      scope.fail({
        code: 'validate/wrong-type',
        message,
        path: [...path, key],
        key: true,
        hints: ['give it to one of the columns of the group'],
      });
    }
    if (!column.head) {
      scope.fail({ code: 'validate/missing-label', message: 'a group of columns has no head', path, hints: ['add head: to it'] });
    }
    const words = column.head === undefined ? {} : headOf(column.head, [...path, 'head'], scope);
    const over = column.columns.map((each, index) => node(each, [...path, 'columns', index]));
    return { ...words, over, at: scope.at(path) };
  };

  const nodes = data.map((column, index) => node(column, ['columns', index]));
  if (leaves.length > dataLimits.columns) {
    const found = tooMany('the matrix', leaves.length, dataLimits.columns, 'columns');
    scope.fail({ code: 'validate/wrong-type', ...found, path: ['columns'], key: true });
  }
  checkParts(data, ['columns'], places, scope);
  return { leaves, heads: scope.eachLang((lang) => nodes.map((each) => headSpec(each, lang))) };
}

function headSpec({ labels, named, column, over, at }: HeadNode, lang: string): HeadSpec {
  const label = labels && inLang(labels, lang);
  return {
    ...(named === undefined ? { text: label?.value ?? '' } : { concept: named }),
    over: over.map((each) => headSpec(each, lang)),
    ...(column !== undefined && { column }),
    at: label?.at ?? at,
  };
}

/** What a column sums are other columns of the matrix. */
function checkParts(data: readonly MatrixColumnData[], path: YamlPath, places: ReadonlyMap<string, YamlPath>, scope: Scope): void {
  for (const [index, column] of data.entries()) {
    for (const [place, text] of (column.of ?? []).entries()) {
      const name = text.replace(/^-\s*/, '');
      const here = [...path, index, 'of', place];
      if (!places.has(name)) {
        const hints = nameHints(name, places.keys());
        scope.fail({ code: 'validate/unknown-column', message: say`column ${name} is not one of this matrix`, path: here, hints });
      } else if (name === (column.id ?? column.member)) {
        scope.fail({ code: 'validate/formula', message: say`column ${name} is summed from itself`, path: here });
      }
    }
    if (column.columns) checkParts(column.columns, [...path, index, 'columns'], places, scope);
  }
}
