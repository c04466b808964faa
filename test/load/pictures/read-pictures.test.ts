// Turn small files of pictures into what is read of them: kinds that a page shows the same, and kinds that are refused.
import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PictureFault } from '../../../src/load/pictures/picture-fault.ts';
import { readJpeg } from '../../../src/load/pictures/read-jpeg.ts';
import { readPng } from '../../../src/load/pictures/read-png.ts';
import { readSvg } from '../../../src/load/pictures/read-svg.ts';

interface PngDraft {
  readonly width?: number;
  readonly height?: number;
  readonly bits?: number;
  readonly colour?: number;
  readonly interlace?: number;
  /** Bytes of rows, each with its filter. */
  readonly rows?: readonly number[];
  readonly more?: readonly (readonly [string, Buffer])[];
}

const chunk = (type: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};

function png({ width = 1, height = 1, bits = 8, colour = 0, interlace = 0, rows = [0, 0], more = [] }: PngDraft): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, bits, colour, 0, 0, interlace]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const chunks = [
    chunk('IHDR', header),
    ...more.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

/** Samples and coverage of what was read. */
function pixels(file: Buffer): { readonly data: readonly number[]; readonly alpha?: readonly number[] } {
  const { shown } = readPng(file);
  if (shown.kind !== 'pixels') throw new Error('no pixels');
  const unpacked = (text: string): readonly number[] => [...inflateSync(Buffer.from(text, 'base64'))];
  return { data: unpacked(shown.data), ...(shown.alpha === undefined ? {} : { alpha: unpacked(shown.alpha) }) };
}

const refusal = (read: () => unknown): string => {
  try {
    read();
  } catch (fault) {
    if (fault instanceof PictureFault && fault.hint !== '') return fault.message;
    throw fault;
  }
  return '';
};

describe('PNG', () => {
  it.each<[string, PngDraft, ReturnType<typeof pixels>]>([
    ['grey', { width: 2, rows: [0, 10, 20] }, { data: [10, 20] }],
    ['one bit', { width: 3, bits: 1, rows: [0, 0b10100000] }, { data: [255, 0, 255] }],
    ['four bits', { width: 2, bits: 4, rows: [0, 0x1f] }, { data: [17, 255] }],
    ['16 bits, to the nearest of 8', { width: 3, bits: 16, rows: [0, 0xff, 0xff, 0x80, 0x00, 0x00, 0x7f] }, { data: [255, 128, 0] }],
    [
      '16 bits whose one colour is clear, exactly',
      { width: 2, bits: 16, rows: [0, 1, 2, 1, 3], more: [['tRNS', Buffer.from([1, 2])]] },
      { data: [1, 1], alpha: [0, 255] },
    ],
    ['16 bits with coverage', { bits: 16, colour: 6, rows: [0, 1, 0, 2, 0, 3, 0, 128, 0] }, { data: [1, 2, 3], alpha: [128] }],
    ['interlaced, one pixel', { interlace: 1, rows: [0, 7] }, { data: [7] }],
    ['interlaced: four pixels in their passes', { width: 2, height: 2, interlace: 1, rows: [0, 1, 0, 2, 1, 3, 1] }, { data: [1, 2, 3, 4] }],
    [
      'interlaced, one bit',
      { width: 3, height: 1, bits: 1, interlace: 1, rows: [0, 0b10000000, 0, 0b10000000, 0, 0] },
      { data: [255, 0, 255] },
    ],
    ['sRGB', { colour: 2, rows: [0, 1, 2, 3] }, { data: [1, 2, 3] }],
    [
      'sRGB whose one colour is clear',
      { width: 2, colour: 2, rows: [0, 1, 2, 3, 4, 5, 6], more: [['tRNS', Buffer.from([0, 1, 0, 2, 0, 3])]] },
      { data: [1, 2, 3, 4, 5, 6], alpha: [0, 255] },
    ],
    [
      'a palette',
      { width: 2, bits: 2, colour: 3, rows: [0, 0b01000000], more: [['PLTE', Buffer.from([9, 8, 7, 6, 5, 4])]] },
      { data: [6, 5, 4, 9, 8, 7] },
    ],
    [
      'a palette with a clear entry',
      {
        bits: 8,
        colour: 3,
        rows: [0, 0],
        more: [
          ['PLTE', Buffer.from([9, 8, 7])],
          ['tRNS', Buffer.from([40])],
        ],
      },
      { data: [9, 8, 7], alpha: [40] },
    ],
    ['grey with coverage', { colour: 4, rows: [0, 50, 128] }, { data: [50], alpha: [128] }],
    ['sRGB with coverage that is whole', { colour: 6, rows: [0, 1, 2, 3, 255] }, { data: [1, 2, 3] }],
    [
      'all filters',
      { width: 2, height: 5, rows: [0, 10, 20, 1, 5, 5, 2, 1, 1, 3, 2, 2, 4, 1, 1] },
      { data: [10, 20, 5, 10, 6, 11, 5, 10, 6, 11] },
    ],
  ])('is read: %s', (_, draft, expected) => expect(pixels(png(draft))).toEqual(expected));

  it('is read in whatever passes it was sent', () => {
    // The number of the pass that each pixel of a square of eight is sent in (PNG 8.2).
    const passes = ['16462646', '77777777', '56565656', '77777777', '36463646', '77777777', '56565656', '77777777'];
    for (let width = 1; width <= 11; width++) {
      for (const height of [1, 2, 3, 5, 8, 9]) {
        const all = Array.from({ length: width * height }, (_, at) => (at * 37 + 11) % 251);
        const rows = [1, 2, 3, 4, 5, 6, 7].flatMap((pass) =>
          Array.from({ length: height }, (_, y) => y).flatMap((y) => {
            const sent = all.slice(y * width, (y + 1) * width).filter((_, x) => Number(passes[y % 8]![x % 8]) === pass);
            return sent.length > 0 ? [0, ...sent] : [];
          }),
        );
        expect(pixels(png({ width, height, interlace: 1, rows })), `${width} × ${height}`).toEqual({ data: all });
      }
    }
  });

  it.each<[string, Buffer]>([
    ['has 50000 × 50000 pixels, more than 20 million', png({ width: 50_000, height: 50_000 })],
    ['has no pixels', png({ width: 0 })],
    ['has other pixels than its size says', png({ rows: new Array<number>(100_000).fill(0) })],
    ['has other pixels than its size says', png({ width: 9, rows: [0, 0] })],
    ['has rows that cannot be read', png({ rows: [7, 0] })],
    ['names colours that its palette does not have', png({ colour: 3, rows: [0, 3], more: [['PLTE', Buffer.from([1, 2, 3])]] })],
    [
      'has colours of a profile that is not sRGB',
      png({ more: [['iCCP', Buffer.concat([Buffer.from('p\0\0', 'latin1'), deflateSync(Buffer.from('Adobe RGB (1998)'))])]] }),
    ],
    ['is animated', png({ more: [['acTL', Buffer.alloc(8)]] })],
    ['ends in the middle', png({}).subarray(0, 40)],
    ['ends in the middle', png({}).subarray(0, -12)],
  ])('is refused: %s', (message, file) => expect(refusal(() => readPng(file))).toBe(message));

  it('takes a profile that is sRGB', () => {
    const profile = Buffer.concat([Buffer.from('p\0\0', 'latin1'), deflateSync(Buffer.from('desc sRGB IEC61966-2.1'))]);
    expect(pixels(png({ rows: [0, 7], more: [['iCCP', profile]] }))).toEqual({ data: [7] });
  });
});

/** A JPEG's markers; no program could show it, and its pixels are not read. */
function jpeg(frame: number, components: number, ...more: readonly Buffer[]): Buffer {
  const segment = (marker: number, content: readonly number[]) => Buffer.from([0xff, marker, 0, content.length + 2, ...content]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...more,
    segment(frame, [8, 0, 3, 0, 4, components, ...new Array<number>(3 * components).fill(0)]),
    segment(0xda, [0, 0]),
    Buffer.from([1, 2, 3, 0xff, 0xd9]),
  ]);
}

