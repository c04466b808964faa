// Turn classes into ones that say their names whatever the bundler calls them: errors are printed by it, and so is what a library answers.
import { edited } from './edit-source.mjs';

/** A class that was declared gets its name as a field of its own, unless it has one. */
export function named(text) {
  if (!/\bclass\s/.test(text)) return text;
  return edited(text, ({ type, id, body }) =>
    type === 'ClassDeclaration' && id && !body.body.some(isOwnName)
      ? [{ start: body.start + 1, end: body.start + 1, by: `static name=${JSON.stringify(id.name)};` }]
      : [],
  );
}

const isOwnName = ({ static: isStatic, key }) => isStatic && key?.name === 'name';
