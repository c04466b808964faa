// Turn the colours, frames, rules and tints of a style into rules of a style sheet: the web page looks as the printed one, at its own sizes.

import { contrast } from '../../model/contrast.ts';
import type { Block, Document, Table } from '../../model/document.ts';
import { inLang } from '../../model/language.ts';
import { type BlockStyle, type Color, drawnLeader, type FrameStyle, type Leader, type Style, type TableStyle } from '../../model/style.ts';

/** Empty for a style that colours and frames nothing. */
export function styleRules(document: Document, style: Style): string {
  const palette = [...style.colors.values()].map(({ name, value }) => `--${name}: ${value};`);
  const tables = (['statement', 'statistics'] as const).flatMap((kind) => {
    const own = style.tables.get(kind);
    return own ? rulesOfTables(kind, own) : [];
  });
  return [
    ...(palette.length > 0 ? [`:root { ${palette.join(' ')} }`] : []),
    ...document.languages.flatMap((lang) =>
      [...inLang(style.blocks, lang)].flatMap(([name, block]) => rulesOfBlock(`article[lang="${lang}"]`, name, block)),
    ),
    ...tables,
    ...rulesOfCharts(style.charts.colors),
    ...(style.runningHead.logo ? ['.logo { padding: .6rem 1rem; }', '.logo img { display: block; max-width: 100%; }'] : []),
    ...tablesOf(document).flatMap((table) => {
      const own = style.tables.get(table.style);
      return own ? rulesOfColumns(table, own) : [];
    }),
  ].join('\n');
}

const paint = ({ name, value }: Color): string => (name === value ? value : `var(--${name})`);
const ink = (color: Color | undefined): string => (color ? paint(color) : '#111');

/** Selectors of blocks that no element is called after. */
const selectors: Readonly<Record<string, string>> = {
  note: '.note',
  unit: 'caption .unit',
  head: 'thead :is(th, td)',
  cell: 'tbody :is(th, td)',
};
const elements: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'li', 'dl', 'caption']);
/** A name of a block that can stand in a selector as it is. */
const plainName = /^[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)?$/;

function rulesOfBlock(
  part: string,
  name: string,
  { color, frame, leader, columns, columnGap, across, align }: BlockStyle,
): readonly string[] {
  if ((!color && !frame && !leader && !across && columns === 1) || !plainName.test(name)) return [];
  const [tag = '', className] = name.split('.');
  const isClass = className === undefined && !elements.has(tag) && !Object.hasOwn(selectors, tag);
  const selector = `${part} ${isClass ? `.${tag}` : (selectors[tag] ?? tag)}${className === undefined ? '' : `.${className}`}`;
  // What stands inside a framed group has no frame of the same class again, and headings never have.
  const group = isClass ? tag : className;
  const outer = group === undefined ? '' : `:not(div.${group} *)`;
  const framed = isClass
    ? `:is(div, p, ul, ol).${tag}${outer}`
    : `${selectors[tag] ?? tag}${className === undefined ? '' : `.${className}`}${outer}`;
  // Paragraphs of a group are set in its style.
  const inner = isClass ? `, ${selector} p:not([class])` : '';
  const leads = drawnLeader(leader);
  const isTerms = tag === 'dl';
  return [
    ...(leads && isTerms ? [rulesOfTerms(selector, leads, align)] : []),
    ...(leader && !isTerms
      ? [`${selector} { display: flex; justify-content: space-between; gap: ${leads ? '.5em' : '1em'}; text-indent: 0; }`]
      : []),
    ...(leads && !isTerms
      ? [
          `${selector} > a:last-child { flex: 1; display: flex; align-items: baseline; gap: .5em; text-decoration: none; }`,
          `${selector} > a:last-child::before { content: ""; flex: 1; border-bottom: ${borders[leads]}; }`,
        ]
      : []),
    ...(columns === 2 && isClass
      ? [
          `@media (min-width: 48rem), print { ${selector} { columns: 2; column-gap: ${columnGap}em; } }`,
          `${selector} > .table:not(.words) { column-span: all; }`,
        ]
      : []),
    ...(across ? [`${selector} { column-span: all; }`] : []),
    ...(columns === 2 && isTerms
      ? [`@media (min-width: 48rem) { ${selector} { grid-template-columns: max-content 1fr max-content 1fr; } }`]
      : []),
    ...(color ? [`${selector}${inner} { color: ${paint(color)}; }`] : []),
    ...(frame ? rulesOfFrame(`${part} ${framed}`, frame) : []),
  ];
}

/** Words that only lead the eye are no text of the page: they are drawn by borders. */
const borders = { dots: '.1em dotted', rule: '1px solid' } as const;

/** From a term to what is said of it; what ends at the right edge has the term's column fill the line. */
function rulesOfTerms(selector: string, leader: Leader, align: BlockStyle['align']): string {
  const right = align === 'right' ? `\n${selector} { grid-template-columns: 1fr auto; }\n${selector} > dd { text-align: right; }` : '';
  return `${selector} > dt { display: flex; align-items: baseline; align-self: start; }
${selector} > dt::after { content: ""; flex: 1; min-width: 1.5em; margin-left: .5em; border-bottom: ${borders[leader]}; }${right}`;
}

