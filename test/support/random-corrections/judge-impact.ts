// Turn what was foretold of some values, and the release rebuilt with them, into what the two do not say alike: figures, words, facts, findings.
import { masked } from '../../../src/explain/word-changes.ts';
import type { Finding, Impact, Session } from '../../../src/index.ts';
import { documentTexts } from '../../../src/model/document-texts.ts';

/** All stages, each whatever the one before it found. */
export function findingsOf(session: Session): readonly Finding[] {
  return [session.load(), session.validate(), session.derive(), session.check(), session.merge(), session.layout()]
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity !== 'note');
}

/** Faults, one line each; none when the impact is what the rebuilt release says. */
export function judgeImpact(impact: Impact, before: Session, after: Session): readonly string[] {
  return [
    ...compare('figure', toldFigures(impact), rebuiltFigures(before, after)),
    ...compare('fact', new Set(impact.facts.map(({ fact, after: value }) => `${fact} ${value}`)), rebuiltFacts(before, after)),
    ...compare(
      'words of',
      new Set(impact.sentences.filter(({ statement }) => statement === undefined).map(({ block }) => block)),
      rebuiltTexts(before, after),
    ),
    ...sentenceFaults(impact, before, after),
    ...compare('finding', toldFindings(impact), rebuiltFindings(impact, after)),
    ...relationFaults(impact, after),
    ...pageFaults(impact, after),
  ];
}

function compare(what: string, told: ReadonlySet<string>, rebuilt: ReadonlySet<string>): readonly string[] {
  return [
    ...[...rebuilt].filter((each) => !told.has(each)).map((each) => `impact: ${what} ${each} is not told`),
    ...[...told].filter((each) => !rebuilt.has(each)).map((each) => `impact: ${what} ${each} is told and does not come`),
  ];
}

/** By language, place on the page and both texts. */
function toldFigures({ amounts, changes, percentages, dollars, prose }: Impact): ReadonlySet<string> {
  return new Set(
    [...amounts, ...changes, ...percentages, ...dollars, ...prose].flatMap(({ fact, measure, against, before, after, places }) =>
      places.map(({ lang, at, pages }) => [lang, fact, measure, against, before, after, pages.join('-'), at.file, at.line].join(' ')),
    ),
  );
}

/** Figures of both releases one by one, in their order; a sentence that is refused prints none, and those after it are found by what they stand in. */
function rebuiltFigures(before: Session, after: Session): ReadonlySet<string> {
  const [old, now] = [before.merge().value?.figures ?? [], after.merge().value?.figures ?? []];
  const pages = before.layout().value;
  const pagesOf = new Map<number, Set<number>>();
  for (const { index, items } of pages?.pages ?? []) {
    for (const item of items) {
      if (item.kind !== 'glyphs' || !('figure' in item) || item.figure === undefined) continue;
      pagesOf.set(item.figure, (pagesOf.get(item.figure) ?? new Set()).add(index + 1));
    }
  }
  const found = new Set<string>();
  let next = 0;
  for (const figure of old) {
    const { lang, fact, measure, against, text, at, id } = figure;
    const isSame = (other: (typeof now)[number] | undefined) =>
      other?.fact === fact && other.measure === measure && other.lang === lang && other.against === against;
    // Only what was refused is passed over, and it is less than what is left.
    const there = isSame(now[next]) && now.length - next <= old.length - id;
    const other = there ? now[next] : undefined;
    if (there) next++;
    if (other?.text === text) continue;
    found.add([lang, fact, measure, against, text, other?.text, [...(pagesOf.get(id) ?? [])].join('-'), at.file, at.line].join(' '));
  }
  return found;
}

function rebuiltFacts(before: Session, after: Session): ReadonlySet<string> {
  const [old, now] = [before.derive().value?.facts ?? new Map(), after.derive().value?.facts ?? new Map()];
  return new Set(
    [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
      const [then, value] = [old.get(key), now.get(key)];
      return then && value && then.value.equals(value.value) && then.nil === value.nil ? [] : [`${key} ${value?.value}`];
    }),
  );
}

/** Texts whose words differ, figures left aside. */
function rebuiltTexts(before: Session, after: Session): ReadonlySet<string> {
  const [old, now] = [textsOf(before), textsOf(after)];
  return new Set([...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id)?.masked !== now.get(id)?.masked));
}

function textsOf(session: Session): ReadonlyMap<string, { readonly masked: string; readonly text: string }> {
  const { value: document } = session.merge();
  const texts = document ? documentTexts(document) : [];
  return new Map(texts.map(({ id, inlines }) => [id, { masked: masked(inlines), text: inlines.map(({ text }) => text).join('') }]));
}

function sentenceFaults({ sentences }: Impact, before: Session, after: Session): readonly string[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  return sentences
    .filter(({ statement }) => statement === undefined)
    .flatMap(({ block, before: then, after: supposed, words }) => [
      ...(old.get(block)?.text.includes(then) ? [] : [`impact: ${block} does not say '${then}'`]),
      ...((now.get(block)?.text ?? '').includes(supposed) ? [] : [`impact: ${block} will not say '${supposed}'`]),
      ...(words.length > 0 ? [] : [`impact: no word of '${then}' is said to turn`]),
    ]);
}

/** Codes of relations are told as relations, and of controls as controls. */
const heldCodes = ({ breaks, stays }: Impact): ReadonlySet<string> =>
  new Set([...[...breaks, ...stays.relations].map(({ check }) => `check/${check}`), 'check/control']);

const identity = ({ code, message }: Finding): string => `${code} ${message}`;

function toldFindings({ lapses, findings, stays }: Impact): ReadonlySet<string> {
  return new Set([...lapses, ...findings, ...stays.findings].map(identity));
}

function rebuiltFindings(impact: Impact, after: Session): ReadonlySet<string> {
  const held = heldCodes(impact);
  return new Set(
    findingsOf(after)
      .filter(({ code }) => !held.has(code))
      .map(identity),
  );
}

/** As many relations and controls are broken as the rebuilt release says. */
function relationFaults(impact: Impact, after: Session): readonly string[] {
  const { breaks, controls, stays } = impact;
  const held = heldCodes(impact);
  const found = findingsOf(after).filter(({ code }) => held.has(code));
  const told = [
    ...[...breaks, ...stays.relations].filter(({ waived }) => !waived).map(({ check }) => `check/${check}`),
    ...[...controls, ...stays.controls].filter(({ holds }) => !holds).map(() => 'check/control'),
  ];
  const count = (codes: readonly string[]) => [...codes].sort().join(', ');
  const rebuilt = found.map(({ code }) => code);
  return count(told) === count(rebuilt)
    ? []
    : [`impact: ${count(told) || 'nothing'} is said to break, and ${count(rebuilt) || 'nothing'} does`];
}

function pageFaults({ pages }: Impact, after: Session): readonly string[] {
  const count = after.layout().value?.pages.length ?? 0;
  return pages.after === count ? [] : [`impact: ${pages.after} pages are told, and there are ${count}`];
}
