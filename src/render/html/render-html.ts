// Turn a document into one self-contained web page: the same blocks, figures and notes as the PDF, readable on a phone.
import type { Block, Document, List, Part, WordTable } from '../../model/document.ts';
import { styledHead } from './content-policy.ts';
import { escapeHtml } from './escape-html.ts';
import { renderInlines } from './render-inlines.ts';
import { renderTable } from './render-table.ts';
import { stylesheet } from './stylesheet.ts';

/** `pageNumbers` are the physical pages that page references print; they are the PDF's, and the text beside them says so. */
export function renderHtml(document: Document, pageNumbers: ReadonlyMap<string, number>): string {
  const titles = document.parts.map((part) => document.titles[part.lang]).join(' / ');
  const body = document.parts.map((part) => renderPart(part, pageNumbers)).join('\n');
  const { policy, style } = styledHead(stylesheet(document.languages));
  return `<!DOCTYPE html>
<html lang="${document.lang}">
<head>
<meta charset="utf-8">
${policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(titles)}</title>
<meta name="author" content="${escapeHtml(document.author)}">
<meta name="dcterms.date" content="${document.date}">
${style}
</head>
<body>
<nav>${document.parts.map((part) => `<a href="#${part.id}" lang="${part.lang}" hreflang="${part.lang}">${escapeHtml(part.title)}</a>`).join(' ')}</nav>
<main>
${body}
</main>
</body>
</html>
`;
}

function renderPart(part: Part, pageNumbers: ReadonlyMap<string, number>): string {
  const sections = part.sections.map((section) => {
    const id = section.anchor && section.anchor !== part.id ? ` id="${escapeHtml(section.anchor)}"` : '';
    return `<section class="${section.page}"${id}>\n${renderBlocks(section.blocks, pageNumbers)}\n</section>`;
  });
  return `<article id="${part.id}" lang="${part.lang}" aria-label="${escapeHtml(part.title)}">\n${sections.join('\n')}\n</article>`;
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
    case 'group':
      return `<div${attributes}>\n${renderBlocks(block.blocks, pageNumbers)}\n</div>`;
    case 'table':
      return renderTable(block, pageNumbers);
  }
}

/** A numbered list prints its numbers itself, so that they are the text of the page as they are that of the PDF. */
function renderList({ numbered, items, lang }: List, attributes: string, pageNumbers: ReadonlyMap<string, number>): string {
  const tag = numbered ? 'ol' : 'ul';
  const entries = items.map(({ label, inlines }) => {
    const number = numbered ? `<span class="label">${renderInlines(label, lang, pageNumbers)}</span> ` : '';
    return `<li>${number}${renderInlines(inlines, lang, pageNumbers)}</li>`;
  });
  return `<${tag}${attributes}>\n${entries.join('\n')}\n</${tag}>`;
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
