// Turn one sentence, put into a sample release in place of its narrative, into what the checks of words find in it.
import { checkDocument } from '../../src/check/check.ts';
import { merge } from '../../src/merge/merge.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Lang } from '../../src/model/language.ts';
import { composeSample, projectRoot } from './sample.ts';

/** The samples, by issuer. */
const releases = { aoba: '2026h1', iij: '2q02' } as const;

/** [amount sales.total@prior-year in=million] for the helper amount, a concept, its period, and options. */
const calls = /\[([a-z]+)((?: [a-z][^\]]*)?)\]/g;

function argumentsOf(words: string): string {
  return words.replace(
    / (?:(\w+)=([\w.-]+)|([\w.-]+)(?:@([\w-]+))?)/g,
    (_, option?: string, value?: string, name?: string, period?: string) => {
      if (option !== undefined) return ` ${option}=${/^\d+$/.test(value ?? '') ? value : `"${value}"`}`;
      return ` "${name}"${period === undefined ? '' : ` period="${period}"`}`;
    },
  );
}

/** Digits that a sentence types by hand; days that the narrative printed which it stands in place of. */
const besideTheSentence: ReadonlySet<string> = new Set(['check/unbound-figure', 'merge/date-unused']);

/** `code message` of all that is found, but for digits that a sentence types by hand. Of `aoba: sentence`, with its calls in short: see `calls`. */
export function findingsIn(lang: Lang, short: string): readonly string[] {
  const { issuer, words } = /^(?<issuer>\w+): (?<words>.*)$/s.exec(short)?.groups ?? {};
  if (issuer !== 'aoba' && issuer !== 'iij') throw new Error(`${short} names no sample`);
  const sentence = (words ?? '').replace(calls, (_, helper: string, rest: string) => `{{${helper}${argumentsOf(rest)}}}`);
  const { release, financials } = composeSample({ root: projectRoot, issuer, release: releases[issuer] }, 'derive');
  if (!release || !financials) throw new Error(`${issuer} is not derived`);
  const file = `narrative.${lang}.md`;
  const at = { file, line: 1, column: 1, length: 2 };
  const section = { id: 'words', lang, text: sentence, line: 3, file, at };
  const page = `<section class="part" lang="${lang}" id="${lang}" title="Part"><section class="page ${lang}-text">{{narrative "words"}}</section></section>`;
  const edited = {
    ...release,
    literals: [],
    spec: { ...release.spec, errata: [], flags: new Map(), parts: [] },
    languages: [lang],
    templates: new Map([['release', { file: 'release.hbs', text: page, lineStarts: [0] }]]),
    narratives: { [lang]: new Map([['words', section]]) },
  };
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  const document = merge(edited, { ...financials, proseOverrides: [] }, report);
  checkDocument(edited, financials, document, report);
  return findings
    .filter(({ severity, code }) => severity !== 'note' && !besideTheSentence.has(code))
    .map(({ code, message }) => `${code} ${message}`);
}
