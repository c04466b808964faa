// Turn a sample into a project of its own in which the same release is that of a later period, with edits of its text, gone when the test file ends.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReleasePlace } from '../../src/model/sources.ts';
import { projectRoot } from './sample.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What moves on from one release to the next: ids of periods, and days; each is replaced once. */
interface Step {
  readonly issuer: string;
  readonly from: string;
  readonly to: string;
  readonly periods: Readonly<Record<string, string>>;
  /** New text of `start`, `end` and `fiscal` by the new id. */
  readonly dates: Readonly<Record<string, readonly [start: string, end: string, fiscal: string]>>;
  /** In release.yaml: days, and the words of the titles. */
  readonly days: Readonly<Record<string, string>>;
}

/** The third quarter of the sample of a US filer: what the second printed, with other days. */
export const thirdQuarter: Step = {
  issuer: 'iij',
  from: '2q02',
  to: '3q02',
  periods: { '1q02': '2q02', '2q02': '3q02', '2q01': '3q01', '3q02': '4q02' },
  dates: {
    '2q02': ['2002-07-01', '2002-09-30', '{year: 2002, quarter: 2}'],
    '3q02': ['2002-10-01', '2002-12-31', '{year: 2002, quarter: 3}'],
    '3q01': ['2001-10-01', '2001-12-31', '{year: 2001, quarter: 3}'],
    '4q02': ['2003-01-01', '2003-03-31', '{year: 2002, quarter: 4}'],
  },
  days: {
    '2002-11-13': '2003-02-13',
    '2002-11-12': '2003-02-12',
    '2003-02-12': '2003-05-14',
    '第2四半期（7-9月）': '第3四半期（10-12月）',
    '2nd Quarter 2002 Ended September 30, 2002': '3rd Quarter 2002 Ended December 31, 2002',
  },
};

/** The first half of the next year of the other sample. */
export const nextFirstHalf: Step = {
  issuer: 'aoba',
  from: '2026h1',
  to: '2027h1',
  periods: { '2024h1': '2025h1', '2025h1': '2026h1', '2025fy': '2026fy', '2026h1': '2027h1', '2026fy': '2027fy' },
  dates: {
    '2025h1': ['2024-04-01', '2024-09-30', '{year: 2025, quarter: 2}'],
    '2026h1': ['2025-04-01', '2025-09-30', '{year: 2026, quarter: 2}'],
    '2026fy': ['2025-04-01', '2026-03-31', '{year: 2026, quarter: 4}'],
    '2027h1': ['2026-04-01', '2026-09-30', '{year: 2027, quarter: 2}'],
    '2027fy': ['2026-04-01', '2027-03-31', '{year: 2027, quarter: 4}'],
  },
  days: {
    '2025-11-07': '2026-11-06',
    '2025-11-13': '2026-11-13',
    '2025-12-05': '2026-12-04',
    '2025-05-13': '2026-05-13',
    '2026年3月期第2四半期': '2027年3月期第2四半期',
    'September 30, 2025': 'September 30, 2026',
  },
};

/**
 * `edit` is given each file of the later release by its name (`narrative.en.md`, `release.yaml`, `statements/results.yaml`, `periods/3q02.yaml`,
 * `concepts.yaml`, `templates/us-filer/release.hbs`), and answers its new text.
 */
export function laterRelease(step: Step, edit: (file: string, text: string) => string = (_, text) => text): ReleasePlace {
  const { issuer, from, to, periods, dates, days } = step;
  const root = temporaryFolder('later');
  cpSync(join(projectRoot, 'templates'), join(root, 'templates'), { recursive: true });
  const [source, target] = [join(projectRoot, 'data', issuer), join(root, 'data', issuer)];
  mkdirSync(join(root, 'data'));
  cpSync(source, target, { recursive: true });
  rmSync(join(target, 'periods'), { recursive: true });
  mkdirSync(join(target, 'periods'));
  const ids = new RegExp(`(?<![\\w.-])(?:${Object.keys(periods).join('|')})(?![\\w-])`, 'g');
  const moved = (text: string) => text.replace(ids, (id) => periods[id] ?? id);
  for (const file of readdirSync(join(source, 'periods'))) {
    const id = periods[file.replace('.yaml', '')] ?? '';
    const [start, end, fiscal] = dates[id] ?? [];
    const text = moved(readFileSync(join(source, 'periods', file), 'utf8'))
      .replace(/^start: .*$/m, `start: ${start}`)
      .replace(/^end: .*$/m, `end: ${end}`)
      .replace(/^fiscal: .*$/m, `fiscal: ${fiscal}`);
    writeFileSync(join(target, 'periods', `${id}.yaml`), edit(`periods/${id}.yaml`, text));
  }
  renameSync(join(target, 'releases', from), join(target, 'releases', to));
  const release = join(target, 'releases', to, 'release.yaml');
  const day = new RegExp(Object.keys(days).join('|'), 'g');
  const text = moved(readFileSync(release, 'utf8')).replace(day, (iso) => days[iso] ?? iso);
  writeFileSync(release, edit('release.yaml', text));
  const files = [
    ...filesIn(target, join('releases', to)).filter((file) => !file.endsWith('release.yaml')),
    ...filesIn(target, 'statements'),
    'concepts.yaml',
  ];
  for (const file of files) rewrite(join(target, file), (text) => edit(file.replace(join('releases', to, '/'), ''), text));
  for (const layout of ['tanshin', 'us-filer'])
    for (const file of filesIn(join(root, 'templates', layout), '').filter((name) => name.endsWith('.hbs')))
      rewrite(join(root, 'templates', layout, file), (text) => edit(`templates/${layout}/${file}`, text));
  return { root, issuer, release: to };
}

const filesIn = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [join(folder, entry.name)] : []));

function rewrite(path: string, change: (text: string) => string): void {
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed !== text) writeFileSync(path, changed);
}
