// Turn runs of glyphs, one after the other on a page, into text operators: what the page's state says already is not said again.

/** A string of glyph codes, one character a byte, or a number between two: thousandths of an em, positive moves left. */
export type Shown = string | number;

/** What fills where nothing else was asked for. */
const black = '0 g';

/**
 * Writes into the lines of a page's content. Fonts, spacing, scaling and colour outlive a text object. Inside of one, text begins at its distance
 * from where the text before it began (ISO 32000-1, 9.4.2), counted in whole thousandths of a point.
 */
export class TextWriter {
  readonly #lines: string[];
  #open = false;
  /** Where the last line began, in thousandths of a point. */
  #x = 0;
  #y = 0;
  #font = '';
  #spacing = '0';
  #stretch = '100';
  #fill = black;

  constructor(lines: string[]) {
    this.#lines = lines;
  }

  /**
   * A text object is open after this: the one that was, where text goes on at its height `y`; else another, of which readers know the
   * height anew. They add up distances in floating point, and tell rows and columns by places that are equal.
   */
  open(y: number): void {
    if (this.#open) {
      if (thousandths(y) === this.#y) return;
      this.#lines.push('ET');
    }
    this.#lines.push('BT');
    this.#open = true;
    this.#x = 0;
    this.#y = 0;
  }

  /** No text object is open after this, and what is painted next is black unless it says otherwise. */
  close(): void {
    this.fill(black);
    if (this.#open) this.#lines.push('ET');
    this.#open = false;
  }

  /** `size` in points. */
  choose(font: string, size: number): void {
    const chosen = `/${font} ${shortest(thousandths(size))} Tf`;
    if (chosen !== this.#font) this.#lines.push(chosen);
    this.#font = chosen;
  }

  /** Added after every glyph, in points. */
  space(spacing: number): void {
    const written = shortest(thousandths(spacing));
    if (written !== this.#spacing) this.#lines.push(`${written} Tc`);
    this.#spacing = written;
  }

  /** Width of glyphs, of their advances and of what is between them: 1 as the face has it (9.3.4). */
  stretch(factor: number): void {
    const written = shortest(thousandths(100 * factor));
    if (written !== this.#stretch) this.#lines.push(`${written} Tz`);
    this.#stretch = written;
  }

  /** `operator` sets the colour that fills. */
  fill(operator: string): void {
    if (operator !== this.#fill) this.#lines.push(operator);
    this.#fill = operator;
  }

  /** Points from the left and the bottom edge of the page. */
  moveTo(x: number, y: number): void {
    const [toX, toY] = [thousandths(x), thousandths(y)];
    this.#lines.push(`${shortest(toX - this.#x)} ${shortest(toY - this.#y)} Td`);
    this.#x = toX;
    this.#y = toY;
  }

  show(shown: readonly Shown[]): void {
    let array = '';
    for (let i = 0; i < shown.length; i++) {
      const each = shown[i]!;
      array += typeof each === 'number' ? each : literal(each);
    }
    this.#lines.push(`[${array}]TJ`);
  }

  /** Until `end`, readers are told these characters instead of what is shown (ISO 32000-1, 14.9.4). */
  beginReplaced(says: string): void {
    const bytes = Buffer.from(says, 'utf16le').swap16().toString('latin1');
    this.#lines.push(`/Span<</ActualText${literal(`\xfe\xff${bytes}`)}>>BDC`);
  }

  end(): void {
    this.#lines.push('EMC');
  }
}

/** A thousandth of a point is finer than any device. */
const thousandths = (points: number): number => Math.round(points * 1000) || 0;

/** Thousandths as a number, without the zero before its point (ISO 32000-1, 7.3.3). */
function shortest(count: number): string {
  const written = String(count / 1000);
  return written.startsWith('0.') ? written.slice(1) : written.startsWith('-0.') ? `-${written.slice(2)}` : written;
}

const special = /[()\\\r]/g;

/** A string of bytes between parentheses; those in it need no escape where they come in pairs (ISO 32000-1, 7.3.4.2). */
export function literal(bytes: string): string {
  if (bytes.search(special) < 0) return `(${bytes})`;
  const paired = isPaired(bytes);
  return `(${bytes.replace(special, (each) => (each === '\r' ? '\\r' : each === '\\' || !paired ? `\\${each}` : each))})`;
}

function isPaired(bytes: string): boolean {
  let open = 0;
  for (const each of bytes) {
    if (each === '(') open++;
    else if (each === ')' && --open < 0) return false;
  }
  return open === 0;
}
