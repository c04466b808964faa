// Turn a file of plain YAML into values and places in one pass, or give it up: the library reads what this does not.
import type { KeyPlace, Place } from './place.ts';
import { givenUp, PlainCursor, resolved } from './plain-cursor.ts';
import type { Placed } from './yaml-value.ts';

/*
 * Reading a release's files with the library costs more than all else that a check does, since its code runs cold. Data files
 * are plain: mappings and lists in blocks or braces, words on one line, anchors and aliases. That much is read here, and only
 * where nothing is doubtful; any other text, and every faulty one, is the library's. A test holds both against each other.
 */

/** Far above what data files need; the library and its own limits see to the rest. */
const deepest = 32;
const mostNodes = 50_000;

/** Documents, directives, tabs, carriage returns, control characters and byte order marks are not plain. */
const unusual = /^(?:---|\.\.\.|%)|(?!\n)\p{Cc}|\ufeff/mu;

/** Undefined when the text is not plain. */
export function plainYaml(text: string): Placed | undefined {
  if (unusual.test(text)) return undefined;
  try {
    return new PlainReader(text).document();
  } catch (fault) {
    if (fault === givenUp) return undefined;
    throw fault;
  }
}

class PlainReader extends PlainCursor {
  #nodes = 0;
  readonly #anchors = new Map<string, Placed>();

  document(): Placed {
    if (this.nextLine() !== 0) throw givenUp;
    const root = this.#mapping(0, 0);
    if (this.at < this.text.length) throw givenUp;
    return root;
  }

  #count(depth: number): void {
    if (++this.#nodes > mostNodes || depth > deepest) throw givenUp;
  }

