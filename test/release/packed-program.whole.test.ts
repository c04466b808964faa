// Turn the packed program, installed away from this repository, into releases: of new projects, and of data alone, byte for byte.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { yamlToKeep } from '../../src/load/parse-yaml.ts';
import { preparedName } from '../../src/model/prepared.ts';
import { programToKeep } from '../../src/template/parse-template.ts';
import { runBuilt } from '../support/built-program.ts';
import { filesBelow, type Installed, installPacked } from '../support/packed-program.ts';
import { projectRoot } from '../support/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-packed-'));
let installed: Installed;

beforeAll(() => {
  installed = installPacked(join(folder, 'prefix'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function empty(name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}

describe('the package', () => {
  it('holds what it needs to run, its licences, and no tests or sources', () => {
    const files = filesBelow(installed.folder).filter((file) => !file.startsWith('node_modules/'));
    const tops = new Set(files.map((file) => file.split('/')[0]));
    expect([...tops].filter((name) => name !== 'CHANGELOG.md').sort()).toEqual(
      ['LICENSE', 'README.md', 'dist', 'fonts', 'package.json', 'templates'].sort(),
    );
    expect(files.filter((file) => /\.test\.|(?<!\.d)\.ts$/.test(file))).toEqual([]);
    expect(readFileSync(join(installed.folder, 'dist/third-party-licences.txt'), 'utf8')).toMatch(/\nzod [\d.]+ \(MIT\)\n/);
  });

  it.each(['cli', 'index'])('starts from %s.js, which has code of the program twice only where it keeps no state', (name) => {
    const { sources } = JSON.parse(readFileSync(join(installed.folder, `dist/${name}.js.map`), 'utf8')) as { readonly sources: string[] };
    const stateless = ['supervise', 'console', 'early-reader', 'output-streams', 'mapped-stack', 'load-script'].map(
      (file) => `src/commands/${file}.ts`,
    );
    const known = [
      'program:command-line',
      '<stdin>',
      'package.json',
      'src/cli.ts',
      'src/model/let-go.ts',
      'src/model/limits.ts',
      'src/model/read-file.ts',
      // Outside of the program nothing is kept of what was said.
      'src/model/say.ts',
      // A process of its own and a port each; the readers that wait are kept by the program.
      'src/pdf/engine/before-reading.ts',
      'src/pdf/engine/hosted-reader.ts',
      'src/pdf/engine/reader-child.ts',
      'src/project/ask-helper.ts',
      'src/project/tune-engine.ts',
      ...stateless,
    ];
    expect(sources.map((file) => file.replace(/^(?:\.\.\/)+/, '')).filter((file) => !known.includes(file))).toEqual([]);
  });

  it('depends on what its output is made with in one version only', () => {
    expect(Object.values(installed.manifest.dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('can be a dependency beside its own: the example of the README compiles against its types and builds a release', () => {
    const project = empty('library');
    installed.hoisted(project);
    expect(installed.kessan(['init'], project).code).toBe(0);
    const [, example = ''] = /```js\n(import \{ openProject \} from 'kessan';\n[\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
    expect(example).toContain('project.publish');
    writeFileSync(join(project, 'package.json'), '{"type": "module"}');
    writeFileSync(join(project, 'example.ts'), example);
    const compiler = join(projectRoot, 'node_modules/typescript/bin/tsc');
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--typeRoots', join(projectRoot, 'node_modules/@types')];
    execFileSync(process.execPath, [compiler, ...options, '--types', 'node', 'example.ts'], { cwd: project, stdio: 'pipe' });
    const printed = execFileSync(process.execPath, ['example.js'], { cwd: project, encoding: 'utf8' });
    expect(printed).toMatch(/^minato\/2026h1 12 pages \d+ figures\n$/);
    const { inputs } = JSON.parse(readFileSync(join(project, 'out/minato/2026h1/manifest.json'), 'utf8')) as { readonly inputs: object };
    // The fonts that npm put beside the package, under names that tell no folder.
    expect(Object.keys(inputs)).toContain('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');
    expect(Object.keys(inputs)).toContain('kessan:templates/tanshin/style.yaml');
  });
});

describe('the library', () => {
  it('calls its errors and its objects by their names', () => {
    const project = empty('named');
    expect(installed.kessan(['init', '--layout', 'us-filer'], project).code).toBe(0);
    const script = `
      const { inspect } = require('node:util');
      const { openProject } = require(${JSON.stringify(join(installed.folder, 'dist/index.js'))});
      const thrown = (work) => { try { work(); } catch (fault) { return inspect(fault).split('\\n'); } };
      const [told, at] = thrown(() => openProject('nowhere'));
      const project = openProject('.');
      console.log([told, at.replace(/ \\(.*/, ''), ...[project, project.release('misaki/2q25')].map((each) => inspect(each, { depth: 0 }).split(' ')[0])].join('|'));`;
    const printed = execFileSync(process.execPath, ['-e', script], { cwd: project, encoding: 'utf8' });
    expect(printed).toMatch(/^UsageError: [^|]*nowhere is no project: [^|]*\| {4}at new Project\|Project\|Session\n$/);
  });

  it('reads from its second build on in a thread that keeps no process, and without it when it ended', () => {
    const project = empty('again');
    expect(installed.kessan(['init', '--layout', 'us-filer'], project).code).toBe(0);
    expect(installed.kessan(['build', 'misaki/2q25', '--style', 'comfort', '--out', 'comfort'], project).code).toBe(0);
    const script = `
      const threads = require('node:worker_threads');
      const started = [];
      threads.Worker = class extends threads.Worker { constructor(...all) { super(...all); started.push(this); } };
      const { openProject } = require(${JSON.stringify(join(installed.folder, 'dist/index.js'))});
      (async () => {
        const seen = [];
        for (let i = 0; i < 3; i++) {
          const project = openProject('.');
          await project.build(project.release('misaki/2q25'));
          seen.push(started.length);
          const { value } = await project.build(project.release('misaki/2q25', { style: 'comfort' }));
          seen.push(started.length, require('node:crypto').createHash('sha256').update(value.pdf).digest('hex'));
          await Promise.all(started.map((thread) => thread.terminate()));
        }
        console.log(JSON.stringify(seen));
      })();`;
    const printed = execFileSync(process.execPath, ['-e', script], { cwd: project, encoding: 'utf8', timeout: 20_000 });
    const same = createHash('sha256')
      .update(readFileSync(join(project, 'comfort/release.pdf')))
      .digest('hex');
    expect(JSON.parse(printed)).toEqual([0, 1, same, 1, 1, same, 1, 1, same]);
  });
});

describe('the installed program', () => {
  it.each([
    ['tanshin', 'minato/2026h1'],
    ['us-filer', 'misaki/2q25'],
  ])('begins, checks and builds a project of the layout %s in an empty folder', (layout, release) => {
    const project = empty(layout);
    expect(installed.kessan(['init', '--layout', layout], project)).toMatchObject({ code: 0, err: '' });
    expect(installed.kessan(['check', release], project)).toMatchObject({ code: 0, err: '' });
    expect(installed.kessan(['build', release], project)).toMatchObject({ code: 0, err: '' });
    expect(
      readFileSync(join(project, 'out', release, 'release.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('starts by its own name', () => {
    const program = join(folder, 'prefix/bin/kessan');
    expect(execFileSync(program, ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('has a compiled form that this engine takes, and builds the same without it and with a damaged one', () => {
    const check = [join(projectRoot, 'test/scripts/keep-compiled.mjs'), '--check'];
    expect(execFileSync(process.execPath, check, { cwd: projectRoot, encoding: 'utf8' })).toBe('taken\n');
    const project = empty('compiled');
    expect(installed.kessan(['init'], project).code).toBe(0);
    const built = () => {
      expect(installed.kessan(['build', 'minato/2026h1'], project)).toMatchObject({ code: 0, err: '' });
      return readFileSync(join(project, 'out/minato/2026h1/release.pdf'));
    };
    const dist = join(installed.folder, 'dist');
    const [name = ''] = readdirSync(dist).filter((each) => each.endsWith('.compiled') && each.includes(process.versions.v8));
    const content = readFileSync(join(dist, name));
    const whole = built();
    writeFileSync(join(dist, name), content.fill(255, content.length >> 1, (content.length >> 1) + 1000));
    expect(built().equals(whole)).toBe(true);
    rmSync(join(dist, name));
    expect(built().equals(whole)).toBe(true);
  });

  it('keeps what its own layouts, dictionary and font manifest are read as, and builds the same without it and with what is damaged', () => {
    const prepared = join(installed.folder, 'dist/prepared');
    const files = filesBelow(installed.folder).filter((file) => /^(?:templates|fonts)\/.*\.(?:yaml|hbs)$/.test(file));
    const texts = files.filter((file) => !file.includes('/starter/')).map((file) => readFileSync(join(installed.folder, file), 'utf8'));
    const names = new Set<string>();
    for (const text of texts) {
      const kind = existsSync(join(prepared, preparedName('template', text))) ? 'template' : 'yaml';
      const name = preparedName(kind, text);
      names.add(name);
      const read = JSON.stringify(kind === 'yaml' ? yamlToKeep(text) : programToKeep(text));
      expect(readFileSync(join(prepared, name), 'utf8') === read, name).toBe(true);
    }
    expect(readdirSync(prepared).sort()).toEqual([...names].sort());
    const project = empty('prepared');
    expect(installed.kessan(['init'], project).code).toBe(0);
    const built = () => {
      expect(installed.kessan(['build', 'minato/2026h1'], project)).toMatchObject({ code: 0, err: '' });
      return ['release.pdf', 'figures.json', 'document.json'].map((file) => readFileSync(join(project, 'out/minato/2026h1', file)));
    };
    const whole = built();
    for (const name of names) writeFileSync(join(prepared, name), '{"value": {');
    for (const [index, bytes] of built().entries()) expect(bytes.equals(whole[index] as Buffer)).toBe(true);
  });

  it('builds data alone to the bytes that the repository builds', async () => {
    const project = empty('data-alone');
    cpSync(join(projectRoot, 'data/iij'), join(project, 'data/iij'), { recursive: true });
    expect(installed.kessan(['build', 'iij/2q02'], project)).toMatchObject({ code: 0, err: '' });
    const here = join(folder, 'here');
    expect(await runBuilt(['build', 'iij/2q02', '--out', here], projectRoot)).toMatchObject({ code: 0, err: '' });
    const read = (file: string) => [join(project, 'out/iij/2q02', file), join(here, file)].map((path) => readFileSync(path));
    for (const file of ['release.pdf', 'release.html', 'figures.json', 'document.json']) {
      // Places in files of the package are named as such; what is published holds none.
      const [there, own] = read(file).map((bytes) => bytes.toString('latin1'));
      const named = file.endsWith('.json') ? there?.replaceAll('"kessan:templates/', '"templates/') : there;
      expect(named === own, file).toBe(true);
    }
    // The same files were read, under the names that tell where they are from.
    const [there, own] = read('manifest.json').map(
      (bytes) => JSON.parse(bytes.toString('utf8')) as { readonly inputs: Record<string, string> },
    );
    expect(Object.keys(there?.inputs ?? {}).filter((name) => name.startsWith('kessan:')).length).toBeGreaterThan(15);
    const named = Object.entries(there?.inputs ?? {}).map(([name, hash]) => [name.replace(/^kessan:/, ''), hash]);
    expect(Object.fromEntries(named)).toEqual(own?.inputs);
    expect(JSON.stringify(there)).not.toContain(folder);
    // The other look parts words, and asks for patterns that are not bundled.
    expect(installed.kessan(['build', 'iij/2q02', '--style', 'comfort'], project)).toMatchObject({ code: 0, err: '' });
  });
});
