// Turn a few calls of the writer into files, and hold what it writes, and what it refuses to write, against PDF/UA.
import { describe, expect, it } from 'vitest';
import { PdfFile } from '../../../src/pdf/objects/pdf-file.ts';
import { GlyphSubset } from '../../../src/pdf/subset/glyph-subset.ts';
import { GlyphUses } from '../../../src/pdf/subset/glyph-uses.ts';
import { faceOf } from '../../../src/pdf/subset/truetype-face.ts';
import { ContentBuilder } from '../../../src/pdf/writing/content-builder.ts';
import { encodeFont } from '../../../src/pdf/writing/embed-font.ts';
import { type PageContent, pdfName, type StructureElement, type StructureType } from '../../../src/pdf/writing/pdf-writer.ts';
import { PdfkitWriter } from '../../../src/pdf/writing/pdfkit-writer.ts';
import { fontFiles } from '../../support/font-files.ts';
import { realFonts } from '../../support/real-fonts.ts';

const settings = {
  part: 2,
  lang: 'en-US',
  title: 'Title',
  author: 'Author',
  date: new Date('2002-11-13T00:00:00Z'),
  packet: '<x/>',
} as const;

/** A writer with a root and one page. */
function begun() {
  const writer = new PdfkitWriter(settings);
  const page = writer.addPage(200, 300);
  const root = writer.element('Document', { lang: 'en-US' });
  const under = (type: StructureType): StructureElement => {
    const element = writer.element(type);
    root.add(element);
    return element;
  };
  return { writer, page, root, under };
}
/** Content of a page with one empty piece in each of these. */
function shown(...tags: readonly StructureType[]): PageContent {
  const content = new ContentBuilder();
  for (const tag of tags) content.piece(tag, 'BT\nET');
  return content.end();
}
const area = { left: 10, top: 20, width: 30, height: 10 };
const target = { lead: { address: 'https://example.org/' }, contents: 'example' } as const;

describe('a file', () => {
  it('has text as text, names as names with their escapes, and pages that others refer to', async () => {
    const { writer, page } = begun();
    const object = writer.reserve();
    writer.fill(object, { Text: '売 (a', Name: pdfName('text/csv'), Page: page.object, None: undefined, Bytes: Uint8Array.of(1, 255) });
    writer.addToCatalog({ Own: object });
    const file = new PdfFile(await writer.end());
    const own = file.dict(file.dict(file.trailer.get('Root')).get('Own'));
    expect(file.text(own.get('Text'))).toBe('売 (a');
    expect(file.name(own.get('Name'))).toBe('text/csv');
    expect(file.name(file.dict(own.get('Page')).get('Type'))).toBe('Page');
    expect(own.get('Bytes')).toEqual({ string: '\u0001\u00ff' });
    expect(own.has('None')).toBe(false);
  });

  it('has links where they were laid, whatever page was made last, and their page in the tag', async () => {
    const { writer, page, under } = begun();
    writer.addPage(200, 900);
    const link = under('Link');
    page.show(shown('Link'));
    page.hang(link, 'example');
    page.addLink(link, area, target);
    const file = new PdfFile(await writer.end());
    const [annotation] = file.array(file.dict({ reference: page.object.number }).get('Annots'));
    expect(file.array(file.dict(annotation).get('Rect'))).toEqual([10, 270, 40, 280]);
    const element = file.numbers.map((number) => file.dict({ reference: number })).find((dict) => file.name(dict.get('S')) === 'Link');
    const reference = file
      .array(element?.get('K'))
      .map((kid) => file.dict(kid))
      .find((kid) => file.name(kid.get('Type')) === 'OBJR');
    expect(reference?.get('Pg')).toEqual({ reference: page.object.number });
  });

  it('counts what its outline shows, and leads where it was told', async () => {
    const { writer, page } = begun();
    const destination = [page.object, pdfName('XYZ'), null, 250, null];
    const leaf = (title: string) => ({ title, destination, open: false, entries: [] });
    writer.outline([
      { title: 'open', destination, open: true, entries: [leaf('a'), leaf('b')] },
      { title: 'closed', destination, open: false, entries: [leaf('c')] },
    ]);
    const file = new PdfFile(await writer.end());
    const root = file.dict(file.dict(file.trailer.get('Root')).get('Outlines'));
    const first = file.dict(root.get('First'));
    expect([root.get('Count'), first.get('Count'), file.dict(first.get('Next')).get('Count')]).toEqual([4, 2, -1]);
    expect(file.array(first.get('Dest'))).toEqual([{ reference: page.object.number }, { name: 'XYZ' }, null, 250, null]);
  });
});

