import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { readCharacterMap, readCodeMap } from '../../../src/pdf/content/code-map.ts';
import { interpretContent } from '../../../src/pdf/content/interpret-content.ts';
import type { PageFont } from '../../../src/pdf/content/page-fonts.ts';
import { handSetPdf } from '../../support/hand-set-pdf.ts';
import { type PdfDict, type PdfObjects, type PdfValue, readObjects } from '../../support/pdf-objects.ts';
import { has, needing } from '../../support/tools.ts';

const objects: PdfObjects | undefined = has('qpdf') ? readObjects(await handSetPdf()) : undefined;
const read = (): PdfObjects => objects!;

describe.skipIf(!has('qpdf'))(needing('qpdf', 'the catalog'), () => {
  it('claims language, tags and title, and prints unscaled', () => {
    const { catalog, dict, text } = read();
    expect(text(catalog['/Lang'])).toBe('ja-JP');
    expect(dict(catalog['/MarkInfo'])).toEqual({ '/Marked': true });
    expect(dict(catalog['/ViewerPreferences'])).toEqual({ '/DisplayDocTitle': true, '/PrintScaling': '/None' });
    expect(catalog['/PageMode']).toBe('/UseOutlines');
    for (const page of (dict(catalog['/Pages'])['/Kids'] as readonly PdfValue[]).map(dict)) expect(page['/Tabs']).toBe('/S');
  });

  it('counts the pages of the first part plainly and those of the next with its letter', () => {
    const labels = read().dict(read().catalog['/PageLabels'])['/Nums'];
    expect(labels).toEqual([0, { '/S': '/D' }, 2, { '/S': '/D', '/P': 'u:E-' }]);
  });

  it('names the anchors as destinations, in the order of bytes', () => {
    const { dict, text, catalog } = read();
    const names = dict(dict(catalog['/Names'])['/Dests'])['/Names'] as readonly PdfValue[];
    expect(names.filter((_, i) => i % 2 === 0).map(text)).toEqual(['en', 'ja', 'results']);
  });

  it('outlines parts, headings by level and tables by caption, with counts that match', () => {
    const { dict, text, catalog } = read();
    const root = dict(catalog['/Outlines']);
    const lines: string[] = [];
    const visit = (parent: PdfDict, depth: number): number => {
      let visible = 0;
      for (let item = parent['/First']; item !== undefined; item = dict(item)['/Next']) {
        const entry = dict(item);
        const [, kind, left, top, zoom] = entry['/Dest'] as readonly PdfValue[];
        lines.push(`${'  '.repeat(depth)}${text(entry['/Title'])} @${top}`);
        expect([kind, left, zoom]).toEqual(['/XYZ', null, null]);
        const inner = visit(entry, depth + 1);
        const open = ((entry['/Count'] ?? 0) as number) > 0;
        expect(Math.abs((entry['/Count'] ?? 0) as number)).toBe(inner);
        visible += 1 + (open ? inner : 0);
      }
      return visible;
    };
    expect(visit(root, 0)).toBe(root['/Count']);
    expect(lines).toEqual([
      '日本語（抄訳） @841.89',
      '  要約 @687.89',
      '    表 1. 損益 @622.89',
      'English release @841.89',
      '  Revenues @710.89',
      '    Connectivity @688.89',
    ]);
  });
});

