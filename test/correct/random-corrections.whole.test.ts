// Random corrections of both samples, by seed: what was foretold, what differs and what the notice says are the same.
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/index.ts';
import type { Block } from '../../src/model/document.ts';
import { endReaders } from '../../src/pdf/engine/read-pdf.ts';
import { correctAtRandom, kinds } from '../support/random-corrections/correct-at-random.ts';
import { filesWith } from '../support/random-corrections/edit-facts.ts';
import { judgeImpact } from '../support/random-corrections/judge-impact.ts';
import { judgeMarked } from '../support/random-corrections/judge-marked.ts';
import { judgeNotice } from '../support/random-corrections/judge-notice.ts';
import { judgePlaces, judgeTitle } from '../support/random-corrections/judge-places.ts';
import { openSubject, recordOf } from '../support/random-corrections/subject.ts';

/** One of every second kind for each sample: twenty of the two hundred that the script makes. */
const count = 20;

describe.each([
  ['iij/2q02', 0],
  ['aoba/2026h1', 1],
])('corrections of %s', (name, first) => {
  it('say the same wherever they are told', async () => {
    const subject = await openSubject(name);
    const drawn = kinds.filter((_, index) => index % 2 === first).slice(0, count / 2);
    const outcomes = [];
    for (const [index, kind] of drawn.entries()) outcomes.push(await correctAtRandom(subject, kind, index + 1));
    endReaders();
    expect(outcomes.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(outcomes).toHaveLength(count / 2);
    // Most of them are taken by the release, and so have a comparison and a notice to be judged.
    expect(outcomes.filter(({ built }) => built).length).toBeGreaterThan(count / 4);
  }, 240_000);
});

describe('what is judged', () => {
  it('is found where the impact leaves out a figure, a fact or a word, and where it tells one too many', async () => {
    const subject = await openSubject('aoba/2026h1');
    const values = [
      { figure: 'sales.instruments@2026h1', value: '8,482,817' },
      { figure: 'sales.services@2026h1', value: '6,873,459' },
    ];
    const { value: impact } = await subject.project.impact(subject.session, values);
    if (!impact) throw new Error('the sample is explained');
    const faults = await subject.edited(filesWith(values, subject), async (session) => {
      const judge = (altered: Partial<typeof impact>) => judgeImpact({ ...impact, ...altered }, subject.session, session).length;
      return [
        judge({}),
        judge({ prose: impact.prose.slice(1) }),
        judge({ amounts: impact.prose.slice(0, 1).map((each) => ({ ...each, fact: 'sales.total@2026h1' })) }),
        judge({ facts: impact.facts.slice(1) }),
        judge({ sentences: impact.sentences.slice(1) }),
        judge({ pages: { before: 12, after: 13 } }),
      ];
    });
    expect(faults[0]).toBe(0);
    for (const count of faults.slice(1)) expect(count).toBeGreaterThan(0);
  }, 60_000);

  it('is found where the notice leaves out a change or a language, stands elsewhere, or marks what did not change', async () => {
    const subject = await openSubject('aoba/2026h1');
    const file = 'data/aoba/releases/2026h1/narrative.en.md';
    const text = subject.read(file);
    const edited = text.replace('Annual contracts for', 'Yearly contracts for').replace('Dividends of', 'Dividends, of');
    const faults = await subject.edited(new Map([[file, edited]]), async (session) => {
      const { differences, papers } = await subject.project.correct(session, subject.earlier);
      const { value: now } = await subject.project.build(session);
      if (!differences || !papers || !now) throw new Error('it is corrected');
      const parts = papers.notice.document.parts.filter(({ lang }) => lang === 'en');
      const notice = { ...papers.notice.document, parts };
      const { changes } = differences;
      const altered = (change: (block: Block) => Block) => ({
        ...notice,
        parts: parts.map((part) => ({
          ...part,
          sections: part.sections.map((section) => ({ ...section, blocks: section.blocks.map(change) })),
        })),
      });
      const reworded = (from: RegExp, to: string, marked = false) =>
        altered((block) => {
          if (block.kind !== 'paragraph' && block.kind !== 'list' && block.kind !== 'heading') return block;
          const inlines = (runs: readonly Inline[]) =>
            runs.map((run) => ({
              ...run,
              text: run.text.replace(from, to),
              ...(marked && from.test(run.text) && { changed: true as const }),
            }));
          if (block.kind === 'list') return { ...block, items: block.items.map((item) => ({ ...item, inlines: inlines(item.inlines) })) };
          return { ...block, inlines: inlines(block.inlines) };
        });
      const records = [subject.record, recordOf(now)] as const;
      return {
        none: [...judgeNotice(changes, notice, ['ja', 'en']), ...judgePlaces(changes, notice, ...records), ...judgeTitle(changes, notice)],
        counts: [
          judgeNotice(changes, undefined, ['ja', 'en']),
          judgeNotice(changes, { ...notice, parts: [...parts, ...parts.map((part) => ({ ...part, lang: 'ja' as const }))] }, ['ja', 'en']),
          judgeNotice(changes, reworded(/Yearly/, 'New'), ['ja', 'en']),
          judgeNotice(changes, reworded(/Reason/, 'Reasons', true), ['ja', 'en']),
          judgePlaces(changes, reworded(/financial position/, 'position'), ...records),
          judgeTitle(changes, reworded(/Correction/, 'Correction of Numerical Data')),
          judgeMarked(changes, subject.base.document, subject.base.sources.style.value),
        ].map(({ length }) => length),
      };
    });
    expect(faults.none).toEqual([]);
    for (const count of faults.counts) expect(count).toBeGreaterThan(0);
  }, 60_000);
});
