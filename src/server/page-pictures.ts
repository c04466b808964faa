// Turn the pages of builds into pictures by their names: a page that looks the same has the same name, and is drawn once for each size.
import { createHash } from 'node:crypto';
import { withPdf } from '../pdf/engine/open-pdf.ts';
import { pageDigests } from '../pdf/objects/page-digests.ts';
import { encodePng } from './encode-png.ts';

/** Pixels of one picture: a page of A4 at five times its size in points has 12.5 million. */
const mostPixels = 16_000_000;

/** Bytes of pictures that are kept. */
const mostKept = 64 * 1024 * 1024;

/** Versions that are not shown any more and whose pages are still drawn: saves come in quick succession. */
const mostBefore = 8;

/** Pixels a point that are drawn: what is asked for in between is drawn at the next, so that few sizes are kept. */
const scales = [0.25, 0.5, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5] as const;

/** Pixels a point up to which a picture is one of many that are looked at together. */
const small = 0.5;

/** A picture that somebody waits for. */
interface Waiting {
  readonly pdf: Uint8Array;
  readonly index: number;
  readonly scale: number;
  readonly done: Promise<Buffer>;
  readonly resolve: (png: Buffer) => void;
  readonly reject: (fault: unknown) => void;
}

/** Pages of the builds that are shown. */
export class PagePictures {
  /** By owner (a release, a version of it): where each page is found. */
  readonly #shown = new Map<string, ReadonlyMap<string, { readonly pdf: Uint8Array; readonly index: number }>>();
  /** What was shown before, the latest last: a browser may still ask for it while it is told of newer pages. */
  readonly #before: ReadonlyMap<string, { readonly pdf: Uint8Array; readonly index: number }>[] = [];
  readonly #kept = new Map<string, Buffer>();
  #bytes = 0;
  /** What waits to be drawn, in the order in which it was asked for. */
  readonly #waiting = new Map<string, Waiting>();
  #drawing = false;

  /** Shows the pages of files, one after the other, instead of those that `owner` showed; answers their names. */
  show(owner: string, pdfs: readonly Uint8Array[]): readonly string[] {
    const pages = pdfs.flatMap((pdf) => namesOf(pdf).map((name, index) => ({ name, pdf, index })));
    const before = this.#shown.get(owner);
    if (before) this.#before.push(before);
    this.#before.splice(0, this.#before.length - mostBefore);
    this.#shown.set(owner, new Map(pages.map(({ name, ...page }) => [name, page])));
    return pages.map(({ name }) => name);
  }

  /** PNG at the size that is asked for or a little more; undefined for a page that is not shown any more. */
  async picture(name: string, scale: number): Promise<Buffer | undefined> {
    const drawn = scales.find((each) => each >= scale) ?? 5;
    const key = `${name} ${drawn}`;
    const known = this.#kept.get(key);
    if (known) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const found = [...this.#shown.values(), ...this.#before].map((pages) => pages.get(name)).find((page) => page !== undefined);
    if (!found) return undefined;
    const waiting = this.#waiting.get(key);
    if (waiting) return waiting.done;
    let settle: Pick<Waiting, 'resolve' | 'reject'> = { resolve: () => {}, reject: () => {} };
    const done = new Promise<Buffer>((resolve, reject) => {
      settle = { resolve, reject };
    });
    this.#waiting.set(key, { ...found, scale: drawn, done, ...settle });
    if (!this.#drawing) void this.#drawWaiting();
    return done;
  }

  /** One after the other, so that what else is asked is answered between them: pages before small pictures, what was asked for last first, for that is what is looked at. */
  async #drawWaiting(): Promise<void> {
    this.#drawing = true;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const waiting = [...this.#waiting];
      const next = waiting.findLast(([, { scale }]) => scale > small) ?? waiting[0];
      if (!next) break;
      const [key, { pdf, index, scale, resolve, reject }] = next;
      await this.#draw(key, pdf, index, scale).then(resolve, reject);
      this.#waiting.delete(key);
    }
    this.#drawing = false;
  }

  async #draw(key: string, pdf: Uint8Array, index: number, scale: number): Promise<Buffer> {
    const png = await withPdf(pdf, ({ picture }) => encodePng(picture(index, scale, mostPixels)));
    this.#kept.set(key, png);
    this.#bytes += png.length;
    for (const [old, { length }] of this.#kept) {
      if (this.#bytes <= mostKept) break;
      this.#kept.delete(old);
      this.#bytes -= length;
    }
    return png;
  }
}

function namesOf(pdf: Uint8Array): readonly string[] {
  const name = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
  const digests = pageDigests(pdf);
  if (digests) return digests.map(name);
  const whole = createHash('sha256').update(pdf).digest('hex');
  const pages =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return Array.from({ length: pages }, (_, index) => name(`${whole} ${index}`));
}
