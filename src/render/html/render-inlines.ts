// Turn runs of text into inline markup: emphasis, note marks, links, figures with their facts.
import type { Inline } from '../../model/document.ts';
import type { Lang } from '../../model/language.ts';
import { escapeHtml } from './escape-html.ts';

export function renderInlines(inlines: readonly Inline[], lang: Lang, pageNumbers: ReadonlyMap<string, number>): string {
  const out: string[] = [];
  for (let from = 0; from < inlines.length; ) {
    const first = inlines[from] as Inline;
    // One figure may stand in several runs (a raised mark inside it): one element holds them.
    let to = from + 1;
    while (first.figure !== undefined && inlines[to]?.figure === first.figure) to++;
    const text = inlines
      .slice(from, to)
      .map((inline) => renderInline(inline, lang, pageNumbers))
      .join('');
    out.push(first.figure === undefined ? text : `<data value="${first.figure}">${text}</data>`);
    from = to;
  }
  return out.join('');
}

function renderInline(inline: Inline, lang: Lang, pageNumbers: ReadonlyMap<string, number>): string {
  let html = escapeHtml(inline.text);
  if (inline.pageRef !== undefined) {
    html = `<a href="#${escapeHtml(inline.pageRef)}">${escapeHtml(`${pageNumbers.get(inline.pageRef) ?? ''}${inline.text}`)}</a>`;
  }
  if (inline.expansion !== undefined) html = `<abbr title="${escapeHtml(inline.expansion)}">${html}</abbr>`;
  if (inline.changed) html = `<u>${html}</u>`;
  if (inline.bold) html = `<strong>${html}</strong>`;
  if (inline.italic) html = `<em>${html}</em>`;
  if (inline.noteRef !== undefined) html = `<a href="#${inline.noteRef}">${html}</a>`;
  if (inline.sup) html = `<sup>${html}</sup>`;
  if (inline.href !== undefined) html = `<a href="${escapeHtml(inline.href)}">${html}</a>`;
  if (inline.lang !== undefined && inline.lang !== lang) html = `<span lang="${inline.lang}">${html}</span>`;
  return inline.lineBreak ? `<br>${html}` : html;
}
