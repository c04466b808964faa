// Turn the review of a release into a schedule of the book: how much of each language was checked, by whom, and which ticks lapsed.
import { language } from '../../language/languages.ts';
import type { ReviewSummary } from '../../model/review.ts';
import { escapeHtml } from '../html/safe-markup.ts';

export function renderReview({ progress, lapsed }: ReviewSummary): string {
  const rows = progress.map(({ lang, required, checked, people }) => {
    const names = people.map((person) => `${escapeHtml(person.name)} ${person.checked}`).join(', ');
    return `<tr><th scope="row">${escapeHtml(language(lang).name)}</th><td>${checked} of ${required}</td><td>${names}</td></tr>`;
  });
  const ticks = lapsed.map(({ by, kind, lang, of, signed, now, at }) => {
    const texts = kind === 'figure' || kind === 'sentence' ? `<q lang="${lang}">${escapeHtml(signed)}</q>` : '';
    const current = now === undefined || kind === 'table' || kind === 'page' ? '' : `, now <q lang="${lang}">${escapeHtml(now)}</q>`;
    return `<li>${escapeHtml(by)}: ${kind} of ${escapeHtml(of)} ${texts}${current} (${escapeHtml(`${at.file}:${at.line}`)})</li>`;
  });
  return `<section class="sheet" id="review">
<h3>Review</h3>
<table>
<thead><tr><th scope="col">Language</th><th scope="col">Figures and sentences checked</th><th scope="col">By whom</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
${ticks.length > 0 ? `<h4>Ticks that lapsed: what was signed says something else now</h4>\n<ul>\n${ticks.join('\n')}\n</ul>\n` : ''}</section>`;
}
