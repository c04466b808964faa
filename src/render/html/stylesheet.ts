// Turn the look of the printed release into a style sheet for screens; no font, image or script is fetched.
import { language } from '../../language/languages.ts';
import type { Lang } from '../../model/language.ts';

/** For a page in these languages, with charts or without: what is not the same for all of them follows their traditions. */
export function stylesheet(languages: readonly Lang[], hasCharts = false, hasPictures = false): string {
  const cjk = languages.filter((lang) => language(lang).tradition === 'cjk');
  const latin = languages.filter((lang) => language(lang).tradition === 'latin');
  return [
    common,
    ...latin.map(latinFaces),
    headings,
    ...cjk.map(uprightHeadings),
    paragraphs,
    ...cjk.map(indents),
    rest,
    ...(hasCharts ? [charts] : []),
    ...(hasPictures ? [pictures, ...cjk.map(picturesBesideIdeographs)] : []),
  ].join('\n');
}

/** Never wider than the screen. */
const pictures = `.picture { margin: .8rem 0; text-indent: 0 !important; }
.picture img { display: inline-block; max-width: 100%; height: auto; }
.picture.center { text-align: center; }
.picture.right { text-align: right; }
.in-line { width: auto; max-height: 1.65em; vertical-align: middle; }
.in-line:not(.own) { height: .7em; height: 1cap; vertical-align: baseline; }`;

/** As high as a character, in its em box. */
const picturesBesideIdeographs = (lang: Lang): string => `:lang(${lang}) .in-line:not(.own) { height: 1em; vertical-align: -.12em; }`;

