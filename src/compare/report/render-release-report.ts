// Turn the comparison of two releases into one page to read: in each language its counts, what is to be looked at, and the whole text as a blackline that can be filtered.
import type { BlacklineWriting } from '../../language/blackline.ts';
import { language } from '../../language/languages.ts';
import {
  type BlacklinePiece,
  type ComparedLanguage,
  type ComparedTable,
  type ComparedText,
  type ComparedWording,
  type ReleaseComparison,
  type RestatedFact,
  wordings,
} from '../../model/release-comparison.ts';
import { escapeHtml, styledHead } from '../../render/html/safe-markup.ts';
import { lineStates } from '../periods/line-states.ts';

/** Needs nothing else: no file, no network, no script. */
export function renderReleaseReport(comparison: ReleaseComparison): string {
  const { old, new: now, languages } = comparison;
  const { policy, style } = styledHead(stylesheet);
  const [first] = languages;
  const title = first ? language(first.lang).blackline.compared(old, now) : `${old}, ${now}`;
  const links = languages.map(
    ({ lang }) => `<a href="#${lang}" lang="${lang}" hreflang="${lang}">${escapeHtml(language(lang).blackline.title)}</a>`,
  );
  return `<!DOCTYPE html>
<html lang="${first?.lang ?? ''}">
<head>
<meta charset="utf-8">
${policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${style}
</head>
<body>
<nav>${links.join(' ')}</nav>
<main>
${languages.map((each) => new LanguagePage(each, comparison).written()).join('\n')}
</main>
</body>
</html>
`;
}

/** The part of one language. */
class LanguagePage {
  readonly #compared: ComparedLanguage;
  readonly #comparison: ReleaseComparison;
  readonly #words: BlacklineWriting;
  readonly #joint: string;
  /** Sentences that somebody is to look at, with the anchor of each. */
  readonly #toLookAt: string[] = [];
  #count = 0;

  constructor(compared: ComparedLanguage, comparison: ReleaseComparison) {
    this.#compared = compared;
    this.#comparison = comparison;
    this.#words = language(compared.lang).blackline;
    this.#joint = language(compared.lang).text.lineJoint;
  }

  written(): string {
    const { lang, sentences, blocks } = this.#compared;
    const { old, new: now } = this.#comparison;
    const words = this.#words;
    const text = blocks.map((block) => ('text' in block ? this.#text(block.text) : this.#table(block.table)));
    const counted = wordings.reduce((sum, wording) => sum + sentences[wording], 0);
    const filters = wordings.map(
      (each) =>
        `<li><label class="${each}"><input type="checkbox" name="${lang}-${each}" class="show-${each}" checked> ${escapeHtml(words.counts[each](sentences[each]))}</label></li>`,
    );
    return `<article id="${lang}" lang="${lang}">
<h1>${escapeHtml(words.title)}</h1>
<p>${escapeHtml(words.compared(old, now))}</p>
<p><del>${escapeHtml(words.deleted)}</del> <ins>${escapeHtml(words.added)}</ins> ${escapeHtml(words.legend)}</p>
<section><h2>${escapeHtml(words.summary)}</h2>
<fieldset><legend>${escapeHtml(words.sentences(counted))}</legend><ul>${filters.join('')}</ul></fieldset>
<p>${escapeHtml(words.counts.moved(sentences.moved))}</p></section>
${this.#chapter(words.lookAt, this.#toLookAt)}${this.#chapter(words.restated, this.#restated())}<section class="text"><h2>${escapeHtml(words.wholeText)}</h2>
${text.join('\n')}
</section>
</article>`;
  }

  /** Nothing without lines, which are markup. */
  #chapter(title: string, lines: readonly string[]): string {
    if (lines.length === 0) return '';
    return `<section><h2>${escapeHtml(title)}</h2><ul>${lines.map((line) => `<li>${line}</li>`).join('\n')}</ul></section>\n`;
  }

  #restated(): readonly string[] {
    const words = this.#words;
    const reason = (one: RestatedFact): string => {
      if (one.revised) return words.revisedOutlook;
      const known = one.because ?? one.from;
      return known === undefined ? words.restatedWithoutReason : words.restatedBecause(known);
    };
    return this.#comparison.restated.flatMap((one) =>
      one.printed
        .filter(({ lang, before, after }) => lang === this.#compared.lang && before !== after)
        .map(({ name, before, after }) =>
          escapeHtml(words.restatedFigure(name === '' ? one.fact : `${name} (${one.fact})`, before, after) + reason(one)),
        ),
    );
  }

