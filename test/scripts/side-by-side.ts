// Turn a release's running text into a comparison: our PDF beside Typst's and LuaLaTeX's of the same words, read with one ruler.
// usage: npm run compare [-- ISSUER/RELEASE] [--out FOLDER] [--runs N] [--before FILE.pdf]
//   Every justified paragraph and list item of both languages, in the faces, sizes and measures of our layout. Peers set it twice: with
//   our ties between figures and units, without hyphens, letters untouched and nothing in the margin; and "best", as well as they can.
//   --out FOLDER keeps sources and PDFs, and writes pictures: our blocks left, each peer's right; --runs N (3): times are medians of N processes
//   --before FILE.pdf: the same release as an earlier version of this program set it, a column beside
//   PEER_HOME=folder whose node_modules has @myriaddreamin/typst-ts-node-compiler (else this project's); lualatex is looked for on the path,
//   with jlreq, luatexja and microtype. Needs mutool and pdftotext.
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lintInput } from '../../src/lint/lint-pages.ts';
import type { Lang } from '../../src/model/language.ts';
import { compose } from '../support/stages.ts';
import { drawBlocks } from './side-by-side/draw-blocks.ts';
import { enginesOf, type Product, timed } from './side-by-side/engines.ts';
import { extractedSpaces } from './side-by-side/extracted-spaces.ts';
import { measureEnglish } from './side-by-side/measure-english.ts';
import { measureJapanese } from './side-by-side/measure-japanese.ts';
import { measureLines } from './side-by-side/measure-lines.ts';
import { misset } from './side-by-side/misset.ts';
import { type Column, type Measure, printTable } from './side-by-side/print-table.ts';
import { readGlyphs } from './side-by-side/read-glyphs.ts';
import { type RunningBlock, runningBlocks } from './side-by-side/running-blocks.ts';
import { type SetBlock, setBlocks } from './side-by-side/set-lines.ts';
import { sheetOf } from './side-by-side/sheet.ts';
import { worstLines } from './side-by-side/worst-lines.ts';

const root = process.cwd();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, runs: { type: 'string', default: '3' }, before: { type: 'string' } },
});
const [name = 'iij/2q02'] = positionals;
const [issuer = '', release = ''] = name.split('/');
const runs = Number(values.runs);
const folder = values.out ? resolve(values.out) : mkdtempSync(join(tmpdir(), 'kessan-compare-'));
mkdirSync(folder, { recursive: true });

const { findings, sources, release: read, document, layout } = compose({ root, issuer, release }, 'layout');
if (!sources || !read || !document || !layout)
  throw new Error(`${name} cannot be laid out:\n${findings.map(({ code, message }) => `${code} ${message}`).join('\n')}`);
const input = await lintInput(document, layout, read.style, sources.fontMetrics, undefined);
const all = runningBlocks(document, layout, read.style);
const { engines, skipped } = enginesOf(process.env.PEER_HOME, root);

const ours = timed(join(folder, 'release.pdf'), runs, process.execPath, ['dist/cli.js', 'build', name, '--out', folder], root);
const before: Product | undefined = values.before ? { pdf: resolve(values.before), bytes: statSync(values.before).size } : undefined;
for (const lang of ['ja', 'en'] as const) compareIn(lang);
for (const reason of skipped) console.log(`skipped: ${reason}`);
if (!values.out) rmSync(folder, { recursive: true, force: true });

function compareIn(lang: Lang): void {
  const blocks = all.filter((block) => block.lang === lang);
  const page = layout?.pages.find((each) => each.lang === lang);
  if (blocks.length === 0 || !page) return;
  const sheet = sheetOf(blocks, page, root);
  const settings = [
    { ...measured(lang, blocks, ours), name: 'ours' },
    ...(before ? [{ ...measured(lang, blocks, before), name: 'before' }] : []),
    ...engines.map((engine) => ({ ...measured(lang, blocks, engine.set(blocks, sheet, { folder, lang, runs })), name: engine.name })),
  ];
  console.log(`${printTable(`${name}, ${lang}`, settings)}\n`);
  console.log(
    `  our loosest lines, mean gap in em${lang === 'ja' ? ' (kana, kanji|widest Japanese-Latin)' : ''}:\n${worstLines(settings)}\n`,
  );
  for (const { name: engine, set } of settings)
    for (const fault of misset(set, sheet.faces)) console.log(`  not comparable: ${engine} has ${fault}`);
  if (values.out) for (const file of drawBlocks(settings, join(folder, `${lang}-`))) console.log(`  ${file}`);
}

function measured(
  lang: Lang,
  blocks: readonly RunningBlock[],
  product: Product,
): Column & { readonly pdf: string; readonly set: readonly SetBlock[] } {
  const set = setBlocks(blocks, readGlyphs(product.pdf));
  const lines = set.flatMap((block) => block.lines);
  const { added, lost, unread } = extractedSpaces(product.pdf, lines);
  const spaces = `${added}, ${lost}${unread > 0 ? ` (${unread} unread)` : ''}`;
  const own = lang === 'ja' ? measureJapanese(set) : measureEnglish(set);
  const cost: readonly Measure[] = [
    ['bytes (ours: all pages)', String(product.bytes)],
    ['ms of the process (ours: all files)', product.ms?.toFixed(0) ?? ''],
  ];
  return { name: '', pdf: product.pdf, set, measures: [...measureLines(set, spaces, input), ...own, ...cost] };
}
