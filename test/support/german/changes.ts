// Turn the way that a figure went into German.
import type { ChangeWriting } from '../../../src/language/writing.ts';

export const changes: ChangeWriting = {
  changeNoun: (direction, percent) =>
    direction === 'level' ? 'unverändert' : `${direction === 'up' ? 'ein Anstieg' : 'ein Rückgang'} um ${percent}`,
  changeVerb: (direction, percent) => (direction === 'level' ? 'blieb gleich' : `${direction === 'up' ? 'stieg' : 'sank'} um ${percent}`),
  improvement: (outcome, percent) =>
    outcome === 'level' ? 'blieb gleich' : `${outcome === 'better' ? 'verbesserte' : 'verschlechterte'} sich um ${percent}`,
  turned: (to, form) => `${form === 'verb' ? 'drehte' : 'eine Wende'} in ${to === 'profit' ? 'den Gewinn' : 'den Verlust'}`,
  direction: (direction) => (direction === 'level' ? 'keine Änderung' : direction === 'up' ? 'Anstieg' : 'Rückgang'),
  improved: (outcome) => (outcome === 'level' ? 'blieb gleich' : outcome === 'better' ? 'verbesserte sich' : 'verschlechterte sich'),
  conjunction: (agree) => (agree ? 'und' : 'aber'),
};