describe.skipIf(!has('qpdf'))(needing('qpdf', 'metadata'), () => {
  const packet = (): string => read().stream(read().catalog['/Metadata']).toString('utf8');

  it('says titles, author, the date of the document and one fixed word, and nothing else', () => {
    const { dict, text, trailer } = read();
    const info = Object.fromEntries(Object.entries(dict(trailer['/Info'])).map(([key, value]) => [key, text(value)]));
    expect(info).toEqual({
      '/Title': '四半期決算 <A&B>',
      '/Author': 'Example & Co.',
      '/Producer': 'kessan',
      '/Creator': 'kessan',
      '/CreationDate': 'D:20021113000000Z',
      '/ModDate': 'D:20021113000000Z',
    });
    const names = [...packet().matchAll(/<((?:dc|xmp|pdf|pdfaid|pdfuaid):[A-Za-z]+)>/g)].map(([, name]) => name).sort();
    expect(names).toEqual([
      'dc:creator',
      'dc:format',
      'dc:language',
      'dc:title',
      'pdf:Producer',
      'pdfaid:conformance',
      'pdfaid:part',
      'pdfuaid:part',
      'xmp:CreateDate',
      'xmp:CreatorTool',
      'xmp:MetadataDate',
      'xmp:ModifyDate',
    ]);
    expect(packet().match(/\d{4}-\d\d-\d\dT[^<]*/g)).toEqual(Array(3).fill('2002-11-13T00:00:00Z'));
  });

  it('has both titles, whatever characters they hold', () => {
    const titles = [...packet().matchAll(/<rdf:li xml:lang="([^"]+)">(.*?)<\/rdf:li>/g)].map(
      ([, lang, title]) => `${lang} ${unescapeXml(title!)}`,
    );
    expect(titles).toEqual(['x-default 四半期決算 <A&B>', 'ja-JP 四半期決算 <A&B>', 'en-US Quarterly "Results" & <More>']);
    expect(packet()).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  it('keeps every other word of the machine out of the file', () => {
    const everything = JSON.stringify(read().all) + packet();
    for (const word of [process.cwd(), process.env.USER ?? 'pdfkit', 'PDFKit', process.version]) expect(everything).not.toContain(word);
  });
});

describe.skipIf(!has('qpdf'))(needing('qpdf', 'fonts'), () => {
  it('are embedded with a length, a tag from their content, and a text for every glyph', () => {
    const { all, catalog, dict, stream, text } = read();
    const fonts = all.filter((object) => object['/Subtype'] === '/Type0');
    expect(fonts.length).toBe(3);
    for (const font of fonts) {
      const descendant = dict((font['/DescendantFonts'] as readonly PdfValue[])[0]);
      const descriptor = dict(descendant['/FontDescriptor']);
      expect(text(font['/BaseFont'])).toMatch(/^\/[A-Z]{6}\+(NotoSansJP|SourceSerif4)-/);
      expect(descriptor['/FontName']).toBe(font['/BaseFont']);
      expect(dict(descriptor['/FontFile2'])['/Length1']).toBe(stream(descriptor['/FontFile2']).length);
      const texts = readCharacterMap(stream(font['/ToUnicode']).toString('latin1'));
      const shown = codesShown(dict, stream, catalog).get(String(font['/BaseFont']))!;
      expect(shown.size).toBeGreaterThan(5);
      for (const code of shown) expect(texts.get(code), `code ${code}`).toMatch(/^[^\0\ufeff\ufffe]+$/);
    }
  });
});

/** Codes that the pages show, by the name of their font. */
function codesShown(dict: PdfObjects['dict'], stream: PdfObjects['stream'], catalog: PdfDict): ReadonlyMap<string, ReadonlySet<number>> {
  const shown = new Map<string, Set<number>>();
  for (const page of (dict(catalog['/Pages'])['/Kids'] as readonly PdfValue[]).map(dict)) {
    const named = Object.entries(dict(dict(page['/Resources'])['/Font'])).map(([name, font]) => [name.slice(1), dict(font)] as const);
    const fonts = new Map(
      named.map(([name, font]): [string, PageFont] => {
        const { length } = readCodeMap(stream(font['/Encoding']).toString('latin1'));
        return [name, { codeLength: length, texts: new Map(), width: () => 0 }];
      }),
    );
    for (const event of interpretContent(stream(page['/Contents']).toString('latin1'), fonts, () => {})) {
      if (event.kind !== 'glyphs') continue;
      const base = String(new Map(named).get(event.font)?.['/BaseFont']);
      const codes = shown.get(base) ?? new Set();
      shown.set(base, codes);
      for (const { code } of event.glyphs) codes.add(code);
    }
  }
  return shown;
}

function unescapeXml(xml: string): string {
  const body = parse(`<p>${xml}`);
  const texts: string[] = [];
  const visit = (node: { readonly childNodes?: readonly unknown[]; readonly value?: string }): void => {
    if (node.value !== undefined) texts.push(node.value);
    for (const child of node.childNodes ?? []) visit(child as typeof node);
  };
  visit(body as never);
  return texts.join('');
}
