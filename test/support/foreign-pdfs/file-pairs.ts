// Turn what files hold besides their text into pairs of PDF files that differ in one such thing, or in none.
import { deflateSync } from 'node:zlib';
import type { DifferenceClass } from '../../../src/model/difference.ts';
import { type DocumentParts, documentPdf, fileOf, stream } from './document-pdf.ts';
import type { ForeignPair } from './foreign-pair.ts';
import { chromiumPdfs, converted, mutoolPdf } from './other-programs.ts';

/** What differs between two documents written by hand, and what is to be said of it. */
function byHand(name: string, old: DocumentParts, now: DocumentParts, wanted: DifferenceClass, says: RegExp): ForeignPair {
  return { name: `by hand: ${name}`, make: async () => [documentPdf(old), documentPdf(now)], changes: [{ class: wanted, says }] };
}

/** One annotation on the first page. */
const noted = (entries: string): DocumentParts => ({ page: `/Annots [<< /Type /Annot /Rect [72 755 300 775] ${entries} >>]` });
const link = (target: string): DocumentParts => noted(`/Subtype /Link /Border [0 0 0] ${target}`);
const address = (words: string): DocumentParts => link(`/A << /S /URI /URI (https://www.example.com/${words}) >>`);
const note = (words: string): DocumentParts => noted(`/Subtype /Text /Contents (${words}) /T (IR) /F 2`);

const field = (entries: string): DocumentParts => ({
  catalog: '/AcroForm << /Fields [20 0 R] >>',
  page: '/Annots [20 0 R]',
  more: [`<< /Type /Annot /Subtype /Widget /Rect [72 500 300 520] /T (dividend) ${entries} >>`],
});

const carried = (name: string, content: string): DocumentParts => ({
  catalog: `/Names << /EmbeddedFiles << /Names [(${name}) 20 0 R] >> >>`,
  more: [`<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F 21 0 R >> >>`, stream(content, '/Type /EmbeddedFile')],
});

const bookmarked = (title: string, page: number): DocumentParts => ({
  catalog: '/Outlines 20 0 R',
  more: [
    '<< /Type /Outlines /First 21 0 R /Last 21 0 R /Count 1 >>',
    `<< /Title (${title}) /Parent 20 0 R /Dest [${page} 0 R /XYZ 0 800 0] >>`,
  ],
});

/** A tag for each line, and a figure beside them. */
const tagged = (types: readonly string[], figure = '/Alt (Sales by quarter)', lang = ''): DocumentParts => ({
  tagged: types,
  catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 20 0 R /Lang (en)',
  more: [
    '<< /Type /StructTreeRoot /K 21 0 R >>',
    `<< /Type /StructElem /S /Document /P 20 0 R /K [${types.map((_, index) => `${23 + index} 0 R`).join(' ')} 22 0 R] >>`,
    `<< /Type /StructElem /S /Figure /P 21 0 R /Pg 5 0 R ${figure} >>`,
    ...types.map((type, index) => `<< /Type /StructElem /S /${type} /P 21 0 R /Pg 5 0 R ${index === 1 ? lang : ''} /K ${index} >>`),
  ],
});

const heads = ['H1', 'P', 'P', 'P'] as const;

const picture = (red: number, green: number, blue: number): DocumentParts => ({
  drawing: 'q 200 0 0 60 72 300 cm /Im Do Q',
  page: '/Resources << /Font << /F1 3 0 R >> /XObject << /Im 20 0 R >> >>',
  more: [
    stream(
      String.fromCharCode(red, green, blue).repeat(16),
      '/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceRGB',
    ),
  ],
});