describe('JPEG', () => {
  it.each([
    ['baseline', 0xc0, 3],
    ['progressive', 0xc2, 3],
    ['grey', 0xc0, 1],
  ])('is handed on as it is: %s', (_, frame, components) => {
    const file = jpeg(frame, components);
    const shown = { kind: 'pixels', components, filter: 'DCTDecode', data: file.toString('base64') };
    expect(readJpeg(file)).toEqual({ width: 4, height: 3, shown });
  });

  const exif = Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 28]),
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06', 'latin1'),
  ]);
  it.each<[string, Buffer]>([
    ['has the colours of print, CMYK', jpeg(0xc0, 4)],
    ['is packed in a way that a PDF does not show', jpeg(0xc9, 3)],
    ['is to be turned before it is shown', jpeg(0xc0, 3, exif)],
    ['ends in the middle', jpeg(0xc0, 3).subarray(0, 20)],
    ['ends in the middle', jpeg(0xc0, 3).subarray(0, -1)],
  ])('is refused: %s', (message, file) => expect(refusal(() => readJpeg(file))).toBe(message));
});

const svg = (inside: string, box = '0 0 100 50'): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inside}</svg>`);

const operators = (file: Buffer): string => {
  const { shown } = readSvg(file);
  return shown.kind === 'outlines' ? shown.operators.replaceAll('\n', ' ') : '';
};

describe('SVG', () => {
  it.each<[string, string, string]>([
    ['a rectangle', '<rect x="10" y="5" width="20" height="10"/>', '0 0 0 rg 100 50 m 300 50 l 300 150 l 100 150 l h f'],
    ['relative steps', '<path d="m1 1 2 0v2z" fill="#f00"/>', '1 0 0 rg 10 10 m 30 10 l 30 30 l h f'],
    ['a smooth curve', '<path d="M0 0C0 1 1 1 1 0S2-1 2 0"/>', '0 0 0 rg 0 0 m 0 10 10 10 10 0 c 10 -10 20 -10 20 0 c f'],
    ['a quadratic curve', '<path d="M0 0Q3 3 6 0"/>', '0 0 0 rg 0 0 m 20 20 40 20 60 0 c f'],
    [
      'groups and transforms',
      '<g transform="translate(10 0)" fill="none"><line x2="5" stroke="blue" transform="scale(2)"/></g>',
      '0 0 1 RG 20 w 0 J 0 j 4 M [] 0 d 100 0 m 200 0 l S',
    ],
    ['a style', '<polygon points="0,0 1,0 1,1" style="fill: rgb(255, 255, 0); fill-rule: evenodd"/>', '1 1 0 rg 0 0 m 10 0 l 10 10 l h f*'],
    ['what shows nothing', '<title>T</title><defs><linearGradient/></defs><!-- c --><circle r="0"/><path d=""/>', ''],
  ])('is read: %s', (_, inside, expected) => expect(operators(svg(inside))).toBe(expected));

  it('draws a half circle as two curves that end where it ends', () => {
    const drawn = operators(svg('<path d="M0 10A10 10 0 0 1 20 10"/>'));
    expect(drawn).toBe('0 0 0 rg 0 100 m 0 44.772 44.772 0 100 0 c 155.228 0 200 44.772 200 100 c f');
  });

  it.each<[string, Buffer]>([
    ['has words without a font-family (line 1)', svg('<text font-size="9">A</text>')],
    ['has <tspan>, which is not set (line 1)', svg('<g><tspan>A</tspan></g>')],
    ['has <textPath>, which is not set (line 1)', svg('<text><textPath/></text>')],
    ['has <path> among words, which is not set (line 1)', svg('<text><path d=""/></text>')],
    ['has text, which is not set (line 1)', svg('A')],
    ['has <script>, which is not set (line 1)', svg('<script>x</script>')],
    ['has <style>, which is not set (line 1)', svg('<defs><style>path{fill:red}</style></defs>')],
    ['has <image>, which is not set (line 1)', svg('<image href="a.png"/>')],
    ['has <foreignObject>, which is not set (line 1)', svg('<foreignObject/>')],
    ['has <animate>, which is not set (line 1)', svg('<animate/>')],
    ['has <use>, which is not set (line 1)', svg('<use href="#a"/>')],
    ['has onclick, which is not set (line 1)', svg('<path onclick="x" d="M0 0"/>')],
    ['has clip-path, which is not set (line 1)', svg('<g clip-path="url(#a)"></g>')],
    ['has the colour url(#a) (line 1)', svg('<rect fill="url(#a)" width="1" height="1"/>')],
    ['has opacity 0.5, which is not set (line 1)', svg('<g opacity="0.5"></g>')],
    ['has display none, which is not set (line 1)', svg('<g style="display:none"></g>')],
    ['has a path that cannot be read (line 1)', svg('<path d="M0 0 L1"/>')],
    ['has a path that cannot be read (line 1)', svg('<path d="L1 1"/>')],
    ['declares entities (line 1)', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')],
    ['ends in the middle', Buffer.from('<svg viewBox="0 0 1 1"><g>')],
    ['has no size', Buffer.from('<svg></svg>')],
    ['has more than 50 elements in each other', svg('<g>'.repeat(60))],
  ])('is refused: %s', (message, file) => expect(refusal(() => readSvg(file))).toBe(message));

  it.each([
    ['spaces', `<svg${' '.repeat(1_000_000)}`],
    ['commas of a path', `<svg viewBox="0 0 1 1"><path d="M0 0${','.repeat(1_000_000)}`],
    ['digits', `<svg viewBox="0 0 1 1"><path d="M${'1'.repeat(1_000_000)}"/>`],
    ['attributes', `<svg ${'a="b" '.repeat(100_000)}`],
  ])('is read in linear time: %s', (_, text) => {
    const started = performance.now();
    refusal(() => readSvg(Buffer.from(text)));
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
