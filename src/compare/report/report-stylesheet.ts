// Turn the report of differences into a look: a list beside the pages, three views of them, marks in the colour of their class.

import type { Lang } from '../../model/language.ts';

/** The page says everything in each of its languages, and shows one. */
export function reportStylesheet(languages: readonly Lang[]): string {
  const others = languages.map((lang) => `:root[lang="${lang}"] .w:not([lang="${lang}"]) { display: none; }`);
  return `${sheet}\n${others.join('\n')}`;
}

/** Colours have 4.5:1 on white; a class is told by its word and its line as well. */
const sheet = `:root { color-scheme: light; --ordered: #0b4f9e; --consequential: #00695c; --text: #7a4a00; --layout: #595959; --file: #6a1b9a; --unexplained: #b00020; }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem 1.25rem 4rem; color: #111; background: #fff; font: .85rem/1.45 system-ui, "Noto Sans JP", "Hiragino Sans", "Yu Gothic", sans-serif; }
h1 { font-size: 1.25rem; margin: 0 0 .4rem; }
h2 { display: inline; font-size: 1rem; margin: 0; }
main > h2 { display: block; font-size: 1.1rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
h3 small { font-weight: 400; color: #444; }
.languages { display: flex; gap: .3rem; margin-left: auto; }
.versions { border-collapse: collapse; margin: 0 0 .5rem; max-width: 100%; } .versions caption { text-align: left; font-weight: 700; }
.versions th, .versions td { text-align: left; vertical-align: top; font-weight: 400; padding: .1rem .8rem .1rem 0; border-bottom: 1px solid #ddd; } .versions td { overflow-wrap: anywhere; }
.versions th { color: #444; white-space: nowrap; } .versions code { font-size: .9em; }
header p { margin: .3rem 0; } .uncompared summary { cursor: pointer; } .uncompared ul { margin: .3rem 0 .5rem; padding-left: 1.4rem; } .total { font-weight: 700; }
.tally { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin: 0; padding: 0; border: 0; } .tally legend { padding: 0; color: #444; } .tally small { color: #444; }
.tally label { border-left: .3rem solid; padding-left: .4rem; cursor: pointer; } .tally b { font-weight: 400; }
[hidden] { display: none !important; }
.ordered { --own: var(--ordered); } .consequential { --own: var(--consequential); } .text { --own: var(--text); } .layout { --own: var(--layout); } .file { --own: var(--file); } .unexplained { --own: var(--unexplained); }
.tally label { border-color: var(--own); } .tally b, nav h2 { color: var(--own); }
.controls { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; padding: .4rem 0; background: #fff; border-bottom: 1px solid #767676; }
button { font: inherit; padding: .2rem .6rem; border: 1px solid #767676; border-radius: .2rem; background: #fff; color: #111; cursor: pointer; }
button:disabled { color: #6b6b6b; border-color: #b5b5b5; cursor: default; }
input[type=search] { font: inherit; padding: .15rem .3rem; border: 1px solid #767676; border-radius: .2rem; width: 12rem; }
button[aria-pressed="true"] { background: #111; color: #fff; }
kbd { font: inherit; font-weight: 700; }
:focus-visible { outline: 3px solid #0b4f9e; outline-offset: 2px; }
.columns { display: grid; grid-template-columns: minmax(18rem, 26rem) minmax(0, 1fr); gap: 1.5rem; align-items: start; }
nav { position: sticky; top: var(--bar, 3rem); max-height: calc(100vh - var(--bar, 3rem) - .5rem); overflow-y: auto; padding: .5rem .4rem 1rem 0; }
nav section { margin: 0 0 .8rem; border-left: .3rem solid var(--own); padding-left: .5rem; }
nav ol { margin: .3rem 0 0; padding-left: 1.8rem; } nav li { margin: 0 0 .35rem; overflow-wrap: anywhere; }
nav a { color: #111; } nav a[aria-current="true"] { background: #fff1b8; outline: 2px solid #8a6100; }
nav small, nav code { color: #444; font-size: .85em; }
.chain { font-size: .85em; color: #444; } nav .context { display: inline-block; width: 100%; } nav .of { border: 1px solid #767676; border-radius: .2rem; padding: 0 .2rem; font-size: .8em; color: #444; display: inline-block; } .page { font-weight: 700; }
del, ins { unicode-bidi: isolate; } del { color: #8c0015; text-decoration-thickness: 1px; } ins { color: #00591c; text-decoration-thickness: 1px; text-underline-offset: .15em; }
.sheets { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
figure { margin: 0; position: relative; min-width: 0; } figcaption { color: #444; margin: 0 0 .2rem; }
.frame { overflow-x: auto; } .paper { position: relative; width: calc(100% * var(--zoom, 1)); }
.sheet { position: relative; isolation: isolate; border: 1px solid #767676; } .sheet img { display: block; width: 100%; height: auto; }
.marks { position: absolute; inset: auto 0 0 0; border: 1px solid transparent; pointer-events: none; }
.mark { position: absolute; pointer-events: auto; border: 1px solid var(--own); background: color-mix(in srgb, var(--own) 10%, transparent); }
.mark.layout { border-style: dotted; background: none; } .mark.unexplained { border-width: 2px; }
.mark.current { outline: 3px solid #d08700; outline-offset: 1px; background: color-mix(in srgb, #ffc400 30%, transparent); }
.cut { display: none; margin: 0 0 .4rem; } .cut input { width: min(30rem, 60vw); vertical-align: middle; }
:is([data-view="overlay"], [data-view="slider"]) .pair:not(.lone) .sheets { display: block; position: relative; max-width: 60rem; }
:is([data-view="overlay"], [data-view="slider"]) .pair:not(.lone) figure.new { position: absolute; inset: 0; }
:is([data-view="overlay"], [data-view="slider"]) .pair:not(.lone) figure.new figcaption { visibility: hidden; }
:is([data-view="overlay"], [data-view="slider"]) .pair:not(.lone) figure.old .marks { display: none; }
[data-view="overlay"] .pair:not(.lone) .sheet::after { content: ""; position: absolute; inset: 0; mix-blend-mode: lighten; background: #f0002c; }
[data-view="overlay"] .pair:not(.lone) figure.new .sheet::after { background: #009dff; }
[data-view="overlay"] .mark:not(.current) { background: none; }
[data-view="overlay"] .pair:not(.lone) figure.new { mix-blend-mode: multiply; }
[data-view="slider"] .cut { display: block; }
[data-view="slider"] .pair:not(.lone) figure.new .sheet { clip-path: inset(0 0 0 var(--cut, 50%)); }
@media (max-width: 60rem) { .columns { grid-template-columns: 1fr; } nav { position: static; max-height: none; } }
@page { size: A4 landscape; margin: 10mm; }
@media print { .controls, .cut { display: none !important; } body { padding: 0; font-size: 7.5pt; } .columns { display: block; } nav { position: static; max-height: none; overflow: visible; columns: 2; }
.pair { break-inside: avoid; break-before: page; } .pair h3 { margin-top: 0; } .sheets { max-height: 175mm; } .sheet img { max-height: 165mm; width: auto; max-width: 100%; } .marks { display: none; } .paper { width: 100%; } }`;
