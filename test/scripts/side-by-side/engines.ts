// Turn sources into PDFs by the engines that the machine has, timed; engines that are absent are skipped by name.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Lang } from '../../../src/model/language.ts';
import { latexSource } from './latex-source.ts';
import type { RunningBlock } from './running-blocks.ts';
import type { Sheet } from './sheet.ts';
import { type Setting, typstSource } from './typst-source.ts';

/** A way to set blocks. */
export interface Engine {
  readonly name: string;
  readonly set: (blocks: readonly RunningBlock[], sheet: Sheet, work: Work) => Product;
}

/** Where an engine works, and how often it is timed. */
export interface Work {
  readonly folder: string;
  readonly lang: Lang;
  readonly runs: number;
}

export interface Product {
  readonly pdf: string;
  readonly bytes: number;
  /** Median time of the whole process; undefined for a file that was there. */
  readonly ms?: number;
}

const typstPackage = '@myriaddreamin/typst-ts-node-compiler';

/** Engines that the machine has, and why others are left out. `home` is a folder with the node_modules of Typst's package. */
export function enginesOf(
  home: string | undefined,
  root: string,
): { readonly engines: readonly Engine[]; readonly skipped: readonly string[] } {
  const skipped: string[] = [];
  const engines: Engine[] = [];
  const typst = [home, root].find((folder) => folder && hasPackage(folder));
  if (typst) engines.push(...(['plain', 'best'] as const).map((setting) => typstEngine(typst, root, setting)));
  else skipped.push(`Typst: neither PEER_HOME nor this project has ${typstPackage} in node_modules`);
  const lua = spawnSync('lualatex', ['--version'], { encoding: 'utf8' });
  if (lua.error) skipped.push('LuaLaTeX: no lualatex on the path');
  else engines.push(...(['plain', 'best'] as const).map(latexEngine));
  return { engines, skipped };
}

function hasPackage(folder: string): boolean {
  try {
    createRequire(join(folder, 'package.json')).resolve(typstPackage);
    return true;
  } catch {
    return false;
  }
}

function typstEngine(home: string, root: string, setting: Setting): Engine {
  const set: Engine['set'] = (blocks, sheet, { folder, lang, runs }) => {
    const fonts = join(folder, 'fonts');
    mkdirSync(fonts, { recursive: true });
    for (const face of sheet.faces.values())
      if (!existsSync(join(fonts, face.file))) copyFileSync(join(face.folder, face.file), join(fonts, face.file));
    const source = join(folder, `typst-${setting}-${lang}.typ`);
    const pdf = join(folder, `typst-${setting}-${lang}.pdf`);
    writeFileSync(source, typstSource(blocks, sheet, setting));
    const script = join(root, 'test/scripts/side-by-side/compile-typst.mjs');
    return timed(pdf, runs, process.execPath, [script, home, fonts, source, pdf], folder);
  };
  return { name: setting === 'best' ? 'Typst best' : 'Typst', set };
}

function latexEngine(setting: Setting): Engine {
  const set: Engine['set'] = (blocks, sheet, { folder, lang, runs }) => {
    const name = `lualatex-${setting}-${lang}`;
    writeFileSync(join(folder, `${name}.tex`), latexSource(blocks, sheet, setting));
    const args = ['-interaction=nonstopmode', '-halt-on-error', `${name}.tex`];
    return timed(join(folder, `${name}.pdf`), runs, 'lualatex', args, folder);
  };
  return { name: setting === 'best' ? 'LuaTeX best' : 'LuaTeX', set };
}

/** Runs a program as often as wanted and keeps its last PDF. */
export function timed(pdf: string, runs: number, program: string, args: readonly string[], folder: string): Product {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
    if (status !== 0 || !existsSync(pdf)) throw new Error(`${program} ${args.join(' ')}\n${error ?? ''}${stdout.slice(-3000)}${stderr}`);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return { pdf, bytes: statSync(pdf).size, ms: times[Math.floor(times.length / 2)] ?? 0 };
}
