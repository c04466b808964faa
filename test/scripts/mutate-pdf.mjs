// Turn a seed and some sound PDFs into broken ones: bytes flipped, cut, doubled, numbers blown up, references bent, ends torn off;
// of the whole file, or of what is packed inside its streams.
import { deflateSync, inflateSync } from 'node:zlib';

/** A small generator with 32 bits of state: the same seed gives the same files everywhere. */
export function random(seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

const numbers = ['0', '-1', '1', '65536', '2147483647', '-2147483648', '4294967296', '99999999999999999999', '1e308', '0.0000001'];

const ways = {
  flip(bytes, pick) {
    const out = Uint8Array.from(bytes);
    for (let i = 0, n = 1 + pick(40); i < n; i++) out[pick(out.length)] = pick(256);
    return out;
  },
  truncate: (bytes, pick) => bytes.slice(0, pick(bytes.length)),
  behead: (bytes, pick) => bytes.slice(pick(Math.min(bytes.length, 4096))),
  remove(bytes, pick) {
    const from = pick(bytes.length);
    return Buffer.concat([bytes.slice(0, from), bytes.slice(from + 1 + pick(2000))]);
  },
  double(bytes, pick) {
    const from = pick(bytes.length);
    const to = from + 1 + pick(5000);
    return Buffer.concat([bytes.slice(0, to), bytes.slice(from)]);
  },
  /** Numbers outside streams: lengths, offsets, sizes of boxes, object numbers. */
  number(bytes, pick) {
    const text = Buffer.from(bytes).toString('latin1');
    const found = [...text.matchAll(/(?<=[ [\n/])\d{1,10}(?=[ \]\n/>])/g)];
    if (found.length === 0) return bytes;
    let out = text;
    for (let i = 0, n = 1 + pick(4); i < n; i++) {
      const match = found[pick(found.length)];
      out = out.slice(0, match.index) + numbers[pick(numbers.length)] + out.slice(match.index + match[0].length);
    }
    return Buffer.from(out, 'latin1');
  },
  /** A reference that leads to another object, or to itself. */
  reference(bytes, pick) {
    const text = Buffer.from(bytes).toString('latin1');
    const found = [...text.matchAll(/\d+ 0 R/g)];
    if (found.length < 2) return bytes;
    const match = found[pick(found.length)];
    const other = found[pick(found.length)][0];
    return Buffer.from(text.slice(0, match.index) + other + text.slice(match.index + match[0].length), 'latin1');
  },
  /** Pages five metres wide, or without an area. */
  box(bytes, pick) {
    const size = ['14173 14173', '0 0', '-500 -500', '1 999999', '20000000 20000000', '0.001 0.001'][pick(6)];
    return Buffer.from(
      Buffer.from(bytes)
        .toString('latin1')
        .replace(/\/MediaBox ?\[[^\]]*\]/g, `/MediaBox [0 0 ${size}]`),
      'latin1',
    );
  },
  rubbish(_bytes, pick) {
    const out = Buffer.alloc(9 + pick(20_000));
    out.write('%PDF-1.7\n');
    for (let i = 9; i < out.length; i++) out[i] = pick(256);
    return out;
  },
};

/** `count` files, in an order that the seed fixes; consumers may share the iterator. */
export function* mutants(sources, count, seed) {
  const names = Object.keys(ways);
  for (let i = 0; i < count; i++) {
    const pick = random(seed * 1_000_003 + i + 1);
    for (let k = 0; k < 4; k++) pick(2);
    const source = sources[pick(sources.length)];
    const chosen = [names[pick(names.length)], ...(pick(3) === 0 ? [names[pick(names.length)]] : [])];
    const bytes = chosen.reduce((made, name) => (made.length > 0 ? ways[name](made, pick) : made), source);
    yield { name: `${i} ${chosen.join('+')}`, bytes: Uint8Array.from(bytes) };
  }
}

const inner = {
  flip: ways.flip,
  number: ways.number,
  reference: ways.reference,
  remove: (bytes, pick) => {
    const from = pick(bytes.length);
    return Buffer.concat([bytes.slice(0, from), bytes.slice(from + 1 + pick(60))]);
  },
  double: (bytes, pick) => {
    const from = pick(bytes.length);
    return Buffer.concat([bytes.slice(0, from + 1 + pick(200)), bytes.slice(from)]);
  },
  /** Brackets, ends and operators where they do not belong. */
  syntax(bytes, pick) {
    const at = pick(bytes.length);
    const put = ['<<', '>>', '[', ']', '(', ')', '<', '>', '/', '%', ' 0 R', ' BDC', ' EMC', '['.repeat(80), '<<'.repeat(40), '\u0000'][
      pick(16)
    ];
    return Buffer.concat([bytes.slice(0, at), Buffer.from(put, 'latin1'), bytes.slice(at + pick(4))]);
  },
  /** A key or a name that is another one of the same file. */
  name(bytes, pick) {
    const text = Buffer.from(bytes).toString('latin1');
    const found = [...text.matchAll(/\/[A-Za-z]+/g)];
    if (found.length < 2) return bytes;
    const match = found[pick(found.length)];
    const other = found[pick(found.length)][0];
    return Buffer.from(text.slice(0, match.index) + other + text.slice(match.index + match[0].length), 'latin1');
  },
};

/** The same of packed streams: the file around them stays sound, so that what they say is read. */
export function* innerMutants(sources, count, seed) {
  const names = Object.keys(inner);
  for (let i = 0; i < count; i++) {
    const pick = random(seed * 1_000_003 + i + 1);
    for (let k = 0; k < 4; k++) pick(2);
    const out = Buffer.from(sources[pick(sources.length)]);
    const streams = packedStreams(out);
    const chosen = [];
    for (let k = 0, n = 1 + pick(3); k < n && streams.length > 0; k++) {
      const { start, length } = streams[pick(streams.length)];
      const name = names[pick(names.length)];
      const content = inflateSync(out.subarray(start, start + length));
      const packed = deflateSync(inner[name](content, pick), { level: 9 });
      // Readers stop where the packed data ends; a longer one would move all that follows.
      if (packed.length > length) continue;
      out.fill(0, start, start + length);
      packed.copy(out, start);
      chosen.push(name);
    }
    yield { name: `${i} inside ${chosen.join('+')}`, bytes: Uint8Array.from(out) };
  }
}

function packedStreams(bytes) {
  const text = bytes.toString('latin1');
  return [...text.matchAll(/<<((?:(?!endobj)[\s\S])*?)>>\s*stream\r?\n/g)].flatMap((match) => {
    const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(match[1])?.[1] ?? 0);
    const start = match.index + match[0].length;
    if (length === 0 || !/FlateDecode/.test(match[1]) || /\/Type \/XRef/.test(match[1])) return [];
    try {
      inflateSync(bytes.subarray(start, start + length));
      return [{ start, length }];
    } catch {
      return [];
    }
  });
}
