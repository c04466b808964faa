// Turn object literals that begin with a spread into calls of Object.assign, as compilers do for engines without spreads: Node 20 is slow with them.
import { readFileSync } from 'node:fs';
import { parseAst } from 'rolldown/parseAst';

/**
 * A plugin for what is built of `src/`. The engine of Node 20 makes a hidden class for each single object of `{ ...a, b }`, and then
 * finds no property of it but by a search: a build of fifteen pages searches fifty thousand times. `Object.assign({}, a, { b })` is the same
 * object, but for a property named `__proto__`, which is none of ours. Literals with getters stay as they are.
 */
export const assignSpreads = {
  name: 'spreads as assignments',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) =>
      /[\\/]node_modules[\\/]/.test(path) ? undefined : { contents: assigned(readFileSync(path, 'utf8')), loader: 'ts' },
    );
  },
};

/** The text of a module with its spreads as assignments; every line stays where it is. */
export function assigned(text) {
  if (!text.includes('...')) return text;
  const edits = [];
  visit(parseAst(text, { lang: 'ts' }), edits);
  let out = '';
  let at = 0;
  // Of edits at one place, what closes stands before what opens: they were noted so.
  for (const { start, end, by } of edits.map((each, i) => ({ ...each, i })).sort((a, b) => a.start - b.start || a.i - b.i)) {
    out += text.slice(at, start) + by;
    at = end;
  }
  return out + text.slice(at);
}

function visit(node, edits) {
  if (Array.isArray(node)) for (const each of node) visit(each, edits);
  else if (typeof node === 'object' && node !== null) {
    if (node.type === 'ObjectExpression' && isSpread(node.properties[0]) && isPlain(node)) assign(node, edits);
    for (const [key, inner] of Object.entries(node)) if (key !== 'type') visit(inner, edits);
  }
}

/** It has more than the spread, and no getter, which an assignment would call. */
const isPlain = ({ properties }) => properties.length > 1 && properties.every(({ kind }) => kind !== 'get' && kind !== 'set');

/** `{ ...a, b, ...c }` → `Object.assign({}, a, { b }, c)`. */
function assign({ start, end, properties }, edits) {
  const put = (from, to, by) => edits.push({ start: from, end: to, by });
  put(start, start + 1, 'Object.assign({},');
  for (const [i, each] of properties.entries()) {
    if (isSpread(each)) put(each.start, each.start + '...'.length, '');
    else {
      if (isSpread(properties[i - 1])) put(each.start, each.start, '{');
      if (i === properties.length - 1 || isSpread(properties[i + 1])) put(each.end, each.end, '}');
    }
  }
  put(end - 1, end, ')');
}

const isSpread = (property) => property?.type === 'SpreadElement';
