// Turn all that makes a table hard into one statement: nine columns and more, three levels of heads, 120 rows, an endless label, per-share rows.
import { layout } from '../../src/layout/layout.ts';
import type { BodyRow, Document, HeadCell, Inline } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Layout } from '../../src/model/page.ts';
import { documentOf, head, here, inline, note, paragraph, section, table } from './block-document.ts';
import { realFonts } from './real-fonts.ts';
import { composeSample } from './sample.ts';

const nineHeads = [
  head('t.h0', [0, 0, 3, 1], 'Thousands of yen'),
  head('t.h1', [0, 1, 1, 6], 'Year on year'),
  head('t.h2', [0, 7, 1, 3], 'Quarter on quarter'),
  head('t.h3', [1, 1, 1, 2], 'Sept 30, 2002'),
  head('t.h4', [1, 3, 2, 1], '% of|revenues'),
  head('t.h5', [1, 4, 1, 1], 'Sept 30, 2001'),
  head('t.h6', [1, 5, 2, 1], '% of|revenues'),
  head('t.h7', [1, 6, 2, 1], 'YoY|%'),
  head('t.h8', [1, 7, 1, 1], 'June 30, 2002'),
  head('t.h9', [1, 8, 2, 1], '% of|revenues'),
  head('t.h10', [1, 9, 2, 1], 'QoQ|%'),
  head('t.h11', [2, 1, 1, 1], 'USD'),
  head('t.h12', [2, 2, 1, 1], 'JPY'),
  head('t.h13', [2, 4, 1, 1], 'JPY'),
  head('t.h14', [2, 7, 1, 1], 'JPY'),
];

const endless = 'Amortisation of intangible assets taken over with subsidiaries, less what was recovered under warranties';

/** What ends a statement of operations: a grand total, and below it figures of four kinds, one of them with decimals. */
const perShare = [
  '-Net loss | (19,108) | (2,326,166) | (22.0%) | (3,084,761) | (32.4%) | (24.6%) | (2,595,017) | (26.3%) | (10.4%)',
  'Basic net loss per share |  | (103,477) |  | (137,222) |  |  | (115,437) |  | ',
  'Basic net loss per ADS equivalent |  | (51.74) |  | (68.61) |  |  | (57.72) |  | ',
  'Weighted average number of shares |  | 22,480 |  | 22,480 |  |  | 22,480 |  | ',
  'Weighted average number of ADS equivalents |  | 44,960,000 |  | 44,960,000 |  |  | 44,960,000 |  | ',
];
/** Sheets of so many rows end in the grand total and the figures per share. */
const fullSheet = 120;

function rowText(index: number, rows: number): string {
  const last = rows === fullSheet ? perShare[index - rows + perShare.length] : undefined;
  if (last !== undefined) return last;
  if (index % 12 === 0) return '#Section of the statement:';
  if (index % 12 === 11) return '-Total of the section | 86,808 | 10,568,342 | 100.0 | 9,529,170 | 100.0 | 10.9 | 9,853,104 | 100.0 | 7.3';
  if (index === 17) return `${endless} | (1,592) | (193,782) | (1.8) | 15,998 | 0.2 | (1,311.3) | (464,155) | (4.7) | (58.3)`;
  if (index % 12 === 5) return 'Nothing in any period | – | – | – | – | – | – | – | – | –';
  // Two points in a section stand in line, and its whole numbers with them; elsewhere one point keeps to the digits.
  if (index % 24 === 10) return 'Dividend per share |  | 7.5 |  | 7.125 |  |  | – |  | ';
  if (index % 12 === 9) return 'Per share, basic |  | (51.74) |  | (12.05) |  |  | (103.32) |  | ';
  if (index % 3 === 0)
    return `Loss of item ${index} | (29,131) | (3,546,372) | (33.6) | (3,304,019) | (34.7) | (107.3) | (3,488,121) | (35.4) | (1.7)`;
  return `Item ${index} | ${index},131 | 1,${100 + index},372 | 3.6 | ${100 + index},019 | 4.7 | 7.3 | 2,${200 + index},121 | 5.4 | 1.7`;
}

/** Some labels carry a raised mark; the result is ruled off from what follows it, whose labels stand as far left as its own. */
function finished(row: BodyRow, index: number, rows: readonly BodyRow[]): BodyRow {
  const mark: Inline = { text: '(2)', at: here, sup: true };
  const after = index - (rows.length - perShare.length);
  if (rows.length === fullSheet && after >= 0) return { ...row, depth: 0, rule: after === 0 ? 'grand' : 'none' };
  return index % 12 === 2 ? { ...row, label: [...row.label, mark] } : row;
}

export interface Torture {
  readonly document: Document;
  readonly layout: Layout;
  readonly findings: readonly Finding[];
  readonly style: NonNullable<ReturnType<typeof composeSample>['release']>['style'];
}

/** Three columns more, a head over them like those of the last period. */
function moreHeads(group: number): readonly HeadCell[] {
  const first = 10 + 3 * group;
  const id = `t.more${group}`;
  return [
    head(id, [0, first, 1, 3], `Forecast ${group + 1}`),
    head(`${id}.period`, [1, first, 1, 1], `June 30, ${2003 + group}`),
    head(`${id}.jpy`, [2, first, 1, 1], 'JPY'),
    head(`${id}.share`, [1, first + 1, 2, 1], '% of|revenues'),
    head(`${id}.change`, [1, first + 2, 2, 1], 'YoY|%'),
  ];
}

/** What the sheet is made of. */
export interface Torment {
  readonly rows?: number;
  /** Groups of three columns after the nine. */
  readonly groups?: number;
  /** One head stands over all columns: they cannot be parted. */
  readonly joined?: boolean;
}

/** The sheet through the real layout, in the sample's style, between a paragraph and the titles and notes of a statement. */
export function tortureSheet({ rows = fullSheet, groups = 0, joined = false }: Torment = {}): Torture {
  const { release } = composeSample(undefined, 'validate');
  if (!release) throw new Error('the sample does not validate');
  const nine = ['translated', 'amount', 'percent-of', 'amount', 'percent-of', 'change', 'amount', 'percent-of', 'change'] as const;
  const more = Array.from({ length: groups }, (_, group) => group);
  const all = [...nineHeads, ...more.flatMap(moreHeads)];
  const top = head('t.top', [0, 1, 1, 9 + 3 * groups], 'All periods');
  const statement = table(
    't',
    Array.from({ length: rows }, (_, index) => {
      const text = rowText(index, rows);
      return [text, ...more.map(() => text.split('|').slice(7).join('|'))].filter((part) => part !== '').join(' | ');
    }),
    {
      measures: [...nine, ...more.flatMap(() => nine.slice(6))],
      style: 'statement',
      captions: [{ id: 't.caption', inlines: inline('Statement of everything') }],
      headRows: 3,
      heads: joined ? [top, ...all.filter((cell) => cell.row > 0 || cell.column === 0)] : all,
    },
  );
  const set = { ...statement, rows: statement.rows.map(finished) };
  const around =
    groups === 0
      ? [set]
      : [
          paragraph('before', 'What stands before the statement stays upright.'),
          paragraph('title', 'Appendix 1', 'appendix'),
          set,
          note('note', '(2)', 'The note of the statement stays on its page.'),
          paragraph('after', 'What stands after the statement is upright again.'),
        ];
  const document = documentOf({ en: [section('s', around, 'en-statement')] });
  const findings: Finding[] = [];
  return {
    document,
    layout: layout(document, release.style, realFonts, new Map(), (finding) => findings.push(finding)),
    findings,
    style: release.style,
  };
}
