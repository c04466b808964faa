import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printFindings } from '../../src/commands/report-findings.ts';
import type { Finding } from '../../src/model/finding.ts';

describe('printing findings', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kessan-print-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const printed = (finding: Partial<Finding>, colour = false) =>
    printFindings([{ severity: 'error', code: 'load/yaml', message: 'wrong', ...finding }], root, colour).split('\n');

  it('shows what would steer the terminal, with the caret still below the marked text', () => {
    writeFileSync(join(root, 'a.yaml'), 'k: \u001b[2J\u202e決\tx: y\n');
    const lines = printed({ at: { file: 'a.yaml', line: 1, column: 11, length: 1 }, label: 'h\u001b[8m' });
    expect(lines.slice(2, 4)).toEqual(['  1 | k: ␛[2J\\u202e決␉x: y', `    | ${' '.repeat(16)}^ h␛[8m`]);
  });

  it('does so in messages, places, hints and related places, in colour too', () => {
    const text = printed(
      {
        message: 'm\u001b[2J\nerror[load/yaml] forged',
        at: { file: 'a\u001b]0;x\u0007.yaml', line: 1, column: 1, length: 1 },
        related: [{ at: { file: 'b\u009b', line: 1, column: 1, length: 1 }, message: 'r\r' }],
        hints: ['h\u202e'],
      },
      true,
    ).join('\n');
    expect(text.replaceAll(/\p{Cc}\[\d+m/gu, '')).toBe(
      'error[load/yaml] m␛[2J␊error[load/yaml] forged\n  a␛]0;x␇.yaml:1:1\n  r␍\n    b\\u009b:1:1\n  hint: h\\u202e\n',
    );
  });

  it('counts lines and columns as the reader of data does: after a byte order mark, at every kind of line end', () => {
    writeFileSync(join(root, 'a.yaml'), '\ufeffone\rtwo\r\nthree\n');
    expect(printed({ at: { file: 'a.yaml', line: 1, column: 2, length: 2 } }).slice(2, 4)).toEqual(['  1 | one', '    |  ^^']);
    expect(printed({ at: { file: 'a.yaml', line: 3, column: 1, length: 5 } })[2]).toBe('  3 | three');
  });

  it('waits for no pipe and reads no file beyond the limit to show a line of it', () => {
    execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
    expect(printed({ at: { file: 'pipe.yaml', line: 1, column: 1, length: 1 } })).toEqual([
      'error[load/yaml] wrong',
      '  pipe.yaml:1:1',
      '',
    ]);
  });
});