describe('a writer refuses', () => {
  it.each<readonly [string, (made: ReturnType<typeof begun>) => void, string]>([
    [
      'a link that says nothing',
      ({ page, under }) => page.addLink(under('Link'), area, { ...target, contents: ' ' }),
      'has no description',
    ],
    ['a link over what is none', ({ page, under }) => page.addLink(under('P'), area, target), 'is laid over P'],
    ['a figure that says nothing', ({ writer }) => writer.element('Figure'), 'a Figure has no description'],
    ['a Link without an annotation', ({ under }) => under('Link'), 'a Link has no annotation'],
    ['a note without an ID', ({ under }) => under('Note'), 'a Note has no ID'],
    ['a list without its numbering', ({ under }) => under('L'), 'how it is numbered'],
    ['a head without Scope', ({ under }) => under('TH').identify('h'), 'the head h has no Scope'],
    [
      'a cell of a head that is not there',
      ({ under }) => under('TD').describe({ O: pdfName('Table'), Headers: ['x'] }),
      'names the head x',
    ],
    [
      'a cell of a head that is none',
      ({ under }) => {
        under('P').identify('p');
        under('TD').describe({ O: pdfName('Table'), Headers: ['p'] });
      },
      'names the head p, which is none',
    ],
    [
      'an ID that is taken',
      ({ under }) => {
        under('P').identify('p');
        under('P').identify('p');
      },
      'two structure elements have the ID p',
    ],
    ['elements of another writer', ({ root }) => root.add(begun().under('P')), 'belongs to another writer'],
    ['an element that hangs on two', ({ root, under }) => root.add(under('P')), 'more than one parent'],
    [
      'content of another element than it was drawn for',
      ({ page, under }) => {
        page.show(shown('P', 'P'));
        page.hang(under('P'), '');
        page.hang(under('Span'), '');
      },
      'a piece of content in P is hung on Span',
    ],
    [
      'more content than was drawn',
      ({ page, under }) => {
        page.show(shown('P'));
        for (let i = 0; i < 2; i++) page.hang(under('P'), '');
      },
      'in no element is hung on P',
    ],
    [
      'content behind a link',
      ({ page, under }) => {
        page.show(shown('Link', 'Link'));
        const link = under('Link');
        page.hang(link, '');
        page.addLink(link, area, target);
        page.hang(link, '');
      },
      'takes nothing more',
    ],
  ])('%s', (_, ask, message) => {
    const made = begun();
    expect(() => {
      ask(made);
      made.writer.closeTree();
    }).toThrow(message);
  });

  it('a file without a title or a language', () => {
    expect(() => new PdfkitWriter({ ...settings, title: ' ' })).toThrow('a title and a language');
    expect(() => new PdfkitWriter({ ...settings, lang: '' })).toThrow('a title and a language');
  });

  it('to end while content or an element hangs nowhere', () => {
    const loose = begun();
    loose.page.show(shown('P'));
    expect(() => loose.writer.end()).toThrow('content that hangs on no element');
    const lost = begun();
    lost.writer.element('P');
    expect(() => lost.writer.end()).toThrow('the element P hangs on no other');
  });

  it.each(['', '\0', '\ufeff', 'a\ufffe'])('a glyph that stands for no character: %j', (text) => {
    const uses = new GlyphUses(faceOf(fontFiles.get('source-sans-3-400')!));
    uses.use(40, 0, text);
    expect(() => encodeFont(new GlyphSubset(uses.face, uses.all), realFonts.get('source-sans-3-400')!)).toThrow('says nothing');
  });
});
