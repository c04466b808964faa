// Turn the schemas into JSON Schemas, and hold those against what editors would show for our own files.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { jsonSchemas } from '../../src/validate/json-schemas.ts';
import { files, fixtureFolder } from '../support/fixture.ts';

/** What a YAML editor sees: numbers are numbers there. */
const seen = (file: string) =>
  parse(
    readFileSync(/^(?:fonts|test|templates\/(?:dictionary|tanshin))\//.test(file) ? file : join(fixtureFolder, file), 'utf8'),
  ) as unknown;

const kinds = {
  issuer: files.issuer,
  concepts: files.concepts,
  members: 'test/support/matrix/members.yaml',
  statement: files.operations,
  chart: 'test/support/designer/parts/b-charts/files/data/minato/charts/results.yaml',
  period: files.current,
  release: files.release,
  correction: files.correction,
  review: 'test/support/fixture-review.yaml',
  carried: 'test/support/carried.yaml',
  style: files.style,
  fonts: files.fonts,
  taxonomy: 'templates/tanshin/taxonomy.yaml',
  wording: 'templates/dictionary/wording.yaml',
  map: 'test/support/import-map.yaml',
  theme: 'templates/plain/style.large.yaml',
  accounts: 'templates/dictionary/summary.yaml',
} as const;

describe('jsonSchemas', () => {
  const schemas = jsonSchemas();

  it('has one for each kind of data file, in plain JSON', () => {
    expect(Object.keys(schemas)).toEqual(Object.keys(kinds));
    expect(JSON.parse(JSON.stringify(schemas))).toEqual(schemas);
  });

  it.each(Object.entries(kinds))('accepts the small issuer’s %s as an editor reads it', (kind, file) => {
    const schema = z.fromJSONSchema(schemas[kind] as Parameters<typeof z.fromJSONSchema>[0]);
    expect(schema.safeParse(seen(file)).error?.issues ?? []).toEqual([]);
  });

  it('lets a theme say what it likes of a style, but whole lists only', () => {
    const schema = z.fromJSONSchema(schemas.theme as Parameters<typeof z.fromJSONSchema>[0]);
    const accepts = (theme: object) => schema.safeParse({ extends: 'style.yaml', ...theme }).success;
    expect(accepts({ tables: { statement: { rules: { edge: 1 } } } })).toBe(true);
    expect(accepts({ tables: { statement: { rules: { egde: 1 } } } })).toBe(false);
    expect(accepts({ ladder: { 'en-text': [{ size: 10 }] } })).toBe(false);
    expect(schema.safeParse({ folio: { size: 10 } }).success).toBe(false);
  });

  it.each(Object.entries(kinds))('refuses an unknown key in %s', (kind, file) => {
    const schema = z.fromJSONSchema(schemas[kind] as Parameters<typeof z.fromJSONSchema>[0]);
    const unknown = kind === 'concepts' ? { a: { labels: { ja: '', en: '' }, extra: 1 } } : { ...(seen(file) as object), extra: 1 };
    expect(schema.safeParse(unknown).success).toBe(false);
  });
});
