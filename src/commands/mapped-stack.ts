// Turn the stack of a fault in the bundled program into one that names the files and lines of its sources.
import type { SourceMap, SourceMapPayload } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readFileIfThere } from '../model/read-file.ts';

/** Bytes of a map that are read at most: the largest has under a million. */
const mapLimit = 20_000_000;

/** A line of a stack with a place of a bundle: an address, the name of a script in this folder, or a path; line and column from 1. */
const frame =
  /^(\s+at (?:async )?).*?(file:\/\/[^\s()]+\.js|kessan:dist\/[\w-]+\.js|(?<=[( ])(?:[A-Za-z]:\\|\/)[^()]+\.js):(\d+):(\d+)\)?$/;

/**
 * Lines that lead into a bundle with a map beside it say `at src/load/load.ts:42:7` instead, without the names that functions have in
 * the bundle, which tell nothing; all others stay. Maps are read when a fault is printed and not before, so that runs without one pay
 * nothing (the engine's own option reads them all at every start). Those of scripts of the program stand beside the file at the address
 * `here`.
 */
export function mappedStack(stack: string, here: string = import.meta.url): string {
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (file: string) => {
    if (!maps.has(file)) maps.set(file, readMap(mapBeside(file, here)));
    return maps.get(file);
  };
  return stack
    .split('\n')
    .map((line) => {
      const [, at, file, row, column] = frame.exec(line) ?? [];
      const found = file === undefined ? undefined : sourcePlace(mapOf(file), Number(row), Number(column));
      return found === undefined ? line : `${at}${found}`;
    })
    .join('\n');
}

function mapBeside(file: string, here: string): URL {
  if (/^(?:[A-Za-z]:\\|\/)/.test(file)) return pathToFileURL(`${file}.map`);
  return new URL(`${file.replace(/^kessan:dist/, '.')}.map`, here);
}

function sourcePlace(map: SourceMap | undefined, row: number, column: number): string | undefined {
  const found = map?.findEntry(row - 1, column - 1);
  if (!found || !('originalSource' in found)) return undefined;
  // Sources are told by their path from the folder of the bundle, which is one below the root.
  return `${found.originalSource.replace(/^(?:\.\.\/)+/, '')}:${found.originalLine + 1}:${found.originalColumn + 1}`;
}

/** A map that cannot be read must not hide the fault. */
function readMap(file: URL): SourceMap | undefined {
  try {
    const text = readFileIfThere(fileURLToPath(file), mapLimit)?.toString('utf8');
    if (text === undefined) return undefined;
    // Asked for here: most runs have no fault, and the module takes a millisecond to load.
    const { SourceMap } = process.getBuiltinModule('node:module');
    return new SourceMap(JSON.parse(text) as SourceMapPayload);
  } catch {
    return undefined;
  }
}
