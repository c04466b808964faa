// Turn every comparison of both releases round: wherever a figure went up it goes down, and each word of either language must follow.

import { beforeAll, describe, expect, it } from 'vitest';
import { factKey } from '../../src/figures/fact-key.ts';
import { merge } from '../../src/merge/merge.ts';
import type { Block, Document, Inline } from '../../src/model/document.ts';
import { cellsOf } from '../../src/model/document-texts.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Fact, Financials } from '../../src/model/financials.ts';
import type { Release } from '../../src/model/release.ts';
import { fileOf, loadedRelease, provedReleases } from '../support/seeded-sources.ts';
import { composeSources } from '../support/stages.ts';

/** A call of a narrative, and the words that it wrote. */
interface Said {
  /** File, line and column of the call: the same in every version of the figures. */
  readonly place: string;
  readonly helper: string;
  readonly options: ReadonlyMap<string, string>;
  readonly now: string;
  readonly against: readonly string[];
  readonly text: string;
}

/** Opposites, as the languages write them beside a figure. Neither side is taken from the program. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/increase/, /decrease/],
  [/improved/, /worsened/],
  [/増加/, /減少/],
  [/増/, /減/],
  [/改善/, /悪化/],
];

/** The text of words alone with every word turned into its opposite. */
function turned(text: string): string {
  for (const pair of opposites) {
    for (const [one, other] of [pair, [pair[1], pair[0]]] as const) if (one.test(text)) return text.replace(one, other.source);
  }
  return text;
}

const words = (text: string): string => text.replace(/\ba (?=decrease|improve|worsen)/, 'an ').replace(/[\d.,]+[%％]?/g, '#');
const article = (text: string): string => text.replace(/\ban? /g, '');

function inlinesOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'group':
      return block.blocks.flatMap(inlinesOf);
    case 'list':
      return block.items.flatMap((item) => item.inlines);
    case 'words':
      return cellsOf(block).flatMap((cell) => cell.inlines);
    case 'table':
      return [];
    default:
      return block.inlines;
  }
}

