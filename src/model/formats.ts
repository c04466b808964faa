// Turn the format that a file has into what is wrong with it: none, an earlier one, a later one; and hold the format of the data files.
import { quoted } from './printable.ts';
import { say } from './say.ts';

/**
 * Format of the data files of an issuer and of the layouts beside them, as `format` of issuer.yaml names it; without that key it is 1.
 * It is raised when a file that is right would be read otherwise by a later program, or not at all: a new key that may be left out
 * raises nothing. A program that raises it reads the formats before it, or its finding says how they are migrated.
 */
export const dataFormat = 1;

/** Version of the shape of figures.json; a reader that does not know it refuses the file. */
export const figuresFormat = 2;

/** What is said of a file in another format: goes on from the name of the file. */
export function formatFault(found: unknown, known: number, program?: string): string | undefined {
  if (found === known) return undefined;
  if (found === undefined) return 'has no format: kessan build did not write it';
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 1) {
    const value = typeof found === 'number' || typeof found === 'string' ? quoted(String(found)) : 'of another kind';
    return say`has format ${value}: kessan build did not write it`;
  }
  const reads = say`and this program reads format ${known}`;
  if (found < known)
    return say`has format ${found}, ${reads}: build the release again with this program from its data as they were then, or use the program that made it`;
  const later = program === undefined ? 'a later program' : say`a later program (${program})`;
  return say`has format ${found} of ${later}, ${reads}: use that program, or a later one`;
}
