// Turn references of a PDF into what they lead to, whatever the form of the file: the questions that are asked of every file's objects.
import { isReference, isStream, nameOf, type PdfDict, PdfFault, type PdfStream, type PdfValue, textOf } from './pdf-value.ts';

export abstract class PdfObjects {
  abstract readonly trailer: PdfDict;
  /** Counts a value that is read, followed or walked over, and may throw `PdfFault`. */
  abstract readonly step: () => void;

  /** An object by its number; null for what is not there. */
  abstract object(number: number): PdfValue;

  protected abstract unpack(stream: PdfStream): Uint8Array;

  /** A value with its reference followed; null for what is not there. */
  follow(value: PdfValue | undefined): PdfValue {
    let found = value ?? null;
    this.step();
    for (let steps = 0; isReference(found); steps++) {
      if (steps > 32) throw new PdfFault('references lead round in a circle');
      found = this.object(found.reference);
    }
    return found;
  }

  /** The dictionary that a value is or refers to, a stream's own included; empty when it is none. */
  dict(value: PdfValue | undefined): PdfDict {
    const found = this.follow(value);
    if (isStream(found)) return found.dict;
    return found instanceof Map ? (found as PdfDict) : new Map();
  }

  /** The array that a value is or refers to; empty when it is none. */
  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.follow(value);
    return Array.isArray(found) ? (found as readonly PdfValue[]) : [];
  }

  /** The characters of a text string, or of one that is referred to. */
  text(value: PdfValue | undefined): string | undefined {
    return textOf(this.follow(value));
  }

  /** The name that a value is or refers to. */
  name(value: PdfValue | undefined): string | undefined {
    return nameOf(this.follow(value));
  }

  /** The data of a stream, unpacked; undefined when the value is none. */
  data(value: PdfValue | undefined): Uint8Array | undefined {
    const found = this.follow(value);
    return isStream(found) ? this.unpack(found) : undefined;
  }
}
