// Turn a text and the place of the cursor into what may be typed there.
import { describe, expect, it } from 'vitest';
import { completions, type Schemas } from '../../../src/server/client/complete-source.ts';
import { jsonSchemas } from '../../../src/validate/json-schemas.ts';

const schemas = jsonSchemas() as Schemas;
const names = {
  concepts: [
    { id: 'sales.total', label: '売上高' },
    { id: 'assets.cash', label: '現金' },
  ],
  periods: ['2026h1', '2025h1'],
  roles: ['current', 'prior-year'],
  statements: ['income'],
  helpers: [
    { name: 'amount', options: ['period', 'in'] },
    { name: 'table', options: [] },
  ],
};

/** Labels that are offered where `|` stands. */
function offered(path: string, text: string): readonly string[] {
  const pos = text.indexOf('|');
  const typed = text.replace('|', '');
  const lines = typed.split('\n');
  const lineAt = (at: number) => {
    let from = 0;
    for (const line of lines) {
      if (at <= from + line.length) return { from, text: line };
      from += line.length + 1;
    }
    return { from, text: '' };
  };
  const context = { pos, explicit: true, state: { doc: { lineAt, toString: () => typed } } };
  const found = completions(path, schemas, names)(context as unknown as Parameters<ReturnType<typeof completions>>[0]);
  return (found?.options ?? []).map(({ label }) => label);
}

const period = 'data/a/periods/2026h1.yaml';
const release = 'data/a/releases/2026h1/release.yaml';
const statement = 'data/a/statements/income.yaml';
const narrative = 'data/a/releases/2026h1/narrative.en.md';

describe('in the editor', () => {
  it.each([
    ['keys of a file', period, '|', ['start', 'end', 'fiscal', 'facts']],
    ['keys of a file, begun', period, 'start: 2025-04-01\nfi|', ['fiscal', 'controls']],
    ['keys of a mapping', period, 'fiscal:\n  |', ['year', 'quarter']],
    ['concepts of facts', period, 'facts:\n  sales.total: 1\n  as|', ['assets.cash', 'sales.total']],
    ['concepts of facts, after a comment and an empty line', period, 'facts:\n  # at the end\n\n  |', ['assets.cash']],
    ['keys of the file again, after a mapping', period, 'facts:\n  sales.total: 1\nco|', ['controls', 'start']],
    ['keys of an entry of a list', release, 'overrides:\n  - where: income\n    |', ['concept', 'period', 'why']],
    ['keys of an entry of a list, on its first line', release, 'overrides:\n  - |', ['where', 'concept']],
    ['choices of a value', release, 'overrides:\n  - where: income\n    measure: |', ['amount', 'change']],
    [
      'names for a value that has no choices',
      release,
      'overrides:\n  - where: income\n    concept: |',
      ['sales.total', 'income', 'current'],
    ],
    ['keys of a row', statement, 'rows:\n  - concept: sales.total\n    |', ['labels', 'rule']],
    ['keys of a row of a group', statement, 'rows:\n  - head: {en: a}\n    rows:\n      - |', ['concept', 'total']],
    ['keys of an entry that stands as far in as its list', release, 'overrides:\n- where: income\n  |', ['concept', 'period']],
    ['choices of a condition', statement, 'rows:\n  - when:\n      standard: |', ['ifrs', 'us-gaap']],
    ['helpers in an expression', narrative, 'Sales were {{|', ['amount', 'table']],
    ['concepts and options after a helper', narrative, 'Sales were {{amount |', ['sales.total', 'period=', 'in=']],
    ['periods after an option', narrative, 'Sales were {{amount "sales.total" period="|', ['current', '2025h1']],
  ])('%s are offered', (_, path, text, some) => {
    expect(offered(path, text)).toEqual(expect.arrayContaining([...some]));
  });

  it.each([
    ['in prose', narrative, 'Sales were |'],
    ['after an expression', narrative, 'Sales were {{amount "sales.total"}} and |'],
  ])('nothing is offered %s', (_, path, text) => {
    expect(offered(path, text)).toEqual([]);
  });

  it('a key that tables of several kinds have is offered once', () => {
    const keys = offered(statement, '|');
    expect(keys).toContain('captions');
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('keys of facts are none of the file', () => {
    expect(offered(period, 'facts:\n  |')).not.toContain('fiscal');
    expect(offered(period, 'fiscal:\n  |')).not.toContain('sales.total');
  });
});
