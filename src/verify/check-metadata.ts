// Turn metadata into findings: what may be said of a release is a short list, and anything else tells of the machine that made it.
import { say, sayWord } from '../model/say.ts';
import type { PdfFile } from '../pdf/objects/pdf-file.ts';
import { producer } from '../pdf/writing/xmp-packet.ts';
import type { FindInFile } from './file-finding.ts';

const infoKeys = ['Title', 'Author', 'Producer', 'Creator', 'CreationDate', 'ModDate'];
const catalogKeys = [
  ...[
    'Type',
    'Version',
    'Pages',
    'Outlines',
    'PageMode',
    'PageLayout',
    'PageLabels',
    'Names',
    'Dests',
    'Lang',
    'MarkInfo',
    'StructTreeRoot',
  ],
  ...['ViewerPreferences', 'Metadata', 'OutputIntents', 'AF', 'Extensions'],
];
/** Properties of the packet; those of the schema that describes PDF/UA to PDF/A are its own. */
const properties = [
  ...['dc:format', 'dc:title', 'dc:creator', 'dc:language', 'xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate', 'xmp:CreatorTool'],
  ...['pdf:Producer', 'pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part'],
];

export function checkMetadata(file: PdfFile, find: FindInFile): void {
  const catalog = file.dict(file.trailer.get('Root'));
  const info = file.dict(file.trailer.get('Info'));
  for (const key of info.keys())
    if (!infoKeys.includes(key)) find('metadata', say`the file says ${key}: ${file.text(info.get(key)) ?? '…'}`);
  for (const key of catalog.keys()) if (!catalogKeys.includes(key)) find('metadata', say`the catalog has ${key}`);
  for (const key of ['Producer', 'Creator'])
    if (file.text(info.get(key)) !== producer) find('metadata', say`${key} is ${file.text(info.get(key)) ?? sayWord('missing')}`);
  const packet = Buffer.from(file.data(catalog.get('Metadata')) ?? []).toString('utf8');
  if (packet === '') find('metadata', 'the file has no metadata packet');
  const said = new Set([...packet.matchAll(/<([a-z]+:[A-Za-z]+)[\s>/]/g)].map(([, name]) => name!));
  for (const name of said) {
    if (!/^(rdf|x|pdfaExtension|pdfaSchema|pdfaProperty):/.test(name) && !properties.includes(name))
      find('metadata', say`the packet says ${name}`);
  }
  for (const name of ['dc:title', 'pdfaid:part', 'pdfuaid:part']) {
    if (packet !== '' && !said.has(name)) find('metadata', say`the packet has no ${name}`);
  }
  const part = /<pdfaid:part>(\d)</.exec(packet)?.[1];
  if (part === '2' && catalog.has('AF')) find('metadata', 'the file claims PDF/A-2, which holds no files, and holds some');
  const titles = [...packet.matchAll(/<rdf:li xml:lang="x-default">([^<]*)</g)].map(([, title]) =>
    title!.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? ''),
  );
  if (packet !== '' && titles[0] !== file.text(info.get('Title'))) find('metadata', 'the title of the packet is not that of the file');
  if (file.dict(catalog.get('ViewerPreferences')).get('DisplayDocTitle') !== true)
    find('metadata', 'viewers are not told to show the title');
}
