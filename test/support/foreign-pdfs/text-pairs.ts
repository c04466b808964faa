// Turn texts into pairs of PDF files of other programs whose text differs in one thing, or in none.
import type { ForeignPair, WantedChange } from './foreign-pair.ts';
import { englishParagraphs, japaneseParagraphs } from './foreign-texts.ts';
import { cairoPdf, chromiumPdfs, mutoolPdf, qpdfPages, typstPdf } from './other-programs.ts';
import { linesDown, type PlacedLine, type WrittenPage, writtenPages, writtenPdf } from './written-pdf.ts';

const english = englishParagraphs(40);
const japanese = japaneseParagraphs(40);

/** What is done to the paragraphs of a file, and what is to be said of it. */
interface TextEdit {
  readonly name: string;
  readonly edit: (paragraphs: readonly string[]) => readonly string[];
  readonly changes: readonly WantedChange[];
}

const text = (says: RegExp): WantedChange => ({ class: 'text', says });
const layout = (says: RegExp): WantedChange => ({ class: 'layout', says });
const at = (index: number, edit: (paragraph: string) => string) => (paragraphs: readonly string[]) =>
  paragraphs.map((paragraph, each) => (each === index ? edit(paragraph) : paragraph));
const without =
  (from: number, count = 1) =>
  (paragraphs: readonly string[]) =>
    paragraphs.filter((_, index) => index < from || index >= from + count);
const exchanged = (one: number, other: number) => (paragraphs: readonly string[]) =>
  paragraphs.map((paragraph, index) => paragraphs[index === one ? other : index === other ? one : index] ?? paragraph);
const first = (paragraphs: readonly string[], index: number) => (paragraphs[index] ?? '').slice(0, 12);
const figure = (paragraphs: readonly string[], index: number) => /\d+,\d{3}/.exec(paragraphs[index] ?? '')?.[0] ?? '';
const lastDigit = (paragraph: string) => paragraph.replace(/(\d+,\d\d)(\d)/, (_, before, digit) => `${before}${(Number(digit) + 1) % 10}`);

const englishEdits: readonly TextEdit[] = [
  { name: 'a digit', edit: at(7, lastDigit), changes: [text(new RegExp(`^${figure(english, 7)} million → `, 'm'))] },
  {
    name: 'a word',
    edit: at(11, (each) => each.replace(/ rose | fell | held | doubled /, ' collapsed ')),
    changes: [text(/→ collapsed$/m)],
  },
  {
    name: 'a sentence put in on the first page',
    edit: at(3, (each) => `${each} A sentence was put in here by hand.`),
    changes: [text(/^ → A sentence was put in here by hand\.$/m)],
  },
  { name: 'a paragraph taken out', edit: without(5), changes: [text(new RegExp(`^${first(english, 5)}.* → $`, 'm'))] },
  { name: 'two paragraphs exchanged', edit: exchanged(4, 9), changes: [layout(/stands/), layout(/stands/)] },
];

const japaneseEdits: readonly TextEdit[] = [
  { name: 'a digit', edit: at(7, lastDigit), changes: [text(new RegExp(`^（${figure(japanese, 7)}百万円 → `, 'm'))] },
  { name: 'one character', edit: at(2, (each) => each.replace(/。/, 'か。')), changes: [text(/か$/m)] },
  {
    name: 'a sentence put in on the first page',
    edit: at(3, (each) => `${each}この一文は後から加えたものです。`),
    changes: [text(/^ → この一文は後から加えたものです。$/m)],
  },
  { name: 'a paragraph taken out', edit: without(5), changes: [text(new RegExp(`^${first(japanese, 5)}.* → $`, 'm'))] },
  { name: 'two paragraphs exchanged', edit: exchanged(4, 9), changes: [layout(/elsewhere|stands/), layout(/elsewhere|stands/)] },
];

/** A way to make a file of paragraphs. */
interface Maker {
  readonly name: string;
  readonly needs?: ForeignPair['needs'];
  readonly make: (old: readonly string[], now: readonly string[]) => ReturnType<ForeignPair['make']>;
}

const folio = (page: number): readonly PlacedLine[] => [{ text: `- ${page} -`, x: 285, y: 30, size: 9 }];
const head = (page: number): readonly PlacedLine[] => [{ text: 'Example Corporation', x: 72, y: 810, size: 9 }, ...folio(page)];
const byHand = (paragraphs: readonly string[]) => writtenPdf(writtenPages(paragraphs, head));
const markup = (paragraphs: readonly string[]) => paragraphs.map((each) => `<p>${each}</p>`).join('\n');

