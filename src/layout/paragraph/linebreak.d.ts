// Turn the untyped `linebreak` package (UAX #14) into the part of it that is used here.
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    protected readonly string: string;
    /** Offset of the character that is read next. */
    protected pos: number;
    /** Reads a character: its class as the rules know it. */
    protected nextCharClass(): number;
    /** The next position (in UTF-16 code units) where a line may or must break, or null after the last. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}
