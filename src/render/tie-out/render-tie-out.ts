// Turn a checked release into its tie-out book: every figure once, statement by statement and sentence by sentence, with its tickmarks.
import { inReports } from '../../language/languages.ts';
import type { Document } from '../../model/document.ts';
import type { Financials } from '../../model/financials.ts';
import type { Finding } from '../../model/finding.ts';
import { inLang } from '../../model/language.ts';
import type { Layout } from '../../model/page.ts';
import type { Release } from '../../model/release.ts';
import type { ReviewSummary } from '../../model/review.ts';
import { escapeHtml, styledHead } from '../html/safe-markup.ts';
import { type Book, openBook } from './book.ts';
import { markWords } from './mark-figures.ts';
import { renderReview } from './render-review.ts';
import { renderAdjustments, renderFacts, renderNotes } from './render-schedules.ts';
import { renderSentences } from './render-sentences.ts';
import { renderStatements } from './render-statements.ts';
import { tieOutStylesheet } from './tie-out-stylesheet.ts';

/** `notes` are what is no fault: what one language alone prints; `review` is who checked what, where anything was. One self-contained page, without script; the filter is radio buttons and a style sheet. */
export function renderTieOut(
  release: Release,
  financials: Financials,
  document: Document,
  layout: Layout,
  notes: readonly Finding[] = [],
  review?: ReviewSummary,
): string {
  const book = openBook(release, financials, document, layout, review?.figures);
  const { issuer, spec } = release;
  const rate = spec.rate
    ? ` Translated at ${spec.rate.value} ${issuer.currency} (${escapeHtml(`${spec.rate.at.file}:${spec.rate.at.line}`)}).`
    : '';
  const states = statesOf(book);
  const { policy, style } = styledHead(tieOutStylesheet(states.map(({ state }) => state)));
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
${policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`Tie-out of ${issuer.id}/${spec.id}`)}</title>
${style}
</head>
<body>
<header>
<h1>Tie-out: ${document.languages.map((lang) => `<span lang="${lang}">${escapeHtml(inLang(document.titles, lang))}</span>`).join(' / ')}</h1>
<p>${escapeHtml(inReports(issuer.names).value)}, ${escapeHtml(`${issuer.id}/${spec.id}`)}: ${document.figures.length} figures on ${layout.pages.length} pages.${rate}</p>
<p>${book.compares ? 'A figure links to the figure of the other language that prints the same; ' : ''}A leads to the place that it agrees with, D, R and S to its fact.</p>
</header>
${renderFilter(states)}
${renderLegend(book, states)}
<main>
<h2>Statements</h2>
${renderStatements(book)}
<h2>Sentences</h2>
${renderSentences(book)}
<h2>Schedules</h2>
${renderAdjustments(book)}
${renderNotes(notes)}
${review ? `${renderReview(review)}\n` : ''}${renderFacts(book)}
</main>
</body>
</html>
`;
}

/** What the reader may ask for: a letter and what it says of a figure. */
interface State {
  readonly state: string;
  readonly letter: string;
  readonly words: string;
}

/** Marks, and one state that is not a mark: printed in one language only, where there are others. */
function statesOf({ compares }: Book): readonly State[] {
  const marks = Object.entries(markWords).map(([state, { letter, words }]) => ({ state, letter, words }));
  return compares ? [...marks, { state: 'alone', letter: '1', words: 'printed in one language only' }] : marks;
}

function renderFilter(states: readonly State[]): string {
  const choice = (state: string, label: string, checked = '') =>
    `<label><input type="radio" name="show" id="show-${state}" value="${state}"${checked}> ${label}</label>`;
  const choices = states.map(({ state, letter }) => choice(state, `<b>${letter}</b> ${state}`));
  return `<form class="filter" aria-label="Filter">\n<fieldset><legend>Show</legend>\n${[choice('all', 'all', ' checked'), ...choices].join('\n')}\n</fieldset>\n</form>`;
}

/** What each mark means, and how many figures of each language have it. */
function renderLegend({ document, marked, partners }: Book, states: readonly State[]): string {
  const has = (id: number, state: string) =>
    state === 'alone' ? !partners.has(id) : (marked.get(id)?.marks ?? []).some((mark) => mark === state);
  const rows = states.map(({ state, letter, words }) => {
    const counts = document.languages.map(
      (lang) => document.figures.filter((figure) => figure.lang === lang && has(figure.id, state)).length,
    );
    return `<tr><th scope="row">${letter}</th><td>${escapeHtml(words)}</td>${counts.map((count) => `<td class="count">${count}</td>`).join('')}</tr>`;
  });
  const heads = ['mark', 'meaning', ...document.languages].map((head) => `<th scope="col">${head}</th>`).join('');
  return `<table class="legend">\n<caption><b>Legend</b>, and figures with each mark</caption>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}
