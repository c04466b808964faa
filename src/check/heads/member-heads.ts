// Turn columns of a matrix that are headed by the name of the member of another column into findings.
import { language } from '../../language/languages.ts';
import type { HeadCell } from '../../model/document.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { inLang, type Lang } from '../../model/language.ts';
import { quoted } from '../../model/printable.ts';
import type { Release } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { Labels } from '../../model/span.ts';
import { isFreeLabel } from './free-labels.ts';
import { headsOver, headText, type PrintedTable, readable } from './printed-tables.ts';

/** Two heads exchanged in one language: the figures of one segment under the name of another. */
export function memberHeads({ table, spec }: PrintedTable, release: Release): readonly FindingDetails[] {
  if (!spec.sums) return [];
  const { lang } = table;
  const names = spec.columns.map(({ member }) => (member ? nameOf(member, lang) : undefined));
  const heads = spec.columns.map((_, index) => headsOver(table, index + 1).toSorted((a, b) => b.row - a.row));
  const texts = heads.map(([head]) => (head && head.colSpan === 1 ? comparable(headText(head, lang), lang) : undefined));
  /** Heads over two columns but their own: each group may have a total of the same name. */
  const isOneGroup = (one: number, other: number): boolean =>
    groupOf(heads[one]) === groupOf(heads[other]) || texts[other] !== names[other];
  return spec.columns.flatMap(({ id }, index) => {
    const [head] = heads[index] ?? [];
    const [said, own] = [texts[index], names[index]];
    if (!head || said === undefined || own === undefined || said === own) return [];
    const other = names.findIndex((name, place) => place !== index && name === said && isOneGroup(index, place));
    const text = headText(head, lang);
    if (other < 0 || isFreeLabel(text, release)) return [];
    return [
      {
        message: say`${quoted(text)} heads column ${id} of ${spec.id}, and is the name of the member of column ${spec.columns[other]?.id}`,
        at: head.at,
        hints: ['name the member whose figures stand under the head, or leave the head out: it is then named in every language'],
      },
    ];
  });
}

/** Ids of the heads above the innermost one. */
const groupOf = (heads: readonly HeadCell[] = []): string =>
  heads
    .slice(1)
    .map(({ id }) => id)
    .join(' ');

const nameOf = (member: Labels, lang: Lang): string => comparable(inLang(member, lang).value.replace(/<[^<>]{0,20}>/g, ''), lang);

/** Without the bars where lines may end. */
function comparable(text: string, lang: Lang): string {
  const bare = readable(text.replaceAll('|', ''));
  return language(lang).tradition === 'cjk' ? bare.replace(/\s/g, '') : bare.replace(/\s+/g, ' ').trim();
}