const common = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; color: #111; background: #fff; font: 1rem/1.65 "Noto Sans JP", "Hiragino Sans", "Yu Gothic", sans-serif; line-break: strict; text-autospace: normal; text-spacing-trim: trim-start; overflow-wrap: anywhere; }
nav { padding: .6rem 1rem; border-bottom: 1px solid #767676; }
nav a { margin-right: 1rem; }
main { max-width: 70rem; margin: 0 auto; padding: 0 1rem 4rem; }
article > section { max-width: 46rem; margin-inline: auto; }
article > section:has(.table.statement) { max-width: 66rem; }
article { padding-top: 1.5rem; }
article + article { margin-top: 3rem; border-top: 2px solid #111; }`;

/** Serif text, sans-serif headings and tables, as in print. */
const latinFaces = (
  lang: Lang,
): string => `[lang="${lang}"] { font-family: "Source Serif 4", Georgia, "Times New Roman", serif; line-height: 1.5; }
[lang="${lang}"] :is(h1, h2, h3, h4, table), :is(h1, h2, h3, h4, table)[lang="${lang}"] { font-family: "Source Sans 3", "Noto Sans JP", system-ui, sans-serif; }`;

const headings = `a { color: #0b4f9e; }
h1 { font-size: 1.4rem; line-height: 1.35; text-align: center; margin: 1.5rem 0 .75rem; }
h2 { font-size: 1.2rem; line-height: 1.4; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }
h4 { font-size: 1rem; font-style: italic; margin: 1.1rem 0 .2rem; }`;

/** No face of the tradition has an italic. */
const uprightHeadings = (lang: Lang): string => `h4:lang(${lang}) { font-style: normal; }`;

const paragraphs = `h4.run-in { float: left; margin: 0 .5em 0 0; }
p { margin: 0 0 .8rem; }`;

/** Paragraphs begin with an indent of one character. */
const indents = (lang: Lang): string => `article[lang="${lang}"] section > p { text-indent: 1em; }
article[lang="${lang}"] section > p:is(.notice, .note, .appendix, .call, .legal, .period-line, .unit-line, .statement-company) { text-indent: 0; }`;

/** Series are told apart in grey: those of lines by their dashes. */
const charts = `figure.chart { margin: 1.2rem 0; }
figure.chart figcaption { font-weight: 600; }
figure.chart svg { display: block; width: 100%; height: auto; font-size: 12px; }
figure.chart .m { text-anchor: middle; } figure.chart .e { text-anchor: end; }
figure.chart .v { paint-order: stroke; stroke: #fff; stroke-width: 3px; }
figure.chart line { stroke: #bbb; stroke-width: .5; } figure.chart line.zero { stroke: #111; stroke-width: 1; }
figure.chart rect { stroke: #111; stroke-width: .75; fill: #404040; }
figure.chart .s1 { fill: #d9d9d9; } figure.chart .s2 { fill: #8c8c8c; } figure.chart .s3 { fill: #fff; } figure.chart .s4 { fill: #b3b3b3; } figure.chart .s5 { fill: #000; }
figure.chart polyline { fill: none; stroke: #111; stroke-width: 1.75; }
figure.chart .l1 { stroke-dasharray: 7 3; } figure.chart .l2 { stroke-dasharray: 2 3; } figure.chart .l3 { stroke-dasharray: 9 3 2 3; } figure.chart .l4 { stroke-dasharray: 14 5; } figure.chart .l5 { stroke-dasharray: 4 2; }
figure.chart details { font-size: .9rem; }`;

const rest = `ul, ol { margin: 0 0 1rem; padding-left: 1.2em; }
ol { list-style: none; padding-left: 2em; }
ol .label { display: inline-block; min-width: 1.6em; margin-left: -2em; margin-right: .4em; text-align: right; }
li { margin-bottom: .4rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1em; margin: 0 0 1rem; }
dd { margin: 0; }
.sender { width: max-content; max-width: 100%; margin: 0 0 1rem auto; font-size: .9rem; }
.sender p, .contact p, .filer p { overflow-wrap: break-word; }
.sender p, .contact p { margin: 0; text-indent: 0; }
.contact { margin-bottom: 1.5rem; }
.deck, .closing { text-align: center; }
.deck { font-weight: 600; font-style: italic; }
.appendix { text-align: right; }
.notice, .legal, .note { font-size: .88rem; }
.note { margin: .3rem 0; padding-left: 1em; text-indent: -1em !important; }
abbr { text-decoration: none; }
div.words :is(th, td) { white-space: normal; text-align: left; padding-right: .5em; font-weight: 400; }
div.words .right { text-align: right; }
div.words .center { text-align: center; }
sup { font-size: .65em; line-height: 0; }
.table { margin: 1rem 0; overflow-x: auto; overscroll-behavior-x: contain; }
table { border-collapse: collapse; border-top: 1.5px solid #111; border-bottom: 1.5px solid #111; font-size: .85rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; overflow-wrap: normal; }
.statement table { font-size: .78rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
caption span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 2rem); margin-right: 1em; }
caption .unit { font-weight: 400; }
th, td { padding: .15em .5em; vertical-align: bottom; }
thead th { font-weight: 500; text-align: center; border-bottom: 1px solid #111; }
tbody th { text-align: left; font-weight: 400; min-width: 9em; text-indent: -1em; padding-left: 1.5em; }
thead td:first-child, tbody th { position: sticky; left: 0; background: #fff; }
.head th { position: static; }
@media (min-width: 48rem) { .statement tbody th { min-width: 17em; } }
tbody td { text-align: right; white-space: nowrap; padding-right: 1.6em; }
tbody td.h1 { padding-right: calc(1.6em - 1ch * .6); }
tbody td.h2 { padding-right: calc(1.6em - 1ch * 1.5); }
.head th { padding-top: .6em; }
tr.total td:not(:empty), tr.grand td:not(:empty) { border-top: 1px solid #111; }
tr.grand td:not(:empty) { border-bottom: 3px double #111; }
tbody .d1 { padding-left: 2.5em; } tbody .d2 { padding-left: 3.5em; } tbody .d3 { padding-left: 4.5em; } tbody .d4 { padding-left: 5.5em; }
@media (max-width: 40rem) {
  main { padding-inline: .75rem; }
  h1 { font-size: 1.25rem; }
  .filer p { overflow-wrap: break-word; word-break: auto-phrase; }
  thead td:first-child, tbody th { max-width: 55vw; }
}
@page { size: A4; margin: 18mm 16mm; }
@media print {
  html { font-size: 10pt; }
  nav { display: none; }
  main { max-width: none; padding: 0; }
  article > section, article > section:has(.table.statement) { max-width: none; }
  article + article { break-before: page; border-top: 0; margin-top: 0; }
  .table { overflow: visible; }
  table { width: 100%; }
  .statement table { font-size: 7pt; }
  th, td { padding-inline: .3em; }
  tbody td { padding-right: 1em; }
  tbody td.h1 { padding-right: calc(1em - 1ch * .6); }
  tbody td.h2 { padding-right: calc(1em - 1ch * 1.5); }
  .statement tbody th { min-width: 0; }
  caption span, thead td:first-child, tbody th { position: static; }
  .table { break-inside: avoid; }
  thead { display: table-header-group; }
  tr, li, .note, .sender, .contact { break-inside: avoid; }
  tr.head { break-after: avoid; }
  tr:is(.total, .grand) { break-before: avoid; }
  caption, h1, h2, h3, h4, .appendix, .period-line, .unit-line, .statement-company { break-after: avoid; }
  p { orphans: 2; widows: 2; }
  a { color: inherit; text-decoration: none; }
}`;
