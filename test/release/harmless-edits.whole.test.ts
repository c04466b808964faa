// Turn both releases into the same ones written otherwise, two hundred times: no finding, and not one figure, fact or word of a figure differs.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { renderFigures } from '../../src/render/figures/render-figures.ts';
import { harmlessEdit, harmlessKinds } from '../support/harmless-edits.ts';
import { loadedRelease, provedReleases, withFile } from '../support/seeded-sources.ts';
import { type Composed, composeSources } from '../support/stages.ts';

/** Edits made one upon the other before the release is composed: each is read by itself, and what they come to is compared. */
const together = 10;

/** figures.json without places: on a page, and in the files that were edited. Lists other than that of the figures follow the order of files. */
function figuresOf({ release, financials, document }: Composed): object {
  if (!release || !financials || !document) throw new Error('not composed');
  const record = JSON.parse(renderFigures(release, financials, document, { pages: [], anchors: new Map() }), (key, value) =>
    key === 'at' || key === 'places' ? undefined : value,
  );
  const sorted = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).sort();
  return { ...record, facts: sorted(record.facts), givens: sorted(record.givens), overrides: sorted(record.overrides) };
}

describe.each(provedReleases)('$issuer/$release written otherwise', (place) => {
  const sources = loadedRelease(place);
  const sound = figuresOf(composeSources(sources, 'merge'));
  const kinds = Object.keys(harmlessKinds);
  // A kind that a release has no place for (it types nothing twice, it says nothing in those words) passes its turn to the next.
  const wanted = 100;

  it('a hundred times is the same release', () => {
    let made = 0;
    const used = new Set<string>();
    for (let round = 0; made < wanted; round++) {
      let edited = sources;
      const findings: Finding[] = [];
      const edits: string[] = [];
      for (let turn = 0; edits.length < together; turn++) {
        const kind = kinds[(round * together + turn) % kinds.length] ?? '';
        const edit = harmlessEdit(kind, edited, `${place.issuer} ${round}`);
        if (!edit) continue;
        const read = withFile(edited, edit.file, edit.bytes);
        edited = read.sources;
        findings.push(...read.findings);
        edits.push(`${edit.kind}, ${edit.file}`);
        used.add(kind);
      }
      made += edits.length;
      const composed = composeSources(edited, 'merge');
      const told = [...findings, ...composed.findings].map(({ code, message }) => `${code} ${message}`);
      expect({ edits, told }).toEqual({ edits, told: [] });
      expect(JSON.stringify(figuresOf(composed)), edits.join('; ')).toBe(JSON.stringify(sound));
    }
    expect(made).toBe(wanted);
    // Every way of writing was tried, but those that the release has no place for.
    const idle = kinds.filter((kind) => !used.has(kind));
    expect(idle).toEqual([]);
  });
});
