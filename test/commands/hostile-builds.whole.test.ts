// Folders and files that nobody vouches for, given to every command that reads an earlier build: exit 2 with a reason, or a finding; never a fault.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareBuilds } from '../../src/compare/compare-builds.ts';
import { UsageError } from '../../src/model/finding.ts';
import { buildLimits } from '../../src/model/limits.ts';
import { buildRelease } from '../../src/project/build-release.ts';
import { parseRecord, writtenRecord } from '../../src/project/read-record.ts';
import { Session } from '../../src/session.ts';
import { bends, bent, makePipe, wrongJson } from '../support/hostile.ts';
import { inProjectFolder } from '../support/mini-project.ts';
import { runCommand } from '../support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { root } = inProjectFolder();
let outputs: ReadonlyMap<string, Uint8Array | string>;
beforeAll(async () => {
  const { value: built } = await buildRelease(new Session({ place: { root, issuer: 'mini', release: '1q01' } }));
  if (!built) throw new Error('the small release has errors');
  outputs = built.outputs;
});

let count = 0;
/** A build in a folder of its own, then spoilt. */
function build(spoil: (path: string) => void): string {
  const path = join(folder, `build-${count++}`);
  mkdirSync(path);
  for (const [file, content] of outputs) writeFileSync(join(path, file), content);
  spoil(path);
  return path;
}

const manifestWith = (names: readonly string[]): string => {
  const manifest = JSON.parse(String(outputs.get('manifest.json'))) as { outputs: Record<string, unknown> };
  return JSON.stringify({
    ...manifest,
    outputs: { ...manifest.outputs, ...Object.fromEntries(names.map((name) => [name, { sha256: 'x' }])) },
  });
};

/** Every command that reads the build, with its errors; all of them refuse. */
async function refusals(path: string): Promise<readonly string[]> {
  const good = build(() => {});
  const ran = [
    await runCommand(['diff', path, good], root),
    await runCommand(['diff', good, path], root),
    await runCommand(['build', 'mini/1q01', '--check', path], root),
    await runCommand(['correct', 'mini/1q01', '--against', path], root),
  ];
  for (const { code, out } of ran) expect([code, out]).toEqual([2, '']);
  return ran.map(({ err }) => err);
}

describe('a manifest', () => {
  it.each([
    '../../../../../../../../dev/zero',
    '/dev/zero',
    '..',
    '.',
    'a/../../b',
    '..\\..\\dev',
    'C:\\windows',
    '',
    'pages//one',
    'nul\0name',
  ])('that names %j is refused, and nothing of it is read', async (name) => {
    const path = build((at) => writeFileSync(join(at, 'manifest.json'), manifestWith([name])));
    for (const err of await refusals(path)) expect(err).toMatch(/leads out of its folder, and is not read/);
  });

  it('that names a link out of its folder is refused', async () => {
    for (const target of ['/dev/zero', '/etc/hostname', '../build-0/release.pdf']) {
      const path = build((at) => {
        writeFileSync(join(at, 'manifest.json'), manifestWith(['page']));
        symlinkSync(target, join(at, 'page'));
      });
      for (const err of await refusals(path)) expect(err).toMatch(/page, which .* names, is a link that leads out of its folder/);
    }
  });

  it('that names a pipe, a folder, or a file that is too large is refused, with the limit', async () => {
    const pipe = build((at) => {
      writeFileSync(join(at, 'manifest.json'), manifestWith(['page']));
      makePipe(join(at, 'page'));
    });
    for (const err of await refusals(pipe)) expect(err).toMatch(/is a named pipe, and only files are read/);
    const inner = build((at) => {
      writeFileSync(join(at, 'manifest.json'), manifestWith(['page']));
      mkdirSync(join(at, 'page'));
    });
    for (const err of await refusals(inner)) expect(err).toMatch(/is a folder, and only files are read/);
    const large = build((at) => {
      writeFileSync(join(at, 'manifest.json'), manifestWith(['page']));
      writeFileSync(join(at, 'page'), '');
      truncateSync(join(at, 'page'), 8_000_000_000);
    });
    for (const err of await refusals(large)) expect(err).toMatch(/holds 8000000000 bytes, and at most 67108864 are read/);
  });

  it('that names more files than are read is refused', async () => {
    const names = Array.from({ length: buildLimits.files }, (_, index) => `f${index}`);
    const path = build((at) => writeFileSync(join(at, 'manifest.json'), manifestWith(names)));
    for (const err of await refusals(path)) expect(err).toMatch(/names 500\d files, and at most 5000 are read/);
  });

  it('may name files as objects have their properties', async () => {
    const path = build((at) => writeFileSync(join(at, 'manifest.json'), manifestWith(['constructor', 'toString', 'hasOwnProperty'])));
    const { code, out } = await runCommand(['build', 'mini/1q01', '--check', path], root);
    expect(code).toBe(1);
    expect(out).toMatch(/output {3}constructor removed/);
  });
});

