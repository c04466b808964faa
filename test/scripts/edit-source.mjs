// Turn the text of a module and edits of its nodes into the text that is built: every line stays where it is.
import { parseAst } from 'rolldown/parseAst';

/**
 * The text with what `editsOf` wants of each node: a list of `{ start, end, by }`, places that have a text in their place. Edits of one place
 * stand in the order in which they were wanted; none may lie in what another takes out.
 */
export function edited(text, editsOf) {
  const edits = [];
  visit(parseAst(text, { lang: 'ts' }), (node) => edits.push(...editsOf(node)));
  let out = '';
  let at = 0;
  for (const { start, end, by } of edits.map((each, i) => ({ ...each, i })).sort((a, b) => a.start - b.start || a.i - b.i)) {
    if (start < at) throw new Error(`two edits of one place: ${text.slice(start, at)}`);
    out += text.slice(at, start) + by + '\n'.repeat(linesIn(text.slice(start, end)) - linesIn(by));
    at = end;
  }
  return out + text.slice(at);
}

const linesIn = (text) => text.split('\n').length - 1;

/** A node before those that it holds. */
function visit(node, each) {
  if (Array.isArray(node)) for (const one of node) visit(one, each);
  else if (typeof node === 'object' && node !== null) {
    each(node);
    for (const [key, inner] of Object.entries(node)) if (key !== 'type') visit(inner, each);
  }
}