const hand: Maker = { name: 'by hand', make: async (old, now) => [byHand(old), byHand(now)] };
const chromium: Maker = {
  name: 'by Chromium',
  needs: 'chromium',
  make: (old, now) =>
    chromiumPdfs(
      { body: markup(old), head: 'Example Corporation', foot: '<span class="pageNumber"></span> / <span class="totalPages"></span>' },
      { body: markup(now), head: 'Example Corporation', foot: '<span class="pageNumber"></span> / <span class="totalPages"></span>' },
    ),
};
const cairo: Maker = { name: 'by cairo', needs: 'pdftocairo', make: async (old, now) => [cairoPdf(byHand(old)), cairoPdf(byHand(now))] };
const typst: Maker = {
  name: 'by Typst',
  needs: 'typst',
  make: async (old, now) => [typstPdf(old.join('\n\n')), typstPdf(now.join('\n\n'))],
};

const edited = ({ name: by, needs, make }: Maker, paragraphs: readonly string[], { name, edit, changes }: TextEdit): ForeignPair => ({
  name: `${paragraphs === english ? 'English' : 'Japanese'} ${by}: ${name}`,
  ...(needs ? { needs } : {}),
  make: () => make(paragraphs, edit(paragraphs)),
  changes,
  follows: ['layout'],
});

/** Pages of lines, each known by its first words. */
const pages: readonly WrittenPage[] = [0, 1, 2, 3].map((page) => ({
  lines: [...head(page + 1), ...linesDown(englishParagraphs(25, 20 + page).map((each) => each.slice(0, 70)))],
}));
const numbered = (order: readonly number[]): readonly WrittenPage[] =>
  order.map((page, index) => ({ lines: [...head(index + 1), ...(pages[page]?.lines.slice(head(1).length) ?? [])] }));

const section = (paragraphs: readonly string[]) => `<section>${markup(paragraphs)}</section>`;
const sections = [0, 1, 2].map((index) => section(japanese.slice(index * 6, index * 6 + 6)));

const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (rows: readonly (readonly string[])[]) =>
  `<p>連結損益計算書</p><table>${rows.map(row).join('')}</table><p>以上のとおりであります。</p>`;
const rows: readonly (readonly string[])[] = [
  ['売上高', '15,356', '14,012'],
  ['売上原価', '9,812', '8,990'],
  ['売上総利益', '5,544', '5,022'],
  ['営業利益', '1,220', '△1,105'],
];
const tables = (now: readonly (readonly string[])[]) => () => chromiumPdfs({ body: table(rows) }, { body: table(now) });
const changedRow = (index: number, cells: readonly string[]) => rows.map((each, at) => (at === index ? cells : each));

/** Lines of one page on each side. */
const twoPages =
  (old: readonly PlacedLine[], now: readonly PlacedLine[]): ForeignPair['make'] =>
  async () => [writtenPdf([{ lines: old }]), writtenPdf([{ lines: now }])];

const sales = 'Net sales rose to 15,356 million yen.';
const labels = (names: readonly string[]): readonly PlacedLine[] => [
  ...names.map((name, index) => ({ text: name, x: 72, y: 700 - 20 * index })),
  ...['15,356', '9,812'].map((figures, index) => ({ text: figures, x: 400, y: 700 - 20 * index })),
];

