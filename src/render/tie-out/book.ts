// Turn the results of the stages into what every sheet of the tie-out book looks up: marks, partners, pages, which figures are shown.
import type { Document, Figure } from '../../model/document.ts';
import { figurePages } from '../../model/figure-pages.ts';
import type { Financials } from '../../model/financials.ts';
import type { Layout } from '../../model/page.ts';
import type { Release } from '../../model/release.ts';
import { findPartners } from './find-partners.ts';
import { type Marked, markFigures } from './mark-figures.ts';

export interface Book {
  readonly release: Release;
  readonly financials: Financials;
  readonly document: Document;
  /** By figure id. */
  readonly marked: ReadonlyMap<number, Marked>;
  /** Whether there is another language in which a figure may be printed too. */
  readonly compares: boolean;
  /** By figure id, the figure of another language that prints the same; none for a figure that one language prints alone. */
  readonly partners: ReadonlyMap<number, Figure>;
  /** By figure id, physical pages from 1. */
  readonly pages: ReadonlyMap<number, readonly number[]>;
}

export function openBook(release: Release, financials: Financials, document: Document, layout: Layout): Book {
  return {
    release,
    financials,
    document,
    marked: markFigures(release, financials, document),
    compares: document.languages.length > 1,
    partners: findPartners(document),
    pages: figurePages(layout),
  };
}
