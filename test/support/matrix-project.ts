// Turn the small issuer into one with two segments and a statement of changes in equity: the files that tests add, and where they stand.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Edit, files, withEdit } from './fixture.ts';

export const membersFile = 'data/mini/members.yaml';
export const segmentsFile = 'data/mini/statements/segments.yaml';
export const equityFile = 'data/mini/statements/changes.yaml';

const members = readFileSync(join(import.meta.dirname, 'matrix/members.yaml'), 'utf8');

const segments = `kind: statement
orientation: matrix
period: current
captions: {ja: [], en: []}
summary: {ja: 事業別。, en: By segment.}
stub: {ja: "", en: ""}
scale: thousand
columns:
  - head: {ja: 報告事業, en: Segments}
    columns:
      - {member: works}
      - {member: care}
      - {member: both}
  - {member: apart}
  - {id: whole, of: [both, apart], head: {ja: 計上額, en: Consolidated}}
rows:
  - head: {ja: 売上高, en: Revenues}
    rows:
      - {concept: sales.outside, blank: [apart], cells: {whole: revenue.total}}
      - concept: sales.inside
    total: {concept: sales.all, cells: {whole: revenue.total}}
  - {concept: profit.segment, cells: {whole: result.operating}}
`;

const equity = `kind: statement
orientation: matrix
period: current
captions: {ja: [], en: []}
summary: {ja: 資本の動き。, en: Changes in equity.}
stub: {ja: "", en: ""}
scale: thousand
columns:
  - {member: equity.capital}
  - {member: equity.deficit}
  - {member: equity.total}
rows:
  - {balance: opening, labels: {ja: 期首残高, en: Opening balance}}
  - head: {ja: 変動額, en: Changes}
    rows:
      - concept: move.result
      - concept: move.shares
    total: {concept: move.all}
  - {balance: closing, labels: {ja: 期末残高, en: Closing balance}}
`;

const concepts = `equity.total: {labels: {ja: 資本合計, en: Total equity}, formula: equity.capital + equity.deficit}
sales.outside: {members: segments, labels: {ja: 外部売上高, en: Outside sales}}
sales.inside: {members: segments, labels: {ja: 内部売上高, en: Inside sales}}
sales.all: {members: segments, labels: {ja: 売上高計, en: All sales}}
profit.segment: {members: segments, labels: {ja: 事業損益, en: Segment profit or loss}}
move.result: {members: {equity.deficit: result.net}, labels: {ja: 当期の損益, en: Result of the period}}
move.shares: {members: [equity.capital], labels: {ja: 株式の発行, en: Shares issued}}
move.all: {members: equity, labels: {ja: 変動額計, en: All changes}}
`;

const facts = `facts:
  sales.outside[works]: 1,000,500
  sales.outside[care]: 500,250
  sales.inside: "-"
  sales.inside[works]: 20,000
  sales.inside[care]: "-"
  sales.inside[apart]: (20,000)
  profit.segment[works]: 10,625
  profit.segment[care]: (70,000)
  profit.segment[apart]: 10,000
  move.shares[equity.capital]: "-"
`;

/** Adds the members, their concepts and figures, and both matrices, which the layout places. */
export const matrixProject: readonly Edit[] = [
  { file: membersFile, content: members },
  { file: segmentsFile, content: segments },
  { file: equityFile, content: equity },
  withEdit(files.concepts, 'market.users:', `${concepts}market.users:`),
  withEdit(files.current, 'facts:\n', facts),
  withEdit('templates/plain/release.hbs', '{{table "position"}}', '{{table "position"}}{{table "segments"}}{{table "changes"}}'),
];
