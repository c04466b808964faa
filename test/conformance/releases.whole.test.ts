// Turn every release of the repository into a PDF, and have veraPDF judge it: PDF/UA-1 and PDF/A-2a at once.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtureRelease, inProject } from '../support/fixture.ts';
import { handSetPdf } from '../support/hand-set-pdf.ts';
import { buildSample, composeSample, pdfOf, projectRoot } from '../support/sample.ts';
import { has, needing, withFile } from '../support/tools.ts';
import { hasVeraPdf, judgeEach, type Verdict } from '../support/verapdf.ts';

/** `issuer/release` of every release under data/. */
const releases = readdirSync(join(projectRoot, 'data')).flatMap((issuer) => {
  const folder = join(projectRoot, 'data', issuer, 'releases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((release) => existsSync(join(folder, release, 'release.yaml')))
    .map((release) => ({ issuer, release }));
});

const files = new Map<string, Uint8Array>();
beforeAll(async () => {
  files.set('hand-set', await handSetPdf());
  const warnings = (issuer: string, release: string, root: string) =>
    composeSample({ root, issuer, release })
      .findings.filter(({ severity }) => severity !== 'error')
      .map(({ code }) => code);
  for (const { issuer, release } of releases) {
    const built = await buildSample({ root: projectRoot, issuer, release }, warnings(issuer, release, projectRoot));
    for (const [file, bytes] of built.outputs)
      if (file.endsWith('.pdf') && bytes instanceof Uint8Array) files.set(`${issuer}/${release}/${file}`, bytes);
  }
  const small = inProject([], (root) =>
    buildSample({ root, ...fixtureRelease }, warnings(fixtureRelease.issuer, fixtureRelease.release, root)),
  );
  files.set('the small issuer', pdfOf(await small));
});
/** As a release says that it is published: in one file, or in one for each language, with the summary of each. */
const filesOf = ({ issuer, release }: { readonly issuer: string; readonly release: string }): readonly string[] => {
  const apart = /^files: .*apart/m.test(readFileSync(join(projectRoot, 'data', issuer, 'releases', release, 'release.yaml'), 'utf8'));
  const parts = apart ? ['.ja', '.en', '.ja.summary', '.en.summary'] : [''];
  return parts.map((part) => `${issuer}/${release}/release${part}.pdf`);
};
const names = ['hand-set', ...releases.flatMap(filesOf), 'the small issuer'];

describe.skipIf(!hasVeraPdf)(needing('veraPDF', 'veraPDF'), () => {
  let verdicts: ReadonlyMap<string, Verdict>;
  beforeAll(() => {
    verdicts = judgeEach(files, ['ua1', '2a']);
  });

  it.each(names)('finds nothing in %s', (name) => {
    expect(verdicts.get(name)).toEqual({ ua1: [], '2a': [] });
  });
});

describe.skipIf(!has('qpdf'))(needing('qpdf', 'qpdf --check'), () => {
  it.each(names)('finds nothing in %s', (name) => {
    const said = withFile(files.get(name)!, (file) => execFileSync('qpdf', ['--check', file], { encoding: 'utf8', stdio: 'pipe' }));
    expect(said).toContain('No syntax or stream encoding errors found');
  });
});
