// Files of figures are written whole, all or none, and never over what changed meanwhile.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { planEdits, writeEdits } from '../../src/project/edit-figures.ts';

const root = mkdtempSync(join(tmpdir(), 'kessan-edit-'));
afterAll(() => rmSync(root, { recursive: true }));
mkdirSync(join(root, 'data'));
const put = (file: string, text: string) => writeFileSync(join(root, file), text);
const get = (file: string) => readFileSync(join(root, file), 'utf8');
const edit = (file: string, value: string) => ({ file, at: { line: 2, column: 6, length: 1 }, value });

describe('edits of figures', () => {
  it('are written to every file', async () => {
    put('data/a.yaml', 'facts:\n  a: 1\n');
    put('data/b.yaml', 'facts:\n  b: 2\n');
    const planned = planEdits(root, [edit('data/b.yaml', '20'), edit('data/a.yaml', '10')]);
    expect(planned.changes.map(({ file, now }) => [file, now])).toEqual([
      ['data/a.yaml', '  a: 10'],
      ['data/b.yaml', '  b: 20'],
    ]);
    expect(get('data/a.yaml')).toBe('facts:\n  a: 1\n');
    expect(await writeEdits(root, planned)).toEqual([]);
    expect([get('data/a.yaml'), get('data/b.yaml')]).toEqual(['facts:\n  a: 10\n', 'facts:\n  b: 20\n']);
  });

  it('are not written, none of them, where a file changed meanwhile: its lines are told', async () => {
    put('data/a.yaml', 'facts:\n  a: 1\n');
    put('data/b.yaml', 'facts:\n  b: 2\n');
    const planned = planEdits(root, [edit('data/a.yaml', '10'), edit('data/b.yaml', '20')]);
    put('data/b.yaml', 'facts:\n  b: 3\n');
    expect(await writeEdits(root, planned)).toEqual([{ file: 'data/b.yaml', lines: [{ line: 2, old: '  b: 2', now: '  b: 3' }] }]);
    expect([get('data/a.yaml'), get('data/b.yaml')]).toEqual(['facts:\n  a: 1\n', 'facts:\n  b: 3\n']);
  });

  it('are refused where a file is another than its values were read from, is missing, or leads out of the project', () => {
    put('data/a.yaml', 'facts:\n  a: 1\n');
    const other = new Map([['data/a.yaml', 'f'.repeat(64)]]);
    expect(() => planEdits(root, [edit('data/a.yaml', '10')], other)).toThrow('data/a.yaml was altered since its values were read');
    expect(() => planEdits(root, [edit('data/none.yaml', '10')])).toThrow('data/none.yaml is missing');
    expect(() => planEdits(root, [edit('../a.yaml', '10')])).toThrow('leads out of its folder');
    const outside = mkdtempSync(join(tmpdir(), 'kessan-outside-'));
    writeFileSync(join(outside, 'x.yaml'), 'facts:\n  a: 1\n');
    symlinkSync(join(outside, 'x.yaml'), join(root, 'data/link.yaml'));
    expect(() => planEdits(root, [edit('data/link.yaml', '10')])).toThrow('a link that leads out');
    rmSync(outside, { recursive: true });
  });
});