describe.each(provedReleases)('$issuer/$release turned round', (place) => {
  const sources = loadedRelease(place);
  let release: Release;
  let financials: Financials;
  let said: readonly Said[];

  beforeAll(() => {
    const composed = composeSources(sources, 'merge');
    if (!composed.release || !composed.financials || !composed.document) throw new Error('not composed');
    ({ release, financials } = composed);
    said = saidIn(composed.document);
  });

  /** Calls of the narratives that write words by a sign, in order of the document. */
  function saidIn(document: Document): readonly Said[] {
    const runs = document.parts.flatMap((part) => part.sections.flatMap((section) => section.blocks.flatMap(inlinesOf)));
    return runs.flatMap(({ at, text, figure, bound }) => {
      if (!/narrative/.test(at.file) || (figure === undefined && bound === undefined)) return [];
      const call = fileOf(sources, at.file)
        .text.split('\n')
        [at.line - 1]?.slice(at.column - 1)
        .match(/^\{\{(change|direction|conjunction|outcome) "([\w.-]+)"([^}]*)\}\}/);
      if (!call) return [];
      const [, helper = '', concept = '', rest = ''] = call;
      const options = new Map([...rest.matchAll(/(\w+)="?([\w-]+)"?/g)].map(([, name = '', value = '']) => [name, value]));
      const key = (role: string) => factKey(concept, release.spec.periods.get(role)?.value ?? role);
      const against = ['from', 'then'].flatMap((option) => options.get(option) ?? []).map(key);
      return [
        { place: `${at.file}:${at.line}:${at.column}`, helper, options, now: key(options.get('period') ?? 'current'), against, text },
      ];
    });
  }

  /** What the narratives say of other facts. Statements print what they did: words must follow the facts. */
  function saidOf(changes: ReadonlyMap<string, Exact>): ReadonlyMap<string, string> {
    const facts = new Map(
      [...financials.facts].map(([key, fact]): [string, Fact] => [key, { ...fact, value: changes.get(key) ?? fact.value }]),
    );
    return new Map(saidIn(merge(release, { ...financials, facts }, () => {})).map(({ place, text }) => [place, text]));
  }

  const amountOf = (key: string): Exact => financials.facts.get(key)?.value ?? Exact.zero;
  /** The base from which the fact went as far the other way: of the same sign, so that a loss stays one. */
  const mirrored = (now: string, base: string): Exact => amountOf(now).mul(amountOf(now)).div(amountOf(base));

  it('says the opposite of every change and every direction, and leaves the others as they are', () => {
    const bases = new Set(said.flatMap(({ against }) => against));
    const wordy = said.filter(
      ({ helper, options }) => helper === 'direction' || (helper === 'change' && !['bare', 'signed'].includes(options.get('form') ?? '')),
    );
    expect(wordy.length).toBeGreaterThan(10);
    const left = new Set(wordy.map(({ place }) => place));
    for (const base of bases) {
      const of = said.find(({ against }) => against.includes(base));
      const other = saidOf(new Map([[base, mirrored(of?.now ?? '', base)]]));
      for (const { place, now: own, against, text } of wordy) {
        const now = other.get(place);
        if (!against.includes(base)) {
          // Only what is said of the base itself may turn beside it.
          if (own !== base) expect(now, `${place} ${text}`).toBe(text);
          continue;
        }
        expect(article(words(now ?? 'nothing')), `${place} ${text}`).toBe(article(words(turned(text))));
        expect(turned(text), place).not.toBe(text);
        left.delete(place);
      }
    }
    expect([...left]).toEqual([]);
  });

  it('joins comparisons by the other word when one of them turns', () => {
    const joints = said.filter(({ helper }) => helper === 'conjunction');
    const agree = ['and', 'また'];
    const turn = (which: readonly number[]) =>
      saidOf(
        new Map(
          joints.flatMap(({ now, against }) =>
            which.flatMap((index) => against.slice(index, index + 1).map((base) => [base, mirrored(now, base)] as const)),
          ),
        ),
      );
    const [first, second, both] = [turn([0]), turn([1]), turn([0, 1])];
    for (const { place: at, text } of joints) {
      expect(agree.includes(first.get(at) ?? ''), at).toBe(!agree.includes(text));
      expect(agree.includes(second.get(at) ?? ''), at).toBe(!agree.includes(text));
      expect(both.get(at), at).toBe(text);
    }
    if (place.issuer === 'iij') expect(joints.length).toBeGreaterThan(10);
  });

  it('names every result by the other word when its sign turns', () => {
    const outcomes = said.filter(({ helper }) => helper === 'outcome');
    expect(new Set(outcomes.map(({ place: at }) => at.split(':')[0])).size).toBe(2);
    const other = saidOf(new Map(outcomes.map(({ now }) => [now, amountOf(now).neg()])));
    for (const { place: at, now, text } of outcomes) {
      const fact = financials.facts.get(now);
      const names = release.concepts.get(fact?.concept ?? '')?.outcomes;
      const lang = at.includes('.ja.') ? 'ja' : 'en';
      const [gain, loss] = [names?.gain[lang]?.value, names?.loss[lang]?.value];
      expect([gain, loss]).toContain(text);
      expect(other.get(at), at).toBe(text === gain ? loss : gain);
    }
  });

  it('says the same of a comparison in both languages, before and after', () => {
    const up = (text: string) => /increase|grew|rose|増/.test(text);
    const way = (list: readonly Said[], texts: (each: Said) => string) =>
      list
        .filter(({ helper, options }) => helper === 'change' && !options.has('form'))
        .map((each) => [`${each.now} from ${each.against[0]}`, up(texts(each))] as const);
    const other = saidOf(new Map(said.flatMap(({ now, against }) => against.map((base) => [base, mirrored(now, base)] as const))));
    for (const texts of [(each: Said) => each.text, (each: Said) => other.get(each.place) ?? '']) {
      const ja = new Map(
        way(
          said.filter(({ place: at }) => at.includes('.ja.')),
          texts,
        ),
      );
      const en = new Map(
        way(
          said.filter(({ place: at }) => at.includes('.en.')),
          texts,
        ),
      );
      const both = [...ja].filter(([key]) => en.has(key));
      expect(both.length).toBeGreaterThan(2);
      for (const [key, rises] of both) expect(en.get(key), key).toBe(rises);
    }
  });
});
