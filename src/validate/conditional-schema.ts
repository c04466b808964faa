// Turn the JSON Schema of a file into that of one whose entries may depend on the form of the release, or stand one for another.
import type * as z from 'zod/mini';
import { askedTerms, printedScales } from '../model/form.ts';
import { answers, standards } from '../model/release.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** One of these, or a list of those of which one must be so. */
function asked(known: readonly string[] | undefined, description: string): JsonSchema {
  const one: JsonSchema = known ? { enum: [...known] } : { type: 'string' };
  return { description, anyOf: [one, { type: 'array', items: one }] };
}

/** What an entry may depend on: see `condition-kinds.ts`. */
const when: JsonSchema = {
  description: 'conditions that all must hold; of several values of one, any',
  type: 'object',
  properties: {
    standard: asked(standards, 'accounting standard of the issuer'),
    term: asked(askedTerms, 'how much of its fiscal year the release covers'),
    consolidated: asked(answers, 'whether the release is of consolidated statements'),
    'printed-scale': asked(printedScales, 'what the statements of the layout print money in'),
    revenue: asked(undefined, 'what the issuer calls its revenue'),
    role: asked(undefined, 'a role that the release has a period for'),
    concept: asked(undefined, 'a concept that the issuer has'),
    flags: { description: 'flags of the release and their answers', type: 'object', additionalProperties: { enum: [...answers] } },
  },
  additionalProperties: false,
  examples: [{ standard: 'ifrs' }, { term: ['q1', 'q3'], consolidated: 'yes' }, { flags: { 'forecast-revised': 'yes' } }],
};

const conditions: Record<'when' | 'optional', JsonSchema> = {
  when,
  optional: { description: 'only where the issuer has the concept', enum: [...answers] },
};
const oneOf: JsonSchema = {
  type: 'object',
  properties: { 'one-of': { description: 'the first of these that holds', type: 'array' }, when },
  required: ['one-of'],
  additionalProperties: false,
};
const wrapped: JsonSchema = {
  type: 'object',
  properties: { when, is: { description: 'what stands here where the conditions hold' } },
  required: ['is'],
  additionalProperties: false,
};

/** The schema with conditions on its mappings, and alternatives in place of what they hold. */
export function conditional(schema: JsonSchema): JsonSchema {
  const { properties, items, anyOf, definitions, additionalProperties, ...rest } = schema;
  return {
    ...rest,
    ...(properties && { properties: { ...mapped(properties, alternatives), ...conditions } }),
    ...(items !== undefined && !Array.isArray(items) && { items: alternatives(items) }),
    ...(anyOf && { anyOf: anyOf.map(conditional) }),
    ...(additionalProperties !== undefined && { additionalProperties: alternatives(additionalProperties) }),
    ...(definitions !== undefined && {
      definitions: mapped(definitions as Readonly<Record<string, JsonSchema | boolean>>, (each) =>
        typeof each === 'boolean' ? each : conditional(each),
      ),
    }),
  };
}

/** What is said of the entry is said of all that may stand in its place. */
function alternatives(schema: JsonSchema | boolean): JsonSchema | boolean {
  if (typeof schema === 'boolean') return schema;
  const { description, examples, ...rest } = schema;
  return {
    ...(description !== undefined && { description }),
    ...(examples !== undefined && { examples }),
    anyOf: [conditional(rest), oneOf, wrapped],
  };
}

function mapped<T>(schemas: Readonly<Record<string, T>>, make: (schema: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, make(schema)]));
}
