// Turn two pages that stand for each other into one figure with a mark on every change, seen in three ways.
import type { Box, Difference, PagePair } from '../../model/difference.ts';
import { comparingLimits } from '../../model/limits.ts';
import { escapeHtml } from '../../render/html/escape-html.ts';

/** A page as an image. */
export interface Picture {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
}

export function renderPagePair(
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
