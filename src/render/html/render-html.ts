// Turn a document into one self-contained web page: the same blocks, figures and notes as the PDF, readable on a phone.
import { language } from '../../language/languages.ts';
import { contentKey } from '../../model/content-key.ts';
import {
  type Block,
  type BodyRow,
  type Document,
  type FigureCell,
  type HeadCell,
  headBeside,
  type Inline,
  type List,
  type Part,
  type Table,
  type WordTable,
} from '../../model/document.ts';
import { withInner } from '../../model/document-texts.ts';
import { inLang, type Lang } from '../../model/language.ts';
import { forgetful, type Kind, type Memory } from '../../model/memory.ts';
import { type ListLevel, nestedList } from '../../model/nested-lists.ts';
import { referencesIn } from '../../model/page-references.ts';
import type { Style } from '../../model/style.ts';
import { renderChart } from './render-chart.ts';
import { holdsPicture, renderLinePicture, renderLogo, renderPicture } from './render-picture.ts';
import { escapeHtml, styledHead } from './safe-markup.ts';
import { styleRules } from './style-rules.ts';
import { stylesheet } from './stylesheet.ts';

const blockKind: Kind<string> = { name: 'render/html-block', bytes: (html) => 2 * html.length };

/** What a web page is told of the release besides its document. */
export interface WebPage {
  /** Gives its colours, frames and rules. */
  readonly look?: Style;
  /** The PDF that stands beside it; `release.pdf` unless given. */
  readonly pdfFile?: string;
  /** The same release in other languages: web pages beside it. */
  readonly translations?: readonly { readonly href: string; readonly document: Document }[];
}

/** `pageNumbers` are the physical pages that page references print; they are the PDF's, and the text beside them says so. */
export function renderHtml(
  document: Document,
  pageNumbers: ReadonlyMap<string, number>,
  memory: Memory = forgetful,
  { look, pdfFile = 'release.pdf', translations = [] }: WebPage = {},
): string {
  const titles = document.parts.map((part) => document.titles[part.lang]).join(' / ');
  const body = document.parts.map((part) => renderPart(part, pageNumbers, memory)).join('\n');
  const logo = look?.runningHead.logo;
  const hasPictures = logo !== undefined || document.parts.some(holdsPicture);
  const sheet = `${stylesheet(document.languages, hasCharts(document), hasPictures)}${document.draft ? `\n${draftRule}` : ''}`;
  const { policy, style } = styledHead([sheet, look ? styleRules(document, look) : ''].filter(Boolean).join('\n'), hasPictures);
  return `<!DOCTYPE html>
<html lang="${document.lang}">
<head>
<meta charset="utf-8">
${policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(titles)}</title>
<meta name="description" content="${escapeHtml(`${document.author}: ${titles}`)}">
<meta name="author" content="${escapeHtml(document.author)}">
<meta name="dcterms.date" content="${document.date}">
${document.parts.map((part) => `<link rel="alternate" hreflang="${part.lang}" href="#${part.id}" title="${escapeHtml(part.title)}">`).join('\n')}${translations.map(({ href, document: other }) => `\n<link rel="alternate" hreflang="${other.lang}" href="${href}" title="${escapeHtml(inLang(other.titles, other.lang))}">`).join('')}
<link rel="alternate" type="application/pdf" href="${pdfFile}">
${style}
</head>
<body>
${document.draft ? draftMark(document) : ''}${logo ? renderLogo(logo.picture, document.author) : ''}<nav>${document.parts.map((part) => `<a href="#${part.id}" lang="${part.lang}" hreflang="${part.lang}">${escapeHtml(part.title)}</a>`).join(' ')}${translations.flatMap(({ href, document: { parts } }) => parts.slice(0, 1).map(({ lang, title }) => ` <a href="${href}" lang="${lang}" hreflang="${lang}">${escapeHtml(title)}</a>`)).join('')} <a href="${pdfFile}" type="application/pdf">PDF</a></nav>
<main>
${body}
</main>
</body>
</html>
`;
}

