// Turn the sample's objects into the list of kinds that a release may hold: what is not on it is not in the file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type PdfObjects, type PdfValue, readObjects } from '../support/pdf-objects.ts';
import { realFonts } from '../support/real-fonts.ts';
import { buildSample, pdfOf, projectRoot } from '../support/sample.ts';
import { has, needing } from '../support/tools.ts';

describe.skipIf(!has('qpdf'))(needing('qpdf', 'the sample'), () => {
  let objects: PdfObjects;
  beforeAll(async () => {
    objects = readObjects(pdfOf(await buildSample()));
  });

  /** Every dictionary of the file, also those inside others. */
  const dictionaries = (): readonly { readonly [key: string]: PdfValue }[] => {
    const inside = (value: PdfValue): readonly { readonly [key: string]: PdfValue }[] => {
      if (value === null || typeof value !== 'object') return [];
      if (Array.isArray(value)) return value.flatMap(inside);
      const dict = value as { readonly [key: string]: PdfValue };
      return [dict, ...Object.values(dict).flatMap(inside)];
    };
    return objects.all.flatMap(inside);
  };
  const valuesOf = (key: string, of: readonly { readonly [key: string]: PdfValue }[] = dictionaries()) =>
    [...new Set(of.flatMap((dict) => (typeof dict[key] === 'string' ? [String(dict[key])] : [])))].sort();

  it('holds pages, text, links and tags, and no other kind of object', () => {
    const types = 'Annot CMap Catalog Font FontDescriptor MCR Metadata OBJR ObjStm OutputIntent Page Pages StructTreeRoot XRef';
    expect(valuesOf('/Type').map((type) => type.slice(1))).toEqual(types.split(' '));
    expect(valuesOf('/Subtype')).toEqual(['/CIDFontType2', '/Link', '/Type0', '/XML']);
  });

  it('acts on links only, and those lead to addresses', () => {
    const actions = dictionaries().filter((dict) => dict['/URI'] !== undefined);
    expect(actions.length).toBeGreaterThan(0);
    expect(valuesOf('/S', actions)).toEqual(['/URI']);
    const keys = new Set(dictionaries().flatMap((dict) => Object.keys(dict)));
    for (const key of [
      '/OpenAction',
      '/AA',
      '/JS',
      '/AcroForm',
      '/OCProperties',
      '/Threads',
      '/XFA',
      '/EmbeddedFiles',
      '/XObject',
      '/RoleMap',
      '/ClassMap',
    ])
      expect(keys, key).not.toContain(key);
    expect(objects.trailer['/Encrypt']).toBeUndefined();
  });

  it('uses standard structure types only, and of them these', () => {
    const elements = objects.all.filter((dict) => dict['/P'] !== undefined && typeof dict['/S'] === 'string');
    expect(valuesOf('/S', elements)).toEqual(
      'Caption Div Document H1 H2 H3 H4 L LBody LI Lbl Link Note P Part Reference Sect Span TBody TD TH THead TR Table'
        .split(' ')
        .map((type) => `/${type}`)
        .sort(),
    );
  });

  it('embeds fonts whose licence allows it', () => {
    const manifest = parse(readFileSync(join(projectRoot, 'fonts/fonts.yaml'), 'utf8')) as { readonly fonts: readonly ManifestFont[] };
    const embedded = new Set(objects.all.flatMap((dict) => (dict['/FontFile2'] === undefined ? [] : [String(dict['/FontName']).slice(8)])));
    expect(embedded.size).toBeGreaterThan(3);
    for (const name of embedded) {
      const font = manifest.fonts.find((entry) => metricsName(entry.id) === name);
      expect(font, name).toBeDefined();
      const program = readFileSync(join(projectRoot, 'node_modules', font!.package, font!.file));
      // OS/2 fsType: bit 1 forbids embedding.
      expect(program.readUInt16BE(tableAt(program, 'OS/2') + 8) & 2).toBe(0);
    }
    for (const licence of ['noto-sans-jp', 'source-sans-3', 'source-serif-4'])
      expect(readFileSync(join(projectRoot, `fonts/licences/${licence}-OFL.txt`), 'utf8')).toContain('SIL OPEN FONT LICENSE');
  });
});

interface ManifestFont {
  readonly id: string;
  readonly package: string;
  readonly file: string;
}

function metricsName(id: string): string {
  return realFonts.get(id)?.postScriptName ?? '';
}

/** Where a table of a TrueType file begins. */
function tableAt(program: Buffer, tag: string): number {
  for (let i = 0; i < program.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i;
    if (program.toString('latin1', entry, entry + 4) === tag) return program.readUInt32BE(entry + 8);
  }
  throw new Error(`no table ${tag}`);
}
