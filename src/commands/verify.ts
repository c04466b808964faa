// Turn a PDF of ours, wherever it came from, into a verdict: its text, figures, tags, fonts, metadata and what it may not hold.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../model/finding.ts';
import { buildLimits, fileLimits } from '../model/limits.ts';
import { say } from '../model/say.ts';
import { readerBehind } from '../pdf/engine/hosted-reader.ts';
import { adoptReader, endReaders } from '../pdf/engine/read-pdf.ts';
import { PdfFault } from '../pdf/objects/pdf-value.ts';
import { readGiven, refuseDeep } from '../project/read-given.ts';
import { verify } from '../verify/verify.ts';
import { type Console, exit } from './console.ts';
import type { Format } from './report-findings.ts';

export interface VerifyOptions {
  readonly format: Format;
  /** figures.json to hold the file against, instead of the one beside it. */
  readonly figures?: string;
}

/** 0 nothing is wrong, 1 something is, 2 the file cannot be judged. */
export async function verifyPdf(name: string, options: VerifyOptions, console: Console): Promise<number> {
  if (console.reader) adoptReader(readerBehind(console.reader));
  const path = resolve(console.cwd, name);
  const beside = join(dirname(path), 'figures.json');
  const figuresPath = options.figures === undefined ? (existsSync(beside) ? beside : undefined) : resolve(console.cwd, options.figures);
  const bytes = read(path, name, fileLimits.bytes);
  const figures = figuresPath === undefined ? undefined : readFigures(figuresPath, options.figures ?? 'figures.json');
  try {
    const { title, pages, checked, findings } = await verify(bytes, figures).finally(endReaders);
    if (options.format === 'json') {
      console.out(`${JSON.stringify({ file: name, title, pages, checked, findings }, null, 2)}\n`);
    } else {
      console.out(`${name}: ${title}, ${pages} pages\n`);
      for (const { check, what } of checked) {
        const own = findings.filter((finding) => finding.check === check);
        console.out(`  ${own.length === 0 ? 'ok   ' : 'wrong'} ${check.padEnd(8)} ${what}\n`);
        for (const { message } of own) console.out(`        ${message}\n`);
      }
      if (figures === undefined)
        console.out('  not checked: figures, for there is no figures.json beside the file (--figures names one)\n');
    }
    return findings.length > 0 ? exit.errors : exit.done;
  } catch (error) {
    if (!(error instanceof PdfFault)) throw error;
    if (options.format === 'json') console.out(`${JSON.stringify({ file: name, fault: error.message }, null, 2)}\n`);
    else console.err(say`kessan: ${name}: ${error.message}\n`);
    return exit.fault;
  }
}

function read(path: string, name: string, limit: number): Buffer {
  if (!existsSync(path)) throw new UsageError(say`there is no file ${name}`);
  return readGiven(path, name, limit);
}

/** Its text, when it is not nested too deep to be read. */
function readFigures(path: string, name: string): string {
  const text = read(path, name, buildLimits.recordBytes).toString('utf8');
  refuseDeep(text, name);
  return text;
}
