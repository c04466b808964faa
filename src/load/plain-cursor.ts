// Turn a position in plain YAML into the word, key or line that stands there, or give the text up.

/** Thrown to leave the descent; never seen outside the plain reader. */
export const givenUp = Symbol('given up');

/** Words that are no text in YAML 1.2, quoted or not by intent: ~, null, true, false. */
export const resolved: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/** A place in a text that moves forward; the reader of collections builds on it. */
export class PlainCursor {
  readonly text: string;
  /** Offset of the next character to read. */
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Moves to the first character of the next line that says something; gives its column, or -1 at the end. */
  nextLine(): number {
    const text = this.text;
    let lineStart = this.at;
    if (lineStart > 0 && lineStart < text.length && text[lineStart - 1] !== '\n') throw givenUp;
    while (lineStart < text.length) {
      let at = lineStart;
      while (text[at] === ' ') at++;
      if (at >= text.length) break;
      if (text[at] !== '\n' && text[at] !== '#') {
        this.at = at;
        return at - lineStart;
      }
      const end = text.indexOf('\n', at);
      if (end < 0) break;
      lineStart = end + 1;
    }
    this.at = text.length;
    return -1;
  }

  /** The same, but stays at the beginning of that line. */
  peekLine(): number {
    const column = this.nextLine();
    if (column > 0) this.at -= column;
    return column;
  }

  /** Whether the dash of a list stands here. */
  dash(): boolean {
    const after = this.text[this.at + 1];
    return this.text[this.at] === '-' && (after === ' ' || after === '\n' || after === undefined);
  }

  /** Whether nothing but a comment is left of the line; then moves to the next one. */
  lineEnds(): boolean {
    const text = this.text;
    const at = this.at;
    const comment = text[at] === '#' && text[at - 1] === ' ';
    if (at < text.length && text[at] !== '\n' && !comment) return false;
    const end = text.indexOf('\n', at);
    this.at = end < 0 ? text.length : end + 1;
    return true;
  }

  /** Skips spaces and line ends inside braces; the next line must stand deeper than the block that the braces are in. */
  skip(column: number): string | undefined {
    const text = this.text;
    for (;;) {
      while (text[this.at] === ' ') this.at++;
      if (text[this.at] !== '\n') return text[this.at];
      const lineStart = ++this.at;
      while (text[this.at] === ' ') this.at++;
      if (this.at - lineStart <= column) throw givenUp;
    }
  }

  /** The name of an anchor or alias, after its sign. */
  word(): string {
    const word = /^[a-z][a-z0-9-]*(?=[ \n,\]}]|$)/.exec(this.text.slice(this.at + 1, this.at + 60))?.[0];
    if (!word) throw givenUp;
    this.at += word.length + 1;
    return word;
  }

  /** A key, up to its colon. */
  key(): string {
    const { length } = this.text;
    const first = this.text[this.at];
    const quoted = first === '"' || first === "'";
    const start = this.at;
    const key = quoted ? this.quoted() : this.plain(true);
    const after = this.text[this.at + 1];
    if (this.at >= length || this.text[this.at] !== ':' || (after !== ' ' && after !== '\n' && after !== undefined)) throw givenUp;
    if (key === '' || key === '<<' || (!quoted && resolved.has(key)) || this.at - start > 500) throw givenUp;
    return key;
  }

  /** Whether a key and its colon stand here. */
  keyAhead(): boolean {
    const first = this.text[this.at] ?? '\n';
    if ('{[*&#\n'.includes(first)) return false;
    const from = this.at;
    if (first === '"' || first === "'") this.quoted();
    else this.plain(false, 'may be key');
    const found = this.text[this.at] === ':';
    this.at = from;
    return found;
  }

  /** A quoted text on one line; the text of escapes is the library's business. */
  quoted(): string {
    const quote = this.text[this.at] ?? '';
    const start = ++this.at;
    for (;;) {
      const end = this.text.indexOf(quote, this.at);
      if (end < 0) throw givenUp;
      this.at = end + 1;
      if (quote === "'" && this.text[this.at] === "'") {
        this.at++;
        continue;
      }
      const inner = this.text.slice(start, end);
      if (inner.includes('\n') || (quote === '"' && inner.includes('\\'))) throw givenUp;
      return quote === "'" ? inner.replaceAll("''", "'") : inner;
    }
  }

  /** A plain scalar on one line. Inside braces their signs end it; at a colon and a space it ends only where a key may stand. */
  plain(inside: boolean, key?: 'may be key'): string {
    const text = this.text;
    const start = this.at;
    const first = text[start] ?? '\n';
    if (',[]{}#&*!|>\'"%@`?:\n'.includes(first)) throw givenUp;
    if (first === '-' && ' ,[]{}\n'.includes(text[start + 1] ?? '\n')) throw givenUp;
    let at = start;
    for (; at < text.length; at++) {
      const character = text[at] as string;
      if (character === '\n') break;
      if (character === '#' && text[at - 1] === ' ') break;
      if (inside && ',[]{}'.includes(character)) break;
      if (character !== ':') continue;
      const after = text[at + 1] ?? '\n';
      if (after === ' ' || after === '\n') {
        if (!inside && !key) throw givenUp;
        break;
      }
      if (inside && ',[]{}'.includes(after)) throw givenUp;
    }
    while (text[at - 1] === ' ') at--;
    this.at = at;
    return text.slice(start, at);
  }
}
