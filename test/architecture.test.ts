// Turn the rules of the house into tests: layers, owners of dependencies, first lines, what a build may not ask for.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { misnamedTests } from './support/misnamed-tests.ts';

const root = join(import.meta.dirname, '..');
const stages = ['load', 'validate', 'derive', 'check', 'merge', 'layout', 'render'];
const products = ['verify', 'lint', 'compare', 'explain', 'correct', 'review', 'roll', 'workbook'];

/** From below: what stands in one row may not see its neighbours, and what stands below may not see what is above. */
const layers: readonly (readonly string[])[] = [
  ['model'],
  ['figures'],
  ['language'],
  ['pdf', 'template'],
  stages,
  ['session.ts'],
  products,
  ['project'],
  ['index.ts'],
  ['queue', 'server'],
  ['commands'],
  ['cli.ts'],
];

interface SourceText {
  readonly file: string;
  readonly text: string;
  /** Code without comments, string contents kept. */
  readonly code: string;
  /** Specifiers of static and dynamic imports. */
  readonly imports: readonly string[];
}

const sources: SourceText[] = list('src')
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
    const imports = [
      ...code.matchAll(/^(?:import|export)\b[^;'"]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\s*\(\s*'([^']+)'/gm),
    ].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
    return { file, text, code, imports };
  });

describe('the house', () => {
  it('has the stages as folders, each with its entry file', () => {
    for (const stage of stages) expect(sources.map(({ file }) => file)).toContain(`src/${stage}/${stage}.ts`);
  });

  it('keeps the layers, types included', () => {
    const wrong = sources.flatMap(({ file, imports }) =>
      imports
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(posix.dirname(file), name))
        .filter((target) => !mayImport(file, target))
        .map((target) => `${file} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no circle of imports, types included', () => {
    const targets = new Map(
      sources.map(({ file, imports }) => [
        file,
        imports.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(file), name)),
      ]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      else if (!done.has(file)) for (const target of targets.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    };
    for (const file of targets.keys()) walk(file, []);
    expect(circles).toEqual([]);
  });

  it('asks languages for what they know, and names none outside of their list', () => {
    const wrong = sources.flatMap(({ file, code, imports }) => {
      if (file.startsWith('src/language/')) {
        const folder = /^src\/language\/\w+(?=\/)/.exec(file)?.[0];
        return imports
          .map((name) => posix.join(posix.dirname(file), name))
          .filter((target) => /^src\/language\/\w+\//.test(target) && !(folder && target.startsWith(`${folder}/`)))
          .filter(() => file !== 'src/language/languages.ts')
          .map((target) => `${file} imports ${target}`);
      }
      const folders = imports.filter((name) => /\/language\/\w+\//.test(name)).map((name) => `${file} imports ${name}`);
      const codes = [...code.matchAll(/'(?:ja|en)'|\.(?:ja|en)\b(?!\.md)/g)].map(([found]) => `${file} names ${found}`);
      return [...folders, ...codes];
    });
    expect(wrong).toEqual([]);
  });

  it('has one owner for each dependency', () => {
    const owners: Readonly<Record<string, readonly string[]>> = {
      'js-yaml': ['load'],
      zod: ['model', 'validate'],
      handlebars: ['template'],
      parse5: ['merge'],
      'markdown-it': ['merge'],
      linebreak: ['layout'],
      pdfkit: ['pdf'],
      '@hyzyla/pdfium': ['pdf'],
      pixelmatch: ['compare'],
      pngjs: ['compare'],
      diff: ['compare'],
      '@e965/xlsx': ['workbook'],
      fflate: ['workbook'],
      commander: ['cli.ts', 'commands'],
      '@nats-io/transport-node': ['queue'],
      '@nats-io/jetstream': ['queue'],
      '@nats-io/obj': ['queue'],
      preact: ['server'],
      '@codemirror': ['server'],
      '@lezer/highlight': ['server'],
      '@pdf-lib/fontkit': [],
    };
    const wrong: string[] = [];
    for (const { file, imports } of sources) {
      for (const name of imports.filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))) {
        const owner = Object.keys(owners).find((known) => name === known || name.startsWith(`${known}/`));
        if (!owner || !owners[owner]?.includes(file.split('/')[1] as string)) wrong.push(`${file} imports ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps two proofs of a figure: the tie-out book and the lint work figures out by code of their own', () => {
    // What a key and a formula are is no arithmetic of printed figures; why a figure is printed is told from what derive says.
    const shared = ['fact-key', 'evaluate', 'figure-reason'].map((name) => `src/figures/${name}.ts`);
    const wrong = sources
      .filter(({ file }) => file.startsWith('src/lint/') || file.startsWith('src/render/tie-out/'))
      .flatMap(({ file, imports }) => imports.map((name) => ({ file, target: posix.join(posix.dirname(file), name) })))
      .filter(({ target }) => target.startsWith('src/figures/') && !shared.includes(target))
      .map(({ file, target }) => `${file} -> ${target}`);
    expect(wrong).toEqual([]);
  });

  it('works figures out in one room: powers of ten, percent and fact keys stand nowhere else', () => {
    const proofs = ['src/lint/', 'src/render/tie-out/'];
    const elsewhere = (pattern: RegExp, ...owners: readonly string[]) =>
      sources
        .filter(({ file, code }) => ![...owners, ...proofs].some((owner) => file.startsWith(owner)) && pattern.test(code))
        .map(({ file }) => file);
    expect(elsewhere(/\b10n \*\*/, 'src/figures/', 'src/model/exact.ts')).toEqual([]);
    expect(elsewhere(/Exact\.of\(100n?\)/, 'src/figures/scale.ts')).toEqual([]);
    // The address of a mailbox is cut at its @ too.
    expect(elsewhere(/['"]@['"]|\}@\$\{/, 'src/figures/fact-key.ts', 'src/model/link-target.ts')).toEqual([]);
    const words = sources.filter(({ file, imports }) => file.startsWith('src/merge/') && imports.includes('../model/exact.ts'));
    expect(words.map(({ file }) => file)).toEqual([]);
  });

  it('has one way to each program that reads and writes PDFs', () => {
    const importing = (name: string): string[] => sources.filter(({ imports }) => imports.includes(name)).map(({ file }) => file);
    expect(importing('pdfkit')).toEqual(['src/pdf/writing/pdfkit-writer.ts']);
    expect(importing('@hyzyla/pdfium')).toEqual(['src/pdf/engine/pdf-engine.ts']);
    // One reader of values, asked by the readers of our files and of any, by the one of content, and by the one of what a page leads to.
    const readers = sources.filter(({ imports }) => imports.some((each) => each.endsWith('/read-value.ts'))).map(({ file }) => file);
    expect(readers.sort()).toEqual([
      'src/pdf/content/interpret-content.ts',
      'src/pdf/objects/any-pdf-file.ts',
      'src/pdf/objects/page-digests.ts',
      'src/pdf/objects/pdf-file.ts',
    ]);
  });

  it('says in the first line of every file what it turns into what', () => {
    expect(sources.filter(({ text }) => !/^(#!.*\n)?\/\/ Turn \S/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('has no file over 400 lines', () => {
    expect(sources.filter(({ text }) => text.split('\n').length > 400).map(({ file }) => file)).toEqual([]);
  });

  it('asks neither clock nor chance nor the machine for its locale', () => {
    const banned: readonly [RegExp, string][] = [
      [/\bDate\.now\b|new Date\(\s*\)/, 'clock'],
      [/\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/, 'chance'],
      [/\.toLocale\w*\(|\.localeCompare\(|Intl\.\w+\(\s*\)/, 'locale of the machine'],
      [/\bprocess\.env\b|\bos\.|node:os/, 'environment'],
      [/node:https?|node:net|\bfetch\(/, 'network'],
    ];
    // Colours are not a build's; whether bytes are read again or held is not what they are.
    // How many processes there are, where a worker unpacks, and which minute a queue is in, is told of a run and no part of a build.
    const allowed = [
      'src/cli.ts: environment',
      'src/load/hash-file.ts: clock',
      'src/commands/builders.ts: environment',
      'src/commands/worker.ts: environment',
      // A worker is given all that this process was given, and how memory is kept.
      'src/project/build-pool.ts: environment',
      'src/queue/work-on-queue.ts: environment',
      'src/queue/queue-state.ts: clock',
      // The page in the browser: a server on this machine, with a token that nobody guesses, and its client. Nothing of it is built.
      'src/server/serve-project.ts: network',
      'src/server/serve-project.ts: chance',
      'src/server/one-server.ts: network',
      'src/server/guard.ts: network',
      'src/server/reply.ts: network',
      'src/server/event-stream.ts: network',
      'src/server/client/ask-server.ts: network',
    ];
    const wrong = sources.flatMap(({ file, code }) =>
      banned.filter(([pattern, name]) => pattern.test(code) && !allowed.includes(`${file}: ${name}`)).map(([, name]) => `${file}: ${name}`),
    );
    expect(wrong).toEqual([]);
    expect(sources.filter(({ file, code }) => /\bperformance\b/.test(code) && file !== 'src/cli.ts').map(({ file }) => file)).toEqual([]);
  });

  it('switches no check of the compiler or the linter off', () => {
    expect(
      sources
        .filter(
          ({ text, code }) =>
            /@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore/.test(text) || /\bas any\b|:\s*any\s*[;,)=\]>|[]/.test(code),
        )
        .map(({ file }) => file),
    ).toEqual([]);
  });

  it('leaves nothing undone', () => {
    expect(sources.filter(({ text }) => /\bFIXME\b|\/\/.*\bTODO\b|not implemented/i.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('knows no issuer by name', () => {
    const issuers = readdirSync(join(root, 'data')).filter((name) => statSync(join(root, 'data', name)).isDirectory());
    const words = issuers.flatMap((id) => [id, ...namesOf(id)]).filter((word) => word.length >= 3);
    expect(words.length).toBeGreaterThan(issuers.length);
    const wrong = sources.flatMap(({ file, text }) =>
      words.filter((word) => new RegExp(`(?<![A-Za-z])${escaped(word)}(?![A-Za-z])`, 'i').test(text)).map((word) => `${file}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });
});

function mayImport(file: string, target: string): boolean {
  if (target === 'package.json') return file === 'src/cli.ts' || file.startsWith('src/render/') || file.startsWith('src/pdf/');
  const from = rank(file);
  const to = rank(target);
  return from.level === to.level ? from.name === to.name : from.level > to.level;
}

/** The layer of a file, and its room in it. */
function rank(file: string): { level: number; name: string } {
  const name = file.split('/')[1] as string;
  const level = layers.findIndex((rooms) => rooms.includes(name));
  if (level < 0) throw new Error(`${file} stands in no layer`);
  return { level, name };
}

function namesOf(issuer: string): string[] {
  const text = readFileSync(join(root, 'data', issuer, 'issuer.yaml'), 'utf8');
  return [...text.matchAll(/^(?:names|short-names):\s*\{\s*ja:\s*([^,}]+),\s*en:\s*([^}]+)\}/gm)].flatMap(([, ja, en]) =>
    [ja, en].map((name) => (name ?? '').replace(/["']/g, '').trim()),
  );
}

function list(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = posix.join(folder, name);
    return statSync(join(root, path)).isDirectory() ? list(path) : [path];
  });
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the tests', () => {
  const readmes = ['README.md', 'test/README.md'].map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);

  it('say in their names whether they start programs (`npm run test:name` names them rightly)', () => {
    expect(misnamedTests(root)).toEqual([]);
  });

  it('reach no other machine: a worker refuses, and this one shows it', async () => {
    const fault: unknown = await fetch('http://192.0.2.1/').then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(fault instanceof Error && String(fault.cause)).toContain('a test asks for the network: 192.0.2.1');
  });

  it('are told of in words that are so: every script and every file that a README names is there', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Readonly<Record<string, string>> };
    const wrong = readmes.flatMap(([file, text]) => [
      ...[...text.matchAll(/\bnpm run ([\w:-]+)/g)].filter(([, name = '']) => !(name in scripts)).map(([all]) => `${file}: ${all}`),
      ...[...text.matchAll(/\b(?:src|test|fonts|templates)\/[\w./-]+\.(?:ts|mts|mjs|md|yaml|java)\b/g)]
        .filter(([path]) => !existsSync(join(root, path)))
        .map(([path]) => `${file}: ${path}`),
    ]);
    expect(wrong).toEqual([]);
    expect(
      Object.values(scripts)
        .flatMap((line) => line.match(/\btest\/[\w./-]+/g) ?? [])
        .filter((path) => !existsSync(join(root, path))),
    ).toEqual([]);
  });

  it('find what they name: every file of src that a script asks for is there', () => {
    const rooms = [...layers.flat().filter((name) => !name.endsWith('.ts'))].join('|');
    const named = list('test/scripts')
      .filter((file) => file.endsWith('.mjs'))
      .flatMap((file) =>
        [...readFileSync(join(root, file), 'utf8').matchAll(new RegExp(`'((?:${rooms})/[\\w/-]+)'`, 'g'))].map(([, name]) => ({
          file,
          name,
        })),
      );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ name }) => !existsSync(join(root, `src/${name}.ts`)))).toEqual([]);
  });
});
