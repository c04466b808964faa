// Turn object literals that begin with a spread into calls of Object.assign, as compilers do for engines without spreads: Node 20 is slow with them.
import { edited } from './edit-source.mjs';

/**
 * The engine of Node 20 makes a hidden class for each single object of `{ ...a, b }`, and then finds no property of it but by a search:
 * a build of fifteen pages searches fifty thousand times. `Object.assign({}, a, { b })` is the same object, but for a property named
 * `__proto__`, which is none of ours. Literals with getters stay as they are.
 */
export function assigned(text) {
  if (!text.includes('...')) return text;
  return edited(text, (node) => (node.type === 'ObjectExpression' && isSpread(node.properties[0]) && isPlain(node) ? assign(node) : []));
}

/** It has more than the spread, and no getter, which an assignment would call. */
const isPlain = ({ properties }) => properties.length > 1 && properties.every(({ kind }) => kind !== 'get' && kind !== 'set');

/** `{ ...a, b, ...c }` → `Object.assign({}, a, { b }, c)`. */
function assign({ start, end, properties }) {
  const edits = [{ start, end: start + 1, by: 'Object.assign({},' }];
  for (const [i, each] of properties.entries()) {
    if (isSpread(each)) edits.push({ start: each.start, end: each.start + '...'.length, by: '' });
    else {
      if (isSpread(properties[i - 1])) edits.push({ start: each.start, end: each.start, by: '{' });
      if (i === properties.length - 1 || isSpread(properties[i + 1])) edits.push({ start: each.end, end: each.end, by: '}' });
    }
  }
  return [...edits, { start: end - 1, end, by: ')' }];
}

const isSpread = (property) => property?.type === 'SpreadElement';
