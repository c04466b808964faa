// Turn lists that are made to be taken apart at once into plain assignments: `let [a, b] = [0, 0]` makes a list and goes through it, step by step.
import { edited } from './edit-source.mjs';

/**
 * Names that are set from a list of as many expressions are set from these, in their order. Nothing else can tell: no other code sees
 * the list. A compiler that optimises does the same, but most of what one build runs is never optimised.
 */
export function takenApart(text) {
  if (!/\]\s*=\s*\[/.test(text)) return text;
  return edited(text, (node) => {
    if (node.type === 'VariableDeclarator' && isPair(node.id, node.init)) return declared(node.id, node.init);
    const { expression } = node;
    return node.type === 'ExpressionStatement' && expression.type === 'AssignmentExpression' && isPair(expression.left, expression.right)
      ? set(node, expression)
      : [];
  });
}

/** Names without defaults, and one expression for each. */
const isPair = (names, list) =>
  names.type === 'ArrayPattern' &&
  list?.type === 'ArrayExpression' &&
  !names.typeAnnotation &&
  names.elements.length > 0 &&
  names.elements.length === list.elements.length &&
  names.elements.every((each) => each?.type === 'Identifier') &&
  list.elements.every((each) => each !== null && each.type !== 'SpreadElement');

/** `[a, b] = [x, y]` of a declaration → `a = (x), b = (y)`. */
function declared(names, list) {
  return [
    { start: names.start, end: list.start + 1, by: '' },
    ...list.elements.flatMap((each, i) => valued(each, names.elements[i].name)),
    { start: list.elements.at(-1).end, end: list.end, by: '' },
  ];
}

/** `[a, b] = [x, y];` → a block that has all values before it sets a name. */
function set(statement, { left, right }) {
  const names = left.elements.map(({ name }) => name);
  return [
    { start: statement.start, end: right.start + 1, by: '{const ' },
    ...right.elements.flatMap((each, i) => valued(each, `$${i}`)),
    { start: right.elements.at(-1).end, end: statement.end, by: `;${names.map((name, i) => `${name}=$${i};`).join('')}}` },
  ];
}

const valued = ({ start, end }, name) => [
  { start, end: start, by: `${name}=(` },
  { start: end, end, by: ')' },
];
