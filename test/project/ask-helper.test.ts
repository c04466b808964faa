// Turn what one thread asks of another into the same answers as it would have found itself, faults included.
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BoundedMemory, forgetful } from '../../src/model/memory.ts';
import { readText, readTexts } from '../../src/pdf/engine/open-pdf.ts';
import { type PageClaims, pageClaims, takePage } from '../../src/pdf/engine/page-claims.ts';
import { folded } from '../../src/pdf/engine/pdf-page.ts';
import { readTextsBy, textReader } from '../../src/pdf/engine/text-reader.ts';
import { type Helper, helperBehind } from '../../src/project/ask-helper.ts';
import { helpThread } from '../../src/project/help-thread.ts';
import { recallPages } from '../../src/verify/recall-pages.ts';
import { pdfOfPages, wordsPage } from '../scripts/large-pdfs.mjs';
import { handSetPdf } from '../support/hand-set-pdf.ts';

const pdf = pdfOfPages(['alpha', 'beta', 'gamma'].map((word) => wordsPage([word], { perLine: 10, size: 9, lead: 12 })));
let texts: readonly string[];
beforeAll(async () => {
  texts = await readText(pdf);
  expect(texts.map((text) => text.trim())).toEqual(['alpha', 'beta', 'gamma']);
});

/** Of the file's pages, those with these indexes. */
function taken(...indexes: readonly number[]): PageClaims {
  const claims = pageClaims(3);
  for (const index of indexes) takePage(claims, index);
  return claims;
}

let ports: readonly MessagePort[];
let first: Helper;
beforeEach(() => {
  const { port1, port2 } = new MessageChannel();
  ports = [port1, port2];
  helpThread(port1);
  first = helperBehind(port2);
});
afterEach(() => {
  readTextsBy();
  for (const port of ports) port.close();
});

describe('another thread', () => {
  it('reads every page that nobody took, and several files one after the other', async () => {
    const { start, read } = first.reader;
    await start();
    const [all, some, again] = await Promise.all([read(pdf, taken()), read(pdf, taken(0, 2)), read(pdf, taken())]);
    expect(all).toEqual(texts);
    expect(some).toEqual([undefined, texts[1], undefined]);
    expect(again).toEqual(texts);
  });

  it('reads all pages of a file that has another number of them than is expected', async () => {
    for (const pages of [2, 4]) {
      const claims = pageClaims(pages);
      for (let index = 0; index < pages; index++) takePage(claims, index);
      expect(await first.reader.read(pdf, claims)).toEqual(texts);
    }
  });

  it('tells why a file cannot be read, and goes on', async () => {
    const half = pdf.subarray(0, 100);
    const own = await readText(half).catch((fault: Error) => fault.message);
    await expect(first.reader.read(half, taken())).rejects.toThrow(own as string);
    expect(await first.reader.read(pdf, taken())).toEqual(texts);
  });

  it('is told of as lost to everybody who waits for it', async () => {
    const reading = [first.reader.read(pdf, taken()), first.reader.read(pdf, taken())];
    first.lost(new Error('it broke down'));
    expect((await Promise.allSettled(reading)).map((each) => each.status === 'rejected' && each.reason.message)).toEqual([
      'it broke down',
      'it broke down',
    ]);
  });

  it('leaves the bytes to the one who asks', async () => {
    const before = pdf.slice();
    await first.reader.read(pdf, taken());
    expect(Buffer.from(pdf).equals(before)).toBe(true);
  });

  it('holds the thread that asks only until it has answered', async () => {
    const port = ports[1] as MessagePort & { hasRef(): boolean };
    expect(port.hasRef()).toBe(false);
    const answer = first.reader.read(pdf, taken());
    expect(port.hasRef()).toBe(true);
    await answer;
    expect(port.hasRef()).toBe(false);
  });
});

it('lets a thread that listens have its turn before each page that is read', async () => {
  let turns = 0;
  const turn = async () => {
    turns++;
  };
  await readTexts(pdf, taken(1), turn);
  expect(turns).toBe(3);
});

it('is asked for the pages alone that a memory does not have, and a page that it forgets meanwhile is not lost', async () => {
  const memory = new BoundedMemory(1);
  const own = textReader();
  const read: (readonly number[])[] = [];
  let forget = () => {};
  readTextsBy({
    start: async () => {},
    read: async (bytes, claims) => {
      const answer = await own.read(bytes, claims);
      read.push(answer.flatMap((text, index) => (text === undefined ? [] : [index])));
      forget();
      return answer;
    },
  });
  const written = await handSetPdf();
  const pages = (await readText(written)).length;
  expect(pages).toBeGreaterThan(1);
  const before = await recallPages(written, pages, memory);
  forget = () => {
    for (let i = 0; i < 100; i++) memory.keep({ name: 'test', bytes: () => 100_000 }, `${i}`, i);
  };
  // The same bytes, but not the same object.
  const again = await recallPages(written.slice(), pages, memory);
  expect(again).toEqual(before);
  expect(again.map(({ text }) => text)).toEqual((await readText(written)).map(folded));
  expect((await recallPages(written, pages, forgetful)).length).toBe(pages);
  // Of a file that has more pages than the layout each is read.
  expect((await recallPages(written.slice(), pages - 1, memory)).length).toBe(pages);
  const all = Array.from({ length: pages }, (_, index) => index);
  expect(read).toEqual([all, [], all, all]);
});
