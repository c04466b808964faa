// Turn what an import came to into text for people: what is odd about the workbook, each figure that changes, what is missing.
import { say } from '../model/say.ts';
import type { Imported } from '../project/import-workbook.ts';
import { visibleText } from './visible-text.ts';

/** Rows and facts that are listed of each kind; the others are counted. */
const shown = 60;

/** `results` are for standard output, `told` is what a person should look at. */
export function printImport(imported: Imported, workbook: string, write: boolean): { readonly results: string; readonly told: string } {
  const { remarks, changes, same, computed, missing, unmapped, written, altered } = imported;
  const told = remarks.map(({ severity, place, message, hint }) => {
    const where = place === undefined ? visibleText(workbook) : `${visibleText(workbook)} ${visibleText(place)}`;
    return `${severity}: ${where}: ${visibleText(message)}\n${hint === undefined ? '' : `  hint: ${visibleText(hint)}\n`}`;
  });
  for (const { file, lines } of altered) {
    told.push(say`error: ${file} was altered since it was read, and nothing was written\n`);
    for (const { line, old, now } of lines)
      told.push(`  ${file}:${line}\n    - ${visibleText(old ?? '')}\n    + ${visibleText(now ?? '')}\n`);
    told.push('  hint: run the command again: it starts from the file as it is now\n');
  }
  const lines: string[] = [];
  const section = (title: string, items: readonly string[]) => {
    if (items.length === 0) return;
    lines.push(`${title} (${items.length})`, ...items.slice(0, shown).map((item) => `  ${item}`));
    if (items.length > shown) lines.push(`  … ${items.length - shown} more; --format json tells all`);
    lines.push('');
  };
  const cellsOf = (cells: readonly string[]) =>
    visibleText(cells.slice(0, 4).join(' + ') + (cells.length > 4 ? ` + ${cells.length - 4} more` : ''));
  if (changes.length > 0) {
    lines.push(`changes (${changes.length})`);
    for (const { fact, old, now, at, edit, cells } of changes) {
      const place = at ? `${at.file}:${at.line}` : `${edit.file}, added`;
      lines.push(`  ${fact}: ${old ?? 'no figure'} -> ${now}  ${place}  < ${cellsOf(cells)}`);
    }
    lines.push('');
  }
  section(
    'computed figures that the workbook has otherwise',
    computed.map(({ fact, workbook: theirs, release, cells }) => `${fact}: comes to ${release}, and ${cellsOf(cells)} is ${theirs}`),
  );
  section(
    'rows with figures that the map does not name',
    unmapped.map(({ place, label }) => `${visibleText(place)}: ${visibleText(label)}`),
  );
  section(
    'facts that the workbook does not give',
    // What nobody gives is looked at first.
    [...missing]
      .sort((a, b) => Number(a.typed !== undefined) - Number(b.typed !== undefined))
      .map(({ fact, typed }) => (typed === undefined ? `${fact}: not typed either` : `${fact}: stays ${typed}`)),
  );
  const kept = `${same} ${same === 1 ? 'figure is' : 'figures are'} as typed`;
  const end =
    written.length > 0
      ? `wrote ${written.join(', ')}`
      : remarks.some(({ severity }) => severity === 'error')
        ? 'nothing was written, since not all could be read'
        : changes.length === 0
          ? 'nothing would change'
          : write
            ? 'nothing was written'
            : 'nothing was written; --write does';
  return { results: `${lines.join('\n')}${lines.length > 0 ? '\n' : ''}${kept}; ${end}\n`, told: told.join('') };
}
