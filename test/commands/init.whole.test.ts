// Turn each layout into a new project, and ask of it what a person would who begins with it.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { listStarters } from '../../src/load/load-starter.ts';
import { listLayouts } from '../../src/load/package-files.ts';
import { runCommand } from '../support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-init-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kinds of data files by the place where they stand. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^data\/[^/]+\/issuer\.yaml$/, 'issuer'],
  [/^data\/[^/]+\/concepts\.yaml$/, 'concepts'],
  [/^data\/[^/]+\/statements\//, 'statement'],
  [/^data\/[^/]+\/periods\//, 'period'],
  [/\/release\.yaml$/, 'release'],
];

it('has a starter for every layout', () => {
  expect(listStarters()).toEqual(listLayouts());
});

describe.each(listStarters())('kessan init --layout %s', (layout) => {
  const root = join(folder, layout);
  let release = '';

  it('writes a project and says what comes next', async () => {
    const { code, out, err } = await runCommand(['init', layout, '--layout', layout, '--format', 'json'], folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const told = JSON.parse(out) as { readonly folder: string; readonly release: string; readonly files: readonly string[] };
    expect(told.folder).toBe(root);
    expect([...told.files].sort()).toEqual(filesBelow(root));
    expect(told.files).toContain('.gitignore');
    expect(told.files).not.toContain('gitignore');
    release = told.release;
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`kessan build ${release}`);
  });

  it('links each data file with the schema of its kind, which accepts it as an editor reads it', () => {
    const files = filesBelow(root).filter((file) => file.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = readFileSync(join(root, file), 'utf8');
      const [, link] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
      const kind = kinds.find(([pattern]) => pattern.test(file))?.[1];
      expect(`${file} ${relative(root, join(root, dirname(file), link ?? ''))}`).toBe(`${file} .kessan/schema/${kind}.json`);
      const schema = JSON.parse(readFileSync(join(root, `.kessan/schema/${kind}.json`), 'utf8')) as Parameters<typeof z.fromJSONSchema>[0];
      expect(z.fromJSONSchema(schema).safeParse(parse(text)).error?.issues ?? [], file).toEqual([]);
    }
  });

  it('is checked without a finding, and builds with the layout and the fonts of the package', async () => {
    const check = await runCommand(['check', release], root);
    expect({ code: check.code, err: check.err }).toEqual({ code: 0, err: '' });
    const build = await runCommand(['build', release], root);
    expect({ code: build.code, err: build.err }).toEqual({ code: 0, err: '' });
    const { inputs } = JSON.parse(readFileSync(join(root, 'out', release, 'manifest.json'), 'utf8')) as { readonly inputs: object };
    expect(Object.keys(inputs)).toContain(`kessan:templates/${layout}/release.hbs`);
    expect(Object.keys(inputs)).toContain('kessan:fonts/fonts.yaml');
    // Nobody's home or temporary folder.
    expect(JSON.stringify(inputs)).not.toContain(tmpdir());
  });

  it('refuses to write a second time, and touches nothing', async () => {
    const readme = join(root, 'README.md');
    writeFileSync(readme, 'mine');
    const { code, err } = await runCommand(['init', layout, '--layout', layout], folder);
    expect(code).toBe(2);
    expect(err).toContain('nothing is written');
    expect(err).toContain('README.md');
    expect(readFileSync(readme, 'utf8')).toBe('mine');
  });
});

describe('kessan init', () => {
  it('begins in the folder where it is called, with the layout of Japanese exchanges', async () => {
    const root = join(folder, '新しい 決算');
    mkdirSync(root);
    const { code, out } = await runCommand(['init'], root);
    expect(code).toBe(0);
    expect(out).toMatch(/\nnext: kessan build minato\/2026h1; README\.md says what to change\n$/);
    expect(existsSync(join(root, 'data/minato/issuer.yaml'))).toBe(true);
  });

  it.each([
    ['a file', 'data/minato/issuer.yaml', (path: string) => writeFileSync(path, '')],
    ['a folder where a file is to be', 'README.md', (path: string) => mkdirSync(path)],
    ['a file where a folder is to be', 'data', (path: string) => writeFileSync(path, '')],
    ['a link that leads nowhere', '.gitignore', (path: string) => symlinkSync('nowhere', path)],
  ])('names %s that is in the way and writes nothing', async (_, file, make) => {
    const root = mkdtempSync(join(folder, 'way-'));
    mkdirSync(dirname(join(root, file)), { recursive: true });
    make(join(root, file));
    const { code, err } = await runCommand(['init', '--layout', 'tanshin'], root);
    expect({ code, err }).toEqual({
      code: 2,
      err: `kessan: nothing is written, for this is in the way in ${root}: ${file}; take another folder\n`,
    });
    expect(filesBelow(root).filter((each) => each !== file)).toEqual([]);
  });

  it('quotes a folder for the shell', async () => {
    const { out } = await runCommand(['init', "it's new"], folder);
    expect(out).toContain(`next: cd 'it'\\''s new' && kessan build`);
  });

  it.each([
    ['us-fler', "no layout 'us-fler' to begin with: did you mean us-filer?"],
    ['../tanshin', "no layout '../tanshin' to begin with: did you mean tanshin?"],
    ['annual-report', "no layout 'annual-report' to begin with: there are tanshin and us-filer"],
  ])('knows no layout %s', async (layout, message) => {
    const { code, err } = await runCommand(['init', 'none', '--layout', layout], folder);
    expect({ code, err }).toEqual({ code: 2, err: `kessan: ${message}\n` });
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});

function filesBelow(root: string, below = ''): string[] {
  return readdirSync(join(root, below), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(root, `${below}${entry.name}/`) : [`${below}${entry.name}`]))
    .sort();
}