const draftRule = '.draft { margin: 0; padding: .4rem; text-align: center; font-weight: 700; color: #fff; background: #b3261e; }';

/** Above all else: the word in each language of the page. */
function draftMark({ parts }: Document): string {
  const words = [...new Set(parts.map(({ lang }) => lang))].map(
    (lang) => `<span lang="${lang}">${escapeHtml(language(lang).text.draft)}</span>`,
  );
  return `<header><p class="draft">${words.join(' / ')}</p></header>\n`;
}

const hasCharts = ({ parts }: Document): boolean =>
  parts.some(({ sections }) =>
    sections.some(({ blocks }) => blocks.flatMap(withInner).some((block) => block.kind === 'group' && block.chart)),
  );

function renderPart(part: Part, pageNumbers: ReadonlyMap<string, number>, memory: Memory): string {
  const render = (block: Block) =>
    memory.recall(
      blockKind,
      () => blockKey(block, pageNumbers),
      () => renderBlock(block, pageNumbers),
    );
  const sections = part.sections.map((section) => {
    const id = section.anchor && section.anchor !== part.id ? ` id="${escapeHtml(section.anchor)}"` : '';
    return `<section class="${section.page}"${id}>\n${section.blocks.map(render).join('\n')}\n</section>`;
  });
  return `<article id="${part.id}" lang="${part.lang}" aria-label="${escapeHtml(part.title)}">\n${sections.join('\n')}\n</article>`;
}

/** What the markup of a block follows from: what it says, and the numbers of the pages that it refers to. */
function blockKey(block: Block, pageNumbers: ReadonlyMap<string, number>): string {
  const references = referencesIn(block);
  if (references.length === 0) return contentKey(block);
  return `${contentKey(block)} ${references.map((anchor) => pageNumbers.get(anchor) ?? '').join(' ')}`;
}

/** A run-in head and the paragraph after it are two elements on one line, as on paper. */
function renderBlocks(blocks: readonly Block[], pageNumbers: ReadonlyMap<string, number>): string {
  return blocks.map((block) => renderBlock(block, pageNumbers)).join('\n');
}

