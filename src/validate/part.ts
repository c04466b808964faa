// Turn a step of validation into a part of the release that is made anew only where something else is read.
import type { Kind, Memory } from '../model/memory.ts';
import { recallTold, type Told, toldKind } from '../model/recall-told.ts';
import type { Report, ValidateCode } from './codes.ts';

/** Parts of one kind, with what was found while they were made. */
export type PartKind<T> = Kind<Told<T, ValidateCode>>;

/** `bytes` are those of the part alone, by estimate. */
export function partKind<T>(name: string, bytes: (part: T) => number): PartKind<T> {
  return toldKind({ name: `validate/${name}`, bytes });
}

/** What a part follows from: an object that stands for itself, or a text for what it says; undefined for what is not there. */
export type Read = object | string | undefined;

/** Makes a part of what it reads: all of `reads`, and nothing else. The files that its findings name are among them. */
export function part<T>(memory: Memory, kind: PartKind<T>, reads: readonly Read[], report: Report, make: (report: Report) => T): T {
  return recallTold(memory, kind, () => keyOf(memory, reads), report, make);
}

/** The key of these reads in this order: other objects and other texts have another. */
export function keyOf(memory: Memory, reads: readonly Read[]): string {
  return reads.map((read) => (typeof read === 'object' ? memory.numberOf(read) : read === undefined ? '' : JSON.stringify(read))).join();
}
