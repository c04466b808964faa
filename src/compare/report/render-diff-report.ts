// Turn differences and page images into one page to look at: what changed by class, and each changed page in three views.
import { createHash } from 'node:crypto';
import { type Box, type Difference, type Differences, differenceClasses, type PagePair } from '../../model/difference.ts';
import { comparingLimits } from '../../model/limits.ts';
import { escapeHtml } from '../../render/html/safe-markup.ts';
import { classNames, renderChangeList } from './render-change-list.ts';
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

/** A page as an image. */
export interface Picture {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
}

function renderPagePair(
  pair: PagePair,
  changes: ReadonlyMap<string, Difference>,
  old: ReadonlyMap<number, Picture>,
  now: ReadonlyMap<number, Picture>,
): string {
  const own = pair.changes.flatMap((id) => changes.get(id) ?? []);
  const name = pair.new ?? pair.old ?? 0;
  const sides = [side('old', pair.old, old, own), side('new', pair.new, now, own)];
  const both = pair.old !== undefined && pair.new !== undefined;
  const slider = both
    ? `<label class="cut">Old to new, page ${name} <input type="range" min="0" max="100" value="50" aria-label="How much of the new page ${name} is shown"></label>`
    : '';
  const title =
    pair.new === undefined ? `Old page ${pair.old}, gone` : pair.old === undefined ? `Page ${pair.new}, new` : `Page ${pair.new}`;
  const was = both && pair.old !== pair.new ? ` <small>page ${pair.old} of the old version</small>` : '';
  return `<section class="pair${both ? '' : ' lone'}" id="page-${pair.new === undefined ? `old-${pair.old}` : pair.new}"><h3>${title}${was}</h3>
${slider}<div class="sheets">${sides.join('')}</div></section>`;
}

function side(
  name: 'old' | 'new',
  page: number | undefined,
  pictures: ReadonlyMap<number, Picture>,
  changes: readonly Difference[],
): string {
  if (page === undefined) return '';
  const picture = pictures.get(page);
  const caption = `<figcaption>${name === 'old' ? 'Old' : 'New'}, page ${page}</figcaption>`;
  if (!picture) return `<figure class="${name}">${caption}<p>No image of this page is shown.</p></figure>`;
  const { width, height, png } = picture;
  const marks = changes.flatMap((change) => change[name].filter((box) => box.page === page).map((box) => mark(change, box, width, height)));
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return `<figure class="${name}">${caption}<div class="sheet"><img src="${source}" alt="${name} version, page ${page}" style="aspect-ratio:${width}/${height}"></div>
<div class="marks" style="aspect-ratio:${width}/${height}">${marks.slice(0, comparingLimits.reportedMarks).join('')}</div></figure>`;
}

/** Points by which a mark stands away from what it marks. */
const gap = 1.5;

/** Marks lead back to the list, whose links are what the keyboard stops at. */
function mark({ id, class: name, summary }: Difference, box: Box, width: number, height: number): string {
  const part = (length: number, whole: number) => `${Math.max(0, Math.min(100, (length / whole) * 100)).toFixed(2)}%`;
  const whole = box.width === 0 && box.height === 0;
  const [left, top] = whole ? ['0%', '0%'] : [part(box.x - gap, width), part(box.y - gap, height)];
  const [wide, high] = whole ? ['100%', '100%'] : [part(box.width + 2 * gap, width), part(box.height + 2 * gap, height)];
  const place = `left:${left};top:${top};width:${wide};height:${high}`;
  const text = escapeHtml(summary);
  return `<a class="mark ${name}" href="#item-${id}" data-mark="${id}" tabindex="-1" title="${text}" aria-label="${text}" style="${place}"></a>`;
}
