// Turn pieces of layout and narrative into what merge makes of them on the small issuer's figures.
import { derive } from '../../src/derive/derive.ts';
import { merge } from '../../src/merge/merge.ts';
import type { Block, Document, Inline } from '../../src/model/document.ts';
import type { Financials } from '../../src/model/financials.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Lang } from '../../src/model/language.ts';
import { forgetful, type Memory } from '../../src/model/memory.ts';
import type { Release } from '../../src/model/release.ts';
import type { NarrativeSection, SourceFile } from '../../src/model/sources.ts';
import { loadFixture } from './fixture.ts';

const { release: loaded, findings: loading } = loadFixture();
if (!loaded) throw new Error(`the small issuer does not load: ${loading.map((finding) => finding.message).join('; ')}`);

/** The small issuer as validated. */
export const smallRelease: Release = loaded;
/** Its facts and statements. */
export const smallFinancials: Financials = derive(loaded, (finding) => {
  throw new Error(finding.message);
});

export interface Pieces {
  /** Layout files by name; `release` is the entry. */
  readonly templates?: Readonly<Record<string, string>>;
  /** Narrative sections by language and id. */
  readonly ja?: Readonly<Record<string, string>>;
  readonly en?: Readonly<Record<string, string>>;
  readonly release?: Partial<Release>;
  readonly financials?: Partial<Financials>;
}

export interface Merged {
  readonly document: Document;
  readonly findings: readonly Finding[];
}

/** Merges pieces; what is not given is empty, so that nothing of the fixture's own words takes part. */
export function mergePieces(pieces: Pieces): Merged {
  // Overrides of prose concern sentences that the pieces do not hold.
  return mergeRelease(releaseOf(pieces), { ...smallFinancials, proseOverrides: [], ...pieces.financials });
}

/** A document, and what was found while it was made. */
export function mergeRelease(release: Release, financials: Financials, memory: Memory = forgetful): Merged {
  const findings: Finding[] = [];
  return { document: merge(release, financials, (finding) => findings.push(finding), memory), findings };
}

/** The small release with pieces for its layout and its narratives. */
export function releaseOf(pieces: Pieces): Release {
  return {
    ...smallRelease,
    templates: templatesOf(pieces.templates ?? {}),
    narratives: { ja: sections('ja', pieces.ja), en: sections('en', pieces.en) },
    ...pieces.release,
  };
}

/** Layout files by name. */
export function templatesOf(texts: Readonly<Record<string, string>>): Release['templates'] {
  return new Map(Object.entries(texts).map(([name, text]) => [name, file(`${name}.hbs`, text)]));
}

/** Merges markup as the only page of a part. The markup begins at line 2, column 1 of page.hbs. */
export function mergePage(markup: string, lang: Lang = 'en', more: Omit<Pieces, 'templates'> = {}): Merged {
  const release = `{{#only "${lang}"}}<section class="part" lang="${lang}" id="${lang}" title="Part">\n{{> page}}\n</section>{{/only}}`;
  return mergePieces({ ...more, templates: { release, page: `<section class="page ${lang}-text">\n${markup}\n</section>` } });
}

/** Merges Markdown as the only narrative section, which begins at line 3 of narrative.<lang>.md. */
export function mergeNarrative(text: string, lang: Lang = 'en', more: Omit<Pieces, 'templates' | 'ja' | 'en'> = {}): Merged {
  return mergePage('{{narrative "words"}}', lang, { ...more, [lang]: { words: text } });
}

/** Blocks of the first page. */
export function blocksOf({ document }: Merged): readonly Block[] {
  return document.parts[0]?.sections[0]?.blocks ?? [];
}

/** Inlines of the first block. */
export function inlinesOf(merged: Merged): readonly Inline[] {
  const [block] = blocksOf(merged);
  return block && 'inlines' in block ? block.inlines : [];
}

/** Text of the first block. */
export const textOf = (merged: Merged): string =>
  inlinesOf(merged)
    .map((inline) => inline.text)
    .join('');

/** What an expression writes in a sentence. */
export const written = (expression: string, lang: Lang = 'en', more: Omit<Pieces, 'templates' | 'ja' | 'en'> = {}): string =>
  textOf(mergeNarrative(expression, lang, more));

/** Findings as lines `code file:line:column+length message | hint`, to be compared whole. */
export function listed(findings: readonly Finding[]): string[] {
  return findings.map(({ code, at, message, hints }) => {
    const place = at ? `${at.file}:${at.line}:${at.column}+${at.length}` : 'nowhere';
    return [`${code} ${place} ${message}`, ...(hints ?? [])].join(' | ');
  });
}

function file(name: string, text: string): SourceFile {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  return { file: name, text, lineStarts };
}

function sections(lang: Lang, texts: Readonly<Record<string, string>> = {}): ReadonlyMap<string, NarrativeSection> {
  return new Map(
    Object.entries(texts).map(([id, text]) => {
      const name = `narrative.${lang}.md`;
      return [id, { id, lang, text, line: 3, file: name, at: { file: name, line: 1, column: 1, length: 2 } }];
    }),
  );
}
