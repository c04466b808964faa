// Turn edits of a sample into the papers of their correction against the sample as it is, as the command makes them.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildRelease } from '../../src/project/build-release.ts';
import { type Corrected, correctRelease } from '../../src/project/correct-release.ts';
import { readEarlierBuild } from '../../src/project/earlier-manifest.ts';
import { Session } from '../../src/session.ts';
import { projectRoot } from './sample.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A sample release, and the year in which it is corrected. */
export const samples = {
  aoba: { issuer: 'aoba', release: '2026h1', year: 2025 },
  iij: { issuer: 'iij', release: '2q02', year: 2002 },
} as const;
export type Sample = keyof typeof samples;

/** New text of one file; it must be another. */
export interface FileEdit {
  readonly file: string;
  readonly edit: (text: string) => string;
}

/** A project of its own, gone when the test file ends. */
export class CorrectedSample {
  readonly root = temporaryFolder('corrected');
  readonly #sample: Sample;

  constructor(sample: Sample) {
    this.#sample = sample;
    const { issuer, release, year } = samples[sample];
    for (const folder of ['data', 'templates', 'fonts']) cpSync(join(projectRoot, folder), join(this.root, folder), { recursive: true });
    const reason = '{ja: 記載に誤りがありましたので、訂正いたします。, en: Errors were found in the document after it was announced.}';
    const text = `date: {ja: ${year}-11-20, en: ${year}-11-20}\nreason: ${reason}\n`;
    writeFileSync(join(this.root, 'data', issuer, 'releases', release, 'correction.yaml'), text);
  }

  /** Builds the release as it is into a folder of the project. */
  async build(folder: string): Promise<string> {
    const { issuer, release } = samples[this.#sample];
    const { value, findings } = await buildRelease(new Session({ place: { root: this.root, issuer, release } }));
    if (!value) throw new Error(findings.map(({ code, message }) => `${code} ${message}`).join('\n'));
    const path = temporaryFolder(folder);
    for (const [file, content] of value.outputs) writeFileSync(join(path, file), content);
    return path;
  }

  edit(edits: readonly FileEdit[]): void {
    for (const { file, edit } of edits) {
      const path = join(this.root, file);
      const text = readFileSync(path, 'utf8');
      const edited = edit(text);
      if (edited === text) throw new Error(`${file}: the edit changes nothing`);
      writeFileSync(path, edited);
    }
  }

  async correct(build: string): Promise<Corrected> {
    const { issuer, release } = samples[this.#sample];
    return correctRelease(new Session({ place: { root: this.root, issuer, release } }), readEarlierBuild(build, this.root), build);
  }
}

/** An edit that swaps two texts, each of which occurs once. */
export function swapped(one: RegExp, other: RegExp): (text: string) => string {
  return (text) => {
    const [a, b] = [one.exec(text)?.[0], other.exec(text)?.[0]];
    if (a === undefined || b === undefined) throw new Error(`no ${a === undefined ? one : other}`);
    return text
      .split(a)
      .map((part) => part.split(b).join(a))
      .join(b);
  };
}
