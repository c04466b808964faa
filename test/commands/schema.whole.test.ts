// Turn `kessan schema` into what it prints and writes, and hold it against the schemas that data files are read by.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/validate/json-schemas.ts';
import { runCommand } from '../support/run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-schema-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('kessan schema', () => {
  const schemas = JSON.parse(JSON.stringify(jsonSchemas())) as Record<string, unknown>;

  it('prints one of them, or all by name', async () => {
    const one = await runCommand(['schema', 'period'], folder);
    expect({ ...one, out: JSON.parse(one.out) }).toEqual({ code: 0, err: '', out: schemas.period });
    const all = await runCommand(['schema'], folder);
    expect(JSON.parse(all.out)).toEqual(schemas);
  });

  it('writes a file each, anew when asked again', async () => {
    for (const args of [
      ['schema', '--out', 'all'],
      ['schema', '--out', 'all'],
      ['schema', 'style', '--out', 'one'],
    ]) {
      const { code, err } = await runCommand(args, folder);
      expect({ code, err }).toEqual({ code: 0, err: '' });
    }
    expect(readdirSync(join(folder, 'all')).sort()).toEqual(
      Object.keys(schemas)
        .map((name) => `${name}.json`)
        .sort(),
    );
    expect(readdirSync(join(folder, 'one'))).toEqual(['style.json']);
    expect(JSON.parse(readFileSync(join(folder, 'all/statement.json'), 'utf8'))).toEqual(schemas.statement);
  });

  it.each([
    ['perod', "no schema 'perod': did you mean period?"],
    ['balance-sheet', `no schema 'balance-sheet': one of ${Object.keys(jsonSchemas()).join(', ')}`],
    ['toString', `no schema 'toString': one of ${Object.keys(jsonSchemas()).join(', ')}`],
  ])('knows no schema %s', async (name, message) => {
    expect(await runCommand(['schema', name], folder)).toEqual({ code: 2, out: '', err: `kessan: ${message}\n` });
  });
});
