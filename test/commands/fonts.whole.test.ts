// Turn font files into faces of a project by `kessan fonts`, and into refusals that say what to do; a release is set in what was added.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSfnt } from '../../src/pdf/faces/open-sfnt.ts';
import { assembleFont } from '../../src/pdf/subset/write-truetype.ts';
import { runCommand } from '../support/run-command.ts';
import { projectRoot } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const face = readFileSync(join(projectRoot, 'node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'));
const plain = new Uint8Array(face);
const tables = openSfnt(plain).tables;

/** The face with other bytes in a table, or with a further table. */
function altered(tag: string, change: (table: Uint8Array) => Uint8Array): Uint8Array {
  return assembleFont(new Map([...tables, [tag, change((tables.get(tag) ?? new Uint8Array(0)).slice())]]));
}

const withRights = (bits: number) =>
  altered('OS/2', (table) => {
    new DataView(table.buffer).setUint16(8, bits);
    return table;
  });

/** WOFF of the first kind: its header as far as it is read, then tables packed by themselves. */
function woff(): Uint8Array {
  const packed = [...tables].map(([tag, table]) => ({ tag, table, bytes: deflateSync(table) }));
  const start = 44 + 20 * packed.length;
  const out = Buffer.alloc(start + packed.reduce((sum, { bytes }) => sum + bytes.length, 0));
  out.write('wOFF', 0, 'latin1');
  out.writeUInt32BE(0x00010000, 4);
  out.writeUInt16BE(packed.length, 12);
  let at = start;
  packed.forEach(({ tag, table, bytes }, i) => {
    const smaller = bytes.length < table.length ? bytes : Buffer.from(table);
    out.write(tag, 44 + 20 * i, 'latin1');
    out.writeUInt32BE(at, 48 + 20 * i);
    out.writeUInt32BE(smaller.length, 52 + 20 * i);
    out.writeUInt32BE(table.length, 56 + 20 * i);
    smaller.copy(out, at);
    at += smaller.length;
  });
  return new Uint8Array(out);
}

/** A collection of the face, twice. */
function collection(): Uint8Array {
  const start = 20;
  const out = Buffer.alloc(start + plain.length);
  out.write('ttcf', 0, 'latin1');
  out.writeUInt32BE(0x00010000, 4);
  out.writeUInt32BE(2, 8);
  out.writeUInt32BE(start, 12);
  out.writeUInt32BE(start, 16);
  out.set(plain, start);
  for (let i = 0; i < out.readUInt16BE(start + 4); i++) {
    const offset = start + 12 + 16 * i + 8;
    out.writeUInt32BE(out.readUInt32BE(offset) + start, offset);
  }
  return new Uint8Array(out);
}

const tagged = (tag: string) => {
  const bytes = plain.slice();
  for (let i = 0; i < 4; i++) bytes[i] = tag.charCodeAt(i);
  return bytes;
};

function project(name: string, bytes: Uint8Array): string {
  const root = temporaryFolder('fonts');
  mkdirSync(join(root, 'fonts'));
  writeFileSync(join(root, 'fonts', name), bytes);
  return root;
}

