// Turn a seed and PDFs of ours into files that are sound outside and broken inside: streams unpacked, changed, packed again, offsets set right.
import { deflateSync, inflateSync } from 'node:zlib';

const values = ['0', '-1', '65536', '4294967296', '99999999999999999999', '1e308', 'null', '[]', '<<>>', '()', '/X', 'true', '<', '[[[['];

/** Changes of the text of a stream; `pick` gives a whole number below its argument. */
const ways = {
  flip(text, pick) {
    const bytes = Buffer.from(text, 'latin1');
    for (let i = 0, n = 1 + pick(20); i < n && bytes.length > 0; i++) bytes[pick(bytes.length)] = pick(256);
    return bytes.toString('latin1');
  },
  cut: (text, pick) => text.slice(0, pick(text.length + 1)),
  remove(text, pick) {
    const from = pick(text.length + 1);
    return text.slice(0, from) + text.slice(from + 1 + pick(200));
  },
  double(text, pick) {
    const from = pick(text.length + 1);
    return text.slice(0, from + pick(400)) + text.slice(from);
  },
  number: (text, pick) => replaced(text, /(?<=[ [\n])-?\d+(?:\.\d+)?(?=[ \]\n/>])/g, pick, () => values[pick(values.length)]),
  reference: (text, pick) => replaced(text, /\d+ 0 R/g, pick, (all) => all[pick(all.length)][0]),
  name: (text, pick) => replaced(text, /\/[A-Za-z]+/g, pick, (all) => all[pick(all.length)][0]),
  operator: (text, pick) => replaced(text, /\b(?:BT|ET|BDC|EMC|Tf|Tj|TJ|Tm|q|Q|cm|re|f)\b/g, pick, (all) => all[pick(all.length)][0]),
  nesting(text, pick) {
    const at = pick(text.length + 1);
    const open = ['[', '<<', '(', '<', 'q ', '/X BMC '][pick(6)];
    return text.slice(0, at) + open.repeat([1, 50, 5_000, 100_000][pick(4)]) + text.slice(at);
  },
};

function replaced(text, pattern, pick, by) {
  const all = [...text.matchAll(pattern)];
  if (all.length === 0) return text;
  let out = text;
  for (let i = 0, n = 1 + pick(3); i < n; i++) {
    const match = all[pick(all.length)];
    out = out.slice(0, match.index) + by(all) + out.slice(match.index + match[0].length);
  }
  return out;
}

/** Objects that are streams: where each stands, its dictionary, its packed data; the cross-references come last. */
function streamsOf(bytes) {
  const text = bytes.toString('latin1');
  return [...text.matchAll(/\d+ 0 obj\n(<<(?:(?!endobj|stream\n)[\s\S])*>>)\nstream\n/g)].map((match) => {
    const data = match.index + match[0].length;
    const length = Number(/\/Length (\d+)/.exec(match[1])?.[1]);
    return { start: match.index, head: match[0], dict: match[1], data, end: data + length };
  });
}

/** The rows of the cross-references, unpacked: one byte of kind, three of offset or stream, two of index. */
function rowsOf(bytes, { data, end }) {
  const packed = inflateSync(bytes.subarray(data, end));
  const rows = Buffer.alloc((packed.length / 7) * 6);
  for (let row = 0; row * 7 < packed.length; row++) {
    const up = packed[row * 7] === 2 && row > 0;
    for (let i = 0; i < 6; i++) rows[row * 6 + i] = packed[row * 7 + 1 + i] + (up ? rows[(row - 1) * 6 + i] : 0);
  }
  return rows;
}

/** The file with the text of one stream changed: its length and all offsets behind it are those of the new file. */
export function changedInside(source, index, change) {
  const bytes = Buffer.from(source);
  const streams = streamsOf(bytes);
  const references = streams.at(-1);
  const chosen = streams[index % (streams.length - 1)];
  // The metadata packet is not packed: anyone may read it.
  const plain = !chosen.dict.includes('/FlateDecode');
  const held = bytes.subarray(chosen.data, chosen.end);
  const changed = Buffer.from(change((plain ? held : inflateSync(held)).toString('latin1')), 'latin1');
  const packed = plain ? changed : deflateSync(changed);
  const head = Buffer.from(chosen.head.replace(/\/Length \d+/, `/Length ${packed.length}`), 'latin1');
  const shift = head.length + packed.length - (chosen.end - chosen.start);
  const rows = rowsOf(bytes, references);
  for (let row = 0; row < rows.length; row += 6) {
    const offset = rows.readUIntBE(row + 1, 3);
    if (rows[row] === 1 && offset > chosen.start) rows.writeUIntBE(offset + shift, row + 1, 3);
  }
  const dict = references.head
    .replace(/\/DecodeParms ?<<[^>]*>>/, '')
    .replace(/\/Filter ?\/FlateDecode/, '')
    .replace(/\/Length \d+/, `/Length ${rows.length}`);
  const start = references.start + shift;
  const parts = [
    bytes.subarray(0, chosen.start),
    head,
    packed,
    bytes.subarray(chosen.end, references.start),
    Buffer.from(dict, 'latin1'),
    rows,
  ];
  return Buffer.concat([...parts, Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, 'latin1')]);
}

/** One file: the same for the same seed and number. */
export function mutantInside(sources, seed, number) {
  let state = (seed * 2654435761 + number * 40503 + 1) >>> 0;
  const pick = (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
  const names = Object.keys(ways);
  const source = sources[pick(sources.length)];
  const name = names[pick(names.length)];
  // Most streams are fonts; three times in four one of the others, objects and content, is taken.
  const streams = streamsOf(Buffer.from(source));
  const others = streams.slice(0, -1).flatMap(({ dict }, i) => (/Length1/.test(dict) ? [] : [i]));
  const index = pick(4) > 0 && others.length > 0 ? others[pick(others.length)] : pick(streams.length - 1);
  return {
    name: `${number} inside ${name} of stream ${index}`,
    bytes: Uint8Array.from(changedInside(source, index, (text) => ways[name](text, pick))),
  };
}
