// Differences as a terminal shows them: words of a foreign file stay on their line and steer nothing.
import { expect, it } from 'vitest';
import { printDifferences } from '../../src/commands/print-differences.ts';

it('shows what would steer a terminal or end a line as what it is, and never obeys it', () => {
  const printed = printDifferences(
    {
      old: 'old.pdf',
      new: 'new\u001b[2J.pdf',
      depth: 'pages',
      remarks: ['a\tnote'],
      counts: { ordered: 0, consequential: 0, text: 0, layout: 0, file: 0, unexplained: 1 },
      changes: [{ id: 'unexplained-1', class: 'unexplained', kind: 'file', summary: 'one\ntwo\u2028three\u202e', old: [], new: [] }],
      pages: [],
    },
    { lines: 0, colour: false },
  );
  expect(printed.split('\n')).toEqual([
    'old  old.pdf',
    'new  new␛[2J.pdf',
    '0 ordered, 0 consequential, 0 text, 0 layout, 0 file, 1 unexplained',
    'compared as documents, without the data behind them: not both are builds',
    '0 of 0 pages differ',
    'a␉note',
    '',
    'unexplained',
    '  one␊two\\u2028three\\u202e',
    '',
  ]);
});
