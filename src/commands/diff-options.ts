// Turn the words of the command line into what a comparison leaves out and how closely it looks.

import type { IgnoredRegion } from '../compare/diff-options.ts';
import { type DifferenceClass, differenceClasses } from '../model/difference.ts';
import { UsageError } from '../model/finding.ts';
import { say, sayAll } from '../model/say.ts';
import type { Format } from './report-findings.ts';

/** As commander hands them over. */
export interface DiffWords {
  readonly format: Format;
  /** Folder for a report to look at. */
  readonly report?: string;
  /** File for a blackline. */
  readonly pdf?: string;
  readonly failOn?: readonly string[];
  readonly ignore?: readonly string[];
  readonly dpi: string;
  readonly threshold: string;
  readonly lines: string;
  /** The theme in which releases are set; builds and PDF files are what they are. */
  readonly style?: string;
}

/** The same, understood. */
export interface DiffSettings {
  readonly format: Format;
  readonly report?: string;
  readonly pdf?: string;
  readonly failOn: readonly DifferenceClass[];
  readonly ignore: readonly IgnoredRegion[];
  /** Dots an inch at which pages are compared and shown. */
  readonly dpi: number;
  readonly threshold: number;
  /** Lines told of each class; 0 for all. */
  readonly lines: number;
}

export function readDiffOptions(words: DiffWords): DiffSettings {
  const { format, report, pdf, failOn, ignore, dpi, threshold, lines } = words;
  return {
    format,
    ...(report === undefined ? {} : { report }),
    ...(pdf === undefined ? {} : { pdf }),
    failOn: (failOn ?? []).map(readClass),
    ignore: (ignore ?? []).map(readIgnored),
    dpi: readNumber('--dpi', dpi, 24, 600),
    threshold: readNumber('--threshold', threshold, 0, 1),
    lines: readNumber('--lines', lines, 0, 1_000_000),
  };
}

function readClass(word: string): DifferenceClass {
  const known = differenceClasses.find((name) => name === word);
  if (known) return known;
  throw new UsageError(say`--fail-on knows ${sayAll(differenceClasses, ', ')}, and not '${word}'`);
}

const rectangle = /^(\d{1,4}):(\d{1,5}(?:\.\d+)?),(\d{1,5}(?:\.\d+)?),(\d{1,5}(?:\.\d+)?),(\d{1,5}(?:\.\d+)?)$/;

function readIgnored(word: string): IgnoredRegion {
  if (word === 'header' || word === 'folio') return { name: word };
  const [, page, x, y, width, height] = rectangle.exec(word) ?? [];
  if (page === undefined)
    throw new UsageError(say`--ignore takes header, folio or page:x,y,width,height in points from the top left corner, and not '${word}'`);
  return { page: Number(page), x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}

function readNumber(option: string, word: string, least: number, most: number): number {
  const value = /^\d+(\.\d+)?$/.test(word) ? Number(word) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(say`${option} takes a number from ${least} to ${most}, and not '${word}'`);
}
