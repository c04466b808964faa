import { describe, expect, it } from 'vitest';
import type { Statement } from '../../src/model/financials.ts';
import { Session } from '../../src/session.ts';
import { type Edit, files, fixtureRelease, inProject, withEdit } from '../support/fixture.ts';
import { equityFile, matrixProject, segmentsFile } from '../support/matrix-project.ts';

/** `code file:line message` of all that the stages up to merging find, and the statements that were printed. */
function checked(...edits: readonly Edit[]) {
  return inProject([...matrixProject, ...edits], (root) => {
    const session = new Session({ place: { root, ...fixtureRelease } });
    const { findings } = session.run('merge');
    const told = findings
      .filter(({ severity, code }) => severity !== 'note' && code !== 'layout/page-target')
      .map(({ code, at, message }) => `${code} ${at?.file.split('/').at(-1)} ${message}`);
    return { told, statements: session.derive().value?.statements };
  });
}

const typed = (from: string, to: string): Edit => withEdit(files.current, from, to);

describe('a matrix of members by concepts', () => {
  it('computes its totals both ways, leaves blank what no member has, and prints nil apart from it', () => {
    const { told, statements } = checked();
    expect(told).toEqual([]);
    expect(printedIn(statements?.get('segments'))).toEqual([
      [],
      ['1000500', '500250', '1500750', '', '1500750'],
      ['20000', '–', '20000', '-20000', '–'],
      ['1020500', '500250', '1520750', '-20000', '1500750'],
      ['10625', '-70000', '-59375', '10000', '-49375'],
    ]);
    expect(printedIn(statements?.get('changes'))).toEqual([
      ['400400', '-50000', '350400'],
      [],
      ['', '-50400', '-50400'],
      ['–', '', '–'],
      ['–', '-50400', '-50400'],
      ['400400', '-100400', '300000'],
    ]);
  });

  it.each<[string, readonly Edit[], RegExp]>([
    [
      'a segment’s profit',
      [typed('profit.segment[care]: (70,000)', 'profit.segment[care]: (71,000)')],
      /^check\/cross-foot 1q01.yaml segments does not cross-foot in row "Segment profit or loss", column whole: result.operating@1q01 is -49,375, and what its row adds up across comes to -50,375, a difference of 1,000 thousand JPY: profit.segment\[both\] -60,375, profit.segment\[apart\] 10,000$/,
    ],
    [
      'an elimination with the wrong sign',
      [typed('sales.inside[apart]: (20,000)', 'sales.inside[apart]: 20,000')],
      /in row "Inside sales", column whole: sales.inside@1q01 is 0, and what its row adds up across comes to 40,000/,
    ],
    [
      'sales of a segment',
      [typed('sales.outside[works]: 1,000,500', 'sales.outside[works]: 1,000,501')],
      /in row "Outside sales", column whole: revenue.total@1q01 is 1,500,750, and what its row adds up across comes to 1,500,751/,
    ],
    [
      'a change that no balance follows',
      [typed('move.shares[equity.capital]: "-"', 'move.shares[equity.capital]: 400')],
      /changes does not cross-foot in row "Closing balance", column equity.capital: equity.capital@1q01 is 400,400, and what its column adds up down comes to 400,800, a difference of 400 thousand JPY: equity.capital@4q00 400,400, move.all\[equity.capital\] 400$/,
    ],
    [
      'a total typed beside its parts',
      [typed('profit.segment[apart]: 10,000', 'profit.segment[apart]: 10,000\n  profit.segment[both]: (59,000)')],
      /in row "Segment profit or loss", column both: profit.segment\[both\]@1q01 is -59,000, and what its row adds up across comes to -59,375/,
    ],
    [
      'a change typed where all rows are blank',
      [
        withEdit(files.concepts, 'move.shares: {members: [equity.capital]', 'move.shares: {members: [equity.deficit]'),
        typed('move.shares[equity.capital]: "-"', 'move.shares[equity.deficit]: "-"\n  move.all[equity.capital]: 7'),
      ],
      /column equity.capital: move.all\[equity.capital\]@1q01 is 7, and what its column adds up down comes to 0, a difference of 7 thousand JPY, since all that it sums is blank$/,
    ],
  ])('%s is told with row, column and figures', (_, edits, finding) => {
    const told = checked(...edits).told.filter((line) => line.startsWith('check/cross-foot'));
    expect(told[0]).toMatch(finding);
    // What follows from it is not told again.
    expect(told.length).toBeLessThanOrEqual(edits.length > 0 && /both|Closing|blank/.test(finding.source) ? 2 : 1);
  });

  it.each<[string, readonly Edit[]]>([
    [
      'a total typed as its parts come to',
      [typed('profit.segment[apart]: 10,000', 'profit.segment[apart]: 10,000\n  profit.segment[both]: (59,375)')],
    ],
    [
      'totals that miss their rounded parts by what rounding leaves open',
      [
        withEdit(files.issuer, 'regime: foot', 'regime: round'),
        typed('profit.segment[apart]: 10,000', 'profit.segment[apart]: 10,000\n  profit.segment[both]: (59,374)'),
      ],
    ],
    ['an opening period that the matrix names', [withEdit(equityFile, 'period: current', 'period: current\nopening: prior-quarter')]],
  ])('%s is no fault', (_, edits) => {
    expect(checked(...edits).told).toEqual([]);
  });

  it('is not headed by the name of another member', () => {
    const heads = (works: string, care: string): Edit =>
      withEdit(
        segmentsFile,
        '{member: works}\n      - {member: care}',
        `{member: works, head: ${works}}\n      - {member: care, head: ${care}}`,
      );
    const exchanged = checked(heads('{ja: 工事, en: Care}', '{ja: 保守, en: Works}'));
    expect(exchanged.told).toEqual([
      'check/head-concept segments.yaml "Care" heads column works of segments, and is the name of the member of column care',
      'check/head-concept segments.yaml "Works" heads column care of segments, and is the name of the member of column works',
    ]);
    expect(checked(heads('{ja: 工事|事業, en: Works |business}', '{ja: 保|守, en: Care}')).told).toEqual([]);
    // A total outside of the group may be a total too.
    const apart = withEdit(segmentsFile, '{member: apart}', '{member: apart, head: {ja: 計, en: Total}}');
    expect(checked(apart).told).toEqual([]);
  });

  it('asks for a figure that a member of a concept lacks, and for the period before that opens it', () => {
    expect(checked(typed('  profit.segment[care]: (70,000)\n', '')).told[0]).toMatch(
      /^derive\/missing-fact 1q01.yaml no figure for profit.segment\[care\]@1q01: segments prints it in column care$/,
    );
    const unopened = checked(withEdit(equityFile, 'period: current', 'period: prior-quarter'));
    expect(unopened.told).toContainEqual(
      expect.stringMatching(/^derive\/missing-fact 4q00.yaml changes prints opening balances, and no period is named before 4q00$/),
    );
  });

  it('foots both ways as printed, to what other statements print, where columns foot', () => {
    const { told, statements } = checked(
      withEdit(segmentsFile, 'scale: thousand', 'scale: million'),
      withEdit(equityFile, 'scale: thousand', 'scale: million'),
    );
    expect(told).toEqual([]);
    expect(printedIn(statements?.get('segments'))).toEqual([
      [],
      ['1001', '500', '1501', '', '1501'],
      ['20', '–', '20', '-20', '–'],
      ['1021', '500', '1521', '-20', '1501'],
      ['11', '-70', '-59', '10', '-49'],
    ]);
    expect(printedIn(statements?.get('changes'))).toEqual([
      ['400', '-50', '350'],
      [],
      ['', '-50', '-50'],
      ['–', '', '–'],
      ['–', '-50', '-50'],
      ['400', '-100', '300'],
    ]);
  });
});

/** Figures as they are printed, without signs and commas of the issuer; '' for a blank. */
function printedIn(statement: Statement | undefined): readonly (readonly string[])[] | undefined {
  return statement?.rows.map(({ spec, cells }) =>
    spec.kind === 'head' ? [] : cells.map((cell) => (cell ? (cell.nil ? '–' : cell.printed.toString()) : '')),
  );
}
