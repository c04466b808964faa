// Turn the changed pages into their sheets, old beside new, with a mark for each change.
import { language } from '../../language/languages.ts';
import type { Box, Difference, PagePair } from '../../model/difference.ts';
import type { Lang } from '../../model/language.ts';
import { comparingLimits } from '../../model/limits.ts';
import { describeChange } from './describe-change.ts';
import type { DiffReport, Picture } from './diff-report.ts';
import type { BothNames } from './printed-names.ts';
import { filled, type Speaker } from './spoken.ts';

/** `changes` by their ids. Pages on which nothing changed are counted, not shown. */
export function renderPages(report: DiffReport, changes: ReadonlyMap<string, Difference>, names: BothNames, speaker: Speaker): string {
  const { phrase } = speaker;
  const labels = new Map([...changes.values()].map((change) => [change.id, labelOf(change, names, speaker.first)]));
  const { pages } = report.differences;
  const [old, now] = [report.old.pictures, report.new.pictures];
  const changed = pages.filter((pair) => pair.changes.length > 0);
  const shown = (page: number | undefined, pictures: ReadonlyMap<number, Picture>) => page === undefined || pictures.has(page);
  const without = changed.filter((pair) => !shown(pair.old, old) || !shown(pair.new, now)).length;
  const told = [
    phrase('pagesDiffer', { n: changed.length, all: pages.length }),
    ...(changed.length < pages.length ? [phrase('othersNotShown')] : []),
    ...(changed.length > 1 ? [phrase('countedOnEach')] : []),
    ...(without > 0
      ? [phrase('withoutImages', { n: without, bytes: comparingLimits.reportBytes, pixels: comparingLimits.reportPixels })]
      : []),
  ];
  return `<h2>${phrase('pages')}</h2>
<p>${told.join(' ')}</p>
${changed.map((pair) => renderPagePair(pair, report, { changes, labels }, speaker)).join('\n')}`;
}

/** Changes by their ids, and what is said of each in the first language: text that is escaped already. */
interface Told {
  readonly changes: ReadonlyMap<string, Difference>;
  readonly labels: ReadonlyMap<string, string>;
}

function renderPagePair(pair: PagePair, report: DiffReport, told: Told, speaker: Speaker): string {
  const { phrase, attribute } = speaker;
  const own = pair.changes.flatMap((id) => told.changes.get(id) ?? []);
  const n = pair.new ?? pair.old ?? 0;
  const sides = [
    side('old', pair.old, report.old.pictures, own, told, speaker),
    side('new', pair.new, report.new.pictures, own, told, speaker),
  ];
  const both = pair.old !== undefined && pair.new !== undefined;
  const label = attribute('aria-label', (words) => filled(words, 'cutTold', { n }));
  const slider = both
    ? `<label class="cut">${phrase('cut', { n })} <input type="range" min="0" max="100" value="50"${label}></label>\n`
    : '';
  const title = phrase(pair.new === undefined ? 'pageGone' : pair.old === undefined ? 'pageNew' : 'page', { n });
  const was = both && pair.old !== pair.new ? ` <small>${phrase('oldPage', { n: pair.old })}</small>` : '';
  const count = ` <small>${phrase('changesHere', { n: own.length })}</small>`;
  const id = `page-${pair.new === undefined ? `old-${pair.old}` : pair.new}`;
  return `<section class="pair${both ? '' : ' lone'}" id="${id}" data-changes="${pair.changes.join(' ')}"><h3>${title}${was}${count}</h3>
${slider}<div class="sheets">${sides.join('')}</div></section>`;
}

function side(
  name: 'old' | 'new',
  page: number | undefined,
  pictures: ReadonlyMap<number, Picture>,
  changes: readonly Difference[],
  { labels }: Told,
  { phrase, attribute }: Speaker,
): string {
  if (page === undefined) return '';
  const picture = pictures.get(page);
  const caption = name === 'old' ? 'oldCaption' : 'newCaption';
  const id = `sheet-${name}-${page}`;
  const head = `<figcaption id="${id}">${phrase(caption, { n: page })}</figcaption>`;
  if (!picture) return `<figure class="${name}">${head}<p>${phrase('noImage')}</p></figure>`;
  const { width, height, png } = picture;
  const marks = changes.flatMap((change) =>
    change[name].filter((box) => box.page === page).map((box) => mark(change, labels.get(change.id) ?? '', box, width, height)),
  );
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const alt = attribute('alt', (words) => filled(words, caption, { n: page }));
  const ratio = `style="aspect-ratio:${width}/${height}"`;
  return `<figure class="${name}">${head}<div class="frame" role="group" aria-labelledby="${id}"><div class="paper"><div class="sheet"><img src="${source}"${alt} ${ratio}></div>
<div class="marks" ${ratio}>${marks.slice(0, comparingLimits.reportedMarks).join('')}</div></div></div></figure>`;
}

/** Points by which a mark stands away from what it marks. */
const gap = 1.5;

/** Marks lead back to the list, whose links are what the keyboard stops at. */
function mark({ id, class: name }: Difference, label: string, box: Box, width: number, height: number): string {
  const part = (length: number, whole: number) => `${Math.max(0, Math.min(100, (length / whole) * 100)).toFixed(2)}%`;
  const whole = box.width === 0 && box.height === 0;
  const [left, top] = whole ? ['0%', '0%'] : [part(box.x - gap, width), part(box.y - gap, height)];
  const [wide, high] = whole ? ['100%', '100%'] : [part(box.width + 2 * gap, width), part(box.height + 2 * gap, height)];
  const place = `left:${left};top:${top};width:${wide};height:${high}`;
  return `<a class="mark ${name}" href="#item-${id}" data-mark="${id}" tabindex="-1" title="${label}" aria-label="${label}" style="${place}"></a>`;
}

/** What a list says of a change, without its elements. */
function labelOf(change: Difference, names: BothNames, lang: Lang): string {
  return describeChange(change, names, language(lang).report, lang).replace(/<[^>]*>/g, '');
}
