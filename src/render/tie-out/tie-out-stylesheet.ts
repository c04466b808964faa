// Turn the states of figures into the style sheet of the tie-out book: a ledger on screen and paper, with a filter per state.
const ledger = `:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem 1.25rem 4rem; max-width: 100rem; color: #111; background: #fff; font: .8rem/1.4 "Noto Sans JP", "Hiragino Sans", "Yu Gothic", system-ui, sans-serif; }
h1 { font-size: 1.2rem; line-height: 1.35; margin: 0 0 .4rem; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; border-bottom: 2px solid #111; }
p { margin: 0 0 .4rem; }
a { color: inherit; text-decoration-color: #8aa6c8; text-underline-offset: .15em; }
:target { background: #fff1b8; outline: 2px solid #c98a00; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; padding: .3rem 0; }
caption span { margin-left: .6em; }
th, td { padding: .15em .4em; vertical-align: top; text-align: left; border-bottom: 1px solid #d5d5d5; font-weight: 400; }
thead { break-inside: avoid; }
thead th { font-weight: 600; font-size: .9em; border-bottom: 1px solid #111; vertical-align: bottom; }
.line { display: block; }
.sheet, .schedule { margin: 0 0 1.6rem; overflow-x: auto; }
.sheet > table:not(.prose) td, .sheet > table:not(.prose) thead th { text-align: right; white-space: nowrap; }
.sheet > table:not(.prose) thead th { white-space: normal; min-width: 6em; }
.sheet tr.head th { font-weight: 600; }
.sheet tr.total > * { border-top: 1px solid #111; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(30rem, 1fr)); gap: 0 2rem; align-items: start; }
.prose td:nth-child(2) { width: 55%; }
.prose td ul { margin: 0; padding-left: 1em; font-size: .9em; overflow-wrap: anywhere; }
.schedule td, .schedule th { overflow-wrap: anywhere; }
.ticks { margin-left: .25em; font-size: .72em; letter-spacing: .06em; color: #0b4f9e; white-space: nowrap; }
.sheet > table:not(.prose) :is(tbody th, thead td) { min-width: 15em; }
.sheet > table:not(.prose) .ticks { display: inline-block; width: 5em; text-align: left; }
.tick { text-decoration: none; }
.figure { font-weight: 500; }
.figure:is(.plugged, .overridden, .waived) { background: #fdf0cf; }
.figure:is(.open, .differs) { background: #fbdcdc; }
.legend { width: auto; margin: .6rem 0; }
.legend .count { text-align: right; }
.filter { position: sticky; top: 0; z-index: 1; background: #fff; padding: .3rem 0; }
.filter fieldset { margin: 0; padding: .2rem .6rem; border: 1px solid #767676; display: flex; flex-wrap: wrap; gap: .2rem .9rem; }
@page { size: A4 landscape; margin: 10mm; }
@media print { .filter { display: none; } body { padding: 0; max-width: none; font-size: 6.5pt; } .sheet > table:not(.prose) .ticks { width: 3.6em; } .sheet, .schedule { overflow: visible; } tr, thead { break-inside: avoid; } h2 { break-after: avoid; } }`;

/** Rows deeper than this are indented no further. */
export const deepestIndent = 12;

const indents = Array.from({ length: deepestIndent + 1 }, (_, depth) => `.sheet th.d${depth} { padding-left: ${depth + 0.3}em; }`);

/** A chosen state leaves the sheets and rows that have a figure in it; other figures of those rows grow pale. */
export function tieOutStylesheet(states: readonly string[]): string {
  const rules = states.map((state) => {
    const chosen = `body:has(#show-${state}:checked)`;
    return `${chosen} .sheet:not(:has(.${state})), ${chosen} .sheet tbody tr:not(.head, :has(.${state})), ${chosen} .sheet table:not(:has(.${state})) { display: none; }
${chosen} .sheet .figure:not(.${state}) { opacity: .35; }`;
  });
  return [ledger, ...indents, ...rules].join('\n');
}
