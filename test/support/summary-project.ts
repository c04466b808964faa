// Turn a form and some edits into a project whose issuer reports everything that the layout's statements of a summary ask for, and into its tables.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Block, Table } from '../../src/model/document.ts';
import type { Lang } from '../../src/model/language.ts';
import { Session } from '../../src/session.ts';
import { projectRoot } from './sample.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What a test says of its issuer. */
export interface SummaryDraft {
  /** Lines of issuer.yaml after those that every issuer has; `standard` among them. */
  readonly issuer?: readonly string[];
  /** concepts.yaml. */
  readonly concepts?: string;
  /** `q1`, `half`, `q3`, `year`. */
  readonly term: keyof typeof spans;
  /** Lines of release.yaml. */
  readonly release?: readonly string[];
  /** Roles beside those that the form wants. */
  readonly roles?: Readonly<Record<string, string>>;
  /** Concepts that are typed for no period. */
  readonly without?: readonly string[];
  /** Lines of files besides: by path below the issuer's folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** Layout that places the statements; each once without it. */
  readonly layout?: string;
}

const spans = {
  q1: { end: '06-30', quarter: 1 },
  half: { end: '09-30', quarter: 2 },
  q3: { end: '12-31', quarter: 3 },
  year: { end: '03-31', quarter: 4 },
} as const;

const announced = { q1: '2025-08-08', half: '2025-11-10', q3: '2026-02-10', year: '2026-05-12' } as const;

const tables = [
  'results',
  'per-share',
  'position',
  'cash-flows-summary',
  'dividends',
  'forecast',
  'shares',
  'separate-results',
  'separate-position',
] as const;

/** Figures of one period, by concept; n tells years apart. */
const figures = (n: number): Readonly<Record<string, string>> => ({
  'sales.total': `${1000 + n}`,
  'profit.operating': `${100 + n}`,
  'profit.ordinary': `${95 + n}`,
  'profit.before-tax': `${90 + n}`,
  'profit.net': `${64 + n}`,
  'profit.owners': `${60 + n}`,
  'comprehensive.total': `${70 + n}`,
  'profit.per-share': `${6 + n}.25`,
  'profit.diluted-per-share': '"-"',
  'ratio.return-on-equity': '8.1%',
  'ratio.return-on-assets': '5.2%',
  'assets.total': `${2000 + n}`,
  'net-assets.total': `${800 + n}`,
  'equity.total': `${790 + n}`,
  'equity.own': `${780 + n}`,
  'equity.per-share': `${80 + n}.50`,
  'cash-flow.operating': `${110 + n}`,
  'cash-flow.investing': `(${50 + n})`,
  'cash-flow.financing': `(${20 + n})`,
  'cash.closing': `${300 + n}`,
  'dividend.first': '"-"',
  'dividend.interim': '0.00',
  'dividend.third': '"-"',
  'dividend.year-end': `${10 + n}.00`,
  'dividend.total': `${10 + n}.00`,
  'dividend.amount': `${100 + n}`,
  'dividend.payout': '16.0%',
  'dividend.on-equity': '1.2%',
  'shares.issued': '10,000,000',
  'shares.treasury': '1,000',
  'shares.average': '9,999,000',
});