function rulesOfFrame(selector: string, { rule, color, tint, padding, margin, titleInRule }: FrameStyle): readonly string[] {
  const border = rule > 0 ? ` border: max(1px, ${rule}pt) solid ${ink(color)};` : '';
  const ground = tint ? paint(tint) : '#fff';
  return [
    `${selector} { margin: ${margin}pt 0; padding: ${padding}pt;${border}${tint ? ` background: ${ground};` : ''} break-inside: auto; }`,
    ...(tint ? [`${selector} :where(tbody th, thead td:first-child) { background: ${ground}; }`] : []),
    `${selector} > :last-child { margin-bottom: 0; }`,
    titleInRule
      ? `${selector} > :is(h1, h2, h3, h4):first-child { width: max-content; max-width: 100%; margin: calc(-${padding}pt - .8em) 0 0; padding: 0 .4em; background: linear-gradient(#fff 50%, ${ground} 50%); }`
      : `${selector} > :first-child { margin-top: 0; }`,
  ];
}

/** Bars and lines of charts have the colours of the printed ones; lines too light to be seen are black there and here. */
function rulesOfCharts(colors: readonly Color[]): readonly string[] {
  if (colors.every(({ name, value }, at) => name === value && value === plainSeries[at])) return [];
  return colors.flatMap((color, at) => [
    `figure.chart .s${at} { fill: ${paint(color)}; }`,
    `figure.chart .l${at} { stroke: ${contrast(color.value, '#ffffff') < leastOfLines ? '#111' : paint(color)}; }`,
  ]);
}

/** What the sheet of every page with charts says already. */
const plainSeries = ['#404040', '#d9d9d9', '#8c8c8c', '#ffffff', '#b3b3b3', '#000000'];

/** Least contrast of a line with the paper. */
const leastOfLines = 2.2;

/** A table of words is set as one of statistics. */
const frames = { statement: '.table.statement', statistics: ':is(.table.statistics, .table.words)' } as const;

/** Thickness in a browser, which draws less than a pixel as nothing or as one. */
const line = (points: number, { color }: TableStyle): string => `max(1px, ${points}pt) solid ${ink(color)}`;

function rulesOfTables(kind: keyof typeof frames, style: TableStyle): readonly string[] {
  const { lines, tints, color } = style;
  const table = frames[kind];
  return [
    ...(color ? [`div${table} :is(table, th, td) { border-color: ${paint(color)} !important; }`] : []),
    ...(style.leader
      ? [
          `${table} tbody tr:not(.head) > th { overflow: clip; }`,
          `${table} tbody tr:not(.head) > th::after { content: ""; position: absolute; width: 100%; height: 1em; margin-left: .5em; border-bottom: ${borders[style.leader]}; }`,
        ]
      : []),
    ...(lines.side > 0 ? [`${table} table { border-left: ${line(lines.side, style)}; border-right: ${line(lines.side, style)}; }`] : []),
    ...(style.unitRow ? [`${table} thead tr:not(:last-child) > * { border-bottom: ${line(style.rules.head, style)}; }`] : []),
    ...(lines.row > 0 ? [`${table} tbody tr + tr > * { border-top: ${line(lines.row, style)}; }`] : []),
    ...(kind === 'statistics' && (lines.column || lines.group) > 0
      ? [`.table.words :is(th, td) + :is(th, td) { border-left: ${line(lines.column || lines.group, style)}; }`]
      : []),
    ...(tints.band ? [`${table} tbody tr:nth-child(even) > * { background: ${paint(tints.band)}; }`] : []),
    ...(tints.total ? [`${table} tbody tr.total > * { background: ${paint(tints.total)} !important; }`] : []),
    ...(tints.head ? [`${table} thead :is(th, td) { background: ${paint(tints.head)}; }`] : []),
  ];
}

/** Tints and upright rules of a table's columns: a cell of the body by its number, a head by its id. */
function rulesOfColumns(table: Table, style: TableStyle): readonly string[] {
  const { lines, tints } = style;
  const inBody = (column: number): string => `[id="${table.id}"] tbody tr:not(.head) > :nth-child(${column + 2})`;
  const tintOf = (column: number): Color | undefined => {
    const role = table.columns[column]?.roles?.find((each) => tints.columns.has(each));
    return role === undefined ? undefined : tints.columns.get(role);
  };
  return table.columns.flatMap((_, column): readonly string[] => {
    const color = tintOf(column);
    // Where the last row of heads holds units, the row above it holds columns together.
    const joins = style.unitRow && table.headRows > 1 ? table.headRows - 2 : undefined;
    const joining = table.heads.filter(({ row, rowSpan }) => joins === undefined || (row <= joins && joins < row + rowSpan));
    const joined = column > 0 && joining.some((head) => head.column <= column && column + 1 < head.column + head.colSpan);
    const width = joined ? lines.column : lines.group || lines.column;
    const beginning = table.heads.filter((head) => head.column === column + 1).map(({ id }) => `[id="${id}"]`);
    const tinted = table.heads
      .filter(
        (head) =>
          head.column === column + 1 &&
          Array.from({ length: head.colSpan }, (_, at) => tintOf(column + at)?.value).every((each) => each === color?.value),
      )
      .map(({ id }) => `[id="${id}"]`);
    return [
      ...(color ? [`${[inBody(column), ...(tints.head ? [] : tinted)].join(', ')} { background: ${paint(color)}; }`] : []),
      ...(width > 0 ? [`${[inBody(column), ...beginning].join(', ')} { border-left: ${line(width, style)}; }`] : []),
    ];
  });
}

function tablesOf({ parts }: Document): readonly Table[] {
  const inside = (block: Block): readonly Table[] =>
    block.kind === 'table' ? [block] : block.kind === 'group' ? block.blocks.flatMap(inside) : [];
  return parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(inside)));
}
