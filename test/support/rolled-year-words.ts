// Turn the sentences of a year that was rolled forward from its third quarter into those of a year: nothing is compared with a quarter, and what was to come has come.
import { type Edits, rewrite, typeWords } from './rolled-quarter.ts';

const folder = 'data/iij/releases/fy02';

const call = '\\{\\{[^{}]*"prior-quarter"[^{}]*\\}\\}';

/** Clauses that compare with the quarter before, each with what joins it to its sentence. */
const clauses: readonly RegExp[] = [
  `,? ${call} ${call} compared to ${call}`,
  `,? ${call} ${call} from ${call} in ${call}`,
  `,? and(?: to| a gain of)? ${call} (?:compared to ${call} )?in ${call}`,
  `, and by approximately \\{\\{[^{}]*\\}\\} compared to ${call}`,
  ` ${call} compared to ${call} in ${call} and(?= a)`,
  ` compared to a loss of ${call} in ${call}, but increased`,
  ` The \\{\\{outcome "result.operating"\\}\\} ${call} compared to the previous quarter\\.`,
  `なり、前期比${call}と(?=なった)`,
  `、前期比${call}(?=）)`,
  `前期比${call}、`,
  `、前期${call}`,
].map((pattern) => new RegExp(pattern, 'g'));

const english = [
  ['the {{period "current" style="ordinal"}} quarter ended {{date "current.end"}} of the fiscal year ending', 'the fiscal year ended'],
  ['the second highest quarterly revenue amount', 'the second highest annual revenue amount'],
  [
    'For the full {{period "current" style="year"}} fiscal year, IIJ continues to expect',
    'For the full {{period "next" style="year"}} fiscal year, IIJ expects',
  ],
  [
    'compared to {{period "prior-year" style="fiscal-year"}}. Towards the end of the current fiscal year',
    'compared to {{period "current" style="fiscal-year"}}. Towards the end of that fiscal year',
  ],
  ['toward the end of the current fiscal year', 'toward the end of that fiscal year'],
  [
    'positive operating income for full {{period "current" style="fiscal-year"}}',
    'positive operating income for full {{period "next" style="fiscal-year"}}',
  ],
  [' IIJ is confident that the parties will reach an agreement by the end of December 2002.', ''],
  ['in this quarter, which includes', 'in this fiscal year, which includes'],
  [
    '{{change "capex" from="prior-quarter" form="verb" decimals=0}} compared to {{period "prior-quarter"}}',
    '{{change "capex" from="prior-year" form="verb" decimals=0}} compared to {{period "prior-year"}}',
  ],
  [
    'capital expenditure for full {{period "current" style="fiscal-year"}}',
    'capital expenditure for full {{period "next" style="fiscal-year"}}',
  ],
  ['and full {{period "current" style="fiscal-year"}}', 'and full {{period "next" style="fiscal-year"}}'],
  [
    'IIJ continues to expect total revenues for full {{period "current" style="fiscal-year"}}',
    'IIJ expects total revenues for full {{period "next" style="fiscal-year"}}',
  ],
  [
    'decimals=0}} compared to {{period "prior-year" style="fiscal-year"}}. The Company also',
    'decimals=0}} compared to {{period "current" style="fiscal-year"}}. The Company also',
  ],
  ['during this quarter', 'during this fiscal year'],
  ['from="prior-quarter" form="improvement"}} to', 'from="prior-year" form="improvement"}} to'],
  [
    '{{percent "gross-margin.si" period="prior-quarter"}} in {{period "prior-quarter"}}',
    '{{percent "gross-margin.si" period="prior-year"}} in {{period "prior-year"}}',
  ],
  ['contracts in this quarter', 'contracts in this fiscal year'],
  ['{{direction "result.operating" from="prior-quarter" form="verb"}}', '{{direction "result.operating" from="prior-year" form="verb"}}'],
  ['unrealized gains in the quarter', 'unrealized gains in the fiscal year'],
  ['with respect to the three months ended', 'with respect to the fiscal year ended'],
  [
    'The {{period "prior-year" style="ordinal"}} quarter of FY{{period "prior-year" style="year"}} presented has',
    'The figures of FY{{period "prior-year" style="year"}} presented have',
  ],
] as const;

const japanese = [
  ['前年同期', '前年度'],
  ['IIJ四半期決算としては', 'IIJの通期決算としては'],
  ['、前四半期と比しての改善につながった', '、改善につながった'],
  ['前期比{{change "capex" from="prior-quarter"', '前年度比{{change "capex" from="prior-year"'],
  ['通期では当初の想定どおり', '{{period "next" style="fiscal-year"}}通期では'],
  ['営業収益の拡大により下期より収支は', '営業収益の拡大により収支は'],
  ['{{period "current" style="fiscal-year"}}通期売上高は、引き続き前年度比', '{{period "next" style="fiscal-year"}}通期売上高は、前年度比'],
  ['{{period "current" style="fiscal-year"}}通期の営業損益', '{{period "next" style="fiscal-year"}}通期の営業損益'],
  ['{{period "current" style="fiscal-year"}}下期の接続サービス', '{{period "next" style="fiscal-year"}}の接続サービス'],
  ['重ねており、当初の予定どおり2002年12月末までには合意に至る予定。', '重ねている。'],
] as const;

/** Titles of the third quarter, and what its texts say alone. */
const titles = [
  ['2002年度第3四半期（10-12月）の', '2002年度（2003年3月期）の'],
  ['the 3rd Quarter 2002 Ended December 31, 2002', 'Fiscal Year 2002 Ended March 31, 2003'],
  [', prior-quarter: 3q02', ''],
  ['  - {kind: date, text: end of December 2002, why: agreement expected with PoweredCom}\n', ''],
  ['  - {kind: date, text: 2002年12月末, why: agreement expected with PoweredCom}\n', ''],
] as const;

export function typeYearSentences(root: string, edits: Edits): void {
  for (const [lang, changes] of [
    ['en', english],
    ['ja', japanese],
  ] as const) {
    const file = `${folder}/narrative.${lang}.md`;
    rewrite(root, file, (text) => clauses.reduce((rest, clause) => without(rest, clause, edits), text));
    typeWords(root, file, changes, edits);
  }
  typeWords(root, `${folder}/release.yaml`, titles, edits);
}

function without(text: string, clause: RegExp, edits: Edits): string {
  return text.replace(clause, () => {
    edits.sentences++;
    return '';
  });
}
