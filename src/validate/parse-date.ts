// Turn a day written YYYY-MM-DD into a checked ISO date, or say what is wrong with it.
import type { FindingWords } from '../model/finding.ts';
import { quoted } from '../model/printable.ts';

/** The day itself when the calendar has it. */
export function parseDate(text: string): string | FindingWords {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return { message: `${quoted(text)} is not a day`, hint: suggestion(text) };
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12) return { message: `${text} has no month ${month}`, hint: 'write YYYY-MM-DD' };
  const last = daysIn(year, month);
  if (day < 1 || day > last) return { message: `${text} does not exist`, hint: `that month has ${last} days` };
  return text;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Other common ways of writing a day name the same three numbers. */
function suggestion(text: string): string {
  const parts = /^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?$/.exec(text.normalize('NFKC'));
  if (!parts) return 'write YYYY-MM-DD';
  return `write ${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`;
}
