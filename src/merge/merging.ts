// Turn what a merge shares into one value: what it reads, the figures that it has printed so far, and where findings go.
import type { AskFigure } from '../figures/prose-figure.ts';
import type { Correction } from '../model/correction.ts';
import type { Figure } from '../model/document.ts';
import type { Financials } from '../model/financials.ts';
import type { Override, Release } from '../model/release.ts';
import type { Report } from './codes.ts';
import type { TemplateParser } from './parse-template.ts';

/** A figure that a helper has worked out, before it is known to stand in the document. */
export type FigureDraft = Omit<Figure, 'id'>;

/** One run of merge: its inputs and what it gathers. Made anew for every document. */
export interface Merging {
  readonly release: Release;
  readonly financials: Financials;
  readonly report: Report;
  /** Figures of the document, in the order in which they are read. */
  readonly figures: Figure[];
  /** Answers what sentences ask for: merge works out no figure of its own. */
  readonly ask: AskFigure;
  /** Overrides that some figure of prose was printed by. */
  readonly usedOverrides: Set<Override>;
  readonly parseTemplate: TemplateParser;
  /** What a notice is made from; undefined for a release. */
  readonly notice?: Notice;
}

/** The correction that a notice tells. */
export interface Notice {
  readonly correction: Correction;
}

/** Gives a draft its number in the document. */
export function placeFigure(merging: Merging, draft: FigureDraft): Figure {
  const figure = { id: merging.figures.length, ...draft };
  merging.figures.push(figure);
  return figure;
}