/** The project's root; its one release is `umi/now`. */
export function summaryProject({
  issuer = [],
  concepts = '{}',
  term,
  release = [],
  roles = {},
  without = [],
  files = {},
  layout,
}: SummaryDraft): string {
  const root = temporaryFolder('summary');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  cpSync(join(projectRoot, 'templates/tanshin/statements'), join(root, 'templates/form/statements'), { recursive: true });
  cpSync(join(projectRoot, 'templates/tanshin/taxonomy.yaml'), join(root, 'templates/form/taxonomy.yaml'));
  cpSync(join(projectRoot, 'templates/tanshin/style.yaml'), join(root, 'templates/form/style.yaml'));
  const placed = layout ?? tables.map((id) => `{{table "${id}"}}`).join('\n');
  write(
    'templates/form/release.hbs',
    `<section class="part" title="Part">\n<section class="page {{lang}}-summary">\n<h1>T</h1>\n${placed}\n</section>\n</section>\n`,
  );
  for (const lang of ['ja', 'en']) {
    write(`templates/form/${lang}.hbs`, '');
    write(`data/umi/releases/now/narrative.${lang}.md`, '\n');
  }
  const own = ['standard', 'languages'].filter((key) => !issuer.some((line) => line.startsWith(`${key}:`)));
  write(
    'data/umi/issuer.yaml',
    [
      'id: umi',
      'names: {ja: うみ, en: Umi}',
      'short-names: {ja: うみ, en: Umi}',
      'currency: JPY',
      'scale: million',
      'regime: truncate',
      'change: {policy: nm, beyond: 1000, text: －}',
      'fiscal-naming: ends',
      'negative: triangle',
      'nil: －',
      ...(own.includes('standard') ? ['standard: j-gaap'] : []),
      ...(own.includes('languages') ? ['languages: [ja, en]'] : []),
      ...issuer,
    ].join('\n'),
  );
  write('data/umi/concepts.yaml', concepts);
  mkdirSync(join(root, 'data/umi/statements'), { recursive: true });
  const period = (id: string, year: number, span: keyof typeof spans, n: number): void => {
    const facts = Object.entries(figures(n)).filter(([concept]) => !without.includes(concept));
    const end = `${span === 'year' ? year : year - 1}-${spans[span].end}`;
    write(
      `data/umi/periods/${id}.yaml`,
      [
        `start: ${year - 1}-04-01`,
        `end: ${end}`,
        `fiscal: {year: ${year}, quarter: ${spans[span].quarter}}`,
        'facts:',
        ...facts.map(([concept, value]) => `  ${concept}: ${value}`),
      ].join('\n'),
    );
  };
  for (const year of [2024, 2025, 2026, 2027]) {
    period(`${year}fy`, year, 'year', year - 2024);
    if (term !== 'year') period(`${year}part`, year, term, year - 2024);
  }
  const periods =
    term === 'year'
      ? { current: '2026fy', 'prior-year': '2025fy', 'year-before': '2024fy', 'next-year': '2027fy' }
      : { current: '2026part', 'prior-year': '2025part', 'year-before': '2024part', 'year-end': '2025fy', 'full-year': '2026fy' };
  write(
    'data/umi/releases/now/release.yaml',
    [
      'layout: form',
      'titles: {ja: 題, en: T}',
      `announced: {ja: ${announced[term]}, en: ${announced[term]}}`,
      'periods:',
      ...Object.entries({ ...periods, ...roles }).map(([role, id]) => `  ${role}: ${id}`),
      ...release,
    ].join('\n'),
  );
  for (const [file, text] of Object.entries(files)) write(`data/umi/${file}`, text);
  return root;
}

/** What the stages up to merge find, and the tables of a language by statement. */
export function summaryOf(draft: SummaryDraft) {
  const session = new Session({ place: { root: summaryProject(draft), issuer: 'umi', release: 'now' } });
  const run = session.run('merge');
  const found = run.findings.map(({ code, at, message }) => `${code} ${at?.file}:${at?.line} ${message}`);
  const tablesIn = (lang: Lang): ReadonlyMap<string, Table> => {
    const tables = new Map<string, Table>();
    const visit = (block: Block): void => {
      if (block.kind === 'group') block.blocks.forEach(visit);
      if (block.kind === 'table' && block.lang === lang) tables.set(block.statement, block);
    };
    for (const { sections } of session.merge().value?.parts ?? []) for (const { blocks } of sections) blocks.forEach(visit);
    return tables;
  };
  return { session, found, tablesIn };
}

/** Captions, then unit, heads row by row, then rows with their cells. */
export function printedTable(table: Table | undefined): readonly string[] {
  if (!table) return [];
  const words = (inlines: readonly { readonly text: string }[]) => inlines.map(({ text }) => text).join('');
  const heads = Array.from({ length: table.headRows }, (_, row) =>
    table.heads
      .filter((cell) => cell.row === row && cell.column > 0)
      .map(({ pieces }) => words(pieces.flat()))
      .join(' | '),
  );
  const rows = table.rows.map(({ label, cells }) =>
    [words(label), ...cells.map((cell) => (cell ? cell.prefix + cell.core + cell.suffix : ''))].join(' | '),
  );
  return [...table.captions.map(({ inlines }) => words(inlines)), ...(table.unit ? [words(table.unit.inlines)] : []), ...heads, ...rows];
}
