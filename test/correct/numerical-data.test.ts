// Turn changed figures into whether numerical data are corrected: by what statements and the summary print, not by where a digit stood.
import { describe, expect, it } from 'vitest';
import { numericalData } from '../../src/correct/numerical-data.ts';
import type { BuildRecord, FigureRecord } from '../../src/model/build-record.ts';
import type { Difference } from '../../src/model/difference.ts';

/** Pages: 1 the summary, 2 the text, 3 a statement. */
const classes = ['summary', 'text', 'statement'];
const style = { parts: [{ pages: ['summary'], name: {}, data: true }] };

/** `cell` stands on the page of statements, a sentence on the page given. */
function figure(
  id: number,
  lang: string,
  where: 'cell' | 'remark' | 'sentence',
  fact: string,
  printed: string,
  exact = printed,
): FigureRecord {
  const page = { cell: 3, remark: 1, sentence: 2 }[where];
  const place =
    where === 'cell' ? { kind: 'cell' as const, statement: 'income', row: id, column: 'now' } : { kind: 'prose' as const, section: 'x' };
  const places = [{ page, x: 0, y: 0, width: 1, size: 1 }];
  const text = { fact, printed, exact, text: printed, lang, at: { file: 'x', line: 1 } };
  return { id, measure: 'amount', treatment: 'plain' as const, place, places, ...text };
}

function recordOf(figures: readonly FigureRecord[]): BuildRecord {
  const pages = classes.map((name, index) => ({ page: index + 1, class: name, width: 1, height: 1, runs: [], rules: [] }));
  return {
    figures: { format: 1, givens: [], overrides: [], facts: [], figures },
    document: { format: 1, texts: [], pages },
  };
}

const base = { id: 'x', summary: '', old: [], new: [] };
const changed = (before: FigureRecord, after: FigureRecord): Difference => ({
  ...base,
  class: 'consequential',
  kind: 'figure',
  lang: before.lang,
  fact: before.fact,
  measure: before.measure,
  before,
  after,
  chain: [],
  causes: [],
});
const came = (own: FigureRecord): Difference => ({ ...base, class: 'text', kind: 'figure-added', lang: own.lang, figure: own });
const went = (own: FigureRecord): Difference => ({ ...base, class: 'text', kind: 'figure-removed', lang: own.lang, figure: own });

interface Case {
  readonly what: string;
  readonly changes: readonly Difference[];
  /** Printed in both versions besides. */
  readonly still?: readonly FigureRecord[];
  readonly ja: boolean;
  readonly en: boolean;
}

const cases: readonly Case[] = [
  {
    what: 'a fact of a statement',
    changes: [changed(figure(1, 'ja', 'cell', 'sales@1', '10'), figure(1, 'ja', 'cell', 'sales@1', '11'))],
    ja: true,
    en: true,
  },
  {
    what: 'a fact in a remark of the summary',
    changes: [changed(figure(1, 'en', 'remark', 'equity@1', '10'), figure(1, 'en', 'remark', 'equity@1', '11'))],
    ja: true,
    en: true,
  },
  {
    what: 'a fact that only a sentence prints',
    changes: [changed(figure(1, 'ja', 'sentence', 'users@1', '10'), figure(1, 'ja', 'sentence', 'users@1', '11'))],
    ja: false,
    en: false,
  },
  { what: 'a figure that left a sentence', changes: [went(figure(1, 'ja', 'sentence', 'dividend@1', '10'))], ja: false, en: false },
  { what: 'a figure that came into a sentence', changes: [came(figure(1, 'en', 'sentence', 'dividend@1', '10'))], ja: false, en: false },
  {
    what: 'a figure of a statement that left a sentence',
    changes: [went(figure(1, 'ja', 'sentence', 'sales@1', '10'))],
    still: [figure(2, 'ja', 'cell', 'sales@1', '10')],
    ja: false,
    en: false,
  },
  {
    what: 'a row that went',
    changes: [went(figure(1, 'ja', 'cell', 'land@1', '10')), went(figure(2, 'en', 'cell', 'land@1', '10'))],
    ja: true,
    en: true,
  },
  { what: 'a row that came in one language', changes: [came(figure(1, 'en', 'cell', 'land@1', '10'))], ja: false, en: true },
  {
    what: 'a row that moved',
    changes: [went(figure(1, 'ja', 'cell', 'land@1', '10')), came(figure(5, 'ja', 'cell', 'land@1', '10'))],
    ja: false,
    en: false,
  },
  {
    what: 'a second print of a row that went',
    changes: [went(figure(1, 'ja', 'cell', 'land@1', '10'))],
    still: [figure(2, 'ja', 'cell', 'land@1', '10')],
    ja: false,
    en: false,
  },
  {
    what: 'a figure printed otherwise in one language',
    changes: [changed(figure(1, 'en', 'cell', 'sales@1', '10', '10.4'), figure(1, 'en', 'cell', 'sales@1', '11', '10.4'))],
    ja: false,
    en: true,
  },
  { what: 'nothing', changes: [], ja: false, en: false },
];

describe('numerical data are corrected by', () => {
  it.each(cases)('$what: ja $ja, en $en', ({ changes, still = [], ja, en }) => {
    const sides = (own: (change: Difference) => FigureRecord | undefined) => [...changes.flatMap((change) => own(change) ?? []), ...still];
    const old = sides((change) =>
      'kind' in change && change.kind === 'figure' ? change.before : change.kind === 'figure-removed' ? change.figure : undefined,
    );
    const now = sides((change) =>
      'kind' in change && change.kind === 'figure' ? change.after : change.kind === 'figure-added' ? change.figure : undefined,
    );
    expect(numericalData({ changes }, { old: recordOf(old), now: recordOf(now) }, ['ja', 'en'], style)).toEqual({ ja, en });
  });
});
