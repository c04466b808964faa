// Turn one change into a line in a reader's language: what it is about by its printed name, and what became of it.
import { isLanguage, language } from '../../language/languages.ts';
import type { ReportWords } from '../../language/report-words.ts';
import type { FigureRecord, TextRecord } from '../../model/build-record.ts';
import type { Box, Difference, LayoutChange, OrderedChange, WordEdit } from '../../model/difference.ts';
import type { Lang } from '../../model/language.ts';
import { escapeHtml } from '../../render/html/safe-markup.ts';
import { measured, measurePhrase } from './name-facts.ts';
import { orderedName, orderedValue } from './name-ordered.ts';
import type { BothNames } from './printed-names.ts';
import { filled } from './spoken.ts';

/** HTML. */
export function describeChange(change: Difference, names: BothNames, words: ReportWords, lang: Lang): string {
  switch (change.kind) {
    case 'fact':
    case 'formula':
    case 'override':
    case 'given':
      return describeOrdered(change, names, words, lang);
    case 'figure':
      return `${figurePlace(change.after, names.new, words, lang)}: ${inContext(change.after, names.new, versions(change.before.text, change.after.text))}`;
    case 'figure-added':
    case 'figure-removed': {
      const [side, mark] = change.kind === 'figure-added' ? [names.new, 'ins'] : [names.old, 'del'];
      const value = `<${mark}>${escapeHtml(change.figure.text)}</${mark}>`;
      return `${figurePlace(change.figure, side, words, lang)}: ${inContext(change.figure, side, value)}`;
    }
    case 'words':
    case 'text':
      return `${textPlace(change, names, words, lang)}: ${editList(change.edits, words)}`;
    case 'page-text': {
      // Words of the pages of builds are told as texts; what is told of their pages are the running heads.
      const what = names.old && names.new ? words.phrases.runningHead : words.phrases.wordsOfPage;
      return `${escapeHtml(what)}: ${change.edits.length > 0 ? editList(change.edits, words) : summaryOf(change)}`;
    }
    case 'moved':
    case 'page-added':
    case 'page-removed':
    case 'page-size':
      return describeLayout(change, names, words, lang);
    case 'image': {
      const [box] = change.new;
      return `${escapeHtml(words.phrases.marksDiffer)}${box ? ` <small>${inPoints(box, words)}</small>` : ''}`;
    }
    default: {
      // Its summary names the file, the page and the words that it is about.
      const kind = Object.hasOwn(words.kinds, change.kind) ? words.kinds[change.kind] : undefined;
      return `${kind === undefined ? '' : `${escapeHtml(kind)}: `}<span lang="en">${escapeHtml(change.summary)}</span>`;
    }
  }
}

/** Old and new are elements of their own, so that more than colour tells them apart. */
export function versions(before: string, after: string): string {
  const was = before === '' ? '' : `<del>${escapeHtml(before)}</del>`;
  const is = after === '' ? '' : `<ins>${escapeHtml(after)}</ins>`;
  return was !== '' && is !== '' ? `${was} <span aria-hidden="true">→</span> ${is}` : was + is;
}

function describeOrdered(change: OrderedChange, names: BothNames, words: ReportWords, lang: Lang): string {
  const value = (side: 'old' | 'new', text: string | undefined) =>
    text === undefined ? '' : orderedValue(change, text, names[side], words);
  const what = `${escapeHtml(words.ordered[change.kind])} <b>${orderedName(change, names, words, lang)}</b>`;
  return `${what}: ${versions(value('old', change.before), value('new', change.after))}`;
}

function figurePlace(figure: FigureRecord, side: BothNames['new'], words: ReportWords, lang: Lang): string {
  const place = (side?.place(figure, lang) ?? []).map(escapeHtml);
  return `${languageMark(figure.lang)} ${words.joined([...place, ...shownBy(figure, side, words, lang)])}`;
}

/** A cell is named by its table; a figure of a text says what it is, but for one whose words say it: they follow. */
function shownBy(figure: FigureRecord, side: BothNames['new'], words: ReportWords, lang: Lang): readonly string[] {
  if (figure.place.kind === 'cell') return [];
  const names = side ? { new: side } : {};
  if (side?.concept(figure.fact, lang) !== undefined) return [measured(figure, names, words, lang)];
  return [measurePhrase(figure, names, words, lang)].filter((phrase) => phrase !== '');
}

