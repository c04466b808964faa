// Turn columns of a matrix that are headed by the name of the member of another column into findings.
import { language } from '../../language/languages.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { inLang, type Lang } from '../../model/language.ts';
import { quoted } from '../../model/printable.ts';
import type { Release } from '../../model/release.ts';
import type { Labels } from '../../model/span.ts';
import { isFreeLabel } from './free-labels.ts';
import { headsOver, headText, type PrintedTable, readable } from './printed-tables.ts';

/** Two heads exchanged in one language: the figures of one segment under the name of another. */
export function memberHeads({ table, spec }: PrintedTable, release: Release): readonly FindingDetails[] {
  if (!spec.sums) return [];
  const { lang } = table;
  const names = spec.columns.map(({ member }) => (member ? nameOf(member, lang) : undefined));
  return spec.columns.flatMap(({ id }, index) => {
    const head = headsOver(table, index + 1).toSorted((a, b) => b.row - a.row)[0];
    const own = names[index];
    if (!head || head.colSpan > 1 || own === undefined) return [];
    const text = headText(head, lang);
    const said = comparable(text, lang);
    // Totals of two groups may share a name.
    const other = names.findIndex((name, place) => place !== index && name === said);
    if (said === own || other < 0 || isFreeLabel(text, release)) return [];
    return [
      {
        message: `${quoted(text)} heads column ${id} of ${spec.id}, and is the name of the member of column ${spec.columns[other]?.id}`,
        at: head.at,
        hints: ['name the member whose figures stand under the head, or leave the head out: it is then named in every language'],
      },
    ];
  });
}

const nameOf = (member: Labels, lang: Lang): string => comparable(inLang(member, lang).value.replace(/<[^<>]{0,20}>/g, ''), lang);

/** Without the bars where lines may end. */
function comparable(text: string, lang: Lang): string {
  const bare = readable(text.replaceAll('|', ''));
  return language(lang).tradition === 'cjk' ? bare.replace(/\s/g, '') : bare.replace(/\s+/g, ' ').trim();
}
