// Turn what a layout places and what a release lists into the statements that it prints.
import { say } from '../model/say.ts';
import type { Located } from '../model/span.ts';
import type { PlacedStatements } from '../template/placed-statements.ts';
import type { Report } from './codes.ts';

/**
 * The layout's placing decides, so that a new table is one file and one `{{table}}`. A release that lists its statements declares what it
 * prints: a listed one that nothing places is a warning here, a placed one that is not listed an error where the layout is followed.
 * `listed` is missing where there is no layout: nothing is known, and what the issuer does not have is told as such.
 */
export function printedStatements(
  placed: PlacedStatements,
  listed: readonly Located<string>[] | undefined,
  statements: ReadonlyMap<string, unknown>,
  report: Report,
): (id: string) => boolean {
  const isPlaced = (id: string): boolean => placed.any || placed.ids.has(id);
  for (const { value, at } of listed ?? []) {
    if (isPlaced(value) || !statements.has(value)) continue;
    const message = say`no layout places statement ${value}, which is listed here: it is not printed`;
    const hints = [say`put {{table "${value}"}} where it belongs, or take it out of the list`];
    report({ severity: 'warning', code: 'validate/statement-unplaced', message, at, hints });
  }
  const ids = listed && new Set(listed.map(({ value }) => value));
  return (id) => isPlaced(id) && (ids?.has(id) ?? true);
}
