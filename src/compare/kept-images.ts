// Turn pages of two versions into their images, the last few of which are kept: an image is unpacked anew each time that its page is asked for it.
import type { Bitmap } from '../pdf/engine/page-image.ts';
import type { Version } from './version.ts';

/** Images that are kept: those of two pages, and of the pages that their lines came from and went to. */
const most = 8;

export class KeptImages {
  readonly #versions: { readonly old: Version; readonly new: Version };
  readonly #kept = new Map<string, Bitmap>();

  constructor(old: Version, now: Version) {
    this.#versions = { old, new: now };
  }

  /** Undefined where there is no such page, and where it was not drawn. `page`: its index from 0. */
  of(side: 'old' | 'new', page: number): Bitmap | undefined {
    const name = `${side} ${page}`;
    const known = this.#kept.get(name);
    if (known) {
      // What was asked for last goes last.
      this.#kept.delete(name);
      this.#kept.set(name, known);
      return known;
    }
    const image = this.#versions[side].pages[page]?.bitmap;
    if (image) this.#kept.set(name, image);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest);
    return image;
  }
}
