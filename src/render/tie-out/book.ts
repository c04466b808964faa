// Turn the results of the stages into what every sheet of the book looks up (marks, partners, pages), and a figure into its markup with these.
import type { Document, Figure } from '../../model/document.ts';
import type { FactKey, Financials } from '../../model/financials.ts';
import { figurePages, type Layout } from '../../model/page.ts';
import type { Release } from '../../model/release.ts';
import { escapeHtml } from '../html/safe-markup.ts';
import { findPartners, type Mark, type Marked, markFigures, markWords } from './mark-figures.ts';

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
  /** By figure id, who checked it in the review of the release. */
  readonly checked: ReadonlyMap<number, readonly string[]>;
}

export function openBook(
  release: Release,
  financials: Financials,
  document: Document,
  layout: Layout,
  checked: Book['checked'] = new Map(),
): Book {
  return {
    release,
    financials,
    document,
    marked: markFigures(release, financials, document),
    compares: document.languages.length > 1,
    partners: findPartners(document),
    pages: figurePages(layout),
    checked,
  };
}

/** The figure itself: the only element of the book with its number. */
export function renderFigure(figure: Figure, { compares, marked, partners, checked }: Book): string {
  const partner = partners.get(figure.id);
  const { marks, agreesWith } = marked.get(figure.id) ?? { marks: ['open'] as const };
  const text = escapeHtml(figure.text);
  const body = partner ? `<a href="${figureLink(partner)}" title="${escapeHtml(`${partner.lang}: ${partner.text}`)}">${text}</a>` : text;
  const isAlone = compares && !partner;
  const alone = isAlone ? '<abbr class="tick" title="printed in one language only">1</abbr>' : '';
  const names = checked.get(figure.id);
  const signed = names ? `<abbr class="tick" title="${escapeHtml(`checked by ${names.join(', ')}`)}">✓</abbr>` : '';
  const classes = ['figure', ...marks, ...(isAlone ? ['alone'] : [])].join(' ');
  return `<span class="${classes}" id="f${figure.id}" data-figure="${figure.id}" lang="${figure.lang}">${body}<span class="ticks">${marks.map((mark) => renderMark(mark, figure, agreesWith)).join('')}${alone}${signed}</span></span>`;
}

/** Marks that rest on a fact lead to it; agreement leads to the figure agreed with. */
function renderMark(mark: Mark, figure: Figure, agreesWith: Figure | undefined): string {
  const { letter, words } = markWords[mark];
  const tick = `<abbr class="tick" title="${escapeHtml(words)}">${letter}</abbr>`;
  if (mark === 'agrees' && agreesWith) return `<a href="${figureLink(agreesWith)}">${tick}</a>`;
  return mark === 'traced' || mark === 'recomputed' || mark === 'stated' ? `<a href="#${factId(figure.fact)}">${tick}</a>` : tick;
}

export const figureLink = (figure: Figure): string => `#f${figure.id}`;

/** Id of a fact's row in the schedule of facts. */
export const factId = (key: FactKey): string => escapeHtml(`fact.${key}`);