describe('a file of a build', () => {
  const files = ['manifest.json', 'document.json', 'figures.json', 'release.pdf'] as const;
  const others: Readonly<Record<string, { readonly put: (path: string) => void; readonly says: RegExp }>> = {
    'a folder': { put: (path) => mkdirSync(path), says: /is a folder, and only files are read/ },
    'a pipe': { put: makePipe, says: /is a named pipe, and only files are read/ },
    'a link to a device': { put: (path) => symlinkSync('/dev/zero', path), says: /is a link that leads out of its folder/ },
    'a link to itself': { put: (path) => symlinkSync(path, path), says: /ELOOP|is no build/ },
    'eight gigabytes': {
      put: (path) => {
        writeFileSync(path, '');
        truncateSync(path, 8_000_000_000);
      },
      says: /holds 8000000000 bytes, and at most \d+ are read/,
    },
  };
  const cases = files.flatMap((file) => Object.entries(others).map(([what, other]) => ({ file, what, ...other })));
  it.each(cases)('$file that is $what is refused', async ({ file, put, says }) => {
    const path = build((at) => {
      rmSync(join(at, file));
      put(join(at, file));
    });
    const good = build(() => {});
    const { code, err } = await runCommand(['diff', path, good], root);
    // A folder whose manifest leads nowhere is no build.
    expect(err).toMatch(file === 'manifest.json' ? new RegExp(`${says.source}|neither a build`) : says);
    expect(code).toBe(2);
  });

  it.each(files.slice(0, 3))('%s that is no JSON, or JSON of another shape, is refused', async (file) => {
    for (const text of wrongJson) {
      const path = build((at) => {
        // The manifest does not vouch for it.
        writeFileSync(join(at, file), text);
      });
      const { code, err, out } = await runCommand(['diff', path, path], root);
      expect([code, out], text.slice(0, 40)).toEqual([2, '']);
      expect(err, text.slice(0, 40)).toMatch(
        /^kessan: .*(is not JSON|has (no )?format|is no (record|manifest) of a build|nested deeper than 32)/,
      );
      expect(err.length).toBeLessThan(1000);
    }
  });
});

describe('a record', () => {
  const read = (files: ReadonlyMap<string, unknown>) =>
    parseRecord(
      writtenRecord((file) => JSON.stringify(files.get(file)), 'it'),
      'it',
    );
  it.each(['figures.json', 'document.json'])(
    'of which any field is bent is refused, or compared without a fault: %s',
    (file) => {
      const files = new Map<string, unknown>(
        ['figures.json', 'document.json'].map((name) => [name, JSON.parse(String(outputs.get(name))) as unknown]),
      );
      const sound = { name: 'old', pages: [], altered: [], record: read(files) };
      const tally = { refused: 0, compared: 0 };
      for (const bend of bends(files.get(file))) {
        const altered = new Map([...files, [file, bent(files.get(file), bend)]]);
        try {
          compareBuilds(sound, { name: 'new', pages: [], altered: [], record: read(altered) });
          tally.compared++;
        } catch (error) {
          expect(error, `${JSON.stringify(bend).slice(0, 200)}`).toBeInstanceOf(UsageError);
          expect((error as UsageError).message).toMatch(/^it: (figures|document)\.json (is no record of a build|has format)/);
          tally.refused++;
        }
      }
      expect(tally.refused).toBeGreaterThan(100);
      expect(tally.compared).toBeGreaterThan(20);
    },
    60_000,
  );
});

