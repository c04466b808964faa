// Turn the lines that pdfkit writes into a compact file: object streams, a cross-reference stream, an identifier from the content.
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** Objects in one object stream: enough for deflate to work on, few enough to open one quickly. */
const objectsPerStream = 200;

/** Where an object is: an offset in the file, or its place in an object stream. */
type Location = { readonly offset: number } | { readonly stream: number; readonly index: number };

/** What the end of the file names. */
interface Trailer {
  /** Number of objects that pdfkit has given out. */
  readonly count: number;
  /** References as written, `1 0 R`. */
  readonly root: string;
  readonly info: string;
}

/**
 * pdfkit writes an object as `n 0 obj`, its value, perhaps `stream`, bytes and `endstream`, then `endobj`. Objects without a
 * stream are held back and packed together (ISO 32000-1, 7.5.7); a tagged release shrinks to less than half by that.
 */
export class ObjectWriter {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;
  private readonly locations = new Map<number, Location>();
  private readonly held: { readonly id: number; readonly value: string }[] = [];
  private current: { readonly id: number; readonly parts: (string | Uint8Array)[] } | undefined;

  constructor() {
    this.emit(latin1('%PDF-1.7\n'));
    // Four bytes above 127 tell transfer programs that the file is binary (ISO 32000-1, 7.5.2).
    this.emit(Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
  }

  /** Takes one of pdfkit's lines or streams. */
  write(data: string | Uint8Array): void {
    if (!this.current) {
      const id = typeof data === 'string' ? /^(\d+) 0 obj$/.exec(data)?.[1] : undefined;
      if (id === undefined) throw new Error(`pdfkit wrote outside an object: ${String(data).slice(0, 40)}`);
      this.current = { id: Number(id), parts: [] };
    } else if (data === 'endobj') {
      const { id, parts } = this.current;
      this.current = undefined;
      if (parts.length === 1 && typeof parts[0] === 'string') this.held.push({ id, value: parts[0] });
      else this.putObject(id, parts);
    } else {
      this.current.parts.push(data);
    }
  }

  /** The whole file. */
  finish({ count, root, info }: Trailer): Uint8Array {
    let next = count + 1;
    for (let at = 0; at < this.held.length; at += objectsPerStream) {
      this.putObjectStream(next++, this.held.slice(at, at + objectsPerStream));
    }
    const id = this.contentId();
    const start = this.length;
    this.locations.set(next, { offset: start });
    const table = crossReferences(next + 1, this.locations);
    const fields = `/Type /XRef /Size ${next + 1} /W [1 3 2] /Root ${root} /Info ${info} /ID [<${id}> <${id}>] /Filter /FlateDecode`;
    this.putObject(next, streamParts(fields, table));
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
    this.putObject(id, streamParts(`/Type /ObjStm /N ${objects.length} /First ${first.length} /Filter /FlateDecode`, bytes));
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

function streamParts(fields: string, bytes: Uint8Array): readonly (string | Uint8Array)[] {
  const packed = deflateSync(bytes, { level: 9 });
  return [`<< ${fields} /Length ${packed.length} >>`, 'stream', packed, '\nendstream'];
}

/** Rows of type, offset or stream, and generation or index (ISO 32000-1, 7.5.8.3). */
function crossReferences(size: number, locations: ReadonlyMap<number, Location>): Uint8Array {
  const table = new Uint8Array(6 * size);
  const view = new DataView(table.buffer);
  view.setUint16(4, 0xffff);
  for (let id = 1; id < size; id++) {
    const place = locations.get(id);
    if (!place) throw new Error(`PDF object ${id} was given out and never written`);
    const [type, where, index] = 'offset' in place ? [1, place.offset, 0] : [2, place.stream, place.index];
    if (where > 0xffffff) throw new Error('a PDF beyond 16 MB needs wider cross-references');
    view.setUint8(6 * id, type);
    view.setUint8(6 * id + 1, where >> 16);
    view.setUint16(6 * id + 2, where & 0xffff);
    view.setUint16(6 * id + 4, index);
  }
  return table;
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