const changed: readonly ForeignPair[] = [
  ...[hand, chromium].flatMap((maker) => [
    ...englishEdits.map((edit) => edited(maker, english, edit)),
    ...japaneseEdits.map((edit) => edited(maker, japanese, edit)),
  ]),
  ...englishEdits.slice(0, 4).map((edit) => edited(cairo, english, edit)),
  ...englishEdits.slice(0, 2).map((edit) => edited(typst, english, edit)),
  {
    name: 'a page taken out',
    make: async () => [writtenPdf(numbered([0, 1, 2, 3])), writtenPdf(numbered([0, 2, 3]))],
    changes: [text(/page 2 of the old version is gone/)],
    follows: ['layout'],
  },
  {
    name: 'a page put in',
    make: async () => [writtenPdf(numbered([0, 2, 3])), writtenPdf(numbered([0, 1, 2, 3]))],
    changes: [text(/page 2 is new/)],
    follows: ['layout'],
  },
  {
    name: 'two pages exchanged, each with its folio',
    make: async () => [writtenPdf(numbered([0, 1, 2, 3])), writtenPdf(numbered([0, 2, 1, 3]))],
    changes: [layout(/page \d was page \d/)],
    follows: ['layout'],
  },
  {
    name: 'a page taken out by qpdf, which leaves the folios as they were',
    needs: 'qpdf',
    make: async () => {
      const old = writtenPdf(numbered([0, 1, 2, 3]));
      return [old, qpdfPages(old, '1,3-z')];
    },
    changes: [text(/page 2 of the old version is gone/)],
    follows: ['layout'],
  },
  {
    name: 'a page of Chromium taken out',
    needs: 'chromium',
    make: () => chromiumPdfs({ body: sections.join('') }, { body: [sections[0], sections[2]].join('') }),
    changes: [text(/page 2 of the old version is gone/)],
    follows: ['layout'],
  },
  {
    name: 'a figure of a table',
    needs: 'chromium',
    make: tables(changedRow(1, ['売上原価', '9,821', '8,990'])),
    changes: [text(/9,812 → 9,821/)],
  },
  {
    name: 'the sign of a figure',
    needs: 'chromium',
    make: tables(changedRow(3, ['営業利益', '1,220', '1,105'])),
    changes: [text(/△1,105 → 1,105/)],
    follows: ['layout'],
  },
  {
    name: 'a row put into a table with rules',
    needs: 'chromium',
    make: tables([...rows.slice(0, 3), ['販売費及び一般管理費', '4,324', '3,917'], ...rows.slice(3)]),
    changes: [text(/^ → 販売費及び一般管理費 4,324 3,917$/m)],
    follows: ['layout'],
  },
  {
    name: 'two labels exchanged, and not their figures',
    make: twoPages(labels(['Revenues', 'Expenses']), labels(['Expenses', 'Revenues'])),
    changes: [text(/Revenues|Expenses/)],
    follows: ['layout'],
  },
  {
    name: 'a running head of all pages',
    make: async () => [
      byHand(english),
      writtenPdf(writtenPages(english, (page) => [{ text: 'Example Holdings', x: 72, y: 810, size: 9 }, ...folio(page)])),
    ],
    changes: [text(/running head of pages 1 to \d+: 'Corporation' becomes 'Holdings'|Example Corporation → Example Holdings/)],
    follows: ['layout'],
  },
  {
    name: 'a full-width digit for another',
    make: twoPages(linesDown(['第２四半期の売上高']), linesDown(['第３四半期の売上高'])),
    changes: [text(/２.* → .*３/)],
  },
  {
    name: 'what is said of a figure that is drawn alike',
    make: twoPages(
      [{ text: sales, said: sales, x: 72, y: 700 }],
      [{ text: sales, said: sales.replace('15,356', '15,366'), x: 72, y: 700 }],
    ),
    changes: [text(/ActualText/)],
  },
  {
    name: 'a figure that is drawn otherwise and said alike',
    make: twoPages(
      [{ text: sales, said: sales, x: 72, y: 700 }],
      [{ text: sales.replace('15,356', '15,366'), said: sales, x: 72, y: 700 }],
    ),
    changes: [text(/15,356 million → 15,366 million/)],
  },
];

const inPieces = (line: PlacedLine): readonly PlacedLine[] => {
  let x = line.x;
  return (line.text.match(/.{1,3}/gu) ?? []).map((characters) => {
    const placed = { ...line, text: characters, x };
    x += (line.size ?? 12) * characters.length;
    return placed;
  });
};
const heading = '売上高は前年を上回りました。';
const alike = (name: string, make: ForeignPair['make'], more: Partial<ForeignPair> = {}): ForeignPair => ({
  name,
  make,
  changes: [],
  ...more,
});

const unchanged: readonly ForeignPair[] = [
  alike('printed twice by Chromium', () => chromium.make(english, english), { needs: 'chromium' }),
  alike('Japanese printed twice by Chromium', () => chromium.make(japanese, japanese), { needs: 'chromium' }),
  alike('written anew by mutool', async () => [byHand(japanese), mutoolPdf(byHand(japanese))], { needs: 'mutool' }),
  alike(
    'printed by Chromium, and written anew by mutool',
    async () => {
      const [old] = await chromium.make(japanese, japanese);
      return [old, mutoolPdf(old)];
    },
    { needs: 'chromium' },
  ),
  alike('drawn in pieces', twoPages(linesDown([heading]), linesDown([heading]).flatMap(inPieces))),
  alike('a Kangxi radical for an ideograph', twoPages(linesDown([heading]), linesDown([heading.replace('高', '\u2fbc')]))),
  alike('a compatibility ideograph', twoPages(linesDown(['神奈川県の工場']), linesDown(['\ufa19奈川県の工場'])), {
    follows: ['layout', 'unexplained'],
  }),
  alike('a Japanese line broken elsewhere', twoPages(linesDown([heading]), linesDown([heading.slice(0, 6), heading.slice(6)])), {
    follows: ['layout'],
  }),
  alike(
    'Japanese reflowed in a narrower column',
    () => chromiumPdfs({ body: markup(japanese) }, { body: `<div style="width:80%">${markup(japanese)}</div>` }),
    {
      needs: 'chromium',
      follows: ['layout'],
    },
  ),
  alike(
    'English reflowed in a narrower column',
    () => chromiumPdfs({ body: markup(english) }, { body: `<div style="width:80%">${markup(english)}</div>` }),
    {
      needs: 'chromium',
      follows: ['layout'],
    },
  ),
  alike(
    'English hyphenated',
    () =>
      chromiumPdfs({ body: markup(english) }, { body: `<div style="width:30%;hyphens:auto;text-align:justify">${markup(english)}</div>` }),
    {
      needs: 'chromium',
      follows: ['layout'],
    },
  ),
];

export const textPairs: readonly ForeignPair[] = [...changed, ...unchanged];
