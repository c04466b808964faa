// Turn a script of the built program into what it exports: from the compiled form that is kept beside it where that holds, else from its text.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { letGo } from '../model/let-go.ts';
import { readFileIfThere, readRegularFile } from '../model/read-file.ts';

/** Bytes that a script, or its compiled form, has at most: the whole program has under three million. */
const scriptLimit = 50_000_000;

/** Bytes before the compiled form: the checksums of the text and of the form. */
const headLength = 8;

/** A script that has been run. */
export interface LoadedScript {
  readonly exports: Readonly<Record<string, unknown>>;
  /** What the engine compiled: asked for its compiled form after a run that used much of it. */
  readonly script: Script;
  /** The compiled form was there, and the engine took it. */
  readonly fromCompiled: boolean;
}

/**
 * Runs the script at the address `url`: ASCII text of one function of `(require, module, exports, url)`. A compiled form is taken only
 * when it was made of this very text, is whole, and the engine accepts it (it is good for one version with one set of flags); otherwise
 * the text is compiled as if there were none.
 */
export function loadScript(url: string): LoadedScript {
  const file = fileURLToPath(url);
  const text = readRegularFile(file, scriptLimit);
  const cachedData = readCompiled(file, text);
  const script = new Script(text.toString('latin1'), { filename: scriptName(url), ...(cachedData && { cachedData }) });
  // Some seven megabytes, of which nothing is read again.
  letGo(text, ...(cachedData ? [cachedData] : []));
  const module = { exports: {} };
  script.runInThisContext()(createRequire(url), module, module.exports, url);
  return { exports: module.exports, script, fromCompiled: cachedData !== undefined && script.cachedDataRejected === false };
}

/** What stacks call a script: a compiled form keeps the name that it was made under, so it tells no folder. */
export const scriptName = (url: string): string => `kessan:dist/${url.slice(url.lastIndexOf('/') + 1)}`;

/** Where the compiled form of a script is kept, for the engine that runs now. */
export function compiledFile(file: string): string {
  return file.replace(/\.js$/, `.${process.versions.v8}-${process.arch}.compiled`);
}

/** What `compiledFile` is to hold for `text`, of which `form` was made. */
export function compiledContent(text: Uint8Array, form: Uint8Array): Uint8Array {
  const content = new Uint8Array(headLength + form.length);
  const head = new DataView(content.buffer);
  head.setUint32(0, crc32(text));
  head.setUint32(4, crc32(form));
  content.set(form, headLength);
  return content;
}

/** A form that is damaged would end the process: the engine trusts what it is given. */
function readCompiled(file: string, text: Uint8Array): Buffer | undefined {
  try {
    const content = readFileIfThere(compiledFile(file), scriptLimit);
    if (content === undefined || content.length <= headLength) return undefined;
    const form = content.subarray(headLength);
    if (content.readUInt32BE(0) === crc32(text) && content.readUInt32BE(4) === crc32(form)) return form;
    letGo(content);
    return undefined;
  } catch {
    // What cannot be read is as if it were not there.
    return undefined;
  }
}
