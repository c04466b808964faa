// Turn the way that a figure went into English.
import type { ChangeWriting } from '../change-writing.ts';

export const changes: ChangeWriting = {
  changeNoun: (direction, percent) => {
    if (direction === 'level') return 'no change';
    return `${direction === 'up' ? 'an increase' : 'a decrease'} of ${percent}`;
  },
  changeVerb: (direction, percent) => {
    if (direction === 'level') return 'was unchanged';
    return `${direction === 'up' ? 'increased' : 'decreased'} by ${percent}`;
  },
  improvement: (outcome, percent) => {
    if (outcome === 'level') return 'was unchanged';
    return `${outcome === 'better' ? 'improved' : 'worsened'} by ${percent}`;
  },
  turned: (to, form) => `${form === 'verb' ? 'turned' : 'a turn'} to ${to}`,
  direction: (direction, form) => {
    if (form === 'verb') return direction === 'level' ? 'was unchanged' : direction === 'up' ? 'increased' : 'decreased';
    if (form === 'word') return direction === 'level' ? 'lack of change' : direction === 'up' ? 'increase' : 'decrease';
    return direction === 'level' ? 'no change' : direction === 'up' ? 'an increase' : 'a decrease';
  },
  improved: (outcome) => (outcome === 'level' ? 'was unchanged' : outcome === 'better' ? 'improved' : 'worsened'),
  conjunction: (agree) => (agree ? 'and' : 'but'),
};
