// Turn what a report of differences shows into types: both versions with their files, their pictures, and how closely they were compared.
import type { BuildRecord } from '../../model/build-record.ts';
import type { Differences } from '../../model/difference.ts';
import type { DiffOptions } from '../diff-options.ts';

/** A page as an image. */
export interface Picture {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
}

/** What is told of the file of a version. */
export interface FileFacts {
  /** Of the PDF, in hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  /** As the file itself says, `2002-11-13 00:00:00 +09:00`; undefined where it says nothing, or nothing that is read. */
  readonly created?: string;
  readonly modified?: string;
  /** Of a build: the program that made it, and the theme. */
  readonly program?: string;
  readonly style?: string;
  /** Of a build: files beside the PDF and its records, which are not compared. */
  readonly others: readonly string[];
}

/** One side of a report. */
export interface ReportedVersion {
  /** As the user named it. */
  readonly name: string;
  readonly file: FileFacts;
  readonly pages: number;
  /** By page, from 1. Pages without one are told in words. */
  readonly pictures: ReadonlyMap<number, Picture>;
  /** Undefined for a PDF file of its own. */
  readonly record?: BuildRecord;
  /** Kana stand in its words: of a PDF file of its own, nothing else tells the language. */
  readonly inKana: boolean;
  /** Files of the build whose bytes are not those that its manifest tells of. */
  readonly altered: readonly string[];
}

/** All that the page shows. */
export interface DiffReport {
  readonly differences: Differences;
  readonly old: ReportedVersion;
  readonly new: ReportedVersion;
  /** The files are the same, byte by byte. */
  readonly sameBytes: boolean;
  /** Dots an inch at which pages were drawn. */
  readonly dpi: number;
  readonly ignore: DiffOptions['ignore'];
  /** Pairs of pages whose instructions are the same, so that they were not drawn. */
  readonly alikePages: number;
}
