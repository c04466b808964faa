// Turn a review into what is left of it, as findings: what nobody has checked, and what was checked and says something else by now.
import { language } from '../language/languages.ts';
import type { Finding, Report as ReportOf } from '../model/finding.ts';
import { type Layout, pageNumber } from '../model/page.ts';
import { quoted } from '../model/printable.ts';
import { say, sayAll, sayWord } from '../model/say.ts';
import type { ReviewState } from './review-state.ts';
import { isRequired } from './review-units.ts';

/** The codes of this room. */
export const reviewCodes = ['review/open', 'review/lapsed'] as const;

type ReviewCode = (typeof reviewCodes)[number];

/** Things that a finding names; of the others it says how many. */
const mostNamed = 3;

/** One finding for each section or statement of a language that has anything open, and one for each tick that lapsed; `layout` numbers its pages. */
export function openFindings({ units, lapsed }: ReviewState, layout: Layout): readonly Finding<ReviewCode>[] {
  const found: Finding<ReviewCode>[] = [];
  const report: ReportOf<ReviewCode> = (finding) => found.push(finding);
  for (const { by, kind, signed, now, at } of lapsed) {
    const digest = kind === 'table' || kind === 'page';
    report({
      severity: 'error',
      code: 'review/lapsed',
      message: say`${quoted(by)} checked a ${sayWord(kind)} that says something else now${digest ? '' : say`: ${quoted(signed)}${now === undefined ? '' : say`, now ${quoted(now)}`}`}`,
      at,
      hints: ['check what stands there now, and tick it again in kessan serve, or remove this tick'],
    });
  }
  const open = units.filter((unit) => isRequired(unit) && unit.checkedBy.length === 0);
  const grouped = new Map<string, typeof open>();
  for (const unit of open) {
    const name = `${unit.lang} ${unit.of.split('/')[0]}`;
    grouped.set(name, [...(grouped.get(name) ?? []), unit]);
  }
  for (const group of grouped.values()) {
    const [first] = group;
    if (!first) continue;
    const figures = group.filter(({ kind }) => kind === 'figure').length;
    const counts = [
      ...(figures > 0 ? [figures === 1 ? say`${figures} figure` : say`${figures} figures`] : []),
      ...(group.length > figures
        ? [group.length - figures === 1 ? say`${1} sentence or label` : say`${group.length - figures} sentences or labels`]
        : []),
    ];
    const named = group.slice(0, mostNamed).map(({ text }) => quoted(text));
    const more = group.length > mostNamed ? say` and ${group.length - mostNamed} more` : '';
    const pages = [...new Set(group.flatMap((unit) => unit.pages))].sort((a, b) => a - b).flatMap((index) => layout.pages[index] ?? []);
    report({
      severity: 'error',
      code: 'review/open',
      message: say`nobody has checked ${sayAll(counts, ' and ')} of ${first.of.split('/')[0]} in ${language(first.lang).name}: ${sayAll(named, ', ')}${more}`,
      hints: [say`check page ${sayAll(pages.map(pageNumber), ', ')} in kessan serve: a figure, a sentence, a table or a page at a time`],
    });
  }
  return found;
}
