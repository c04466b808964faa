// Turn the schemas of the data files into JSON Schemas, with which editors complete and check them.
import * as z from 'zod/mini';
import { languageCodes } from '../language/languages.ts';
import { carriedSchema } from './schema/carried.ts';
import { chartSchema } from './schema/chart.ts';
import { conceptsSchema, membersSchema, periodSchema } from './schema/facts.ts';
import { typedMapSchema } from './schema/import-map.ts';
import { issuerSchema } from './schema/issuer.ts';
import { correctionSchema, releaseSchema, reviewSchema } from './schema/release.ts';
import { notes } from './schema/scalars.ts';
import { matrixSchema, periodTableSchema, statementSchema } from './schema/statement.ts';
import { fontsSchema, styleSchema } from './schema/style.ts';

/** One JSON Schema (draft 7, which YAML editors read) per kind of data file, by its name. */
export function jsonSchemas(): Record<string, object> {
  const schemas = {
    issuer: issuerSchema(languageCodes),
    concepts: conceptsSchema(languageCodes),
    members: membersSchema(languageCodes),
    statement: z.union([statementSchema(languageCodes), periodTableSchema(languageCodes), matrixSchema(languageCodes)]),
    chart: chartSchema(languageCodes),
    period: periodSchema(),
    release: releaseSchema(languageCodes),
    correction: correctionSchema(languageCodes),
    review: reviewSchema(languageCodes),
    carried: carriedSchema(),
    style: styleSchema(languageCodes),
    fonts: fontsSchema(),
    map: typedMapSchema(),
  };
  const all = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)]));
  return {
    ...all,
    concepts: accounted(jsonSchema(schemas.concepts)),
    statement: { ...conditional(jsonSchema(schemas.statement)), $schema: jsonSchema(schemas.statement).$schema },
    theme: themeSchema(jsonSchema(schemas.style)),
  };
}

/** The same as files for editors, `issuer.json` and so on: contents by name. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(Object.entries(jsonSchemas()).map(([name, schema]) => [`${name}.json`, schemaText(schema)]));
}

/** A schema, or several by name, as it is printed and written. */
export function schemaText(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** A style that extends another says what it likes; lists are replaced, and are whole. */
function themeSchema(style: JsonSchema): object {
  const { properties, ...rest } = withoutRequired(style);
  const base = { description: 'style file beside this one, which is taken over', type: 'string' } as const;
  return { ...rest, properties: { extends: base, ...properties }, required: ['extends'] };
}

function withoutRequired({ required: _, properties, additionalProperties, ...rest }: JsonSchema): JsonSchema {
  const inner = (schema: JsonSchema | boolean) => (typeof schema === 'boolean' ? schema : withoutRequired(schema));
  return {
    ...rest,
    ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, inner(schema)])) }),
    ...(additionalProperties !== undefined && { additionalProperties: inner(additionalProperties) }),
  };
}

/** A concept takes from the dictionary of accounts whatever it leaves out. */
function accounted({ additionalProperties: concept, ...concepts }: JsonSchema): JsonSchema {
  if (typeof concept !== 'object') throw new Error('json-schemas: a concept is described');
  const { required: _, ...free } = concept;
  return { ...concepts, additionalProperties: free };
}

/** An entry of a statement may depend on the form of the release, and one of several may stand in its place. */
const conditions: Record<'when' | 'optional', JsonSchema> = {
  when: { description: 'conditions that all must hold: standard, term, consolidated, flags, …', type: 'object' },
  optional: { description: 'only where the issuer has the concept', enum: ['yes', 'no'] },
};
const oneOf: JsonSchema = {
  type: 'object',
  properties: { 'one-of': { description: 'the first of these that holds', type: 'array' }, when: conditions.when },
  required: ['one-of'],
  additionalProperties: false,
};
const wrapped: JsonSchema = {
  type: 'object',
  properties: { when: conditions.when, is: { description: 'what stands here where the conditions hold' } },
  required: ['is'],
  additionalProperties: false,
};

/** The schema with conditions on its mappings, and alternatives in place of what they hold. */
function conditional(schema: JsonSchema): JsonSchema {
  const { properties, items, anyOf, definitions, ...rest } = schema;
  return {
    ...rest,
    ...(properties && { properties: { ...mapped(properties, alternatives), ...conditions } }),
    ...(items !== undefined && !Array.isArray(items) && { items: alternatives(items) }),
    ...(anyOf && { anyOf: anyOf.map(conditional) }),
    ...(definitions !== undefined && {
      definitions: mapped(definitions as Readonly<Record<string, JsonSchema | boolean>>, (each) =>
        typeof each === 'boolean' ? each : conditional(each),
      ),
    }),
  };
}

function alternatives(schema: JsonSchema | boolean): JsonSchema | boolean {
  return typeof schema === 'boolean' ? schema : { anyOf: [conditional(schema), oneOf, wrapped] };
}

function mapped<T>(schemas: Readonly<Record<string, T>>, make: (schema: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, make(schema)]));
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

function jsonSchema(schema: z.core.$ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    metadata: z.registry(),
    override: ({ zodSchema, jsonSchema: json }) => {
      // Editors take 12.9 for a number where we read what was typed.
      if (json.enum?.every((value) => /^-?\d+$/.test(String(value))))
        json.enum = [...new Set(json.enum.flatMap((value) => [value, Number(value)]))];
      const note = notes.get(zodSchema);
      if (!note) return;
      json.description = note.description;
      if (note.byLanguage) {
        // Editors do not know which languages an issuer has.
        delete json.required;
        json.minProperties = 1;
      }
      if (note.pattern) json.pattern = note.pattern;
      if (!note.figure) return;
      json.anyOf = [{ type: 'string' }, { type: 'number' }];
      delete json.type;
    },
  });
}
