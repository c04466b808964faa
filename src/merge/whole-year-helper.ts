// Turn the question whether a period is a whole fiscal year into a condition: a layout's words for quarters give way to those for a year.
import { fiscalPart } from '../language/calendar.ts';
import type { Call, Helper } from './call.ts';
import { readPeriod } from './read-argument.ts';

/** The id of the period when it is a whole fiscal year, '' when not: `{{#if (whole-year "current")}}`. */
export const wholeYear: Helper = {
  parameters: ['period'],
  options: [],
  write(call: Call) {
    const named = call.parameters[0] && readPeriod(call, call.parameters[0]);
    return named && { text: fiscalPart(named) === 'year' ? named.id : '', bound: { by: 'period', period: named.id } };
  },
};
