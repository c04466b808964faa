// Turn the small issuer of fixture/ and some edits into a project of its own, and into what the first stages make of it.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load } from '../../src/load/load.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Release } from '../../src/model/release.ts';
import type { Sources } from '../../src/model/sources.ts';
import type { Span } from '../../src/model/span.ts';
import { validate } from '../../src/validate/validate.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Where the small issuer's project stands; its fonts/ is the repository's. */
export const fixtureFolder = join(import.meta.dirname, 'fixture');

/** Its one release. */
export const fixtureRelease = { issuer: 'mini', release: '1q01' } as const;

/** Short names of the files that tests edit. */
export const files = {
  issuer: 'data/mini/issuer.yaml',
  concepts: 'data/mini/concepts.yaml',
  operations: 'data/mini/statements/operations.yaml',
  position: 'data/mini/statements/position.yaml',
  current: 'data/mini/periods/1q01.yaml',
  prior: 'data/mini/periods/4q00.yaml',
  release: 'data/mini/releases/1q01/release.yaml',
  correction: 'data/mini/releases/1q01/correction.yaml',
  ja: 'data/mini/releases/1q01/narrative.ja.md',
  en: 'data/mini/releases/1q01/narrative.en.md',
  style: 'templates/plain/style.yaml',
  fonts: 'fonts/fonts.yaml',
} as const;

/** A change of one file. `from` must occur exactly once, so that a test cannot edit nothing. */
export type Edit =
  | { readonly file: string; readonly from: string; readonly to: string }
  | { readonly file: string; readonly content: string | Uint8Array }
  | { readonly file: string; readonly remove: true };

/** One replacement in one file. */
export const withEdit = (file: string, from: string, to: string): Edit => ({ file, from, to });

/** Runs `use` on an edited copy of the small project, which is gone afterwards. */
export function inProject<T>(edits: readonly Edit[], use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'kessan-mini-'));
  try {
    copyProject(root);
    for (const edit of edits) apply(root, edit);
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export interface Outcome {
  readonly findings: readonly Finding[];
  /** Findings as lines `code file:line:column «marked text» message | hint`: places are checked by what they mark. */
  readonly listed: readonly string[];
  readonly sources: Sources | undefined;
  readonly release: Release | undefined;
}

/** Loads and validates the small release after some edits. */
export function loadFixture(...edits: readonly Edit[]): Outcome {
  return inSharedProject(edits, (root) => {
    const findings: Finding[] = [];
    const report = (finding: Finding) => findings.push(finding);
    const sources = load(root, fixtureRelease.issuer, fixtureRelease.release, report);
    const release = sources && validate(sources, report);
    return { findings, listed: findings.map((finding) => line(finding, root)), sources, release };
  });
}

let shared = '';

/** Runs `use`, which only reads, on the one copy of a test file: what was edited is set back afterwards. */
function inSharedProject<T>(edits: readonly Edit[], use: (root: string) => T): T {
  if (!existsSync(shared)) {
    shared = temporaryFolder('mini');
    copyProject(shared);
  }
  try {
    for (const edit of edits) apply(shared, edit);
    return use(shared);
  } finally {
    for (const { file } of edits.toReversed()) setBack(shared, file);
  }
}

function copyProject(root: string): void {
  cpSync(fixtureFolder, root, { recursive: true });
  cpSync(originalOf('fonts'), join(root, 'fonts'), { recursive: true });
}

const originalOf = (path: string): string => join(/^fonts(\/|$)/.test(path) ? join(import.meta.dirname, '../..') : fixtureFolder, path);

/** What the project never had goes, with the folders made for it; what it had is copied again. */
function setBack(root: string, file: string): void {
  const paths = file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
  const added = paths.find((path) => !existsSync(originalOf(path)));
  rmSync(join(root, added ?? file), { recursive: true, force: true });
  if (added === undefined) cpSync(originalOf(file), join(root, file), { recursive: true });
}

function line({ code, at, message, hints = [], related = [] }: Finding, root: string): string {
  const also = related.map((other) => `${other.message} ${place(other.at, root)}`);
  return [`${code} ${at ? place(at, root) : 'nowhere'} ${message}`, ...hints, ...also].join(' | ');
}

/** A place with the text that it marks, cut when long; without a mark where the file is not there or not text. */
function place(at: Span, root: string): string {
  const path = join(root, at.file);
  const text = existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : '';
  const marked = (text.split('\n')[at.line - 1] ?? '').slice(at.column - 1, at.column - 1 + at.length);
  return `${at.file}:${at.line}:${at.column} «${marked.length > 30 ? `${marked.slice(0, 30)}…` : marked}»`;
}

function apply(root: string, edit: Edit): void {
  const file = join(root, edit.file);
  if ('remove' in edit) {
    rmSync(file, { recursive: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'content' in edit ? edit.content : edited(readFileSync(file, 'utf8'), edit));
}

function edited(text: string, { file, from, to }: { readonly file: string; readonly from: string; readonly to: string }): string {
  const found = text.split(from).length - 1;
  if (found !== 1) throw new Error(`${file}: '${from}' occurs ${found} times, not once`);
  return text.replace(from, () => to);
}
