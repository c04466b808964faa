// Turn HTML, Typst's markup and PDF files into PDF files by programs of the machine.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../browser.ts';

/** What stands on a page printed by a browser, and above and below it on every page. */
export interface Printed {
  readonly body: string;
  readonly head?: string;
  readonly foot?: string;
  /** With a structure tree; without one unless given. */
  readonly tagged?: boolean;
}

const style =
  'body{font:11pt/1.6 sans-serif;margin:0}table{border-collapse:collapse;width:100%}td{border-bottom:.5pt solid #333}section{break-after:page}';

/** Pages of A4, printed by one browser, which is closed again whatever happens. */
export async function chromiumPdfs<T extends readonly Printed[]>(...all: T): Promise<{ readonly [K in keyof T]: Uint8Array }> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const made: Uint8Array[] = [];
    for (const { body, head, foot, tagged = false } of all) {
      await page.setContent(`<!DOCTYPE html><html lang="en"><meta charset="utf-8"><style>${style}</style><body>${body}</body></html>`);
      const small = (text = '') => `<div style="font-size:8pt;width:100%;text-align:center">${text}</div>`;
      const margin = { top: '25mm', bottom: '25mm', left: '22mm', right: '22mm' };
      const displayHeaderFooter = head !== undefined || foot !== undefined;
      const pdf = await page.pdf({
        format: 'A4',
        margin,
        tagged,
        displayHeaderFooter,
        headerTemplate: small(head),
        footerTemplate: small(foot),
      });
      made.push(undated(pdf));
    }
    return made as unknown as { readonly [K in keyof T]: Uint8Array };
  } finally {
    await browser.close();
  }
}

/** Two files of a pair may be made in two seconds: both say the same one. */
const undated = (pdf: Uint8Array): Uint8Array => {
  const text = Buffer.from(pdf).toString('latin1');
  const days = text.replace(/D:\d{14}/g, 'D:20020102030405').replace(/\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d/g, '2002-01-02T03:04:05');
  return Buffer.from(days, 'latin1');
};

/** Runs a program on a file: `IN` and `OUT` stand for their names. */
export function converted(bytes: Uint8Array | string, program: string, args: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'kessan-foreign-'));
  try {
    const [from, to] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')];
    writeFileSync(from, bytes);
    execFileSync(
      program,
      args.map((arg) => (arg === 'IN' ? from : arg === 'OUT' ? to : arg)),
      { stdio: 'ignore' },
    );
    return undated(readFileSync(to));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const cairoPdf = (pdf: Uint8Array): Uint8Array => converted(pdf, 'pdftocairo', ['-pdf', 'IN', 'OUT']);

export const mutoolPdf = (pdf: Uint8Array): Uint8Array => converted(pdf, 'mutool', ['clean', '-gggg', '-z', 'IN', 'OUT']);

/** `order` as qpdf writes pages: `1,3-z`. */
export const qpdfPages = (pdf: Uint8Array, order: string): Uint8Array => converted(pdf, 'qpdf', ['IN', '--pages', '.', order, '--', 'OUT']);

export const typstPdf = (markup: string): Uint8Array => converted(markup, 'typst', ['compile', 'IN', 'OUT']);
