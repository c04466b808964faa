// Turn headings that helpers word for an earlier period than that of the figures below them into findings.
import { periodOf } from '../../figures/fact-key.ts';
import { language } from '../../language/languages.ts';
import type { Block, Document } from '../../model/document.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import type { Period } from '../../model/release.ts';
import { say, sayAll } from '../../model/say.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { folded, type TypedText, textsOf } from '../typed-text.ts';
import { freeingHint, isFree } from './legend-freedom.ts';
import { currentPeriod } from './title-periods.ts';

/** A section of the release is headed by its period, unless all its figures are of another. */
export const headingPeriodsAgree: DocumentCheck = {
  code: 'check/caption',
  severity: 'error',
  run: (printed) => {
    const current = currentPeriod(printed.release);
    return current
      ? partsOf(printed.document).flatMap((blocks) => blocks.flatMap((_, index) => ofHeading(blocks, index, current, printed)))
      : [];
  },
};

const partsOf = ({ parts }: Document): readonly (readonly Block[])[] =>
  parts.map(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(flat)));

const flat = (block: Block): readonly Block[] => (block.kind === 'group' ? block.blocks.flatMap(flat) : [block]);

/** The name of one period, which several helpers may write: the second quarter, of FY2002. */
interface Name {
  readonly periods: readonly Period[];
  readonly start: number;
  readonly end: number;
}

function ofHeading(blocks: readonly Block[], index: number, current: Period, printed: Printed): readonly FindingDetails[] {
  const block = blocks[index];
  // Headings of the first level are titles, which are held part by part.
  if (block?.kind !== 'heading' || block.level === 1) return [];
  if (!block.inlines.some(({ bound }) => bound?.by === 'period' && bound.period !== current.id)) return [];
  const [text] = textsOf(block);
  if (!text) return [];
  const names = namesIn(text, printed);
  const mixed = names.find(({ periods }) => !periods.every((one) => periods.every((other) => isNested(one, other))));
  if (mixed) {
    const ids = sayAll([...new Set(mixed.periods.map(({ id }) => id))], ' and ');
    return told(text, mixed, say`names two periods at once, ${ids}`, printed);
  }
  const { resultsAfter } = language(text.lang).legends;
  // Beside the period reported, the results of the next one are an outlook.
  const isToCome = ({ periods }: Name): boolean => periods.every(({ start }) => start > current.end);
  const toCome = names.every(isToCome) ? names.find(({ end }) => resultsAfter?.test(folded(text.text.slice(end)))) : undefined;
  if (toCome) return told(text, toCome, say`is of results of ${toCome.periods[0]?.id}, which is still to come`, printed);
  const earlier = names.filter(({ periods }) => periods.some(({ end }) => end < current.end));
  const [first] = earlier;
  if (!first || earlier.length < names.length) return [];
  const below = periodsBelow(blocks, index, block.level, printed);
  // Figures of the period reported stand under a heading of that period.
  if (!below.has(current.id)) return [];
  return told(text, first, say`is of ${first.periods[0]?.id}, and figures of ${current.id} stand below it`, printed);
}

function namesIn({ text, runs, lang }: TypedText, { release }: Printed): readonly Name[] {
  const { withinName } = language(lang).legends;
  const names: Name[] = [];
  for (const { inline, start, end } of runs) {
    const period = inline.bound?.by === 'period' ? release.periods.get(inline.bound.period) : undefined;
    if (!period) continue;
    const last = names.at(-1);
    if (last && withinName.test(folded(text.slice(last.end, start))))
      names[names.length - 1] = { periods: [...last.periods, period], start: last.start, end };
    else names.push({ periods: [period], start, end });
  }
  return names;
}

/** A quarter of the year that is to end. */
const isNested = (one: Period, other: Period): boolean =>
  (one.start <= other.start && other.end <= one.end) || (other.start <= one.start && one.end <= other.end);

function periodsBelow(blocks: readonly Block[], index: number, level: number, { document }: Printed): ReadonlySet<string> {
  const found = new Set<string>();
  for (const block of blocks.slice(index + 1)) {
    if (block.kind === 'heading' && block.level <= level) break;
    for (const figure of figuresIn(block)) {
      const fact = document.figures[figure]?.fact;
      if (fact !== undefined) found.add(periodOf(fact));
    }
  }
  return found;
}

function figuresIn(block: Block): readonly number[] {
  const cells = block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell?.figure ?? [])) : [];
  return [...cells, ...textsOf(block).flatMap(({ runs }) => runs.flatMap(({ inline }) => inline.figure ?? []))];
}

function told(text: TypedText, name: Name, what: string, printed: Printed): readonly FindingDetails[] {
  if (isFree(text, name, printed)) return [];
  const at = printed.locate(text, name.start, name.end - name.start);
  return [
    {
      message: say`the heading ${quoted(text.text)} ${what}`,
      ...(at && { at }),
      hints: ['name the period of the figures, such as {{period "current" style="quarter"}}', freeingHint],
    },
  ];
}
