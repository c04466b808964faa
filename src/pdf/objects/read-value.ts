// Turn bytes into one PDF value (ISO 32000-1, 7.3).
import { quoted } from '../../model/printable.ts';
import { say } from '../../model/say.ts';
import { type PdfDict, PdfFault, type PdfStream, type PdfValue } from './pdf-value.ts';

/** Deeper nesting than any tool writes, so that a hostile file cannot exhaust the stack. */
const deepest = 64;
/** By character code: white space, and what ends a word or a name. Characters are bytes. */
const isSpace = flagsOf('\0\t\n\f\r ');
const isDelimiter = flagsOf('()<>[]{}/%\0\t\n\f\r ');

function flagsOf(characters: string): Uint8Array {
  const flags = new Uint8Array(256);
  for (const character of characters) flags[character.charCodeAt(0)] = 1;
  return flags;
}

const isWhite = (code: number): boolean => isSpace[code] === 1;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function isDigits(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (!isDigit(word.charCodeAt(i))) return false;
  return word.length > 0;
}

/** Reads values one after the other from text whose characters are bytes. */
export class ValueReader {
  readonly #text: string;
  readonly #step: () => void;
  readonly #refer: ((number: number, from: number) => void) | undefined;
  at: number;

  /**
   * `step` is called for every value, and may throw when there are too many. `refer` is called for every reference, which stands from
   * `from` to where the reader is then.
   */
  constructor(text: string, at = 0, step: () => void = () => {}, refer?: (number: number, from: number) => void) {
    this.#text = text;
    this.#step = step;
    this.#refer = refer;
    this.at = at;
  }

  /** The next character that is neither space nor comment, where a value or a word begins; undefined at the end. */
  next(): string | undefined {
    this.#skipSpace();
    return this.#text[this.at];
  }

  value(depth = 0): PdfValue {
    this.#step();
    if (depth > deepest) throw new PdfFault(say`values are nested deeper than ${deepest} at byte ${this.at}`);
    this.#skipSpace();
    const text = this.#text;
    const next = text[this.at];
    if (next === undefined) throw new PdfFault('the file ends inside a value');
    if (next === '/') return { name: this.#name() };
    if (next === '(') return { string: this.#literal() };
    if (next === '<') return text[this.at + 1] === '<' ? this.#dictionary(depth) : { string: this.#hex() };
    if (next === '[') return this.#array(depth);
    const from = this.at;
    const word = this.#word();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!isDigits(word)) {
      if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
      throw new PdfFault(say`unknown value ${quoted(word.slice(0, 20))} at byte ${this.at}`);
    }
    const end = this.#referenceEnd();
    if (end < 0) return Number(word);
    this.at = end;
    this.#refer?.(Number(word), from);
    return { reference: Number(word) };
  }

  /** Where a reference ends of which the number has been read: a generation and an R, within 32 characters; -1 where there is none. */
  #referenceEnd(): number {
    const text = this.#text;
    const most = this.at + 32;
    let at = this.at;
    const over = (is: (code: number) => boolean): boolean => {
      const start = at;
      while (at < most && is(text.charCodeAt(at))) at++;
      return at > start;
    };
    if (!over(isWhite) || !over(isDigit) || !over(isWhite) || at >= most || text.charCodeAt(at) !== 0x52) return -1;
    return /[A-Za-z0-9]/.test(text[at + 1] ?? '') ? -1 : at + 1;
  }

  /** An object: its value, and the stream after it when it has one. `lengthOf` is given the entry Length, and where the data begins. */
  object(bytes: Uint8Array, lengthOf: (value: PdfValue | undefined, start: number) => number | undefined): PdfValue {
    const value = this.value();
    this.#skipSpace();
    if (!(value instanceof Map) || !this.#text.startsWith('stream', this.at)) return value;
    let start = this.at + 'stream'.length;
    if (this.#text[start] === '\r') start++;
    if (this.#text[start] === '\n') start++;
    const length = lengthOf(value.get('Length'), start);
    if (length === undefined || start + length > bytes.length)
      throw new PdfFault(say`a stream at byte ${start} has no length, or a wrong one`);
    const stream: PdfStream = { dict: value as PdfDict, packed: bytes.subarray(start, start + length) };
    this.at = start + length;
    return stream;
  }

  word(): string {
    this.#skipSpace();
    return this.#word();
  }

  #word(): string {
    const start = this.at;
    this.#skipWord();
    if (this.at === start) throw new PdfFault(say`unknown character ${quoted(this.#text[start] ?? '')} at byte ${start}`);
    return this.#text.slice(start, this.at);
  }

  #skipWord(): void {
    while (this.at < this.#text.length && isDelimiter[this.#text.charCodeAt(this.at)] !== 1) this.at++;
  }

  #skipSpace(): void {
    while (this.at < this.#text.length) {
      const next = this.#text.charCodeAt(this.at);
      if (next === 0x25) while (this.at < this.#text.length && !/[\r\n]/.test(this.#text[this.at]!)) this.at++;
      else if (isSpace[next] === 1) this.at++;
      else return;
    }
  }

  #name(): string {
    this.at++;
    const start = this.at;
    this.#skipWord();
    const name = this.#text.slice(start, this.at);
    return name.includes('#')
      ? name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      : name;
  }

  #literal(): string {
    this.at++;
    let out = '';
    for (let open = 1; ; this.at++) {
      const next = this.#text[this.at];
      if (next === undefined) throw new PdfFault('the file ends inside a string');
      if (next === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.#text.slice(this.at + 1, this.at + 4))?.[0];
        const escaped = this.#text[this.at + 1] ?? '';
        if (octal !== undefined) out += String.fromCharCode(Number.parseInt(octal, 8) & 255);
        else if (escaped !== '\n') out += { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[escaped] ?? escaped;
        this.at += octal?.length ?? 1;
        continue;
      }
      if (next === '(') open++;
      if (next === ')' && --open === 0) break;
      out += next;
    }
    this.at++;
    return out;
  }

  #hex(): string {
    const end = this.#text.indexOf('>', this.at);
    if (end < 0) throw new PdfFault('the file ends inside a string');
    const digits = this.#text.slice(this.at + 1, end).replace(/\s/g, '');
    this.at = end + 1;
    let out = '';
    for (let i = 0; i < digits.length; i += 2) out += String.fromCharCode(Number.parseInt(digits.slice(i, i + 2).padEnd(2, '0'), 16));
    return out;
  }

  #array(depth: number): readonly PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    for (this.#skipSpace(); this.#text[this.at] !== ']'; this.#skipSpace()) values.push(this.value(depth + 1));
    this.at++;
    return values;
  }

  #dictionary(depth: number): PdfDict {
    this.at += 2;
    const dict = new Map<string, PdfValue>();
    for (this.#skipSpace(); !this.#text.startsWith('>>', this.at); this.#skipSpace()) {
      if (this.#text[this.at] !== '/') throw new PdfFault(say`a dictionary has no key at byte ${this.at}`);
      const key = this.#name();
      dict.set(key, this.value(depth + 1));
    }
    this.at += 2;
    return dict;
  }
}