  /** A block mapping whose first key stands here, in column `column`. */
  #mapping(column: number, depth: number): Placed {
    this.#count(depth);
    const value: Record<string, unknown> = Object.create(null);
    const keys = new Map<string, KeyPlace>();
    const start = this.at;
    let end = start;
    let size = 1;
    for (;;) {
      const keyStart = this.at;
      const name = this.key();
      const keyEnd = this.at;
      if (keys.has(name)) throw givenUp;
      this.at++;
      const inner = this.#value(column, depth, this.at, 'in mapping');
      value[name] = inner.value;
      keys.set(name, { start: keyStart, end: keyEnd, value: inner.place });
      end = inner.place.end;
      size += inner.size;
      const next = this.peekLine();
      if (next > column) throw givenUp;
      if (next < column) break;
      this.at += next;
      if (this.dash()) break;
    }
    if (this.text[this.at] === '-' && this.dash()) throw givenUp;
    return { value, place: { start, end, keys }, size };
  }

  /** A block list whose first dash stands here, in column `column`. */
  #list(column: number, depth: number): Placed {
    this.#count(depth);
    const value: unknown[] = [];
    const items: Place[] = [];
    const start = this.at;
    let end = start;
    let size = 1;
    for (;;) {
      const dash = this.at++;
      let gap = 0;
      while (this.text[this.at] === ' ') {
        this.at++;
        gap++;
      }
      const inner = this.keyAhead() ? this.#mapping(column + 1 + gap, depth + 1) : this.#value(column, depth, dash + 1, 'in list');
      value.push(inner.value);
      items.push(inner.place);
      end = inner.place.end;
      size += inner.size;
      const next = this.peekLine();
      if (next !== column) {
        if (next > column) throw givenUp;
        break;
      }
      this.at += next;
      if (!this.dash()) {
        this.at -= next;
        break;
      }
    }
    return { value, place: { start, end, items }, size };
  }

  /** A value after a colon or a dash, to the end of its line or of its block. `after` is the offset behind that sign. */
  #value(column: number, depth: number, after: number, where: 'in mapping' | 'in list'): Placed {
    const text = this.text;
    while (text[this.at] === ' ') this.at++;
    let anchor: string | undefined;
    if (text[this.at] === '&') {
      anchor = this.word();
      while (text[this.at] === ' ') this.at++;
    }
    const placed = this.lineEnds() ? this.#below(column, depth, after, where, anchor) : this.#inline(depth, column);
    if (anchor) {
      if (this.#anchors.has(anchor)) throw givenUp;
      this.#anchors.set(anchor, placed);
    }
    return placed;
  }

  /** A value that begins on a line below its key, or none. */
  #below(column: number, depth: number, after: number, where: 'in mapping' | 'in list', anchor: string | undefined): Placed {
    const next = this.peekLine();
    this.at += Math.max(next, 0);
    const dash = next >= 0 && this.dash();
    if (next > column || (next === column && dash && where === 'in mapping')) {
      return dash ? this.#list(next, depth + 1) : this.#mapping(next, depth + 1);
    }
    // Behind spaces or a comment, where nothing stands is for the library to say.
    if (anchor || (after < this.text.length && this.text[after] !== '\n')) throw givenUp;
    this.at -= Math.max(next, 0);
    this.#count(depth);
    return { value: null, place: { start: after, end: after }, size: 1 };
  }

  /** A value on the line of its key; nothing may follow it there, nor continue it on the next line. */
  #inline(depth: number, column: number): Placed {
    if (this.text.startsWith('>-\n', this.at)) return this.#folded(depth + 1, column);
    const placed = this.#flow(depth + 1, column, false);
    while (this.text[this.at] === ' ') this.at++;
    if (!this.lineEnds()) throw givenUp;
    return placed;
  }

  /** A text folded from the lines below, all of one indent, deeper than the block that it is in. */
  #folded(depth: number, column: number): Placed {
    this.#count(depth);
    const text = this.text;
    const start = this.at;
    const words: string[] = [];
    let indent = 0;
    this.at += 3;
    for (;;) {
      const line = /^( *)(.*)\n?/.exec(text.slice(this.at, text.indexOf('\n', this.at) + 1 || text.length));
      const spaces = line?.[1]?.length ?? 0;
      const content = line?.[2] ?? '';
      if (words.length === 0) indent = spaces;
      if (content === '' || content.endsWith(' ') || (spaces > column && spaces !== indent)) throw givenUp;
      if (spaces <= column) break;
      words.push(content);
      this.at += line?.[0].length ?? 0;
      if (this.at >= text.length) break;
    }
    if (words.length === 0) throw givenUp;
    return { value: words.join(' '), place: { start, end: this.at }, size: 1 };
  }

  /** A scalar, an alias, or a collection in braces. */
  #flow(depth: number, column: number, inside: boolean): Placed {
    this.#count(depth);
    const start = this.at;
    switch (this.text[start]) {
      case '{':
        return this.#braces(depth, column);
      case '[':
        return this.#brackets(depth, column);
      case '*':
        return this.#alias();
      case '"':
      case "'":
        return { value: this.quoted(), place: { start, end: this.at }, size: 1 };
      default: {
        const word = this.plain(inside);
        const value = resolved.has(word) ? resolved.get(word) : word;
        return { value, place: { start, end: this.at }, size: 1 };
      }
    }
  }

  #alias(): Placed {
    const start = this.at;
    const target = this.#anchors.get(this.word());
    if (!target) throw givenUp;
    this.#nodes += target.size;
    this.#count(0);
    return { ...target, place: { ...target.place, start, end: this.at } };
  }

  #braces(depth: number, column: number): Placed {
    const start = this.at++;
    const value: Record<string, unknown> = Object.create(null);
    const keys = new Map<string, KeyPlace>();
    let size = 1;
    while (this.skip(column) !== '}') {
      const keyStart = this.at;
      const name = this.key();
      const keyEnd = this.at++;
      if (keys.has(name)) throw givenUp;
      const ahead = this.skip(column);
      if (ahead === ',' || ahead === '}') throw givenUp;
      const inner = this.#flow(depth + 1, column, true);
      value[name] = inner.value;
      keys.set(name, { start: keyStart, end: keyEnd, value: inner.place });
      size += inner.size;
      if (this.skip(column) === ',') this.at++;
      else if (this.text[this.at] !== '}') throw givenUp;
    }
    return { value, place: { start, end: ++this.at, keys }, size };
  }

  #brackets(depth: number, column: number): Placed {
    const start = this.at++;
    const value: unknown[] = [];
    const items: Place[] = [];
    let size = 1;
    for (;;) {
      const ahead = this.skip(column);
      if (ahead === ']') break;
      if (ahead === ',') throw givenUp;
      const inner = this.#flow(depth + 1, column, true);
      value.push(inner.value);
      items.push(inner.place);
      size += inner.size;
      if (this.skip(column) === ',') this.at++;
      else if (this.text[this.at] !== ']') throw givenUp;
    }
    return { value, place: { start, end: ++this.at, items }, size };
  }
}
