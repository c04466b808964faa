// Turn what a layout places and a release lists into the statements that are printed, and what does not agree into findings.
import { describe, expect, it } from 'vitest';

import { type Edit, files, fixtureRelease, inProject, loadFixture, withEdit } from '../support/fixture.ts';
import { compose } from '../support/stages.ts';

const layout = 'templates/plain/release.hbs';
const unplaced = withEdit(layout, '  {{table "position"}}\n', '');
const listing = (statements: string) => withEdit(files.release, 'layout: plain\n', `layout: plain\nstatements: ${statements}\n`);
/** A statement of annual results: it names a period and asks for figures that this release has not. */
const annual: Edit = {
  file: 'data/mini/statements/annual.yaml',
  content: `kind: statement
captions: {ja: [年次], en: [Annual]}
summary: {ja: 年次。, en: Annual.}
stub: {ja: "", en: ""}
scale: thousand
columns:
  - {id: year, period: full-year, measure: amount}
heads:
  ja: &heads
    - {period: full-year, style: label, column: year}
  en: *heads
rows:
  - {concept: market.users}
  - {concept: tax.income}
`,
};

/** Which statements a release prints, and which it does not; then what is told. */
function outcome(...edits: readonly Edit[]) {
  const { release, listed } = loadFixture(...edits);
  return { printed: [...(release?.statements.keys() ?? [])], unprinted: [...(release?.unprinted.keys() ?? [])], listed };
}

describe('a release prints', () => {
  it('the statements that its layout places', () => {
    expect(outcome()).toEqual({ printed: ['operations', 'position'], unprinted: [], listed: [] });
    expect(outcome(unplaced)).toEqual({ printed: ['operations'], unprinted: ['position'], listed: [] });
  });

  it('none of those that belong to other releases, whatever periods they name', () => {
    expect(outcome(annual)).toEqual({ printed: ['operations', 'position'], unprinted: ['annual'], listed: [] });
    const placed = withEdit(layout, '{{table "position"}}', '{{table "position"}}{{table "annual"}}');
    expect(outcome(annual, placed).listed.map((line) => line.slice(0, line.indexOf(' |')))).toEqual([
      'validate/unknown-period data/mini/statements/annual.yaml:10:16 «full-year» period full-year is not known',
      'validate/unknown-period data/mini/statements/annual.yaml:7:24 «full-year» period full-year is not known',
    ]);
  });

  it('only known keys and concepts all the same', () => {
    const wrong = { ...annual, content: String('content' in annual ? annual.content : '').replace('tax.income', 'tax.incme') };
    expect(outcome(wrong).listed).toEqual([expect.stringMatching(/^validate\/unknown-concept .* concept tax\.incme is not known/)]);
  });

  it('of the placed ones those that it lists', () => {
    expect(outcome(listing('[position, operations]')).listed).toEqual([]);
    expect(outcome(listing('[operations]'))).toEqual({ printed: ['operations'], unprinted: ['position'], listed: [] });
    expect(outcome(listing('[operations, position]'), unplaced).listed).toEqual([
      'validate/statement-unplaced data/mini/releases/1q01/release.yaml:2:26 «position» no layout places statement position, which is listed here: it is not printed | put {{table "position"}} where it belongs, or take it out of the list',
    ]);
    expect(outcome(listing('[operations, positoin, operations]')).listed).toEqual([
      'validate/unknown-statement data/mini/releases/1q01/release.yaml:2:26 «positoin» statement positoin is not known | did you mean position?',
      'validate/duplicate data/mini/releases/1q01/release.yaml:2:36 «operations» statement operations is listed twice | first listed here data/mini/releases/1q01/release.yaml:2:14 «operations»',
    ]);
  });
});

describe('a statement that is not printed', () => {
  const built = (...edits: readonly Edit[]) =>
    inProject(edits, (root) => {
      const { findings, financials, document } = compose({ root, ...fixtureRelease });
      return { told: findings.map(({ code, message }) => `${code} ${message}`), financials, document };
    });

  it('stops nothing: neither resolved, nor checked, nor counted', () => {
    const { told, financials } = built(annual);
    expect(told).toEqual([]);
    expect([...(financials?.statements.keys() ?? [])]).toEqual(['operations', 'position']);
    expect(financials?.unprinted.size).toBe(0);
  });

  it('may be placed only where the release lists it', () => {
    expect(built(listing('[operations]')).told).toEqual([
      'merge/unknown-statement statement position is none of those that the release prints',
    ]);
  });

  it('is walked by no list; those that are stand in the order of the list', () => {
    const walk = withEdit(layout, '  {{table "operations"}}\n', '  {{#each statements}}{{table this}}{{/each}}\n');
    const tables = (statements: string) => {
      const { told, document } = built(walk, unplaced, listing(statements));
      expect(told.filter((line) => !line.startsWith('merge/note-unresolved'))).toEqual([]);
      const blocks = document?.parts[1]?.sections.flatMap((section) => section.blocks) ?? [];
      return blocks.flatMap((block) => (block.kind === 'table' ? [block.statement] : []));
    };
    expect(tables('[operations]')).toEqual(['operations']);
    expect(tables('[position, operations]')).toEqual(['position', 'operations']);
  });
});
