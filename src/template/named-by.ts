// Turn a helper call or a block of a template into the names in quotation marks that it is given, as in `{{words "title"}}`.

/** Undefined when there is no value, more than one, an option beside it, or a value that is only known when the template is followed. */
export function namedBy({
  params,
  hash,
}: {
  readonly params: readonly hbs.AST.Expression[];
  readonly hash?: hbs.AST.Hash | undefined;
}): string | undefined {
  const [first, ...more] = params;
  if (more.length > 0 || hash || first?.type !== 'StringLiteral') return undefined;
  return (first as hbs.AST.StringLiteral).value;
}

/** The word that a call or a block begins with; undefined for what is no plain word. */
export function wordOf({ path }: { readonly path: hbs.AST.Expression }): string | undefined {
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : undefined;
}

/** The languages that `{{#only "ja" "en"}}` names; an empty text for what is no text in quotation marks. Undefined for any other block. */
export function onlyOf(block: hbs.AST.BlockStatement): readonly string[] | undefined {
  if (wordOf(block) !== 'only') return undefined;
  return block.params.map((value) => (value.type === 'StringLiteral' ? (value as hbs.AST.StringLiteral).value : ''));
}
