// Turn a release of the project and some edits of its files into what the stages up to the checks of words say.

import type { Sources } from '../../src/model/sources.ts';
import { projectRoot } from './sample.ts';
import { fileOf, loadedRelease, withFile } from './seeded-sources.ts';
import { composeSources } from './stages.ts';

/** One replacement in one file, by its path under the issuer's folder, or from `templates/`; the text must occur exactly once. */
export type FileEdit = readonly [file: string, from: string, to: string];

const loaded = new Map<string, Sources>();

/** `code file:line message` of each finding but notes. */
export function findingsOf(issuer: string, release: string, edits: readonly FileEdit[]): readonly string[] {
  const key = `${projectRoot} ${issuer} ${release}`;
  let sources = loaded.get(key) ?? loadedRelease({ issuer, release });
  loaded.set(key, sources);
  for (const [name, from, to] of edits) {
    const file = name.startsWith('templates/') ? name : `data/${issuer}/${name}`;
    const { text } = fileOf(sources, file);
    const times = text.split(from).length - 1;
    if (times !== 1) throw new Error(`${file}: ${JSON.stringify(from)} occurs ${times} times, not once`);
    const edited = withFile(
      sources,
      file,
      text.replace(from, () => to),
    );
    if (edited.findings.length > 0) throw new Error(edited.findings.map(({ message }) => message).join('; '));
    sources = edited.sources;
  }
  return composeSources(sources, 'merge')
    .findings.filter(({ severity }) => severity !== 'note')
    .map(({ code, at, message }) => `${code} ${at ? `${at.file.split('/').at(-1)}:${at.line}` : 'nowhere'} ${message}`);
}