function renderBlock(block: Block, pageNumbers: ReadonlyMap<string, number>): string {
  const words = [block.kind === 'heading' && block.runIn ? 'run-in' : '', block.class].filter(Boolean).join(' ');
  const attributes = `${words ? ` class="${words}"` : ''}${block.anchor ? ` id="${escapeHtml(block.anchor)}"` : ''}`;
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}${attributes}>${renderInlines(block.inlines, block.lang, pageNumbers)}</h${block.level}>`;
    case 'paragraph':
      return `<p${attributes}>${renderInlines(block.inlines, block.lang, pageNumbers)}</p>`;
    case 'list':
      return renderList(block, attributes, pageNumbers);
    case 'note':
      return `<p class="${['note', words].filter(Boolean).join(' ')}" id="${block.id}"><span class="label">${renderInlines(block.label, block.lang, pageNumbers)}</span> ${renderInlines(block.inlines, block.lang, pageNumbers)}</p>`;
    case 'words':
      return renderWords(block, attributes, pageNumbers);
    case 'group': {
      if (block.picture) return renderPicture(block.picture, block.anchor);
      const [title, table] = block.blocks;
      if (block.chart && title?.kind === 'paragraph' && table?.kind === 'words') {
        const caption = renderInlines(title.inlines, block.lang, pageNumbers);
        return renderChart(
          block.chart,
          table,
          caption,
          renderWords(table, '', pageNumbers),
          block.anchor ? ` id="${escapeHtml(block.anchor)}"` : '',
        );
      }
      return `<div${attributes}>\n${renderBlocks(block.blocks, pageNumbers)}\n</div>`;
    }
    case 'table':
      return renderTable(block, pageNumbers);
  }
}

/** A numbered list prints its numbers itself, so that they are the text of the page as they are that of the PDF. */
function renderList(list: List, attributes: string, pageNumbers: ReadonlyMap<string, number>): string {
  const { items, lang } = list;
  if (list.terms) {
    const rows = items.map(
      ({ label, inlines }) => `<dt>${renderInlines(label, lang, pageNumbers)}</dt><dd>${renderInlines(inlines, lang, pageNumbers)}</dd>`,
    );
    return `<dl${attributes}>\n${rows.join('\n')}\n</dl>`;
  }
  return renderLevel(nestedList(list), attributes, lang, pageNumbers);
}

function renderLevel({ numbered, entries }: ListLevel, attributes: string, lang: Lang, pageNumbers: ReadonlyMap<string, number>): string {
  const tag = numbered ? 'ol' : 'ul';
  const items = entries.map(({ item: { label, inlines }, inner }) => {
    const number = numbered ? `<span class="label">${renderInlines(label, lang, pageNumbers)}</span> ` : '';
    const lists = inner.map((level) => `\n${renderLevel(level, '', lang, pageNumbers)}`).join('');
    return `<li>${number}${renderInlines(inlines, lang, pageNumbers)}${lists}</li>`;
  });
  return `<${tag}${attributes}>\n${items.join('\n')}\n</${tag}>`;
}

function renderWords({ rows, lang }: WordTable, attributes: string, pageNumbers: ReadonlyMap<string, number>): string {
  const [head, ...body] = rows.map(({ cells }, index) => {
    const set = cells.map(({ align, inlines }, column) => {
      const scope = index === 0 ? ' scope="col"' : column === 0 ? ' scope="row"' : '';
      const tag = scope === '' ? 'td' : 'th';
      return `<${tag}${scope} class="${align}">${renderInlines(inlines, lang, pageNumbers)}</${tag}>`;
    });
    return `<tr>${set.join('')}</tr>`;
  });
  return `<div class="table words"><table${attributes}>\n<thead>${head}</thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
}

function renderTable(table: Table, pageNumbers: ReadonlyMap<string, number>): string {
  const inline = (inlines: readonly Inline[]) => renderInlines(inlines, table.lang, pageNumbers);
  const lines = table.captions.map(({ inlines }) => `<span>${inline(inlines)}</span>`);
  if (table.unit) lines.push(`<span class="unit">${inline(table.unit.inlines)}</span>`);
  const caption = lines.length > 0 ? `<caption>${lines.join(' ')}</caption>\n` : '';
  const head = table.headRows > 0 ? `<thead>\n${renderHead(table, inline)}\n</thead>\n` : '';
  const heads = table.columns.map((_, index) => columnHeads(table, index + 1));
  const body = table.rows.map((row) => renderRow(row, heads, inline)).join('\n');
  // The frame scrolls sideways on narrow screens; it takes the focus so that a keyboard can scroll it.
  return `<div class="table ${table.style}" role="group" tabindex="0" aria-label="${escapeHtml(table.summary)}">
<table id="${table.id}">
${caption}${head}<tbody>
${body}
</tbody>
</table>
</div>`;
}

function renderHead(table: Table, inline: (inlines: readonly Inline[]) => string): string {
  const rows = Array.from({ length: table.headRows }, (_, row) =>
    table.heads.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
  );
  return rows.map((cells) => `<tr>${cells.map((cell) => renderHeadCell(cell, inline)).join('')}</tr>`).join('\n');
}

function renderHeadCell(cell: HeadCell, inline: (inlines: readonly Inline[]) => string): string {
  const spans = `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''}`;
  const text = cell.pieces.map(inline).join('<wbr>');
  if (text === '') return `<td${spans}></td>`;
  return `<th id="${cell.id}" scope="${cell.colSpan > 1 ? 'colgroup' : 'col'}"${spans}>${text}</th>`;
}

