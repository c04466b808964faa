// Turn small scripts and their compiled forms, sound and not, into what they export: the same with and without.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { compiledContent, compiledFile, loadScript, scriptName } from '../../src/commands/load-script.ts';

const folder = mkdtempSync(join(tmpdir(), 'kessan-script-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
let file: string;
const textSaying = (number: number) =>
  `(function(require,module,exports,url){"use strict";exports.add=(a)=>a+${number};exports.here=url;exports.join=require("node:path").posix.join;})\n`;

const add = (exports: Readonly<Record<string, unknown>>): unknown => (exports.add as (a: number) => number)(1);
const load = () => loadScript(pathToFileURL(file).href);

/** A name of its own for each: an engine knows again what it compiled under the same name, and asks no kept form. */
function place(text: string): void {
  file = join(folder, `program-${files++}.js`);
  writeFileSync(file, text);
}

/** The script with its compiled form, as if they had been packed elsewhere. */
function placeCompiled(text: string): void {
  place(text);
  const { exports, script } = load();
  expect(exports).toHaveProperty('add');
  const content = compiledContent(readFileSync(file), script.createCachedData());
  place(text);
  writeFileSync(compiledFile(file), content);
}

describe('a script', () => {
  it('runs from its text where no compiled form is kept', () => {
    place(textSaying(10));
    const { exports, fromCompiled } = load();
    expect(fromCompiled).toBe(false);
    expect(add(exports)).toBe(11);
    expect(exports.here).toBe(pathToFileURL(file).href);
    expect((exports.join as (a: string, b: string) => string)('a', 'b')).toBe('a/b');
  });

  it('runs from its compiled form, and does the same', () => {
    placeCompiled(textSaying(10));
    const { exports, fromCompiled } = load();
    expect(fromCompiled).toBe(true);
    expect(add(exports)).toBe(11);
    expect(exports.here).toBe(pathToFileURL(file).href);
  });

  it('is named in stacks without its folder, compiled elsewhere or here', () => {
    const failing = '(function(require,module,exports){exports.add=()=>{throw new Error("no")}})\n';
    const placeOfFault = () => {
      try {
        return add(load().exports);
      } catch (fault) {
        return /kessan:\S+?:\d+:\d+/.exec(fault instanceof Error ? (fault.stack ?? '') : '')?.[0];
      }
    };
    expect(scriptName('file:///a/b/program.js')).toBe('kessan:dist/program.js');
    place(failing);
    expect(placeOfFault()).toMatch(/^kessan:dist\/program-\d+\.js:1:58$/);
    placeCompiled(failing);
    expect(placeOfFault()).toMatch(/^kessan:dist\/program-\d+\.js:1:58$/);
  });
});

describe('a compiled form', () => {
  it('of another text of the same length is not taken', () => {
    placeCompiled(textSaying(10));
    writeFileSync(file, textSaying(20));
    const { exports, fromCompiled } = load();
    expect(fromCompiled).toBe(false);
    expect(add(exports)).toBe(21);
  });

  it.each([
    ['is damaged', (content: Buffer) => content.map((byte, i) => (i === content.length - 20 ? byte ^ 1 : byte))],
    ['is cut short', (content: Buffer) => content.subarray(0, content.length >> 1)],
    ['is empty', () => Buffer.alloc(0)],
    ['has only its head', (content: Buffer) => content.subarray(0, 8)],
    ['is none of the engine', () => compiledContent(readFileSync(file), Buffer.alloc(5000, 7))],
  ])('that %s is not taken', (_, spoil) => {
    placeCompiled(textSaying(10));
    writeFileSync(compiledFile(file), spoil(readFileSync(compiledFile(file))));
    const { exports, fromCompiled } = load();
    expect(fromCompiled).toBe(false);
    expect(add(exports)).toBe(11);
  });

  it('has a name of its own for each version of the engine', () => {
    expect(compiledFile('/a/program-1.js')).toBe(`/a/program-1.${process.versions.v8}-${process.arch}.compiled`);
  });
});
