// Turn the schemas of the data files into JSON Schemas, with which editors complete and check them.
import * as z from 'zod/mini';
import { languageCodes } from '../language/languages.ts';
import { answers, normalSigns } from '../model/release.ts';
import { conditional, type JsonSchema } from './conditional-schema.ts';
import { carriedSchema } from './schema/carried.ts';
import { chartSchema } from './schema/chart.ts';
import { wordingSchema } from './schema/dictionary.ts';
import { conceptsSchema, membersSchema, periodSchema } from './schema/facts.ts';
import { typedMapSchema } from './schema/import-map.ts';
import { issuerSchema } from './schema/issuer.ts';
import { correctionSchema, releaseSchema, reviewSchema } from './schema/release.ts';
import { notes } from './schema/scalars.ts';
import { matrixSchema, periodTableSchema, statementSchema } from './schema/statement.ts';
import { fontsSchema, styleSchema } from './schema/style.ts';
import { taxonomySchema } from './schema/taxonomy.ts';

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
    taxonomy: taxonomySchema(),
    wording: wordingSchema(),
    map: typedMapSchema(),
  };
  const all = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)]));
  return {
    ...all,
    concepts: accounted(jsonSchema(schemas.concepts)),
    statement: { ...conditional(jsonSchema(schemas.statement)), $schema: jsonSchema(schemas.statement).$schema },
    taxonomy: conditional(jsonSchema(schemas.taxonomy)),
    theme: themeSchema(jsonSchema(schemas.style)),
    accounts: accountsSchema(jsonSchema(schemas.concepts)),
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
  return { ...concepts, additionalProperties: freeConcept(concept) };
}

function freeConcept(concept: JsonSchema['additionalProperties']): JsonSchema {
  if (typeof concept !== 'object') throw new Error('json-schemas: a concept is described');
  const { required: _, ...free } = concept;
  return free;
}

/** A file of the dictionary: accounts are concepts whose names may depend on the form, with what is said of the dictionary alone. */
function accountsSchema({ $schema, additionalProperties: concept }: JsonSchema): JsonSchema {
  const { properties, ...account } = conditional(freeConcept(concept));
  const own: Record<string, JsonSchema> = {
    sign: {
      description: 'the sign that its figures have as a rule; none: a head over accounts, which has no figures',
      enum: [...normalSigns],
    },
    like: { description: 'the account whose names and signs this one has', type: 'string' },
    consolidated: { description: 'no: it is of the company alone, whatever the release is of', enum: [...answers] },
    unverified: { description: 'languages whose names were seen in no filing', type: 'array', items: { enum: [...languageCodes] } },
    'shares-label': { description: 'why another account may have the same name', type: 'string' },
  };
  return {
    ...($schema !== undefined && { $schema }),
    type: 'object',
    properties: {
      statement: { description: 'the statement that its accounts are of', type: 'string' },
      'period-type': {
        ...(properties?.['period-type'] as JsonSchema),
        description: 'what its accounts are measured at, unless one says otherwise',
      },
      accounts: {
        description: 'accounts by id, in the order of the statement',
        type: 'object',
        additionalProperties: { ...account, properties: { ...properties, ...own } },
      },
    },
    required: ['accounts'],
    additionalProperties: false,
  };
}

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
      if (note.examples) json.examples = [...note.examples];
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
