// Turn files of periods, of a release and of what was carried over into their next state: only what is meant changes.
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/load/parse-yaml.ts';
import { Exact } from '../../src/model/exact.ts';
import type { ReportedFact } from '../../src/model/release.ts';
import type { YamlFile } from '../../src/model/sources.ts';
import { addToPeriod } from '../../src/roll/add-to-period.ts';
import { carriedEntries, carriedText } from '../../src/roll/carried-texts.ts';
import { confirmTexts, matches } from '../../src/roll/confirm-texts.ts';
import { newPeriodText, type PeriodContent } from '../../src/roll/period-text.ts';
import { nextReleaseText } from '../../src/roll/release-text.ts';

function yaml(text: string, file = 'x.yaml'): YamlFile {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const parsed = parseYaml({ file, text, lineStarts }, ({ message }) => {
    throw new Error(message);
  });
  if (!parsed) throw new Error('no YAML');
  return parsed;
}

const fact = (concept: string, text: string, more: Partial<ReportedFact> = {}): ReportedFact => ({
  concept,
  value: Exact.zero,
  nil: false,
  text,
  at: { file: 'x', line: 1, column: 1, length: 1 },
  ...more,
});

const content = (stated: readonly ReportedFact[] = []): PeriodContent => ({
  groups: [{ title: 'results', facts: [fact('sales', '1,200'), fact('loss', '(3)')] }],
  stated,
  before: '2q02',
  renamed: (id) => ({ '1q02': '2q02', '2q02': '3q02' })[id],
});

const users = fact('users', '4.2', { source: 'Ministry,\n  June', restsOn: ['sales', 'sales@1q02'] });
const lines = '# results\n  sales:  # 2q02: 1,200\n  loss:  # 2q02: (3)\n';

describe('the file of a period that is there', () => {
  it.each<[string, string, string]>([
    [
      'with facts',
      'start: a\nfacts:\n  cost: 1  # typed\n\n# As printed.\ncontrols:\n  x: 1\n',
      `start: a\nfacts:\n  cost: 1  # typed\n  ${lines}\n# As printed.\ncontrols:\n  x: 1\n`,
    ],
    ['with an empty mapping', 'start: a\nfacts: {}\n', `start: a\nfacts:\n  ${lines}`],
    ['with an empty mapping and words behind it', 'facts: { }  # none yet\nend: b\n', `facts:  # none yet\n  ${lines}end: b\n`],
    ['with a key alone', 'facts:\nend: b\n', `facts:\n  ${lines}end: b\n`],
    ['without the key', 'start: a\n', `start: a\n\nfacts:\n  ${lines}`],
    ['without a last line end', 'facts:\n  cost: 1', `facts:\n  cost: 1\n  ${lines}`],
    ['further in', 'facts:\n    cost: 1\n', `facts:\n    cost: 1\n    # results\n    sales:  # 2q02: 1,200\n    loss:  # 2q02: (3)\n`],
  ])('%s', (_, before, after) => {
    const changed = addToPeriod(yaml(before), content());
    expect(changed).toBe(after);
    expect(yaml(changed ?? '').value).toMatchObject({ facts: { sales: null, loss: null } });
  });

  it('has its figures in braces put in before they close', () => {
    const changed = addToPeriod(yaml('facts: {cost: 1, tax: "1,000"}\nend: b\n'), content()) ?? '';
    expect(changed.startsWith('facts: {cost: 1, tax: "1,000"')).toBe(true);
    expect(yaml(changed).value).toEqual({ facts: { cost: '1', tax: '1,000', sales: null, loss: null }, end: 'b' });
  });

  it('gets stated figures with their sources unset, resting on periods that moved too', () => {
    const changed = addToPeriod(yaml('facts:\n  cost: 1\nstated:\n  rank: {value: 1, source: x}\nend: b\n'), content([users])) ?? '';
    expect(changed).toContain(
      '  users:\n    value:  # 2q02: 4.2\n    source:  # 2q02: Ministry, June\n    rests-on: [sales, sales@2q02]\nend: b\n',
    );
    expect(yaml(changed).value).toMatchObject({ stated: { rank: { value: '1' }, users: { value: null, source: null } } });
  });
});

