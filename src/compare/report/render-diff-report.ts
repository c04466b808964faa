// Turn differences and page images into one page to look at: what changed by class, and each changed page in three views.
import { createHash } from 'node:crypto';
import { type Differences, differenceClasses } from '../../model/difference.ts';
import { comparingLimits } from '../../model/limits.ts';
import { escapeHtml } from '../../render/html/escape-html.ts';
import { classNames, renderChangeList } from './render-change-list.ts';
import { type Picture, renderPagePair } from './render-page-pair.ts';
import { reportScript } from './report-script.ts';
import { reportStylesheet } from './report-stylesheet.ts';

/** Images by page, from 1. Pages without one are told in words. The result needs nothing else: no file, no network. */
export function renderDiffReport(differences: Differences, old: ReadonlyMap<number, Picture>, now: ReadonlyMap<number, Picture>): string {
  const { counts, changes, pages } = differences;
  const title = `${differences.old} and ${differences.new}`;
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(reportScript).digest('base64')}'`;
  const changed = pages.filter((pair) => pair.changes.length > 0);
  const byId = new Map(changes.map((change) => [change.id, change]));
  const shown = (page: number | undefined, pictures: ReadonlyMap<number, Picture>) => page === undefined || pictures.has(page);
  const withoutImage = changed.filter((pair) => !shown(pair.old, old) || !shown(pair.new, now)).length;
  const tally = differenceClasses.map(
    (name) => `<li class="${name}"><strong>${counts[name]}</strong> <span>${name}</span> <small>${classNames[name]}</small></li>`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Differences: ${escapeHtml(title)}</title>
<style>${reportStylesheet}</style>
</head>
<body data-view="side">
<header>
<h1>Differences</h1>
<dl class="versions"><div><dt>Old</dt><dd>${escapeHtml(differences.old)}</dd></div><div><dt>New</dt><dd>${escapeHtml(differences.new)}</dd></div></dl>
<ul class="tally" aria-label="Changes by class">${tally.join('')}</ul>
${differences.depth === 'pages' ? '<p>Compared by words and images only: not both are builds.</p>' : ''}
</header>
<section class="controls" aria-label="Views and steps">
<button type="button" data-view="side" aria-pressed="true"><kbd>1</kbd> Side by side</button>
<button type="button" data-view="overlay" aria-pressed="false"><kbd>2</kbd> Laid over</button>
<button type="button" data-view="slider" aria-pressed="false"><kbd>3</kbd> Slider</button>
<button type="button" data-step="-1"><kbd>k</kbd> Previous change</button>
<button type="button" data-step="1"><kbd>j</kbd> Next change</button>
<span class="at" role="status" aria-live="polite">${changes.length === 1 ? '1 change' : `${changes.length} changes`}</span>
</section>
<div class="columns">
<nav aria-label="Changes">
${changes.length === 0 ? '<p>Nothing differs.</p>' : differenceClasses.map((name) => renderChangeList(name, changes)).join('\n')}
</nav>
<main>
<h2>Pages</h2>
<p>${changed.length} of ${pages.length} pages differ.${changed.length < pages.length ? ' The others are not shown.' : ''}</p>
${withoutImage > 0 ? `<p>${withoutImage} of them are told without their images: a report holds at most ${comparingLimits.reportBytes} bytes of images, of ${comparingLimits.reportPixels} pixels.</p>\n` : ''}${changed.map((pair) => renderPagePair(pair, byId, old, now)).join('\n')}
</main>
</div>
<script>${reportScript}</script>
</body>
</html>
`;
}
