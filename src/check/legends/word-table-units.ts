// Turn heads and labels of typed tables that name another unit than the amounts below or beside them are written in into findings.
import { sizeOf } from '../../figures/scale.ts';
import { language } from '../../language/languages.ts';
import type { UnitNamed } from '../../language/legends.ts';
import type { Block, WordCell, WordTable } from '../../model/document.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import { say, sayAll } from '../../model/say.ts';
import { type Scale, scales } from '../../model/unit.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { folded, type TypedText, textsOf } from '../typed-text.ts';
import { freeingHint, isFree } from './legend-freedom.ts';

/** An amount that writes its own unit needs none over it. */
const bare = /^[(△▲−-]?[\d,.]+\)?$/;

export const wordTableUnitsAgree: DocumentCheck = {
  code: 'check/unit-line',
  severity: 'error',
  run: (printed) =>
    printed.document.parts.flatMap((part) =>
      part.sections.flatMap((section) => section.blocks.flatMap(wordTables).flatMap((table) => faults(table, printed))),
    ),
};

function wordTables(block: Block): readonly WordTable[] {
  if (block.kind === 'group') return block.blocks.flatMap(wordTables);
  return block.kind === 'words' ? [block] : [];
}

/** Texts of its cells, without those of empty ones, in the order in which the cells stand. */
function faults(table: WordTable, printed: Printed): readonly FindingDetails[] {
  const texts = new Map<WordCell, TypedText>();
  const left = [...textsOf(table)];
  for (const cell of table.rows.flatMap(({ cells }) => cells)) {
    const text = cell.inlines.length > 0 ? left.shift() : undefined;
    if (text) texts.set(cell, text);
  }
  const [heads, ...rows] = table.rows;
  const columns = heads?.cells.map((head, column) => [head, rows.flatMap(({ cells }) => cells[column] ?? [])] as const) ?? [];
  const labels = rows.flatMap(({ cells: [label, ...cells] }) => (label ? [[label, cells] as const] : []));
  return [...columns, ...labels].flatMap(([head, cells]) => {
    const text = texts.get(head);
    return text ? disagreements(text, cells, printed) : [];
  });
}

function disagreements(text: TypedText, cells: readonly WordCell[], printed: Printed): readonly FindingDetails[] {
  const named = language(text.lang)
    .legends.units(folded(text.typed))
    .filter(({ scale }) => scale !== undefined);
  if (named.length === 0) return [];
  const scalesBelow = new Set(cells.flatMap((cell) => cell.inlines.flatMap(({ figure }) => amountScale(figure, printed) ?? [])));
  if (scalesBelow.size === 0) return [];
  const isRight = ({ currency, scale = 'one' }: UnitNamed) =>
    scalesBelow.has(`${currency === 'translated' ? 'translated' : 'own'} ${scale}`);
  return named
    .filter((unit) => !isRight(unit) && !isFree(text, unit, printed))
    .map(({ start, end }) => {
      const at = printed.locate(text, start, end - start);
      const written = sayAll(
        [...scalesBelow].map((each) => each.replace(/^\w+ /, '')),
        ' and ',
      );
      return {
        message: say`the cell says ${quoted(text.text.slice(start, end))}; the amounts that it heads are written in scale ${written}`,
        ...(at && { at }),
        hints: ['name the unit that the amounts are written in, or write them in the unit that is named with in="…"', freeingHint],
      };
    });
}

const scaleNames = Object.keys(scales) as readonly Scale[];

/** `own million`; undefined for what is no bare amount of money, and for nothing at all. */
function amountScale(figure: number | undefined, { document, financials, release }: Printed): string | undefined {
  const { fact, exact, measure, text } = (figure === undefined ? undefined : document.figures[figure]) ?? {};
  const found = fact === undefined ? undefined : financials.facts.get(fact);
  if (!found || !exact || exact.isZero || text === undefined || !bare.test(text)) return undefined;
  const unit = release.concepts.get(found.concept)?.unit;
  if ((unit !== 'money' && unit !== 'per-share') || (measure !== 'amount' && measure !== 'translated')) return undefined;
  const rate = measure === 'translated' ? release.spec.rate?.value : undefined;
  const value = rate && !rate.isZero ? found.value.div(rate) : found.value;
  const scale = scaleNames.find((each) => exact.mul(sizeOf(each)).abs().equals(value.abs()));
  return scale && `${measure === 'translated' ? 'translated' : 'own'} ${scale}`;
}