/** `heads` are the ids of those over each column. */
function renderRow(row: BodyRow, heads: readonly (readonly string[])[], inline: (inlines: readonly Inline[]) => string): string {
  const indent = row.depth > 0 ? ` class="d${row.depth}"` : '';
  const id = `${row.id}.label`;
  if (row.kind === 'head')
    return `<tr class="head"><th id="${id}" scope="row" colspan="${heads.length + 1}"${indent}>${inline(row.label)}</th></tr>`;
  const cells = row.cells.map((cell, index) =>
    renderFigure(cell, inline, [...(heads[index] ?? []), ...row.heads.map((head) => `${head}.label`), id]),
  );
  const rule = row.rule === 'none' ? row.kind : `${row.kind} ${row.rule}`;
  const spoken = row.spoken === undefined ? '' : ` aria-label="${escapeHtml(row.spoken)}"`;
  return `<tr class="${rule}"><th id="${id}" scope="row"${indent}${spoken}>${inline(row.label)}</th>${cells.join('')}</tr>`;
}

function renderFigure(cell: FigureCell | undefined, inline: (inlines: readonly Inline[]) => string, headers: readonly string[]): string {
  if (!cell) return '<td></td>';
  const plain = escapeHtml(`${cell.prefix}${cell.core}${cell.suffix}`);
  const text = cell.changed ? `<u>${plain}</u>` : plain;
  // A closing bracket or percent sign hangs to the right of the digits, as on paper.
  const hang = cell.suffix === '' ? '' : ` class="h${cell.suffix.length}"`;
  const mark = cell.mark ? inline(cell.mark) : '';
  if (cell.words) return `<td headers="${headers.join(' ')}" class="words">${inline(cell.words)}${mark}</td>`;
  return `<td headers="${headers.join(' ')}"${hang}><data value="${cell.figure}">${text}</data>${mark}</td>`;
}

/** Ids of the heads over a column, outermost first; heads without text name nothing. */
function columnHeads(table: Table, column: number): string[] {
  const beside = headBeside(table, column - 1);
  const over = table.heads
    .filter(
      (cell) =>
        cell.column <= column && column < cell.column + cell.colSpan && cell.column > 0 && cell.pieces.some((piece) => piece.length > 0),
    )
    .sort((a, b) => a.row - b.row)
    .map((cell) => cell.id);
  return beside === undefined || over.includes(beside) ? over : [beside, ...over];
}

function renderInlines(inlines: readonly Inline[], lang: Lang, pageNumbers: ReadonlyMap<string, number>): string {
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
  let html = inline.picture ? renderLinePicture(inline.picture) : escapeHtml(inline.text);
  if (inline.pageRef !== undefined) {
    html = `<a href="#${escapeHtml(inline.pageRef)}">${escapeHtml(`${pageNumbers.get(inline.pageRef) ?? ''}${inline.text}`)}</a>`;
  }
  if (inline.expansion !== undefined) html = `<abbr title="${escapeHtml(inline.expansion)}">${html}</abbr>`;
  if (inline.changed) html = `<u>${html}</u>`;
  if (inline.revision !== undefined) html = inline.revision === 'added' ? `<ins>${html}</ins>` : `<del>${html}</del>`;
  if (inline.bold) html = `<strong>${html}</strong>`;
  if (inline.italic) html = `<em>${html}</em>`;
  if (inline.noteRef !== undefined) html = `<a href="#${inline.noteRef}">${html}</a>`;
  if (inline.sup) html = `<sup>${html}</sup>`;
  if (inline.href !== undefined) html = `<a href="${escapeHtml(inline.href)}">${html}</a>`;
  if (inline.lang !== undefined && inline.lang !== lang) html = `<span lang="${inline.lang}">${html}</span>`;
  return inline.lineBreak ? `<br>${html}` : html;
}
