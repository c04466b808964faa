// Turn a name into the narrative section or the statement that stands there.
import { type Call, type Helper, refuse } from './call.ts';

export const narrative: Helper = {
  parameters: ['section'],
  options: [],
  layoutOnly: true,
  write(call) {
    const name = nameOf(call);
    return name === undefined ? undefined : { narrative: name };
  },
};

export const table: Helper = {
  parameters: ['statement'],
  options: ['id'],
  write(call) {
    const name = nameOf(call);
    const anchor = call.options.get('id')?.text;
    return name === undefined ? undefined : { table: name, ...(anchor === undefined ? {} : { anchor }) };
  },
};

function nameOf(call: Call): string | undefined {
  const name = call.parameters[0]?.text ?? '';
  return /^[\w.-]+$/.test(name) ? name : refuse(call, `${name} is not an id`, call.parameters[0]);
}
