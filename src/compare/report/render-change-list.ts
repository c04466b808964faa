// Turn the changes of one class into a list that leads to their places on the pages.
import type { Difference, DifferenceClass } from '../../model/difference.ts';
import { comparingLimits } from '../../model/limits.ts';
import { escapeHtml } from '../../render/html/safe-markup.ts';
import { type ChainWords, describeChain } from './describe-chain.ts';
import { describeChange } from './describe-change.ts';
import type { BothNames } from './printed-names.ts';
import type { Speaker } from './spoken.ts';

/** Lists longer than this are closed at first: places that moved may be hundreds. */
const longest = 60;

/** What a list is written with. */
export interface ListWriting {
  readonly speaker: Speaker;
  readonly names: BothNames;
  /** All changes, by their ids. */
  readonly changes: ReadonlyMap<string, Difference>;
}

/** Nothing for a class without changes. */
export function renderChangeList(name: DifferenceClass, changes: readonly Difference[], writing: ListWriting): string {
  const own = changes.filter((change) => change.class === name);
  if (own.length === 0) return '';
  const { say, phrase } = writing.speaker;
  const most = comparingLimits.reportedChanges;
  const more = own.length - most;
  const items = own.slice(0, most).map((change) => `<li id="item-${change.id}">${item(change, writing)}</li>`);
  const open = name !== 'layout' || own.length <= longest ? ' open' : '';
  const title = say(({ classes }) => escapeHtml(classes[name].name));
  return `<section class="${name}" data-class="${name}"><details${open}><summary><h2>${title} <span>${own.length}</span></h2></summary>
<ol>${items.join('\n')}</ol>${more > 0 ? `<p>${phrase('moreOfClass', { n: more, most })}</p>` : ''}</details></section>`;
}

function item(change: Difference, { speaker, names, changes }: ListWriting): string {
  const page = change.new[0]?.page ?? change.old[0]?.page;
  const gone = change.new.length === 0;
  const place = page === undefined ? '' : `<small class="page">${speaker.phrase(gone ? 'oldPage' : 'page', { n: page })}</small> `;
  const headline = speaker.say((words, lang) => describeChange(change, names, words, lang));
  return `${place}<a href="#item-${change.id}" data-change="${change.id}">${headline}</a>${origin(change)}${chain(change, { speaker, names, changes })}`;
}

function origin(change: Difference): string {
  if (change.class !== 'ordered') return '';
  return `<br><code>${escapeHtml(`${change.at.file}:${change.at.line}`)}</code>`;
}

function chain(change: Difference, { speaker, names, changes }: ListWriting): string {
  if (!('chain' in change) || change.chain === undefined || change.chain.length === 0) return '';
  const html = speaker.say((words, lang) =>
    describeChain(change.chain ?? [], changes, names, words, lang)
      .map(stepHtml)
      .join(' › '),
  );
  return `<div class="chain">${speaker.phrase('followsFrom')}: ${html}</div>`;
}

const stepHtml = ({ html, change }: ChainWords): string =>
  change === undefined ? html : `<a href="#item-${change}" data-change="${change}">${html}</a>`;
