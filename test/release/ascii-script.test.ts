// Turn bundles with Japanese in their regular expressions into ASCII, and look for their places and for what they match.
import { SourceMap, type SourceMapPayload } from 'node:module';
import { runInThisContext } from 'node:vm';
import { buildSync } from 'esbuild';
import { expect, it } from 'vitest';
import { asciiScript } from '../scripts/ascii-script.mjs';

const source = `
const year = /第(\\d+)期[。！？𠮷]/u, raw = String.raw\`[¥￥]\\d+\`;
export const first = (text: string) => year.exec(text)?.[1] + '決算';
export const money = (text: string) => new RegExp(raw).exec(text)?.[0]; export const last = /末尾/.test('末尾');
`;
const [map, bundle] = buildSync({
  stdin: { contents: source, loader: 'ts', sourcefile: 'source.ts' },
  outfile: 'x.js',
  format: 'iife',
  globalName: 'made',
  minifyWhitespace: true,
  sourcemap: 'external',
  write: false,
}).outputFiles;
const plain = asciiScript(bundle?.text ?? '', JSON.parse(map?.text ?? '') as SourceMapPayload);

it('leaves no character that is none', () => {
  expect(bundle?.text).toMatch(/[^\0-\x7f]/);
  expect(plain.code).toMatch(/^[\0-\x7f]*$/);
});

it('leaves what the script does', () => {
  const made = runInThisContext(`${plain.code};made`) as Record<'first' | 'money', (text: string) => string> & { readonly last: boolean };
  expect(made.first('第24期𠮷')).toBe('24決算');
  expect(made.money('計￥1200')).toBe('￥1200');
  expect(made.last).toBe(true);
});

it('leads every place to where it led before', () => {
  const [before, after] = [new SourceMap(JSON.parse(map?.text ?? '')), new SourceMap(plain.map)];
  const line = (code: string) => code.split('\n').findIndex((each) => each.includes('year'));
  for (const word of ['first=', 'money=', 'last=', 'exec(text', 'RegExp(']) {
    const at = (code: string) => [line(code), code.split('\n')[line(code)]?.indexOf(word) ?? -1] as const;
    expect(at(plain.code)[1], word).toBeGreaterThan(0);
    expect(after.findEntry(...at(plain.code)), word).toMatchObject(originOf(before.findEntry(...at(bundle?.text ?? ''))));
  }
});

function originOf(entry: ReturnType<SourceMap['findEntry']>) {
  if (!('originalLine' in entry)) throw new Error('a place leads nowhere');
  return { originalLine: entry.originalLine, originalColumn: entry.originalColumn };
}
