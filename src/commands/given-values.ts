// Turn the words after `explain` into the figure that is asked for, or into the values that are supposed, files of them read.
import { resolve } from 'node:path';
import type { GivenValue } from '../explain/supposed-values.ts';
import { valuesFile, valuesInFile } from '../explain/values-in-file.ts';
import { UsageError } from '../model/finding.ts';
import { dataLimits } from '../model/limits.ts';
import { quoted } from '../model/printable.ts';
import { say, sayAll } from '../model/say.ts';
import { readGiven } from '../project/read-given.ts';

/** What is asked: either a figure, or what values would change. */
export type Asked = { readonly figure: string } | { readonly values: readonly GivenValue[] };

/** `words` stand after the release, `impact` after each `--impact`; files are named from the folder `cwd`. */
export function askedOf(words: readonly string[], impact: readonly string[], cwd: string): Asked {
  if (impact.length === 0) {
    const [figure, more] = words;
    if (figure === undefined) throw new UsageError('name a concept to explain, or say what to suppose: --impact concept@period=value');
    if (isValue(figure)) throw new UsageError(say`${quoted(figure)} is a value: give it after --impact`);
    if (more !== undefined) throw new UsageError(say`one concept is explained at a time: ${sayAll(words, ', ')}`);
    return { figure };
  }
  // What stands behind the first value of several is a word of its own.
  const figures = words.filter((word) => !isValue(word));
  const given = [...impact, ...words.filter(isValue)];
  const [figure] = figures;
  const alone = given.filter((word) => !isValue(word));
  if (figures.length > 1 || (figure !== undefined && alone.length !== 1) || (figure === undefined && alone.length > 0)) {
    const [word = ''] = figures.length > 1 ? figures.slice(1) : alone.length > 0 ? alone : figures;
    throw new UsageError(say`${quoted(word)} is no value: write concept@period=value, or name a file of values, .yaml or .csv`);
  }
  return {
    values: given.flatMap((word): readonly GivenValue[] => {
      if (!isValue(word)) return [{ figure: figure ?? '', value: word }];
      const cut = word.indexOf('=');
      if (cut < 0) return valuesInFile(word, readGiven(resolve(cwd, word), word, dataLimits.fileBytes));
      return [{ figure: word.slice(0, cut).trim(), value: word.slice(cut + 1).trim(), ...(given.length > 1 && { place: word }) }];
    }),
  };
}

/** No concept has the sign in its name, and none is named as files are. */
const isValue = (word: string): boolean => word.includes('=') || valuesFile.test(word);
