// Turn a text into the places where UAX #14 lets a line end: as its package tells them, reading a word of Latin letters at once.
import LineBreaker from 'linebreak';

/** Classes of the characters of the basic plane that were read, and one more: the package looks each up in a trie. */
const classes = new Uint8Array(0x10000);

/** Between two letters no line ends, and after any number of them the rules stand as after one. */
export class WordBreaker extends LineBreaker {
  protected override nextCharClass(): number {
    const { string, pos } = this;
    const code = string.charCodeAt(pos);
    // The halves of a surrogate pair are one character.
    const known = isSurrogate(code) ? 0 : (classes[code] as number);
    if (known === 0) {
      const found = super.nextCharClass();
      if (this.pos === pos + 1 && !isSurrogate(code)) classes[code] = found + 1;
      return found;
    }
    let end = pos + 1;
    if (isLetter(code)) while (isLetter(string.charCodeAt(end))) end++;
    this.pos = end;
    return known - 1;
  }
}

/** Of the alphabet alone: A to Z, in either case. */
function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
