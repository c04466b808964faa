// Turn objects that are ready to be written into a compact file: object streams, a cross-reference stream, an identifier from the content.
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** Objects in one object stream: enough for deflate to work on, few enough to open one quickly. */
const objectsPerStream = 500;
/** Bytes of a cross-reference: type, offset or stream, index. */
const crossReferenceWidth = 6;

/** Where an object is: an offset in the file, or its place in an object stream. */
type Location = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** What the end of the file names. */
interface Trailer {
  /** Number of objects that were given out. */
  readonly count: number;
  /** References as written, `1 0 R`. */
  readonly root: string;
  readonly info: string;
}

/**
 * Streams come as they are, and are packed here. Objects without a stream are held back and packed together (ISO 32000-1, 7.5.7); a
 * tagged release shrinks to less than half by that.
 */
export class ObjectWriter {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;
  private readonly locations = new Map<number, Location>();
  private readonly held: { readonly id: number; readonly value: string }[] = [];

  constructor() {
    this.emit(latin1('%PDF-1.7\n'));
    // Four bytes above 127 tell transfer programs that the file is binary (ISO 32000-1, 7.5.2).
    this.emit(Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
  }

  /** Takes an object: its value as it is to stand in the file, a dictionary with its Length where a stream follows. */
  put(id: number, value: string, stream?: Uint8Array): void {
    if (!stream) this.held.push({ id, value });
    else this.putObject(id, streamParts(value, stream));
  }

  /** The whole file. */
  finish({ count, root, info }: Trailer): Uint8Array {
    let next = count + 1;
    // In the order of their numbers, which is that of the document: neighbours are alike and pack better.
    this.held.sort((a, b) => a.id - b.id);
    for (let at = 0; at < this.held.length; at += objectsPerStream) {
      this.putObjectStream(next++, this.held.slice(at, at + objectsPerStream));
    }
    const id = this.contentId();
    const start = this.length;
    this.locations.set(next, { offset: start });
    const table = crossReferences(next + 1, this.locations);
    const layout = `/Size ${next + 1} /W [1 3 2] /DecodeParms << /Predictor 12 /Columns ${crossReferenceWidth} >>`;
    this.putObject(next, packed(`<< /Type /XRef /Root ${root} /Info ${info} /ID [<${id}> <${id}>] ${layout} /Length 0 >>`, table));
    this.emit(latin1(`startxref\n${start}\n%%EOF\n`));
    return join(this.chunks, this.length);
  }

  private putObjectStream(id: number, objects: readonly { readonly id: number; readonly value: string }[]): void {
    const heads: string[] = [];
    const bodies: string[] = [];
    let offset = 0;
    objects.forEach((object, index) => {
      heads.push(`${object.id} ${offset}`);
      bodies.push(object.value);
      offset += object.value.length + 1;
      this.locations.set(object.id, { stream: id, index });
    });
    const first = `${heads.join(' ')}\n`;
    const bytes = latin1(`${first}${bodies.join('\n')}\n`);
    this.putObject(id, packed(`<< /Type /ObjStm /N ${objects.length} /First ${first.length} /Length 0 >>`, bytes));
  }

  private putObject(id: number, parts: readonly (string | Uint8Array)[]): void {
    this.locations.set(id, { offset: this.length });
    this.emit(latin1(`${id} 0 obj\n`));
    for (const part of parts) this.emit(typeof part === 'string' ? latin1(`${part}\n`) : part);
    this.emit(latin1('endobj\n'));
  }

  private emit(bytes: Uint8Array): void {
    this.chunks.push(bytes);
    this.length += bytes.length;
  }

  /** 16 bytes that differ whenever the content does (ISO 32000-1, 14.4). */
  private contentId(): string {
    const hash = createHash('sha256');
    for (const chunk of this.chunks) hash.update(chunk);
    return hash.digest('hex').slice(0, 32);
  }
}

/** The metadata packet stays readable to programs that know no PDF; other streams are packed. */
function streamParts(dictionary: string, bytes: Uint8Array): readonly (string | Uint8Array)[] {
  return dictionary.includes('/Type /Metadata') ? [dictionary, 'stream', bytes, '\nendstream'] : packed(dictionary, bytes);
}

/** A stream of these bytes; the dictionary's Length is filled in. */
function packed(dictionary: string, bytes: Uint8Array): readonly (string | Uint8Array)[] {
  const data = deflateSync(bytes, { level: 9, memLevel: 9 });
  return [dictionary.replace(/\/Length \d+/, `/Filter /FlateDecode /Length ${data.length}`), 'stream', data, '\nendstream'];
}

/** Rows of type, offset or stream, and generation or index (ISO 32000-1, 7.5.8.3), each as its difference from the row above. */
function crossReferences(size: number, locations: ReadonlyMap<number, Location>): Uint8Array {
  const rows = new Uint8Array((crossReferenceWidth + 1) * size);
  let above = new Uint8Array(crossReferenceWidth);
  for (let id = 0; id < size; id++) {
    const row = crossReference(id, locations);
    const at = (crossReferenceWidth + 1) * id;
    rows[at] = 2; // PNG's predictor Up
    row.forEach((byte, i) => {
      rows[at + 1 + i] = byte - above[i]!;
    });
    above = row;
  }
  return rows;
}

function crossReference(id: number, locations: ReadonlyMap<number, Location>): Uint8Array<ArrayBuffer> {
  const place = locations.get(id);
  if (!place && id > 0) throw new Error(`PDF object ${id} was given out and never written`);
  // Number 0 heads the list of free objects, which has no others.
  const [type, where, index] = !place ? [0, 0, 0xffff] : 'offset' in place ? [1, place.offset, 0] : [2, place.stream, place.index];
  if (where > 0xffffff) throw new Error('a PDF beyond 16 MB needs wider cross-references');
  return Uint8Array.of(type, where >> 16, where >> 8, where, index >> 8, index);
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
