// Turn the release's overrides into pins by statement, column and concept; one that names nothing printed is a finding.

import type { FigureSources } from '../figures/figure-sources.ts';
import { rowConcepts } from '../figures/matrix-cells.ts';
import { isComparison } from '../figures/measures.ts';
import type { Override } from '../model/exceptions.ts';
import type { FindingWords } from '../model/finding.ts';
import { say, sayAll } from '../model/say.ts';
import type { ColumnSpec } from '../model/statement-spec.ts';
import type { Report } from './codes.ts';

export interface PlacedOverrides {
  /** Pins of one column, by concept. */
  readonly of: (statement: string, column: string) => ReadonlyMap<string, Override>;
  /** Overrides of figures that only the prose prints. */
  readonly prose: readonly Override[];
}

const none: ReadonlyMap<string, Override> = new Map();

export function placeOverrides(release: FigureSources, report: Report): PlacedOverrides {
  const placed = new Map<string, Map<string, Override>>();
  const prose: Override[] = [];
  for (const override of release.spec.overrides) {
    const fault = override.where === 'prose' ? proseFault(override, release) : place(override, release, placed);
    if (fault) {
      report({
        severity: 'error',
        code: 'derive/override-unknown',
        message: say`the override of ${overrideText(override)} ${fault.message}`,
        at: override.at,
        hints: [fault.hint],
      });
    } else if (override.where === 'prose') prose.push(override);
  }
  return { of: (statement, column) => placed.get(`${statement} ${column}`) ?? none, prose };
}

/** An override in words: `costs.total in operations, 2q02 percent-of revenue.total`. */
export function overrideText(override: Override): string {
  const other = override.measure === 'percent-of' ? override.of : isComparison(override.measure) ? override.from : undefined;
  const measure = isComparison(override.measure) ? say`${override.measure} from` : override.measure;
  const place = override.where === 'prose' ? 'the prose' : override.where;
  return say`${override.concept} in ${place}, ${override.period} ${other === undefined ? override.measure : say`${measure} ${other}`}`;
}

function place(override: Override, release: FigureSources, placed: Map<string, Map<string, Override>>): FindingWords | undefined {
  const statement = release.statements.get(override.where);
  if (!statement && release.unprinted.has(override.where)) {
    const hint = say`place {{table "${override.where}"}} in the layout, or delete the override`;
    return { message: 'names a statement that this release does not print', hint };
  }
  if (!statement) {
    const names = sayAll([...release.statements.keys(), 'prose']);
    return { message: say`names no statement of this issuer`, hint: say`\`where\` is one of ${names}` };
  }
  const columns = statement.columns.filter((column) => shows(column, override));
  if (columns.length === 0) {
    return {
      message: say`names no column of ${statement.id}`,
      hint: say`columns of ${statement.id}: ${sayAll(statement.columns.map(columnText), '; ')}`,
    };
  }
  const row = statement.rows.find((each) => !each.opening && rowConcepts(each).includes(override.concept));
  if (!row) return { message: say`names no row of ${statement.id}`, hint: say`give the concept of a row of ${statement.id}` };
  if (row.blank.includes(override.measure)) {
    return { message: say`names a cell that ${statement.id} leaves blank`, hint: 'delete the override, or print the cell' };
  }
  for (const column of columns) {
    const key = `${statement.id} ${column.id}`;
    const pins = placed.get(key) ?? new Map<string, Override>();
    const earlier = pins.get(override.concept);
    if (earlier)
      return {
        message: 'names a cell that another override names',
        hint: say`delete one of them; the other stands in line ${earlier.at.line}`,
      };
    placed.set(key, pins.set(override.concept, override));
  }
  return undefined;
}

/** A change or percentage that a statement prints is taken from there by the prose too, so that overriding it in prose alone would never apply. */
function proseFault(override: Override, release: FigureSources): FindingWords | undefined {
  if (override.measure === 'amount' || override.measure === 'translated') return undefined;
  for (const statement of release.statements.values()) {
    const row = statement.rows.find((each) => rowConcepts(each).includes(override.concept) && !each.blank.includes(override.measure));
    if (row && statement.columns.some((column) => shows(column, override))) {
      return {
        message: say`never applies: ${statement.id} prints this figure, and the prose follows it`,
        hint: say`write \`where: ${statement.id}\``,
      };
    }
  }
  return undefined;
}

function shows(column: ColumnSpec, override: Override): boolean {
  if (column.period !== override.period || column.measure !== override.measure) return false;
  if (column.only !== undefined && column.only !== override.concept) return false;
  if (column.measure === 'percent-of') return override.of === undefined || column.of === override.of;
  return !isComparison(column.measure) || override.from === undefined || column.from === override.from;
}

function columnText(column: ColumnSpec): string {
  const other = column.measure === 'percent-of' ? ` ${column.of}` : isComparison(column.measure) ? ` from ${column.from}` : '';
  return say`${column.period} ${column.measure}${other}`;
}
