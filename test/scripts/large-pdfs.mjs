// Turn seeds into pairs of large PDFs, each large in another way: pages, words, edits, boxes, pictures.
import { deflateSync } from 'node:zlib';
import { random } from './mutate-pdf.mjs';

/** Pages as content streams into a file; each content is stored once. */
export function pdfOfPages(contents, size = '595 842', resources = '') {
  const objects = new Map();
  objects.set(1, '<< /Type /Catalog /Pages 2 0 R >>');
  objects.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  objects.set(9_000, '<< /Type /Font /Subtype /Type0 /BaseFont /Kozuka /Encoding /UniJIS-UCS2-H /DescendantFonts [9001 0 R] >>');
  objects.set(
    9_001,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Kozuka /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 9002 0 R >>',
  );
  objects.set(
    9_002,
    '<< /Type /FontDescriptor /FontName /Kozuka /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  const kids = [];
  contents.forEach((content, index) => {
    const [page, stream] = [4 + index * 2, 5 + index * 2];
    kids.push(`${page} 0 R`);
    objects.set(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Resources << /Font << /F1 3 0 R /F2 9000 0 R >> ${resources} >> /Contents ${stream} 0 R >>`,
    );
    const packed = deflateSync(Buffer.from(content, 'latin1'), { level: 1 });
    objects.set(stream, [`<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`, packed, '\nendstream']);
  });
  objects.set(2, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.join(' ')}] >>`);
  return written(objects);
}

function written(objects) {
  const parts = [Buffer.from('%PDF-1.7\n')];
  let at = parts[0].length;
  const add = (part) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
    parts.push(bytes);
    at += bytes.length;
  };
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  const offsets = new Map();
  for (const number of numbers) {
    offsets.set(number, at);
    add(`${number} 0 obj\n`);
    for (const part of [objects.get(number)].flat()) add(part);
    add('\nendobj\n');
  }
  const start = at;
  const size = numbers.at(-1) + 1;
  add(`xref\n0 ${size}\n0000000000 65535 f \n`);
  for (let n = 1; n < size; n++) add(`${String(offsets.get(n) ?? 0).padStart(10, '0')} 00000 ${offsets.has(n) ? 'n' : 'f'} \n`);
  add(`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** Words in lines from the top left corner, as many a line as fit the page's shape. */
export function wordsPage(words, { perLine = 12, size = 9, lead = 11 } = {}) {
  const lines = [];
  for (let i = 0; i < words.length; i += perLine) lines.push(`(${words.slice(i, i + perLine).join(' ')}) '`);
  return `BT /F1 ${size} Tf ${lead} TL 40 820 Td\n${lines.join('\n')}\nET`;
}

/** Character codes in lines; the font is not in the file, as in many Japanese ones. */
function japanesePage(codes) {
  const lines = [];
  for (let i = 0; i < codes.length; i += 400) {
    const hex = codes
      .slice(i, i + 400)
      .map((code) => code.toString(16).padStart(4, '0'))
      .join('');
    lines.push(`<${hex}> '`);
  }
  return `BT /F2 1.4 Tf 2 TL 20 830 Td\n${lines.join('\n')}\nET`;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A word of two to nine letters; `kinds` is how many different ones there are. */
export function wordOf(pick, kinds) {
  let n = pick(kinds);
  let text = '';
  for (let i = 0; i < 2 + (n % 8); i++) {
    text += letters[(n * 7 + i * 11) % 26];
    n = (n * 31 + 17) % 1_000_003;
  }
  return text;
}

const make = (count, next) => Array.from({ length: count }, (_, index) => next(index));

/** Every page's words, and the same with `changed` of them replaced. */
function edited(seed, pages, words, changed, kinds = 100_000) {
  const pick = random(seed);
  const old = make(pages, () => make(words, () => wordOf(pick, kinds)));
  const now = old.map((page) => {
    const copy = [...page];
    for (let i = 0; i < changed; i++) copy[pick(copy.length)] = wordOf(pick, kinds);
    return copy;
  });
  return { old, now };
}

const set = (pages, shape, size) =>
  pdfOfPages(
    pages.map((words) => wordsPage(words, shape)),
    size,
  );
/** Forty thousand words on one page. */
const tiny = { perLine: 200, size: 0.6, lead: 4 };

/** Each gives two files, and options of the command. */
export const cases = {
  'pages-500': () => {
    const { old, now } = edited(1, 500, 700, 300);
    return { old: set(old), now: set(now) };
  },
  'pages-500-report': () => {
    const { old, now } = edited(1, 500, 700, 300);
    return { old: set(old), now: set(now), options: ['--report', 'REPORT'] };
  },
  'words-40000': () => {
    const { old, now } = edited(2, 20, 36_000, 10_000);
    return { old: set(old, tiny), now: set(now, tiny) };
  },
  'words-40000-report': () => {
    const { old, now } = edited(2, 20, 36_000, 10_000);
    return { old: set(old, tiny), now: set(now, tiny), options: ['--report', 'REPORT', '--format', 'json'] };
  },
  'words-40000-all': () => {
    const { old, now } = edited(3, 20, 36_000, 200_000);
    return { old: set(old, tiny), now: set(now, tiny) };
  },
  'few-kinds': () => {
    const { old, now } = edited(4, 20, 36_000, 9_000, 12);
    return { old: set(old, tiny), now: set(now, tiny) };
  },
  'page-put-in': () => {
    const { old, now } = edited(5, 499, 700, 40);
    return { old: set(old), now: set([edited(6, 1, 700, 0).old[0], ...now]) };
  },
  'pages-other': () => {
    const { old } = edited(7, 500, 700, 0);
    return { old: set(old), now: set(edited(8, 500, 700, 0).old) };
  },
  'pages-100-dense': () => {
    const { old, now } = edited(9, 100, 8000, 4000);
    return { old: set(old, { perLine: 80, size: 2, lead: 8 }), now: set(now, { perLine: 80, size: 2, lead: 8 }) };
  },
  'words-moved': () => {
    const { old } = edited(10, 20, 36_000, 0);
    return { old: set(old, tiny), now: set(old, { ...tiny, lead: 4.02 }) };
  },
  'huge-boxes': () => {
    const { old, now } = edited(11, 10, 20_000, 10_000);
    const shape = { perLine: 1, size: 400, lead: 0 };
    return { old: set(old, shape), now: set(now, shape) };
  },
  'short-words': () => {
    const pick = random(12);
    const pages = () => make(22, () => make(45_000, () => letters[pick(26)]));
    return { old: set(pages(), tiny), now: set(pages(), tiny) };
  },
  japanese: () => {
    const pick = random(16);
    const text = () => make(150_000, () => 0x4e00 + pick(3000));
    const old = make(20, text);
    const now = old.map((page) => page.map((code) => (pick(6) === 0 ? 0x3042 + pick(80) : code)));
    return { old: pdfOfPages(old.map(japanesePage)), now: pdfOfPages(now.map(japanesePage)) };
  },
  pictures: () => {
    const pick = random(13);
    const noise = () => {
      const bytes = Buffer.alloc(400 * 560);
      for (let i = 0; i < bytes.length; i++) bytes[i] = pick(256);
      return `q 595 0 0 842 0 0 cm BI /W 400 /H 560 /CS /G /BPC 8 ID ${bytes.toString('latin1')} EI Q`;
    };
    const pages = make(150, noise);
    return { old: pdfOfPages(pages), now: pdfOfPages(pages.map((page, index) => (index % 2 === 0 ? page : noise()))) };
  },
  'pictures-500': () => {
    const pick = random(14);
    const noise = () => {
      const bytes = Buffer.alloc(200 * 280);
      for (let i = 0; i < bytes.length; i++) bytes[i] = pick(256);
      return `q 595 0 0 842 0 0 cm BI /W 200 /H 280 /CS /G /BPC 8 ID ${bytes.toString('latin1')} EI Q`;
    };
    return { old: pdfOfPages(make(500, noise)), now: pdfOfPages(make(500, noise)) };
  },
  'large-files': () => {
    const pick = random(15);
    const pages = make(20, () => wordsPage(make(500, () => wordOf(pick, 1000))));
    const padded = (seed) => {
      const fill = Buffer.alloc(62 << 20);
      for (let i = 0, state = seed; i < fill.length; i += 4) {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        fill.writeUInt32LE(state, i);
      }
      return pdfOfPages(pages.map((page) => page)).length > 0
        ? Buffer.concat([
            pdfOfPages(pages),
            Buffer.from('%'),
            fill.map((byte) => (byte === 10 || byte === 13 ? 32 : byte)),
            Buffer.from('\n'),
          ])
        : fill;
    };
    return { old: padded(1), now: padded(2) };
  },
};
