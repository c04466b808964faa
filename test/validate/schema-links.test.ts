// Turn every data file that comes with the program, and every schema, into what an editor makes of them: links that lead somewhere, and words for each key.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { schemaFolder, schemaOf } from '../../src/model/schema-link.ts';
import { jsonSchemas } from '../../src/validate/json-schemas.ts';
import { projectRoot } from '../support/sample.ts';

type Schema = Readonly<Record<string, unknown>>;

const schemas = jsonSchemas() as Readonly<Record<string, Schema>>;
const readers = new WeakMap<Schema, z.ZodType>();

function accepts(schema: Schema): z.ZodType {
  const known = readers.get(schema) ?? z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  readers.set(schema, known);
  return known;
}

/** Roots of projects: this repository, and what each layout begins one with. */
const projects = [
  { root: '.', folders: ['data', 'templates', 'fonts'] },
  { root: 'templates/tanshin/starter', folders: ['data'] },
  { root: 'templates/us-filer/starter', folders: ['data'] },
];

const yamlBelow = (folder: string): readonly string[] =>
  readdirSync(join(projectRoot, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? entry.name === 'starter'
        ? []
        : yamlBelow(`${folder}/${entry.name}`)
      : entry.name.endsWith('.yaml')
        ? [`${folder}/${entry.name}`]
        : [],
  );

describe.each(projects)('data files of $root', ({ root, folders }) => {
  const files = folders.flatMap((folder) => yamlBelow(join(root, folder)).map((file) => relative(root, file)));

  it('are there', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it.each(files)('%s links the schema of its kind, which accepts it as an editor reads it', (file) => {
    const text = readFileSync(join(projectRoot, root, file), 'utf8');
    const link = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? 'none';
    const name = schemaOf(file) ?? 'none';
    expect(join(dirname(file), link)).toBe(`${schemaFolder}/${name}.json`);
    expect(accepts(schemas[name] as Schema).safeParse(parse(text)).error?.issues ?? []).toEqual([]);
  });
});

/** A schema inside another, and the keys that lead to it. */
interface Inner {
  readonly path: string;
  readonly schema: Schema;
  readonly isProperty: boolean;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

function innerSchemas(schema: Schema, path: string, isProperty = false): readonly Inner[] {
  const named = (key: string) => Object.entries((schema[key] ?? {}) as Readonly<Record<string, unknown>>);
  const one = (key: string): readonly Inner[] => {
    const inner = schema[key];
    return isSchema(inner) ? innerSchemas(inner, `${path} ${key}`) : [];
  };
  return [
    { path, schema, isProperty },
    ...named('properties').flatMap(([key, inner]) => (isSchema(inner) ? innerSchemas(inner, `${path}.${key}`, true) : [])),
    ...named('definitions').flatMap(([key, inner]) => (isSchema(inner) ? innerSchemas(inner, `${path}#${key}`) : [])),
    ...['items', 'additionalProperties'].flatMap(one),
    ...['anyOf', 'oneOf', 'allOf'].flatMap((key) =>
      ((schema[key] ?? []) as readonly Schema[]).flatMap((inner, index) => innerSchemas(inner, `${path} ${key} ${index}`)),
    ),
  ];
}

describe.each(Object.keys(schemas))('the schema %s', (name) => {
  const whole = schemas[name] as Schema;
  const all = innerSchemas(whole, name);

  it('says of each key what it means', () => {
    const dumb = all.filter(
      ({ isProperty, schema }) => isProperty && !(typeof schema.description === 'string' && /\S \S/.test(schema.description)),
    );
    expect(dumb.map(({ path }) => path)).toEqual([]);
  });

  it('accepts each of its examples', () => {
    // Figures, days and labels are said in many places, with the same examples.
    const unlike = new Map(all.filter(({ schema }) => schema.examples).map((inner) => [JSON.stringify(inner.schema), inner]));
    const wrong = [...unlike].flatMap(([text, { path, schema }]) =>
      ((schema.examples ?? []) as readonly unknown[]).flatMap((example) => {
        const refers = text.includes('"$ref"') && { $schema: whole.$schema, definitions: whole.definitions };
        const { error } = accepts(refers ? { ...schema, ...refers } : schema).safeParse(example);
        return error ? [`${path}: ${JSON.stringify(example)}: ${error.message}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has examples', () => {
    expect(all.some(({ schema }) => Array.isArray(schema.examples))).toBe(true);
  });
});