it('writes the file of a new period', () => {
  const dates = { id: '3q02', start: '2002-10-01', end: '2002-12-31', fiscalYear: 2002, quarter: 3 };
  const text = newPeriodText(dates, content([users]), {
    schema: '# yaml-language-server: $schema=x',
    from: 'iij/2q02',
    previous: '2q02',
    sum: ['a', 'b'],
  });
  expect(text.startsWith('# yaml-language-server: $schema=x\n# 2002-10-01 to 2002-12-31, made from iij/2q02.')).toBe(true);
  expect(yaml(text).value).toEqual({
    start: '2002-10-01',
    end: '2002-12-31',
    fiscal: { year: '2002', quarter: '3' },
    previous: '2q02',
    sum: ['a', 'b'],
    facts: { sales: null, loss: null },
    stated: { users: { value: null, source: null, 'rests-on': ['sales', 'sales@2q02'] } },
  });
  expect(newPeriodText(dates, { ...content(), groups: [] }, { schema: '', from: 'x/y' })).toContain('\nfacts: {}\n');
});

const release = `# The release of the second quarter.
layout: plain
# Both languages.
titles: {ja: 決算, en: Results}
announced: {ja: 2002-11-13, en: 2002-11-12}
dates:
  filing: 2002-11-14
rate: 121.74   # Tokyo
periods: {current: 2q02}
flags: {restatements: no}

# Said anew each time.
stated:
  guidance: {value: 1, source: plan}

# Digits.
literals:
  - {kind: name, text: "B \\"2\\"", why: a product}
overrides:
  - {where: x, print: 1.0, why: as first published}
errata: []
`;

describe('release.yaml of the next release', () => {
  const { text, left, emptied } = nextReleaseText(yaml(release), 'mini/2q02', '# schema', new Map([['current', '3q02']]));

  it('keeps what holds as it is written, empties days and rate, and lists what is left out', () => {
    expect(text).toBe(`# schema
# Rolled forward from mini/2q02.
layout: plain
# Both languages.
titles: {ja: 決算, en: Results}
announced:
  ja:  # mini/2q02: 2002-11-13
  en:  # mini/2q02: 2002-11-12
dates:
  filing:  # mini/2q02: 2002-11-14
rate:  # mini/2q02: 121.74
rate-date:  # mini/2q02: the last day of the period
periods: {current: 3q02}
flags: {restatements: no}

# Digits.
literals:
  - {kind: name, text: "B \\"2\\"", why: a product}

# Left out, since it was about mini/2q02 alone:
# stated:
#   guidance: 1, plan
# overrides:
#   x, 1.0, as first published
`);
    expect(left.map(({ section, entries }) => [section, entries.length])).toEqual([
      ['stated', 1],
      ['overrides', 1],
    ]);
    expect(emptied).toEqual(['announced.ja', 'announced.en', 'dates.filing', 'rate', 'rate-date']);
  });

  it('lists what is carried over, and each is confirmed by a name beside it', () => {
    const narratives = new Map([['en', { file: 'n', text: '## A {#a}\n\nSales rose. Sales rose. “B”, he said.\n', lineStarts: [0] }]]);
    const entries = carriedEntries({ release: yaml(release), narratives });
    expect(entries.map(({ file, key, text: own }) => `${file} ${key ?? ''} ${own}`)).toEqual([
      'release.yaml titles.ja 決算',
      'release.yaml titles.en Results',
      'release.yaml flags.restatements no',
      'release.yaml literals B "2"',
      'narrative.en.md  Sales rose.',
      'narrative.en.md  “B”, he said.',
    ]);
    const file = yaml(carriedText('mini/2q02', entries, ''));
    expect(file.value).toMatchObject({ from: 'mini/2q02', texts: entries.map((entry) => ({ ...entry })) });
    const confirmed = confirmTexts(file, [1, 4], 'O"Brien') ?? '';
    const texts = entries.map((entry, index) => (index === 1 || index === 4 ? { ...entry, confirmed: 'O"Brien' } : entry));
    expect(yaml(confirmed).value).toEqual({ from: 'mini/2q02', texts });
    expect(confirmed.replaceAll('    confirmed: "O\\"Brien"\n', '')).toBe(file.text);
    expect(confirmTexts(yaml('from: a/b\ntexts: [{file: x, text: y}]\n'), [0], 'A')).toBeUndefined();
  });

  it('finds those that are asked for', () => {
    const at = { file: 'x', line: 1, column: 1, length: 1 };
    const title = { file: 'release.yaml', key: 'titles.ja', text: '決算', at };
    expect(matches(title, { key: 'titles' })).toBe(true);
    expect(matches(title, { key: 'titles.ja', matching: '算' })).toBe(true);
    for (const filter of [{ key: 'title' }, { file: 'narrative.ja.md' }, { matching: 'x' }]) expect(matches(title, filter)).toBe(false);
  });
});
