// Turn sentences into what the checks of words find in them, on the small issuer's figures.
import { isDeepStrictEqual } from 'node:util';
import { checkDocument } from '../../src/check/check.ts';
import { merge } from '../../src/merge/merge.ts';
import type { Document } from '../../src/model/document.ts';
import { Exact } from '../../src/model/exact.ts';
import type { Erratum, Literal } from '../../src/model/exceptions.ts';
import type { Fact, Financials } from '../../src/model/financials.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Lang } from '../../src/model/language.ts';
import { BoundedMemory } from '../../src/model/memory.ts';
import type { Release } from '../../src/model/release.ts';
import type { NarrativeSection } from '../../src/model/sources.ts';
import { smallFinancials, smallRelease } from './merge-fixture.ts';

/** What is checked; nothing of the fixture's own words takes part. */
export interface Words {
  readonly ja?: string;
  readonly en?: string;
  /** `kind | text`, or `kind | text | concept | value`; listed by the release unless `from` says otherwise. */
  readonly literals?: readonly string[];
  readonly from?: Literal['from'];
  /** `shown | printed`. */
  readonly errata?: readonly string[];
  readonly release?: Partial<Release>;
  /** Facts with other values, in base units, by `concept@period`. */
  readonly facts?: Readonly<Record<string, number>>;
  /** A change of the merged document before it is checked, which no data could make. */
  readonly tamper?: (document: Document) => Document;
}

/** Of all words that a worker checks: what one of them taught it must not be told of another. */
const memory = new BoundedMemory(16);

/** Findings of one narrative section a language, which begins at line 3 of narrative.<lang>.md: the same with a memory as without. */
export function checkWords({
  literals = [],
  from = 'release',
  errata = [],
  tamper = (document) => document,
  ...words
}: Words): readonly Finding[] {
  const findings: Finding[] = [];
  const given = (['ja', 'en'] as const).filter((lang) => words[lang] !== undefined);
  const release: Release = {
    ...smallRelease,
    literals: literals.map((text, index) => literal(text, from, index)),
    templates: new Map([['release', page(given)]]),
    narratives: { ja: sections('ja', words.ja), en: sections('en', words.en) },
    ...words.release,
    spec: { ...(words.release?.spec ?? smallRelease.spec), errata: errata.map(erratum) },
  };
  const financials = withFacts(words.facts ?? {});
  // Days of the small release that these words do not print are no matter here.
  const report = (finding: Finding) => {
    if (finding.code !== 'merge/date-unused') findings.push(finding);
  };
  const document = tamper(merge(release, financials, report));
  if (findings.length > 0) return findings;
  checkDocument(release, financials, document, report);
  for (const time of ['first', 'second']) {
    const recalled: Finding[] = [];
    checkDocument(release, financials, document, (finding) => recalled.push(finding), memory);
    if (!isDeepStrictEqual(recalled, findings))
      throw new Error(`a memory has other findings, the ${time} time: ${JSON.stringify(recalled)}`);
  }
  return findings;
}

/** `code file:line:column+length message` of each finding, notes left out. */
export const told = (words: Words): readonly string[] =>
  checkWords(words)
    .filter(({ severity }) => severity !== 'note')
    .map(({ code, at, message }) => `${code} ${at ? `${at.file}:${at.line}:${at.column}+${at.length}` : 'nowhere'} ${message}`);

/** Without statements, so that every value is worked out from the facts. */
function withFacts(values: Readonly<Record<string, number>>): Financials {
  const facts = new Map<string, Fact>(smallFinancials.facts);
  for (const [key, value] of Object.entries(values)) {
    const [concept = '', period = ''] = key.split('@');
    const like = facts.get(`${concept}@1q01`);
    if (!like) throw new Error(`the small issuer has no ${concept}`);
    facts.set(key, { ...like, key, period, value: Exact.of(value) });
  }
  return { ...smallFinancials, facts, statements: new Map(), proseOverrides: [] };
}

function literal(line: string, from: Literal['from'], index: number): Literal {
  const [kind = '', text = '', name, value] = line.split(' | ');
  const [concept = '', period] = name?.split('@') ?? [];
  const says =
    name !== undefined && value !== undefined
      ? { concept, period: period ?? '1q01', byId: period !== undefined, value: exact(value), text: value }
      : undefined;
  const at = { file: 'release.yaml', line: 10 + index, column: 5, length: text.length };
  return { kind: kind as Literal['kind'], text, ...(says ? { says } : {}), why: 'a reason', from, at };
}

function erratum(line: string, index: number): Erratum {
  const [shown = '', printed = ''] = line.split(' | ');
  return { shown, printed, why: 'a reason', at: { file: 'release.yaml', line: 20 + index, column: 5, length: line.length } };
}

function exact(text: string): Exact {
  const value = Exact.parse(text);
  if (!value) throw new Error(`${text} is no number`);
  return value;
}

function page(given: readonly Lang[]) {
  const parts = given.map(
    (lang) =>
      `{{#only "${lang}"}}<section class="part" lang="${lang}" id="${lang}" title="Part"><section class="page ${lang}-text">{{narrative "words"}}</section></section>{{/only}}`,
  );
  return { file: 'release.hbs', text: parts.join('\n'), lineStarts: [0] };
}

function sections(lang: Lang, text: string | undefined): ReadonlyMap<string, NarrativeSection> {
  if (text === undefined) return new Map();
  const name = `narrative.${lang}.md`;
  const at = { file: name, line: 1, column: 1, length: 2 };
  return new Map([['words', { id: 'words', lang, text, line: 3, file: name, at }]]);
}
