// Turn the pages of builds into pictures by their names: a page that looks the same has the same name, and is drawn once for each size.
import { createHash } from 'node:crypto';
import { withPdf } from '../pdf/engine/open-pdf.ts';
import { pageDigests } from '../pdf/objects/page-digests.ts';
import { encodePng } from './encode-png.ts';

/** Pixels of one picture: a page of A4 at five times its size in points has 12.5 million. */
const mostPixels = 16_000_000;

/** Bytes of pictures that are kept. */
const mostKept = 64 * 1024 * 1024;

/** Pixels a point that are drawn: what is asked for in between is drawn at the next, so that few sizes are kept. */
const scales = [0.25, 0.5, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5] as const;

/** Pages of the builds that are shown. */
export class PagePictures {
  /** By owner (a release, a version of it): where each page is found. */
  readonly #shown = new Map<string, ReadonlyMap<string, { readonly pdf: Uint8Array; readonly index: number }>>();
  readonly #kept = new Map<string, Buffer>();
  #bytes = 0;
  /** Pages are drawn one after the other, so that what else is asked is answered between them. */
  #drawing: Promise<unknown> = Promise.resolve();

  /** Shows the pages of a file instead of those that `owner` showed; answers their names. */
  show(owner: string, pdf: Uint8Array): readonly string[] {
    const names = namesOf(pdf);
    this.#shown.set(owner, new Map(names.map((name, index) => [name, { pdf, index }])));
    return names;
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
    const found = [...this.#shown.values()].map((pages) => pages.get(name)).find((page) => page !== undefined);
    if (!found) return undefined;
    const drawing = this.#drawing.then(() => this.#kept.get(key) ?? this.#draw(key, found.pdf, found.index, drawn));
    this.#drawing = drawing.catch(() => {});
    return drawing;
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