describe('what was approved', () => {
  it('is refused, or told as a difference, whatever lies there', async () => {
    const { root: project } = inProjectFolder();
    expect((await runCommand(['snapshot', 'mini/1q01'], project)).code).toBe(0);
    const approved = join(project, 'data/mini/releases/1q01/approved');
    const page = join(approved, 'page-01.png');
    const kept = join(folder, 'page-01.png');
    cpSync(page, kept);
    const against = () => runCommand(['build', 'mini/1q01', '--against-snapshot'], project);
    const put = async (place: (path: string) => void) => {
      rmSync(page, { recursive: true, force: true });
      place(page);
      return against();
    };
    expect((await put(makePipe)).err).toMatch(/page-01\.png is a named pipe/);
    expect((await put((path) => symlinkSync('/dev/zero', path))).err).toMatch(/page-01\.png is a link that leads out of its folder/);
    const bomb = Buffer.alloc(64);
    bomb.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 1, 0, 0, 0, 1, 0, 0, 8, 0, 0, 0, 0]);
    const large = await put((path) => writeFileSync(path, bomb));
    expect(large.err).toMatch(/page-01\.png: what was approved has 65536 × 65536 pixels, and at most 20000000 are read/);
    expect(large.code).toBe(1);
    expect((await put((path) => writeFileSync(path, 'no picture'))).err).toMatch(/page-01\.png: what was approved is no PNG picture/);
    expect((await put((path) => cpSync(kept, path))).code).toBe(0);
    for (let index = 0; index < buildLimits.approvedFiles; index++) writeFileSync(join(approved, `more-${index}.txt`), '');
    expect((await against()).err).toMatch(/holds 6\d\d approved files, and at most 600 are read/);
  }, 60_000);
});

describe('a file to be verified', () => {
  const path = (name: string) => join(folder, name);
  it('is looked at before it is read', async () => {
    writeFileSync(path('large.pdf'), '');
    truncateSync(path('large.pdf'), 1_900_000_000);
    makePipe(path('pipe.pdf'));
    const before = process.memoryUsage().rss;
    expect((await runCommand(['verify', path('large.pdf')])).err).toMatch(
      /large\.pdf holds 1900000000 bytes, and at most 67108864 are read/,
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    expect((await runCommand(['verify', path('pipe.pdf')])).err).toMatch(/is a named pipe/);
    expect((await runCommand(['verify', folder])).err).toMatch(/is a folder/);
    expect((await runCommand(['verify', '/dev/zero'])).err).toMatch(/is a device/);
    expect((await runCommand(['diff', '/dev/zero', path('pipe.pdf')])).err).toMatch(/zero is a device/);
  });

  it('is held against figures of any shape', async () => {
    writeFileSync(path('release.pdf'), outputs.get('release.pdf') ?? '');
    mkdirSync(path('folder.json'));
    expect(await runCommand(['verify', path('release.pdf'), '--figures', path('folder.json')])).toMatchObject({ code: 2 });
    for (const text of [...wrongJson, '{"figures":[null]}', '{"figures":[{"text":"1","fact":"a","places":[null,1,{"page":1e9}]}]}']) {
      writeFileSync(path('wrong.json'), text);
      const { code, err } = await runCommand(['verify', path('release.pdf'), '--figures', path('wrong.json')]);
      expect(code === 2 || (code === 1 && err === ''), text.slice(0, 40)).toBe(true);
    }
  });
});
