// Turn one figure into its markup: the text, linked to its partner in another language, and its tickmarks.
import type { Figure } from '../../model/document.ts';
import type { FactKey } from '../../model/financials.ts';
import { escapeHtml } from '../html/escape-html.ts';
import type { Book } from './book.ts';
import { type Mark, markWords } from './mark-figures.ts';

/** The figure itself: the only element of the book with its number. */
export function renderFigure(figure: Figure, { compares, marked, partners }: Book): string {
  const partner = partners.get(figure.id);
  const { marks, agreesWith } = marked.get(figure.id) ?? { marks: ['open'] as const };
  const text = escapeHtml(figure.text);
  const body = partner ? `<a href="${figureLink(partner)}" title="${escapeHtml(`${partner.lang}: ${partner.text}`)}">${text}</a>` : text;
  const isAlone = compares && !partner;
  const alone = isAlone ? '<abbr class="tick" title="printed in one language only">1</abbr>' : '';
  const classes = ['figure', ...marks, ...(isAlone ? ['alone'] : [])].join(' ');
  return `<span class="${classes}" id="f${figure.id}" data-figure="${figure.id}" lang="${figure.lang}">${body}<span class="ticks">${marks.map((mark) => renderMark(mark, figure, agreesWith)).join('')}${alone}</span></span>`;
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
