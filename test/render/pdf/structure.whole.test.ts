import { describe, expect, it } from 'vitest';
import { handSetPdf } from '../../support/hand-set-pdf.ts';
import { dumpStructure, type PdfDict, type PdfObjects, type PdfValue, readObjects } from '../../support/pdf-objects.ts';
import { has, needing } from '../../support/tools.ts';

const objects: PdfObjects | undefined = has('qpdf') ? readObjects(await handSetPdf()) : undefined;
const read = (): PdfObjects => objects!;

describe.skipIf(!has('qpdf'))(needing('qpdf', 'the structure tree'), () => {
  it('is that of the document, figures with their heads, links with their annotations', async () => {
    await expect(dumpStructure(read())).toMatchFileSnapshot('hand-set-structure.txt');
  });

  it('finds every element with an ID through the ID tree, in the order of bytes', () => {
    const { dict, text, follow, all } = read();
    const names = dict(dict(read().catalog['/StructTreeRoot'])['/IDTree'])['/Names'] as readonly PdfValue[];
    const keys = names.filter((_, i) => i % 2 === 0).map(text);
    expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)));
    names.forEach((value, i) => {
      if (i % 2 === 1) expect(text(dict(value)['/ID'])).toBe(keys[(i - 1) / 2]);
    });
    const withId = all.filter((object) => object['/S'] && object['/P'] && object['/ID'] !== undefined);
    expect(keys.length).toBe(withId.length);
    for (const object of all) {
      const attributes = object['/A'] ? follow(object['/A']) : null;
      const headers = (attributes as PdfDict | null)?.['/Headers'] as readonly PdfValue[] | undefined;
      for (const header of headers ?? []) expect(keys).toContain(text(header));
    }
  });

  it('is reached from every piece of marked content and from every annotation', () => {
    const { dict, follow, stream, catalog } = read();
    const numbers = dict(dict(catalog['/StructTreeRoot'])['/ParentTree'])['/Nums'] as readonly PdfValue[];
    const parents = new Map(numbers.flatMap((key, i) => (i % 2 === 0 ? [[key as number, follow(numbers[i + 1])] as const] : [])));
    const pages = dict(catalog['/Pages'])['/Kids'] as readonly PdfValue[];
    let annotations = 0;
    for (const page of pages.map(dict)) {
      const content = stream(page['/Contents']).toString('latin1');
      const marked = [...content.matchAll(/\/MCID (\d+)/g)].map(([, id]) => Number(id));
      const elements = parents.get(page['/StructParents'] as number) as readonly PdfValue[];
      expect(marked).toEqual(elements.map((_, i) => i));
      for (const element of elements) expect(dict(element)['/S']).toBeDefined();
      for (const annotation of ([page['/Annots'] ?? []].flat() as PdfValue[]).map(dict)) {
        const link = parents.get(annotation['/StructParent'] as number) as PdfDict;
        expect(link['/S']).toBe('/Link');
        const reference = (link['/K'] as readonly PdfValue[])
          .map(follow)
          .find((kid) => (kid as PdfDict | null)?.['/Type'] === '/OBJR') as PdfDict;
        expect(dict(reference['/Pg'])).toEqual(page);
        annotations++;
      }
    }
    expect(annotations).toBe(5);
  });

  it('leaves nothing on a page that is neither tagged nor an artifact, and nests neither', () => {
    const { dict, stream, catalog } = read();
    for (const page of (dict(catalog['/Pages'])['/Kids'] as readonly PdfValue[]).map(dict)) {
      const lines = stream(page['/Contents']).toString('latin1').split('\n');
      let depth = 0;
      for (const line of lines) {
        if (line.endsWith('BDC')) depth++;
        if (line === 'EMC') depth--;
        expect(depth === 0 || depth === 1).toBe(true);
        if (/ (TJ|re)$|\]TJ$/.test(line)) expect(depth).toBe(1);
      }
      expect(depth).toBe(0);
    }
  });

  it('names the kind of every artifact', () => {
    const { dict, stream, catalog } = read();
    const kinds = (dict(catalog['/Pages'])['/Kids'] as readonly PdfValue[]).map((page) =>
      [
        ...stream(dict(page)['/Contents'])
          .toString('latin1')
          .matchAll(/\/Artifact<<(.*?)>>BDC/g),
      ].map(([, properties]) => properties),
    );
    const footer = '/Type/Pagination/Subtype/Footer/Attached[/Bottom]';
    expect(kinds).toEqual([
      ['/Type/Layout', footer],
      ['/Type/Pagination', footer],
      ['/Type/Pagination/Subtype/Header/Attached[/Top]', footer],
    ]);
  });
});

describe.skipIf(!has('qpdf'))(needing('qpdf', 'link annotations'), () => {
  const links = (): readonly PdfDict[] => read().all.filter((object) => object['/Subtype'] === '/Link');

  it('say where they lead, and lead there', () => {
    const { text, dict, catalog, follow } = read();
    const pages = dict(catalog['/Pages'])['/Kids'] as readonly PdfValue[];
    const described = links().map((link) => {
      const target = link['/Dest'] as readonly PdfValue[] | undefined;
      const place = target ? `page ${pages.indexOf(target[0]!) + 1} at ${target[3]}` : text(dict(follow(link['/A']))['/URI']);
      return `${text(link['/Contents'])} -> ${place}`;
    });
    expect(described.sort()).toEqual([
      '6ページ目 Results for the Second Quarter -> page 3 at 841.89',
      'https://www.example.org/ir -> https://www.example.org/ir',
      'ir@example.org -> mailto:ir@example.org',
      '注記(1): -> page 1 at 459.89',
      '注記(1): -> page 1 at 459.89',
    ]);
  });

  it('cover each line of a broken link with its own quadrilateral, inside the rectangle', () => {
    const broken = links().find((link) => link['/QuadPoints'])!;
    const quads = broken['/QuadPoints'] as readonly number[];
    const [left, bottom, right, top] = broken['/Rect'] as readonly [number, number, number, number];
    expect(quads.length).toBe(16);
    quads.forEach((value, i) => {
      expect(value).toBeGreaterThanOrEqual((i % 2 === 0 ? left : bottom) - 0.001);
      expect(value).toBeLessThanOrEqual((i % 2 === 0 ? right : top) + 0.001);
    });
  });
});
