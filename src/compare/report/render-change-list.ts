// Turn the changes of one class into a list that leads to their places on the pages.
import { type Difference, type DifferenceClass, describeSteps, type WordEdit } from '../../model/difference.ts';
import { comparingLimits } from '../../model/limits.ts';
import { escapeHtml } from '../../render/html/safe-markup.ts';

/** What a class means, for readers who see it for the first time. */
export const classNames: Readonly<Record<DifferenceClass, string>> = {
  ordered: 'the data were changed so',
  consequential: 'follows from an ordered change',
  text: 'words changed',
  layout: 'the same at another place, or in another look',
  file: 'what the file holds besides its pages',
  unexplained: 'nothing in data or text accounts for it',
};

/** Lists longer than this are closed at first: places that moved may be hundreds. */
const longest = 60;

/** Nothing for a class without changes. */
export function renderChangeList(name: DifferenceClass, changes: readonly Difference[]): string {
  const own = changes.filter((change) => change.class === name);
  if (own.length === 0) return '';
  const more = own.length - comparingLimits.reportedChanges;
  const items = own.slice(0, comparingLimits.reportedChanges).map((change) => `<li id="item-${change.id}">${item(change)}</li>`);
  const open = name !== 'layout' || own.length <= longest ? ' open' : '';
  return `<section class="${name}"><details${open}><summary><h2>${name[0]?.toUpperCase()}${name.slice(1)} <span>${own.length}</span></h2></summary>
<ol>${items.join('\n')}</ol>${more > 0 ? `<p>${more} more; a report lists ${comparingLimits.reportedChanges} of a class.</p>` : ''}</details></section>`;
}

function item(change: Difference): string {
  const page = change.new[0]?.page ?? change.old[0]?.page;
  const place = page === undefined ? '' : ` <small class="page">page ${page}</small>`;
  return `<a href="#item-${change.id}" data-change="${change.id}">${headline(change)}</a>${place}${origin(change)}${chain(change)}`;
}

function headline(change: Difference): string {
  if (change.kind === 'figure') {
    const [name = ''] = change.summary.split(': ');
    return `${escapeHtml(name)}: ${versions(change.before.text, change.after.text)}`;
  }
  if (change.class === 'ordered')
    return `${change.kind} <b>${escapeHtml(change.subject)}</b>: ${versions(change.before ?? '', change.after ?? '')}`;
  if ('edits' in change) return `${escapeHtml(change.summary.split(': ')[0] ?? '')}: ${edits(change.edits)}`;
  return escapeHtml(change.summary);
}

/** Edits of one text that a list can carry. */
const mostEdits = 12;

function edits(all: readonly WordEdit[]): string {
  const told = all.slice(0, mostEdits).map(({ before, after }) => versions(before, after));
  return [...told, ...(all.length > mostEdits ? [`${all.length - mostEdits} more`] : [])].join(', ');
}

/** Old and new are elements of their own, so that more than colour tells them apart. */
function versions(before: string, after: string): string {
  const was = before === '' ? '' : `<del>${escapeHtml(before)}</del>`;
  const is = after === '' ? '' : `<ins>${escapeHtml(after)}</ins>`;
  return was !== '' && is !== '' ? `${was} <span aria-hidden="true">→</span> ${is}` : was + is;
}

function origin(change: Difference): string {
  if (change.class !== 'ordered') return '';
  return `<br><code>${escapeHtml(`${change.at.file}:${change.at.line}`)}</code>`;
}

function chain(change: Difference): string {
  if (!('chain' in change) || change.chain === undefined || change.chain.length === 0) return '';
  const words = describeSteps(change.chain);
  const steps = change.chain.map((step, index) => {
    const text = escapeHtml(words[index] ?? '');
    return `<li>${step.by === 'ordered' ? `<a href="#item-${step.change}" data-change="${step.change}">${text}</a>` : text}</li>`;
  });
  return `<ol class="chain" aria-label="Follows from">${steps.join('')}</ol>`;
}
