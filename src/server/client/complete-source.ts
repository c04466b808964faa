// Turn the place of the cursor into what may be typed there: keys and choices by the schema of the file, concepts, periods, helpers by the release.
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { schemaOf } from '../../model/schema-link.ts';
import type { CompletionNames } from '../completion-names.ts';

/** What is used of a JSON Schema. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  /** `#/definitions/<name>` of the whole schema. */
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export type Schemas = Readonly<Record<string, Schema>>;

/** For files of this path, asked while one types and by Ctrl+Space. */
export function completions(
  path: string,
  schemas: Schemas,
  names: CompletionNames,
): (context: CompletionContext) => CompletionResult | null {
  const schema = schemas[schemaOf(path) ?? ''];
  return (context) => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const typed = /[\w.@-]*$/.exec(before)?.[0] ?? '';
    if (typed === '' && !context.explicit) return null;
    const from = context.pos - typed.length;
    const options = schema
      ? yamlOptions(schema, context.state.doc.toString().slice(0, context.pos), before, names)
      : expressionOptions(before, names);
    return options.length === 0 ? null : { from, options, validFor: /^[\w.@-]*$/ };
  };
}

function expressionOptions(before: string, { helpers, concepts, periods, roles, statements }: CompletionNames): readonly Completion[] {
  const open = before.lastIndexOf('{{');
  if (open < 0 || before.indexOf('}}', open) >= 0) return [];
  const inside = before.slice(open + 2).replace(/^[#/]/, '');
  const words = inside.split(/\s+/);
  if (words.length <= 1) return helpers.map(({ name }) => ({ label: name, type: 'function' }));
  const option = /([\w-]+)=["']?[\w.@-]*$/.exec(inside)?.[1];
  if (option === 'statement') return statements.map((label) => ({ label, type: 'class' }));
  if (option !== undefined) return [...roles, ...periods].map((label) => ({ label, type: 'constant' }));
  const options = helpers.find(({ name }) => name === words[0])?.options ?? [];
  // Names stand in quotation marks: typed already, or brought along.
  const quote = /["'][\w.@-]*$/.test(inside) ? '' : '"';
  return [
    ...concepts.map(({ id, label }) => ({ label: id, apply: `${quote}${id}${quote}`, detail: label, type: 'variable' })),
    ...options.map((label) => ({ label: `${label}=`, type: 'property' })),
  ];
}

/** A step into a file: a key of a mapping, or an entry of a list. */
type Step = string | '-';

function yamlOptions(schema: Schema, text: string, before: string, names: CompletionNames): readonly Completion[] {
  const value = /^\s*(?:- )*\s*(["']?)([\w.@-]+)\1:\s+\S*$/.exec(before);
  const path = pathTo(text);
  if (value?.[2] !== undefined) return valuesOf(at(schema, [...path, value[2]]), names);
  const here = at(schema, path);
  const keys = here.flatMap(({ properties }) => Object.entries(properties ?? {}));
  // Tables of several kinds have the same keys.
  const options: Completion[] = [...new Map(keys.toReversed())].toReversed().map(([label, own]) => ({
    label,
    apply: `${label}: `,
    type: 'property',
    ...(own.description !== undefined && { info: told(own) }),
  }));
  // Mappings without keys of their own are by concept, mostly.
  const open = here.some(({ additionalProperties }) => typeof additionalProperties === 'object');
  const inList = /^\s*-\s/.test(before);
  if (open || (inList && keys.length === 0))
    options.push(...names.concepts.map(({ id, label }) => ({ label: id, detail: label, type: 'variable' })));
  return options;
}

/** What a key means, and how it may be typed. */
function told({ description = '', examples = [] }: Schema): string {
  const typed = examples.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  return [description, ...typed].join('\n');
}

function valuesOf(schemas: readonly Schema[], { concepts, periods, roles, statements }: CompletionNames): readonly Completion[] {
  const choices = schemas.flatMap((each) => [...(each.enum ?? []), ...(each.const === undefined ? [] : [each.const])]);
  const flags = schemas.some(({ type }) => type === 'boolean') ? ['true', 'false'] : [];
  if (choices.length + flags.length > 0) return [...choices.map(String), ...flags].map((label) => ({ label, type: 'enum' }));
  return [
    ...concepts.map(({ id, label }) => ({ label: id, detail: label, type: 'variable' })),
    ...[...periods, ...roles, ...statements].map((label) => ({ label, type: 'constant' })),
  ];
}

/** The keys above the last line, by its indentation. */
function pathTo(text: string): readonly Step[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const path: Step[] = [];
  let indent = indentOf(last);
  if (/^\s*- /.test(last)) path.unshift('-');
  for (const line of lines.reverse()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const own = indentOf(line);
    const listed = /^\s*- /.test(line);
    const inner = listed ? own + 2 : own;
    const key = /^\s*(?:- )?(["']?)([\w.@-]+)\1:/.exec(line)?.[2];
    if (inner < indent && key !== undefined) path.unshift(key);
    if (listed && inner <= indent) path.unshift('-');
    // The entries of a list may stand as far in as the key that they belong to.
    if (own < indent) indent = listed ? own + 1 : own;
  }
  return path;
}

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** What a schema says of the place that a path leads to: all that it may be. */
function at(schema: Schema, path: readonly Step[]): readonly Schema[] {
  const { definitions = {} } = schema;
  let here = alternatives(schema, definitions);
  for (const step of path)
    here = here
      .flatMap(({ properties, additionalProperties, items }) => {
        const known =
          step === '-' ? items : (properties?.[step] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined));
        return known ? [known] : [];
      })
      .flatMap((each) => alternatives(each, definitions));
  return here;
}

function alternatives(schema: Schema, definitions: Readonly<Record<string, Schema>>): readonly Schema[] {
  const referred = definitions[schema.$ref?.split('/').at(-1) ?? ''];
  const others = [...(referred ? [referred] : []), ...[schema.anyOf, schema.oneOf, schema.allOf].flatMap((each) => each ?? [])];
  return [schema, ...others.flatMap((each) => alternatives(each, definitions))];
}