/** Which text of the release it is: the language by its own name. */
function languageMark(lang: Lang): string {
  const name = isLanguage(lang) ? language(lang).report.autonym : lang;
  return `<span class="of" lang="${escapeHtml(lang)}">${escapeHtml(name)}</span>`;
}

function inContext(figure: FigureRecord, side: BothNames['new'], value: string): string {
  const [before, after] = (figure.place.kind === 'prose' && side?.context(figure)) || ['', ''];
  if (before === '' && after === '') return value;
  const mark = escapeHtml(figure.lang);
  return `${value} <small class="context" lang="${mark}">${escapeHtml(before)}<b>${escapeHtml(figure.text)}</b>${escapeHtml(after)}</small>`;
}

function textPlace(
  { before, after, lang: own }: { readonly before?: TextRecord; readonly after?: TextRecord; readonly lang: Lang },
  names: BothNames,
  words: ReportWords,
  lang: Lang,
): string {
  const [text, side] = after ? [after, names.new] : [before, names.old];
  if (!text) return languageMark(own);
  const over = side?.over(text, lang);
  const presence = before && after ? '' : ` ${escapeHtml(after ? words.phrases.isNew : words.phrases.isGone)}`;
  const kind = escapeHtml(words.texts[text.kind]) + presence;
  return `${languageMark(own)} ${words.joined([...(over === undefined ? [] : [escapeHtml(over)]), kind])}`;
}

/** Edits of one text that a list can carry. */
const mostEdits = 12;

function editList(all: readonly WordEdit[], words: ReportWords): string {
  const told = all.slice(0, mostEdits).map(({ before, after }) => versions(shortened(before), shortened(after)));
  return [...told, ...(all.length > mostEdits ? [filled(words, 'moreEdits', { n: all.length - mostEdits })] : [])].join(', ');
}

function describeLayout(change: LayoutChange, names: BothNames, words: ReportWords, lang: Lang): string {
  const [before, after] = [change.old[0], change.new[0]];
  switch (change.kind) {
    case 'page-added':
      return filled(words, 'pageNew', { n: after?.page ?? 0 });
    case 'page-removed':
      return filled(words, 'pageGone', { n: before?.page ?? 0 });
    case 'page-size': {
      const size = (box: Box | undefined) => (box ? `${box.width.toFixed(1)} × ${box.height.toFixed(1)} pt` : '');
      return `${escapeHtml(words.phrases.pageSize)}: ${versions(size(before), size(after))}`;
    }
    default: {
      const turned = before && after && before.page !== after.page;
      const to = turned ? `, ${filled(words, 'toPage', { old: before.page, new: after.page })}` : '';
      // What has no block is told by its summary: which words, and where they went.
      const from = change.block === undefined ? summaryOf(change) : after && !turned ? ` <small>${inPoints(after, words)}</small>` : '';
      return `${filledHtml(words.phrases.stands, { what: movedName(change, names, words, lang) })}${to}${from}`;
    }
  }
}

/** In English, as the terminal tells it. */
const summaryOf = ({ summary }: Difference): string => ` <small lang="en">${escapeHtml(summary)}</small>`;

function movedName({ block }: LayoutChange, names: BothNames, words: ReportWords, lang: Lang): string {
  const text = block === undefined ? undefined : names.new?.blockText(block);
  if (!text) return escapeHtml(words.phrases.otherPlace);
  if (text.statement !== undefined)
    return `${languageMark(text.lang)} ${escapeHtml(names.new?.table(text.statement, lang) ?? text.statement)}`;
  return `${languageMark(text.lang)} ${escapeHtml(words.texts[text.kind])} <q lang="${escapeHtml(text.lang)}">${escapeHtml(shortened(text.text))}</q>`;
}

/** A phrase whose braces are filled with HTML. */
const filledHtml = (phrase: string, filling: Readonly<Record<string, string>>): string =>
  phrase.replace(/\{(\w+)\}/g, (whole, key: string) => filling[key] ?? whole);

/** Where on the page, in whole points. */
function inPoints({ x, y, width, height }: Box, words: ReportWords): string {
  const [left, top, wide, high] = [x, y, width, height].map((length) => length.toFixed(0));
  return filled(words, 'at', { x: left ?? '', y: top ?? '', width: wide ?? '', height: high ?? '' });
}

/** Characters that one line can carry of a text. */
const longest = 160;

function shortened(text: string): string {
  if (text.length <= longest) return text;
  const characters = [...text.slice(0, 2 * longest)];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : `${characters.join('')}…`;
}
