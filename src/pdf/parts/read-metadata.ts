// Turn what a file says of itself, in its information dictionary and in its XMP, into named parts; what both say alike is said once.
import type { PdfObjects } from '../objects/pdf-objects.ts';
import type { PdfDict } from '../objects/pdf-value.ts';
import type { NamedPart } from './document-parts.ts';
import { textOrName } from './text-string.ts';

/** Properties of the two that say the same, by the words for them. */
const common: readonly (readonly [name: string, info: string, xmp: string])[] = [
  ['title', 'Title', 'dc:title'],
  ['author', 'Author', 'dc:creator'],
  ['subject', 'Subject', 'dc:description'],
  ['keywords', 'Keywords', 'pdf:Keywords'],
  ['creator', 'Creator', 'xmp:CreatorTool'],
  ['producer', 'Producer', 'pdf:Producer'],
  ['creation date', 'CreationDate', 'xmp:CreateDate'],
  ['modification date', 'ModDate', 'xmp:ModifyDate'],
  ['trapping', 'Trapped', 'pdf:Trapped'],
];

/** Characters of a property that are kept, and of an XMP packet that are read. */
const most = { property: 4_000, packet: 1_000_000, properties: 500 } as const;

export function readMetadata(file: PdfObjects, catalog: PdfDict): readonly NamedPart[] {
  const info = new Map(
    [...file.dict(file.trailer.get('Info'))].flatMap(([key, value]) => {
      const text = textOrName(file.follow(value));
      return text === undefined ? [] : [[key, dated(text)] as const];
    }),
  );
  const packet = Buffer.from(file.data(catalog.get('Metadata')) ?? []);
  const xmp = readXmp(decoded(packet.subarray(0, most.packet)));
  const parts: NamedPart[] = [];
  const add = (name: string, value: string) => parts.push({ kind: 'metadata', name, value: value.slice(0, most.property) });
  for (const [name, inInfo, inXmp] of common) {
    const [one, two] = [info.get(inInfo), xmp.get(inXmp)];
    if (one !== undefined && (two === undefined || one === two)) add(`${name} in the metadata`, one);
    else if (one === undefined && two !== undefined) add(`${name} in the metadata`, two);
    else if (one !== undefined && two !== undefined) {
      add(`${name} in the metadata`, one);
      // XMP has a title in each language: the first is the one that the dictionary has.
      const rest = two.startsWith(`${one}, `) ? two.slice(one.length + 2) : two;
      add(`${rest === two ? '' : 'other '}${name} in the XMP metadata`, rest);
    }
    info.delete(inInfo);
    xmp.delete(inXmp);
  }
  for (const [key, value] of info) add(`property ${key} in the metadata`, value);
  for (const [key, value] of xmp) add(`property ${key} in the XMP metadata`, value);
  return parts;
}

/** A date is said in one form: `D:20251110150000+09'00'` and `2025-11-10T15:00:00+09:00` are one moment. */
function dated(text: string): string {
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign = '', offHour = '', offMinute = '00'] =
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z|[+-])(?:(\d\d)'?(\d\d)?)?'?)?/.exec(text) ?? [];
  if (year === undefined) return text;
  const zone =
    sign === '' ? '' : sign === 'Z' || offHour === '' || `${offHour}${offMinute}` === '0000' ? 'Z' : `${sign}${offHour}:${offMinute}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}

const decoded = (bytes: Buffer): string => {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return bytes
      .subarray(2, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  return bytes.toString('utf8').replace(/^\ufeff/, '');
};

/** Prefixes by their names: a packet may call a schema as it likes. */
const schemas: Readonly<Record<string, string>> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/pdf/1.3/': 'pdf',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://www.aiim.org/pdfa/ns/id/': 'pdfaid',
  'http://www.aiim.org/pdfua/ns/id/': 'pdfuaid',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
};

/** Elements that only hold others: their names are no property. */
const holders: ReadonlySet<string> = new Set(['rdf:Seq', 'rdf:Alt', 'rdf:Bag', 'rdf:li', 'rdf:RDF', 'rdf:Description', 'x:xmpmeta', 'xml']);
/** What every writer numbers anew. */
const passing =
  /^(xmpMM:|xmp:MetadataDate|rdf:about|rdf:parseType|rdf:resource|xml:lang|x:xmptk|pdfaExtension:|pdfaSchema:|pdfaProperty:|xmlns)/;

/** Texts by their property, from one pass over the packet: an element or an attribute whose text it is. */
function readXmp(packet: string): Map<string, string> {
  const found = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [, prefix = '', uri = ''] of packet.matchAll(/\sxmlns:([\w.-]{1,64})\s?=\s?["']([^"']{1,300})["']/g))
    names.set(prefix, schemas[uri] ?? prefix);
  const own = (name: string): string => {
    const [prefix = '', local = ''] = name.split(':', 2);
    return local === '' ? name : `${names.get(prefix) ?? prefix}:${local}`;
  };
  const add = (name: string | undefined, text: string): void => {
    const value = dates(unescaped(text).trim());
    if (name === undefined || value === '' || passing.test(name) || found.size > most.properties) return;
    const known = found.get(name);
    found.set(
      name,
      known === undefined || known.split(', ').includes(value) ? (known ?? value) : `${known}, ${value}`.slice(0, most.property),
    );
  };
  const open: string[] = [];
  for (let at = packet.indexOf('<'); at >= 0; ) {
    const end = packet.indexOf('>', at);
    if (end < 0) break;
    const tag = packet.slice(at + 1, end);
    const next = packet.indexOf('<', end);
    const isMarkup = tag.startsWith('?') || tag.startsWith('!');
    if (tag.startsWith('/')) open.pop();
    else if (!isMarkup) {
      const name = own(/^[^\s/>]{1,200}/.exec(tag)?.[0] ?? '');
      for (const [, key = '', double, single] of tag
        .slice(0, 20_000)
        .matchAll(/\s([\w:.-]{1,100})\s?=\s?(?:"([^"]{0,5000})"|'([^']{0,5000})')/g))
        if (key.includes(':')) add(own(key), double ?? single ?? '');
      if (!tag.endsWith('/') && open.length < 100) open.push(name);
    }
    const text = next < 0 ? '' : packet.slice(end + 1, next);
    // Text inside extension schemas describes them.
    if (!isMarkup && !tag.startsWith('/') && !open.some((name) => passing.test(name)))
      add(
        open.findLast((name) => !holders.has(name)),
        text,
      );
    at = next;
  }
  return found;
}

/** Whole seconds, UTC as Z. */
const dates = (text: string): string =>
  /^\d{4}-\d\d-\d\dT/.test(text)
    ? text
        .replace(/(T\d\d:\d\d)(?=Z|[+-]|$)/, '$1:00')
        .replace(/\.\d{1,9}/, '')
        .replace(/[+-]00:00$/, 'Z')
    : text;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{1,4}));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (name !== undefined) return entities[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