  #text({ kind, sentences }: ComparedText): string {
    const tag = kind === 'heading' ? 'h3' : 'p';
    const own = sentences.map((sentence) => {
      const moved = sentence.moved ? `<strong>${escapeHtml(this.#words.moved)}</strong>` : '';
      return `<span class="sentence ${sentence.wording}"${this.#anchor(sentence)}>${moved}${piecesOf(sentence.pieces)}</span>`;
    });
    return `<${tag}${kind === 'heading' || kind === 'paragraph' ? '' : ` class="${kind}"`}>${own.join(this.#joint)}</${tag}>`;
  }

  #table(table: ComparedTable): string {
    const { status, moved, captions, rows, columns, name } = table;
    const words = this.#words;
    const state = status === 'kept' ? (moved ? words.tables.moved : '') : words.tables[status];
    const shown = captions.map((caption) => `<span${this.#anchor(caption)}>${piecesOf(caption.pieces)}</span>`);
    const title = captions.some(({ kind }) => kind === 'caption') ? shown : [escapeHtml(name === '' ? words.unnamed : name), ...shown];
    const lines = [
      ...columns.map((line) => ({ line, names: words.columns })),
      ...rows.map((line) => ({ line, names: words.rows })),
    ].flatMap(({ line, names }) => {
      const anchor = this.#anchor(line);
      const states = lineStates(line).map((each) => names[each]);
      if (states.length === 0) return [];
      return [`<li${anchor}>${escapeHtml(states.join(''))}${piecesOf(line.pieces) || escapeHtml(words.unnamed)}</li>`];
    });
    const kept = rows.filter(({ wording }) => wording === 'same' || wording === 'figures').length;
    const list = lines.length > 0 ? `<ul>${lines.join('')}</ul>` : '';
    return `<div class="table"><h4>${escapeHtml(state)}${title.join('<br>')}</h4>${list}${status === 'kept' ? `<p>${escapeHtml(words.rowsKept(kept))}</p>` : ''}</div>`;
  }

  /** Remembers what is to be looked at in a wording, and names its place. */
  #anchor({ stayed, retyped, exchanged, old, new: now }: ComparedWording): string {
    if (stayed.length + retyped.length + exchanged.length === 0) return '';
    const id = `${this.#compared.lang}-${++this.#count}`;
    const page = (now ?? old)?.page;
    const where = page === undefined ? '' : this.#words.page(page);
    const said = [
      ...exchanged.map(({ before, after }) => this.#words.exchanged(before, after)),
      ...stayed.map(({ text }) => this.#words.stayed(text)),
      ...retyped.map(({ before, after }) => this.#words.retyped(before, after)),
    ];
    for (const line of said) this.#toLookAt.push(`<a href="#${id}">${escapeHtml(line + where)}</a>`);
    return ` id="${id}"`;
  }
}

function piecesOf(pieces: readonly BlacklinePiece[]): string {
  return pieces
    .map(({ kind, text, by }, index) => {
      const escaped = escapeHtml(text);
      const gap = kind === 'added' && pieces[index - 1]?.kind === 'deleted' ? ' ' : '';
      if (kind === 'same') return escaped;
      return kind === 'deleted' ? `<del class="${by}">${escaped}</del>` : `${gap}<ins class="${by}">${escaped}</ins>`;
    })
    .join('');
}

/** Deletions and additions are told by their lines too, and what follows the data by a paler ground; colours have 4.5:1. */
const stylesheet = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; color: #111; background: #fff; font: 1rem/1.7 system-ui, "Noto Sans JP", "Hiragino Sans", "Yu Gothic", sans-serif; overflow-wrap: anywhere; }
nav { padding: .6rem 1rem; border-bottom: 1px solid #767676; } nav a { margin-right: 1rem; }
a { color: #0b4f9e; }
main { max-width: 52rem; margin: 0 auto; padding: 0 1rem 4rem; }
article + article { margin-top: 3rem; border-top: 2px solid #111; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; } h3 { font-size: 1.05rem; margin: 1.3rem 0 .3rem; } h4 { font-size: 1rem; margin: 1rem 0 .2rem; }
p { margin: 0 0 .7rem; } .item { padding-left: 1.2em; } .note { font-size: .9rem; }
fieldset { border: 1px solid #767676; } fieldset ul { list-style: none; margin: 0; padding: 0; } label { cursor: pointer; }
:focus-visible { outline: 3px solid #0b4f9e; outline-offset: 2px; }  :is(span, li):target { outline: 2px solid #8a6100; background: #fff1b8; }
del { color: #8c0015; background: #fdecee; } ins { color: #00591c; background: #e9f7ed; text-underline-offset: .15em; }
:is(del, ins).data { background: none; }
.table { border-left: .2rem solid #767676; padding-left: .7rem; margin: .8rem 0; } .table ul { margin: 0 0 .4rem; }
${wordings.map((each) => `article:has(.show-${each}:not(:checked)) .sentence.${each} { display: none; }`).join('\n')}
@media print { nav, fieldset input { display: none; } body { font-size: 9pt; } main { max-width: none; padding: 0; } }`;
