// Turn prose into sheets: a section of the narrative each, its languages beside each other, one sentence a row with what its figures tie to.

import { figureReason } from '../../figures/figure-reason.ts';
import { splitSentences } from '../../language/text-pieces.ts';
import type { Figure, Inline } from '../../model/document.ts';
import { documentTexts } from '../../model/document-texts.ts';
import type { Lang } from '../../model/language.ts';
import { escapeHtml } from '../html/safe-markup.ts';
import { type Book, factId, figureLink, renderFigure } from './book.ts';

/** A sentence that prints figures. */
interface Sentence {
  readonly section: string;
  readonly lang: Lang;
  readonly inlines: readonly Inline[];
  readonly figures: readonly Figure[];
}

/** Sections in order of first print; sentences without figures are left out. */
export function renderSentences(book: Book): string {
  const sections = new Map<string, Sentence[]>();
  for (const sentence of sentencesOf(book)) sections.set(sentence.section, [...(sections.get(sentence.section) ?? []), sentence]);
  return [...sections]
    .map(([section, sentences]) => {
      const tables = book.document.languages.map((lang) =>
        renderTable(
          section,
          lang,
          sentences.filter((sentence) => sentence.lang === lang),
          book,
        ),
      );
      return `<section class="sheet pair" id="prose.${escapeHtml(section)}">\n${tables.filter((table) => table !== '').join('\n')}\n</section>`;
    })
    .join('\n');
}

function sentencesOf({ document }: Book): readonly Sentence[] {
  return documentTexts(document).flatMap(({ inlines, lang }) =>
    splitSentences(inlines, lang).flatMap((sentence): Sentence[] => {
      const ids = new Set(sentence.flatMap((inline) => inline.figure ?? []));
      const figures = [...ids].flatMap((id) => document.figures[id] ?? []);
      const place = figures[0]?.place;
      return place ? [{ section: place.kind === 'prose' ? place.section : place.statement, lang, inlines: sentence, figures }] : [];
    }),
  );
}

function renderTable(section: string, lang: Lang, sentences: readonly Sentence[], book: Book): string {
  if (sentences.length === 0) return '';
  const rows = sentences.map((sentence, index) => {
    const pages = [...new Set(sentence.figures.flatMap((figure) => book.pages.get(figure.id) ?? []))].join('–');
    const ties = sentence.figures.map((figure) => renderTie(figure, book)).join('');
    return `<tr><th scope="row">${index + 1}<span class="line">p.${pages}</span></th><td lang="${lang}">${renderText(sentence.inlines, book)}</td><td><ul>${ties}</ul></td></tr>`;
  });
  return `<table class="prose">
<caption><b>${escapeHtml(section)}</b> ${lang}</caption>
<thead><tr><th scope="col">no.</th><th scope="col">sentence</th><th scope="col">ties to</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

/** A figure that stands in several runs is one element. */
function renderText(inlines: readonly Inline[], book: Book): string {
  return inlines
    .map((inline, index) => {
      const figure = inline.figure === undefined ? undefined : book.document.figures[inline.figure];
      if (!figure) return escapeHtml(inline.text);
      return inlines.findIndex((other) => other.figure === inline.figure) === index ? renderFigure(figure, book) : '';
    })
    .join('');
}

/** What a figure is, exactly, and where the other language prints it. */
function renderTie(figure: Figure, { partners, financials, pages }: Book): string {
  const { fact, measure, against, exact } = figure;
  const partner = partners.get(figure.id);
  const of = against === undefined ? '' : ` ${against}`;
  const what = `<a href="#${factId(fact)}">${escapeHtml(fact)}</a> ${measure}${escapeHtml(of)} = ${shown(exact.toFixed(6))}`;
  const other = partner
    ? `<a href="${figureLink(partner)}">${partner.lang}: ${escapeHtml(partner.text)}, p.${(pages.get(partner.id) ?? []).join('–')}</a>`
    : `${figure.lang} only`;
  const why = figureReason(figure, financials);
  return `<li>${what}; ${other}${why === undefined ? '' : `; <em>${escapeHtml(why)}</em>`}</li>`;
}

/** Without zeros that say nothing. */
const shown = (decimal: string): string => decimal.replace(/\.?0+$/, '');
