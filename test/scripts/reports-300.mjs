// Turn a seed into two reports of three hundred pages as pdfkit writes them, of which so many pages have one word that differs.
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { wordOf } from './large-pdfs.mjs';
import { random } from './mutate-pdf.mjs';

const require = createRequire(import.meta.url);
const face = require.resolve('@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf');
const pages = 300;
const paragraphs = 8;

/** Prose, with a table of figures below it: some four hundred words a page. */
export async function reports(edited, seed = 17) {
  const pick = random(seed);
  const old = Array.from({ length: pages }, () => ({
    prose: Array.from({ length: paragraphs }, () => Array.from({ length: 40 }, () => wordOf(pick, 9000))),
    rows: Array.from({ length: 12 }, () => [
      wordOf(pick, 9000),
      ...Array.from({ length: 4 }, () => (1000 + pick(900_000)).toLocaleString('en')),
    ]),
  }));
  const now = old.map((page, index) =>
    Math.floor((index * edited) / pages) < Math.floor(((index + 1) * edited) / pages) ? withAnother(page, pick) : page,
  );
  return { old: await written(old), now: await written(now) };
}

function withAnother({ prose, rows }, pick) {
  const paragraph = pick(paragraphs);
  return { rows, prose: prose.map((words, at) => (at === paragraph ? words.with(pick(words.length), `${wordOf(pick, 9000)}x`) : words)) };
}

async function written(content) {
  const pdf = new PDFDocument({ size: 'A4', margin: 60, autoFirstPage: false, info: { CreationDate: new Date(0) } });
  const parts = [];
  pdf.on('data', (part) => parts.push(part));
  const end = new Promise((resolve) => pdf.on('end', resolve));
  pdf.registerFont('body', face);
  for (const [index, { prose, rows }] of content.entries()) {
    pdf
      .addPage()
      .font('body')
      .fontSize(14)
      .text(`Part ${index + 1}`)
      .fontSize(10);
    for (const words of prose) pdf.moveDown(0.5).text(`${words.join(' ')}.`, { align: 'justify' });
    const top = pdf.y + 14;
    rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        pdf.text(cell, 60 + column * 95, top + row * 14, { width: 90, align: column === 0 ? 'left' : 'right', lineBreak: false });
      });
    });
  }
  pdf.end();
  await end;
  return Buffer.concat(parts);
}
