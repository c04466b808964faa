// Turn the way that a figure went into Japanese.
import type { ChangeWriting } from '../change-writing.ts';

export const changes: ChangeWriting = {
  changeNoun: (direction, percent) => (direction === 'level' ? '増減なし' : `${percent}${direction === 'up' ? '増' : '減'}`),
  changeVerb: (direction, percent) => (direction === 'level' ? '横ばい' : `${percent}${direction === 'up' ? '増加' : '減少'}`),
  improvement: (outcome, percent) => (outcome === 'level' ? '横ばい' : `${percent}の${outcome === 'better' ? '改善' : '悪化'}`),
  turned: (to) => (to === 'profit' ? '黒字転換' : '赤字転落'),
  direction: (direction) => (direction === 'level' ? '横ばい' : direction === 'up' ? '増加' : '減少'),
  improved: (outcome) => (outcome === 'level' ? '横ばい' : outcome === 'better' ? '改善' : '悪化'),
  conjunction: (agree) => (agree ? 'また' : '一方'),
};
