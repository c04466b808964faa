// Turn differences and page images into one page to look at: what changed by class, and each changed page in three views.
import { createHash } from 'node:crypto';
import { isLanguage, language, languageCodes, languages } from '../../language/languages.ts';
import { type Difference, differenceClasses } from '../../model/difference.ts';
import type { Lang } from '../../model/language.ts';
import { escapeHtml } from '../../render/html/safe-markup.ts';
import type { DiffReport } from './diff-report.ts';
import { printedNames } from './printed-names.ts';
import { renderChangeList } from './render-change-list.ts';
import { renderFiles, renderUncompared } from './render-files.ts';
import { renderPages } from './render-pages.ts';
import { reportScript } from './report-script.ts';
import { reportStylesheet } from './report-stylesheet.ts';
import { type Speaker, speaker } from './spoken.ts';

/** The result needs nothing else: no file, no network. It speaks the first language of the release until its reader chooses another. */
export function renderDiffReport(report: DiffReport): string {
  const { differences } = report;
  const speaking = speaker(firstLanguage(report));
  const { phrase } = speaking;
  const script = reportScript(speaking.languages);
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  const { changes } = differences;
  const byId = new Map(changes.map((change) => [change.id, change]));
  const names = {
    ...(report.old.record && { old: printedNames(report.old.record) }),
    ...(report.new.record && { new: printedNames(report.new.record) }),
  };
  const lists = differenceClasses.map((name) => renderChangeList(name, changes, { speaker: speaking, names, changes: byId }));
  return `<!DOCTYPE html>
<html lang="${speaking.first}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
${renderTitle(report, speaking)}
<style>${reportStylesheet(speaking.languages)}</style>
</head>
<body data-view="side">
<header>
<h1>${phrase('title')}</h1>
${renderFiles(report, speaking)}
${renderUncompared(report, phrase)}
${changes.length === 0 ? '' : renderTally(differences.counts, changes, speaking)}
</header>
${renderControls(changes.length, speaking)}
<div class="columns">
<nav${speaking.attribute('aria-label', ({ phrases }) => phrases.list)}>
${changes.length === 0 ? `<p>${phrase('nothing')}</p>` : lists.join('\n')}
</nav>
<main>
${renderPages(report, byId, names, speaking)}
</main>
</div>
<script>${script}</script>
</body>
</html>
`;
}

/** That of the release; of files that are no builds, the one whose script they are written in. */
function firstLanguage(report: DiffReport): Lang {
  for (const { record } of [report.new, report.old]) {
    const first = record?.document.texts.find(({ lang }) => isLanguage(lang))?.lang;
    if (first !== undefined) return first;
  }
  const written = [report.new, report.old].some(({ inKana }) => inKana);
  const found = languages.find(({ tradition }) => (tradition === 'cjk') === written);
  return found?.code ?? languageCodes[0] ?? '';
}

function renderTitle({ differences }: DiffReport, { first, attribute }: Speaker): string {
  const titleIn = (lang: Lang) => {
    const names: Readonly<Record<string, string>> = { old: differences.old, new: differences.new };
    return escapeHtml(language(lang).report.phrases.titleOf.replace(/\{(\w+)\}/g, (whole, key: string) => names[key] ?? whole));
  };
  // A title has no attributes that a reader is told: what it says in another language stands beside it.
  return `<title>${titleIn(first)}</title><meta name="description"${attribute('content', (_, lang) => titleIn(lang))}>`;
}

function renderSwitch({ first, languages: codes, attribute }: Speaker): string {
  const buttons = codes.map(
    (code) =>
      `<button type="button" data-language="${code}" lang="${code}" aria-pressed="${code === first}">${escapeHtml(language(code).report.autonym)}</button>`,
  );
  return `<div class="languages" role="group"${attribute('aria-label', ({ phrases }) => phrases.language)}>${buttons.join('')}</div>`;
}

/** Counts that add up: of each class, and of those that stand on pages. Each class is a filter. */
function renderTally(counts: DiffReport['differences']['counts'], changes: readonly Difference[], { say, phrase }: Speaker): string {
  const boxes = differenceClasses.map((name) => {
    const words = say(({ classes }) => `<b>${escapeHtml(classes[name].name)}</b> <small>${escapeHtml(classes[name].meaning)}</small>`);
    return `<label class="${name}"><input type="checkbox" value="${name}" checked> <strong>${counts[name]}</strong> <span>${words}</span></label>`;
  });
  const onPages = changes.filter((change) => change.old.length + change.new.length > 0).length;
  const rest = changes.length - onPages;
  const where = [phrase('onPages', { n: onPages }), ...(rest > 0 ? [phrase('inDataOnly', { n: rest })] : [])];
  return `<p class="total">${phrase('total', { n: changes.length })}</p>
<fieldset class="tally"><legend>${phrase('classes')}</legend>${boxes.join('\n')}</fieldset>
<p>${where.join(' ')}</p>`;
}

function renderControls(count: number, speaking: Speaker): string {
  const { phrase, attribute } = speaking;
  const view = (name: 'side' | 'overlay' | 'slider', key: string) =>
    `<button type="button" data-view="${name}" aria-pressed="${name === 'side'}"><kbd>${key}</kbd> ${phrase(name)}</button>`;
  return `<section class="controls"${attribute('aria-label', ({ phrases }) => phrases.views)}>
${view('side', '1')}
${view('overlay', '2')}
${view('slider', '3')}
<button type="button" data-zoom="-1"><kbd>-</kbd> ${phrase('smaller')}</button>
<button type="button" data-zoom="0"><kbd>0</kbd> ${phrase('fit')}</button>
<button type="button" data-zoom="1"><kbd>+</kbd> ${phrase('larger')}</button>
<button type="button" data-step="-1"><kbd>k</kbd> ${phrase('previous')}</button>
<button type="button" data-step="1"><kbd>j</kbd> ${phrase('next')}</button>
<label><kbd>/</kbd> ${phrase('search')} <input type="search"${attribute('placeholder', ({ phrases }) => phrases.find)}></label>
<button type="button" data-all disabled>${phrase('allShown')}</button>
<span class="at" role="status" aria-live="polite">${phrase('changes', { n: count })}</span>
${renderSwitch(speaking)}
</section>`;
}
