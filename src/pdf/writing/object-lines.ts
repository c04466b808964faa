// Turn the lines by which pdfkit writes its objects into whole objects: number, value, and the bytes of a stream.

/** Given each object when its last line has come. */
type PutObject = (number: number, value: string, stream?: Uint8Array) => void;

/** Takes lines in order. What has another form than pdfkit 0.20 writes is a fault of ours, and throws: no object is written half. */
export class ObjectLines {
  readonly #put: PutObject;
  /** The object whose lines are coming. */
  #open: { readonly number: number; readonly parts: (string | Uint8Array)[] } | undefined;

  constructor(put: PutObject) {
    this.#put = put;
  }

  /** An object is the lines `n 0 obj`, its value, perhaps `stream`, bytes and `endstream`, then `endobj`. */
  take(data: string | Uint8Array): void {
    if (!this.#open) {
      const number = typeof data === 'string' ? /^(\d+) 0 obj$/.exec(data)?.[1] : undefined;
      if (number === undefined) throw new Error(`pdfkit wrote outside an object: ${String(data).slice(0, 40)}`);
      this.#open = { number: Number(number), parts: [] };
    } else if (data === 'endobj') {
      const { number, parts } = this.#open;
      const [value, , bytes] = parts;
      this.#open = undefined;
      if (typeof value === 'string' && parts.length === 1) this.#put(number, value);
      else if (typeof value === 'string' && parts.length === 4 && bytes instanceof Uint8Array) this.#put(number, value, bytes);
      else throw new Error(`pdfkit wrote object ${number} in an unknown form`);
    } else this.#open.parts.push(data);
  }
}
