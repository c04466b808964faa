// Turn the English words round a day into patterns: the two ends of a span, the last day of a period, the day of a call.
import type { DayWords } from '../word-reading.ts';

const event =
  "(?:(?:conference|earnings|results|investor) (?:call|meeting|presentation|briefing)|conference|teleconference|webcast|briefing|(?:general|shareholders[’']?) meeting)";
const ends = '(?: that| which)? (?:ended|ending|ends|will end)(?: on)? $';

/** Any of some wordings, in capitals or not. */
const eitherOf = (...wordings: readonly RegExp[]): RegExp => new RegExp(wordings.map(({ source }) => source).join('|'), 'i');

export const days: DayWords = {
  ranges: [
    { before: /\b(?:from|period) $/i, between: /^ (?:to|through|until|till) $/ },
    { before: /\bbetween $/i, between: /^ and $/ },
    { between: /^(?: ?[-–—~～] ?| through )$/ },
  ],
  movedBefore:
    /\b(?:moved|changed|brought|rescheduled|revised|advanced|postponed|deferred|put|extended|shortened|move|change|reschedule)\b[^.\ufffc]{0,40} (?:from|between) $/i,
  lastDay: { before: new RegExp(`\\b(?:quarter|half|half[- ]year|period|term|year|months|weeks)${ends}`, 'i') },
  lastOfYear: { before: new RegExp(`\\b(?:fiscal|financial|business|full) year${ends}`, 'i') },
  kindDay: {
    results:
      /\b(?:next|following|forthcoming|first|second|third|fourth|its \ufffc{1,20})[^.;\ufffc]{0,30} (?:results|earnings)(?: release| announcement)?,?(?: (?:is|are|which is))?(?: [a-z]+)? (?:scheduled|planned|expected|due)(?: to be (?:announced|released|published))?(?: for| on)? $/i,
    filing: eitherOf(
      /\breports?,?(?: is| are)?(?: scheduled| expected| planned)? (?:to be )?(?:filed|submitted)(?: [a-z]+)?(?: on| by)?:? $/,
      /\bdate (?:to (?:file|submit)|(?:of|for) (?:the )?(?:filing|submission)(?: of)?)(?: the)?(?: [a-z-]+){0,3} reports?(?: is)?:? $/,
    ),
    payment: eitherOf(
      /\bdividends?,?(?: is| are| will)?(?: scheduled| expected| planned)? (?:to )?(?:be )?(?:paid|payable)(?: on| from)?:? $/,
      // The record date of a payment is another day.
      /\b(?:(?<!\brecord )date|start|commencement) (?:to (?:commence|start|begin)|of|for)(?: the)?(?: [a-z-]+)? dividend payments?(?: is)?:? $/,
      /\bdividend payments?(?: is| are| will)?(?: scheduled| expected| planned)?(?: to)? (?:commence|start|begin)s?(?: on| from)?:? $/,
    ),
    meeting:
      /\b(?:general|shareholders[’']?) meeting(?: of (?:the )?shareholders)?,?(?: is| will)?(?: scheduled| planned)?(?: to)?(?: be held| take place)?(?: for| on)?:? $/i,
  },
  eventDay: [
    { before: new RegExp(`\\b${event}(?! (?:on|about|for) )[^.;\ufffc]{0,60} (?:on|for) $`, 'i') },
    { before: new RegExp(`\\b${event} (?:is )?(?:on|scheduled for) $`, 'i') },
    {
      before: /\bon $/i,
      after: new RegExp(
        `^[^;\ufffc]{0,100}? (?:will|plans? to|is to|are to|intends? to) (?:[a-z]+ ){0,2}(?:host|hold|conduct|broadcast|give)[^.;\ufffc]{0,40}? ${event}\\b`,
        'i',
      ),
    },
  ],
};
