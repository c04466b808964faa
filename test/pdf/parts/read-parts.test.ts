// What a file holds besides its pages is read, whatever program wrote it and however it is packed; what cannot be read is named.
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackFilters } from '../../../src/pdf/objects/unpack-filters.ts';
import { documentDigest } from '../../../src/pdf/parts/document-digest.ts';
import { readParts } from '../../../src/pdf/parts/read-parts.ts';
import { textString } from '../../../src/pdf/parts/text-string.ts';
import { documentPdf, stream } from '../../support/foreign-pdfs/document-pdf.ts';

const valuesOf = (pdf: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(readParts(pdf, { tags: true }).named.map(({ name, value }) => [name, value]));

const xmp = (inner: string): string =>
  `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:p="http://ns.adobe.com/pdf/1.3/">${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;

describe('the parts of a file', () => {
  it('tell a property once that its dictionary and its XMP have alike, and both where they part', () => {
    const packet = xmp(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Results &amp; outlook</rdf:li></rdf:Alt></dc:title><p:Producer>By hand</p:Producer>',
    );
    const pdf = documentPdf({ catalog: '/Metadata 20 0 R', more: [stream(packet, '/Type /Metadata /Subtype /XML')] });
    expect(valuesOf(pdf)).toEqual({
      'producer in the metadata': 'By hand',
      'title in the metadata': 'Results',
      'title in the XMP metadata': 'Results & outlook',
    });
  });

  it('name fields by all that they stand in, with the value that they inherit', () => {
    const pdf = documentPdf({
      catalog: '/AcroForm << /Fields [20 0 R] >>',
      more: [
        '<< /T (form) /FT /Tx /V (inherited) /Kids [21 0 R 22 0 R] >>',
        '<< /T (a) /Parent 20 0 R >>',
        '<< /T (b) /Parent 20 0 R /V (own) >>',
      ],
    });
    expect(valuesOf(pdf)).toMatchObject({ "form field 'form.a'": 'inherited', "form field 'form.b'": 'own' });
  });

  it.each<readonly [string, (text: string) => string]>([
    ['cross-references that lead astray', (text) => text.replace(/startxref\n\d+/, 'startxref\n11')],
    ['none at all', (text) => text.slice(0, text.indexOf('xref\n'))],
    ['lengths that are wrong', (text) => text.replace(/\/Length \d+/g, '/Length 3')],
    ['an object that is not where it should be', (text) => text.replace('0000000009', '0000000012')],
  ])('are read from a file with %s', (_, damaged) => {
    const sound = documentPdf({ info: '/Author (IR)', catalog: '/Lang (ja)' });
    const pdf = Buffer.from(damaged(Buffer.from(sound).toString('latin1')), 'latin1');
    expect(valuesOf(pdf)).toMatchObject({ 'language of the document': 'ja' });
    expect(readParts(pdf, { tags: true }).pages).toHaveLength(2);
  });

  it.each<readonly [string, string]>([['encrypted', '/Encrypt << /Filter /Standard /V 2 >>']])(
    'are told to be missing of a file that is %s',
    (word, entry) => {
      const pdf = Buffer.from(Buffer.from(documentPdf()).toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R ${entry}`), 'latin1');
      const { unread, named } = readParts(pdf, { tags: true });
      expect([named, unread.map(({ why }) => why).join()]).toEqual([[], expect.stringContaining(word)]);
    },
  );

  it('end for values that lead round in a circle', () => {
    const pdf = documentPdf({
      catalog: '/Outlines 20 0 R /Strange 20 0 R',
      more: ['<< /First 21 0 R >>', '<< /Title (x) /Next 21 0 R /First 20 0 R /Odd 20 0 R >>'],
    });
    expect(readParts(pdf, { tags: true }).unread.map(({ why }) => why)).toEqual(['settings: references lead round in a circle']);
    expect(documentDigest(pdf)).toBeUndefined();
  });
});

describe('a text string', () => {
  it.each([
    ['\xfe\xff\x6c\x7a', '決'.replace('決', '\u6c7a')],
    ['\xef\xbb\xbf\xe6\xb1\xba', '\u6c7a'],
    ['\x84 5\x80', '\u2014 5\u2022'],
    ['\xfe\xff\x00\x1b\x00j\x00a\x00\x1b\x00x', 'x'],
  ])('%j says %s', (string, said) => expect(textString({ string })).toBe(said));
});

describe('filters of other programs', () => {
  const filter = (name: string, parameters: Readonly<Record<string, number>> = {}) => ({
    name,
    parameter: (key: string) => parameters[key],
  });
  it.each<readonly [string, Uint8Array, ReturnType<typeof filter>, string]>([
    ['hexadecimal', Buffer.from('68 65 6C6c6f>'), filter('ASCIIHexDecode'), 'hello'],
    ['base 85', Buffer.from('BOu!rDZ~>'), filter('ASCII85Decode'), 'hello'],
    ['runs', Buffer.from([2, 97, 98, 99, 254, 100, 128]), filter('RunLengthDecode'), 'abcddd'],
    ['LZW', Buffer.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]), filter('LZWDecode'), '-----A---B'],
    [
      'deflate with a predictor',
      deflateSync(Buffer.from([2, 97, 98, 2, 1, 1])),
      filter('FlateDecode', { Predictor: 12, Columns: 2 }),
      'abbc',
    ],
  ])('unpack %s', (_, packed, own, text) => expect(Buffer.from(unpackFilters(packed, [own], 1000)).toString('latin1')).toBe(text));

  it('are refused beyond their limit', () => {
    expect(() => unpackFilters(deflateSync(Buffer.alloc(5000)), [filter('FlateDecode')], 1000)).toThrow(/unpacked/);
  });
});