const written: readonly ForeignPair[] = [
  byHand('the address of a link', address('a'), address('b'), 'file', /page 1: link to '.*\/a' becomes '.*\/b'/),
  byHand('a link that is gone', address('a'), {}, 'file', /page 1: the link to '.*\/a' is gone/),
  byHand('a link to another page', link('/Dest [5 0 R /Fit]'), link('/Dest [7 0 R /Fit]'), 'file', /'page 1' becomes 'page 2'/),
  byHand(
    'a name that leads elsewhere',
    { ...link('/Dest (notes)'), catalog: '/Names << /Dests << /Names [(notes) [7 0 R /Fit]] >> >>' },
    { ...link('/Dest (notes)'), catalog: '/Names << /Dests << /Names [(notes) [5 0 R /Fit]] >> >>' },
    'file',
    /'page 2' becomes 'page 1'/,
  ),
  byHand(
    'a field of text',
    field('/FT /Tx /V (12.50)'),
    field('/FT /Tx /V (15.00)'),
    'text',
    /page 1: form field 'dividend': '12.50' becomes '15.00'/,
  ),
  byHand('a box that is ticked', field('/FT /Btn /V /Off /AS /Off'), field('/FT /Btn /V /Yes /AS /Yes'), 'text', /'Off' becomes 'Yes'/),
  byHand('a choice', field('/FT /Ch /V (yes)'), field('/FT /Ch /V (no)'), 'text', /'yes' becomes 'no'/),
  byHand('a field that may be changed no more', field('/FT /Tx /V (1)'), field('/FT /Tx /V (1) /Ff 1'), 'file', /read only/),
  byHand('a hidden note', {}, note('Check this figure'), 'file', /page 1: the note 'Check this figure, by IR, hidden' is new/),
  byHand('the words of a note', note('Checked'), note('Not checked'), 'file', /note 'Checked, .*' becomes 'Not checked, /),
  byHand(
    'a highlight',
    {},
    noted('/Subtype /Highlight /C [1 1 0] /QuadPoints [72 775 300 775 72 755 300 755]'),
    'file',
    /page 1: the highlight '' is new/,
  ),
  byHand(
    'a file that is carried',
    carried('data.csv', 'sales,15356'),
    carried('data.csv', 'sales,15366'),
    'file',
    /attachment 'data.csv': '11 bytes/,
  ),
  byHand('a file that is carried no more', carried('data.csv', 'sales'), {}, 'file', /attachment 'data.csv' is gone/),
  byHand('the author', { info: '/Author (IR)' }, { info: '/Author (Finance)' }, 'file', /author in the metadata: 'IR' becomes 'Finance'/),
  byHand('a property of its own', {}, { info: '/Status (Draft)' }, 'file', /property Status in the metadata 'Draft'/),
  byHand('the language', { catalog: '/Lang (ja)' }, { catalog: '/Lang (en)' }, 'file', /language of the document: 'ja' becomes 'en'/),
  byHand(
    'the title of a bookmark',
    bookmarked('Notes', 7),
    bookmarked('Note', 7),
    'file',
    /bookmark 'Notes, to page 2' becomes 'Note, to page 2'/,
  ),
  byHand('where a bookmark leads', bookmarked('Notes', 7), bookmarked('Notes', 5), 'file', /to page 2' becomes 'Notes, to page 1'/),
  byHand('a box for trimming', { page: '/TrimBox [9 9 586 833]' }, { page: '/TrimBox [5 5 590 837]' }, 'file', /page 1: trim box/),
  byHand(
    'labels of pages',
    { catalog: '/PageLabels << /Nums [0 << /S /D >>] >>' },
    { catalog: '/PageLabels << /Nums [0 << /S /D /P (A-) >>] >>' },
    'file',
    /labels of the pages: 'from page 1: D1' becomes 'from page 1: A-D1'/,
  ),
  byHand(
    'a script that runs',
    {},
    { catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' },
    'file',
    /when it is opened 'a script/,
  ),
  byHand(
    'a surface of equal lightness',
    { drawing: '1 0 0 rg 72 500 200 40 re f' },
    { drawing: '0 0.51 0 rg 72 500 200 40 re f' },
    'layout',
    /page 1: colour of a surface of 200 × 40 pt at 72, 302: #ff0000 becomes #008200/,
  ),
  byHand(
    'words of equal lightness',
    { colour: '1 0 0 rg' },
    { colour: '0 0.51 0 rg' },
    'layout',
    /colour of 'Results of .*#ff0000 becomes #008200/,
  ),
  byHand('a picture of equal lightness', picture(255, 0, 0), picture(0, 130, 0), 'unexplained', /page 1: colours differ in/),
  byHand(
    'a line that is thicker',
    { drawing: '0.25 w 72 480 m 400 480 l S' },
    { drawing: '0.32 w 72 480 m 400 480 l S' },
    'layout',
    /weight of a line .*: 0.25 pt becomes 0.32 pt/,
  ),
  byHand(
    'a rule that is thicker',
    { drawing: '72 480 300 0.35 re f' },
    { drawing: '72 480 300 0.4 re f' },
    'layout',
    /0.35 pt becomes 0.4 pt/,
  ),
  byHand(
    'a text for a picture',
    tagged(heads),
    tagged(heads, '/Alt (Profit by quarter)'),
    'file',
    /page 1: text for a Figure: 'Sales by quarter' becomes 'Profit/,
  ),
  byHand('a text for a picture that is gone', tagged(heads), tagged(heads, ''), 'file', /text for a Figure is gone: 'Sales by quarter'/),
  byHand(
    'a heading that is none',
    tagged(heads),
    tagged(['P', 'P', 'P', 'P']),
    'file',
    /is tagged Document > P|tagged P.*was tagged H1: 'Results/,
  ),
  byHand('the language of a paragraph', tagged(heads), tagged(heads, undefined, '/Lang (ja)'), 'file', /language ja/),
  byHand('tags that are gone', tagged(heads), { catalog: '/MarkInfo << /Marked true >> /Lang (en)' }, 'file', /no tags any more/),
];

const page = (heading: string, target = 'https://www.example.com/a', alt = 'Sales', colour = '#c00000') =>
  `<${heading}>Results</${heading}><p>Net sales rose to 15,356 million yen; see <a href="${target}">the site</a>.</p>` +
  `<p style="color:${colour}">The forecast is unchanged.</p><img alt="${alt}" width="100" height="40" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 4'%3E%3Crect width='10' height='4'/%3E%3C/svg%3E">`;

function printed(name: string, old: string, now: string, wanted: DifferenceClass, says: RegExp): ForeignPair {
  const make = async () => await chromiumPdfs({ body: old, tagged: true }, { body: now, tagged: true });
  return { name: `Chromium: ${name}`, needs: 'chromium', make, changes: [{ class: wanted, says }] };
}

const browsed: readonly ForeignPair[] = [
  printed('the address of a link', page('h2'), page('h2', 'https://www.example.com/b'), 'file', /\/a' becomes '.*\/b'/),
  printed('a text for a picture', page('h2'), page('h2', undefined, 'Profit'), 'file', /'Sales' becomes 'Profit'/),
  printed(
    'the level of a heading',
    `<h2 style="font-size:14pt">Results</h2>${page('p')}`,
    `<h3 style="font-size:14pt;margin:0.83em 0">Results</h3>${page('p')}`.replace('margin:0.83em 0', 'margin:11.62pt 0'),
    'file',
    /H3.*H2/,
  ),
  printed('the colour of a paragraph', page('h2'), page('h2', undefined, undefined, '#006600'), 'layout', /colour of 'The forecast is/),
];

const whole = documentPdf({
  ...tagged(heads),
  ...address('a'),
  info: '/Author (IR)',
  drawing: '0.25 w 72 480 m 400 480 l S 1 0 0 rg 72 400 200 40 re f',
});

/** The same file in another form. */
function rewritten(name: string, needs: ForeignPair['needs'], rewrite: (pdf: Uint8Array) => Uint8Array): ForeignPair {
  return { name: `the same, ${name}`, ...(needs ? { needs } : {}), make: async () => [whole, rewrite(whole)], changes: [] };
}

const qpdf =
  (...options: readonly string[]) =>
  (pdf: Uint8Array) =>
    converted(pdf, 'qpdf', [...options, 'IN', 'OUT']);

/** Objects by number as the file has them. */
const objectsOf = (pdf: Uint8Array): ReadonlyMap<number, string> =>
  new Map(
    [
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj\n/g),
    ].map(([, number = '', object = '']) => [Number(number), object]),
  );

/** The content of a page, by number of its object, packed. */
function packed(pdf: Uint8Array, pack: (content: string) => readonly [data: string, filter: string]): Uint8Array {
  const objects = new Map(objectsOf(pdf));
  for (const number of [6, 8]) {
    const [, content = ''] = /stream\n([\s\S]*)\nendstream/.exec(objects.get(number) ?? '') ?? [];
    const [data, filter] = pack(content);
    objects.set(number, stream(data, `/Filter /${filter}`));
  }
  return fileOf(objects);
}

const same: readonly ForeignPair[] = [
  rewritten('linearised', 'qpdf', qpdf('--linearize')),
  rewritten('with packed objects', 'qpdf', qpdf('--object-streams=generate', '--recompress-flate')),
  rewritten('by mutool', 'mutool', mutoolPdf),
  rewritten('by mutool, unpacked', 'mutool', (pdf) => converted(pdf, 'mutool', ['clean', '-d', 'IN', 'OUT'])),
  rewritten('in another order', undefined, (pdf) => fileOf(new Map([...objectsOf(pdf)].reverse()))),
  rewritten('in hexadecimal', undefined, (pdf) =>
    packed(pdf, (content) => [`${Buffer.from(content, 'latin1').toString('hex')}>`, 'ASCIIHexDecode']),
  ),
  rewritten('packed', undefined, (pdf) => packed(pdf, (content) => [deflateSync(content).toString('latin1'), 'FlateDecode'])),
  rewritten('with an object that nothing leads to', undefined, (pdf) => fileOf(new Map([...objectsOf(pdf), [90, '(unused)']]))),
  rewritten('with something before its beginning', undefined, (pdf) => Buffer.concat([Buffer.from('\n\n'), pdf])),
  rewritten('with cross-references that lead astray', undefined, (pdf) =>
    Buffer.from(
      Buffer.from(pdf)
        .toString('latin1')
        .replace(/startxref\n\d+/, 'startxref\n17'),
      'latin1',
    ),
  ),
  rewritten('updated without a change', undefined, updated),
];

/** An update after the end, with a catalog that says the same. */
function updated(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const [, previous = ''] = /startxref\n(\d+)/.exec(text) ?? [];
  const catalog = objectsOf(pdf).get(1) ?? '';
  const object = `1 0 obj\n${catalog}\nendobj\n`;
  const [start, table] = [text.length, text.length + object.length];
  const section = `xref\n1 1\n${String(start).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 91 /Root 1 0 R /Info 4 0 R /Prev ${previous} >>\n`;
  return Buffer.from(`${text}${object}${section}startxref\n${table}\n%%EOF\n`, 'latin1');
}

export const filePairs: readonly ForeignPair[] = [...written, ...browsed, ...same];
