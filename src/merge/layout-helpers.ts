// Turn a name into the element that stands for a narrative section or a statement until it is expanded.
import { type Call, type Helper, refuse } from './call.ts';

export const narrative: Helper = {
  parameters: ['section'],
  options: [],
  layoutOnly: true,
  write: (call) => placeholder(call, 'section', 'data-narrative'),
};

export const table: Helper = {
  parameters: ['statement'],
  options: [],
  write: (call) => placeholder(call, 'table', 'data-statement'),
};

function placeholder(call: Call, element: string, attribute: string) {
  const name = call.parameters[0]?.text ?? '';
  if (!/^[\w.-]+$/.test(name)) return refuse(call, `${name} is not an id`, call.parameters[0]);
  return { markup: `<${element} ${attribute}="${name}"></${element}>` };
}