describe('kessan fonts', () => {
  it('enters a face, whose licence is asked for once, and the same file gives the same bytes', async () => {
    const root = project('House.ttf', plain);
    const unnamed = await runCommand(['fonts', 'fonts/House.ttf'], root);
    expect(unnamed.code).toBe(2);
    expect(unnamed.err).toContain('nothing says under which licence it is used; the font itself says:');
    expect(existsSync(join(root, 'fonts/fonts.yaml'))).toBe(false);
    const added = await runCommand(['fonts', 'fonts/House.ttf', '--licence', 'OFL-1.1', '--family', 'house'], root);
    expect(added.err).toBe('');
    expect(added.out).toContain('is the face house-400, family house, 400 upright, licence OFL-1.1\n');
    expect(added.out).toContain('letters and digits: all 94\n');
    const files = () => ['fonts.yaml', 'metrics/house-400.json'].map((file) => readFileSync(join(root, 'fonts', file), 'utf8'));
    const first = files();
    expect((await runCommand(['fonts', 'fonts/House.ttf'], root)).code).toBe(0);
    expect(files()).toEqual(first);
  });

  it('keeps what else stands in fonts.yaml, and adds after it', async () => {
    const root = project('House.ttf', plain);
    const comment = '# ours\nextends: kessan\nfonts:\n';
    writeFileSync(join(root, 'fonts/fonts.yaml'), comment);
    for (const weight of ['400', '700'])
      await runCommand(['fonts', 'fonts/House.ttf', '--licence', 'OFL-1.1', '--family', 'house', '--weight', weight], root);
    const text = readFileSync(join(root, 'fonts/fonts.yaml'), 'utf8');
    expect(text.startsWith(comment)).toBe(true);
    expect(text.match(/- id: .*/g)).toEqual(['- id: house-400', '- id: house-700']);
  });

  it.each([
    ['a packed file', 'x.woff', woff(), []],
    ['a face of a collection', 'x.ttc', collection(), ['--face', '2']],
  ] as const)('makes a plain file of %s', async (_, name, bytes, more) => {
    const root = project(name, bytes);
    const { code, err } = await runCommand(['fonts', `fonts/${name}`, '--licence', 'OFL-1.1', '--family', 'house', ...more], root);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const made = openSfnt(new Uint8Array(readFileSync(join(root, 'fonts/house-400.ttf'))));
    expect([...made.tables.keys()].sort()).toEqual([...tables.keys()].sort());
    expect(made.tables.get('glyf')).toEqual(tables.get('glyf'));
  });

  it.each([
    ['a collection of which no face is chosen', collection(), 'the file is a collection of 2 faces', '--face 1 to --face 2'],
    ['PostScript outlines', tagged('OTTO'), 'PostScript (CFF)', 'take the TrueType file'],
    ['a font packed for the web', tagged('wOF2'), 'is a WOFF2 font', 'woff2_decompress x.woff2'],
    ['a variable font', altered('fvar', () => new Uint8Array(20)), 'the font is variable', 'static files of the family'],
    ['a font cut off', plain.slice(0, 5000), 'the file is damaged', 'from its maker again'],
    ['a table cut off', altered('OS/2', (table) => table.slice(0, 20)), 'a table ends too soon', 'from its maker again'],
    ['no font', new TextEncoder().encode('Not a font at all'), 'the file is no font', 'take the TrueType file'],
    ['a font that may not be embedded', withRights(2), 'forbids embedding it', 'ask its maker'],
    ['a font that may not be subset', withRights(0x108), 'forbids embedding a part', 'ask its maker'],
    ['a font of bitmaps only', withRights(0x200), 'bitmaps of it only', 'ask its maker'],
    ['a weight that styles do not ask for', altered('OS/2', (table) => table.with(4, 1).with(5, 44)), 'its weight is 300', '--weight 400'],
  ] as const)('refuses %s, and says what to do', async (_, bytes, why, hint) => {
    const root = project('x.ttf', bytes);
    const { code, err, out } = await runCommand(['fonts', 'fonts/x.ttf', '--licence', 'OFL-1.1'], root);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
    expect(err).toContain(hint);
    expect(existsSync(join(root, 'fonts/fonts.yaml'))).toBe(false);
  });

  it('takes what may be printed and viewed, or edited, and says so', async () => {
    const root = project('x.ttf', withRights(4));
    expect((await runCommand(['fonts', 'fonts/x.ttf', '--licence', 'Maker 12'], root)).out).toContain('viewed and printed');
    const edited = project('x.ttf', withRights(8));
    expect((await runCommand(['fonts', 'fonts/x.ttf', '--licence', 'Maker 12'], edited)).out).not.toContain('viewed');
  });

  it('outlasts any bytes: each file is refused in words or taken', async () => {
    const root = project('x.ttf', plain);
    for (let at = 12; at < 700; at += 23) {
      const bytes = plain.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(join(root, 'fonts/x.ttf'), bytes);
      const { code, err } = await runCommand(
        ['fonts', 'fonts/x.ttf', '--licence', 'OFL-1.1', '--family', 'house', '--weight', '400'],
        root,
      );
      expect([0, 2], err).toContain(code);
    }
  }, 60_000);

  it('gives faces that a release is set in beside those of the program, and tells a file that changed', async () => {
    const root = temporaryFolder('fonts');
    cpSync(join(projectRoot, 'templates/tanshin/starter'), root, { recursive: true });
    cpSync(join(projectRoot, 'templates/tanshin'), join(root, 'templates/tanshin'), { recursive: true });
    mkdirSync(join(root, 'fonts'));
    writeFileSync(join(root, 'fonts/House.ttf'), plain);
    writeFileSync(
      join(root, 'templates/tanshin/style.house.yaml'),
      'extends: style.yaml\nfonts:\n  en: {text: house, heading: ibm-plex-sans}\n',
    );
    await runCommand(['fonts', 'fonts/House.ttf', '--licence', 'OFL-1.1', '--family', 'house'], root);
    const built = await runCommand(['build', 'minato/2026h1', '--style', 'house'], root);
    expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: '' });
    const manifest = JSON.parse(readFileSync(join(root, 'out/minato/2026h1.house/manifest.json'), 'utf8')) as {
      readonly inputs: Readonly<Record<string, string>>;
    };
    const inputs = Object.keys(manifest.inputs);
    expect(inputs).toEqual(expect.arrayContaining(['fonts/House.ttf', 'fonts/metrics/house-400.json', 'kessan:fonts/fonts.yaml']));
    // Fonts that the style does not name are not read.
    expect(inputs.filter((name) => /shippori|source-serif|ibm-plex-serif/.test(name))).toEqual([]);
    writeFileSync(join(root, 'fonts/House.ttf'), Buffer.concat([plain, Buffer.from('x')]));
    const changed = await runCommand(['check', 'minato/2026h1', '--style', 'house'], root);
    expect(changed.code).toBe(1);
    expect(changed.err).toContain('hint: run kessan fonts fonts/House.ttf, which records the file as it is now');
  }, 60_000);
});
