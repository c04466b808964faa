// Turn unit lines of charts that name another unit than their figures are drawn in into findings.

import type { UnitNamed } from '../../language/legends.ts';
import type { Chart, Group, WordTable } from '../../model/document.ts';
import { withInner } from '../../model/document-texts.ts';
import type { FindingDetails } from '../../model/finding.ts';
import { quoted } from '../../model/printable.ts';
import { say, sayWord } from '../../model/say.ts';
import type { Scale } from '../../model/unit.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { folded, textsOf } from '../typed-text.ts';
import { freeingHint, isFree } from './legend-freedom.ts';
import { saidBy } from './legend-words.ts';

/** A chart says once what all its figures are printed in. */
export const chartUnitsAgree: DocumentCheck = {
  code: 'check/unit-line',
  severity: 'error',
  run: (printed) =>
    printed.document.parts.flatMap(({ sections }) =>
      sections.flatMap(({ blocks }) =>
        blocks.flatMap(withInner).flatMap((block) => (block.kind === 'group' && block.chart ? faults(block, block.chart, printed) : [])),
      ),
    ),
};

function faults(group: Group, { id }: Chart, printed: Printed): readonly FindingDetails[] {
  const spec = printed.release.charts.get(id);
  const concept = printed.release.concepts.get(spec?.series[0]?.concept ?? '');
  const table = group.blocks.find((block): block is WordTable => block.kind === 'words');
  const [text] = table?.rows[0]?.cells[0]?.inlines.length ? textsOf(table) : [];
  if (!spec || !concept || !text) return [];
  const scale = concept.unit === 'money' ? (spec.scale ?? concept.scale) : concept.unit === 'per-share' ? 'one' : undefined;
  const { units } = saidBy(text, 'unit line', true);
  const told = (start: number, end: number): FindingDetails => {
    const at = printed.locate(text, start, end - start);
    return {
      message: say`the unit line of chart ${id} says ${quoted(text.text.slice(start, end))}; its figures are ${inWords(concept.unit, scale)}`,
      ...(at && { at }),
      related: [{ at: spec.at, message: say`the chart ${id}` }],
      hints: ['name the unit that the figures are printed in, or give the chart the scale that is named', freeingHint],
    };
  };
  const wrong = units.filter((unit) => !isIn(unit, scale) && !isFree(text, unit, printed)).map(({ start, end }) => told(start, end));
  const isPercent = concept.unit !== 'ratio' && onlyPercent.test(folded(text.text));
  return isPercent ? [...wrong, told(0, text.text.length)] : wrong;
}

/** A unit line that says nothing but percent. */
const onlyPercent = /^\(?%\)?$/;

const isIn = ({ currency, scale = 'one' }: UnitNamed, printed: Scale | undefined): boolean =>
  printed !== undefined && currency !== 'translated' && scale === printed;

function inWords(unit: string, scale: Scale | undefined): string {
  if (unit === 'ratio') return say`percentages`;
  if (scale === undefined) return say`no money`;
  const money = scale === 'one' ? say`ones of the issuer’s currency` : say`${sayWord(`${scale}s`)} of the issuer’s currency`;
  return unit === 'per-share' ? say`amounts a share in the issuer’s currency` : money;
}
