// A reader that one thread has started reads for another as one of its own does, breaks down as one does, and ends with either of them.
import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listenToTraces } from '../../../src/model/run-traces.ts';
import { hostReader, readerBehind } from '../../../src/pdf/engine/hosted-reader.ts';
import { adoptReader, endReaders, readPdf } from '../../../src/pdf/engine/read-pdf.ts';
import { forkReader } from '../../../src/pdf/engine/reader-child.ts';
import { buildRelease } from '../../../src/project/build-release.ts';
import { Session } from '../../../src/session.ts';
import { inProjectFolder } from '../../support/mini-project.ts';

/** A process with a port of each side. */
function hosted() {
  const { port1: host, port2: asking } = new MessageChannel();
  const child = hostReader(() => forkReader(true), host);
  if (child?.pid === undefined) throw new Error('no process was started');
  return { host, asking, child, pid: child.pid };
}

/** Processes that this thread starts itself while `run` runs. */
async function startedWhile(run: () => Promise<void>): Promise<number> {
  let started = 0;
  listenToTraces(({ kind }) => {
    if (kind === 'process-started') started++;
  });
  try {
    await run();
  } finally {
    listenToTraces(() => {});
  }
  return started;
}

const isGone = (pid: number) => expect(() => process.kill(pid, 0), `${pid}`).toThrow('ESRCH');

describe('a reader that another thread has started', () => {
  let sound: Uint8Array;
  beforeAll(async () => {
    const { value: built } = await buildRelease(new Session({ place: { root: inProjectFolder().root, issuer: 'mini', release: '1q01' } }));
    if (!built) throw new Error('the small release has errors');
    sound = built.pdf;
  });
  afterEach(endReaders);

  it('reads files, one after the other, as one of this thread does; then it is gone', async () => {
    const { asking, pid } = hosted();
    const own = await readPdf(sound, 48);
    await endReaders();
    const started = await startedWhile(async () => {
      adoptReader(readerBehind(asking));
      for (let i = 0; i < 2; i++) {
        const pages = await readPdf(sound, 48);
        expect(pages.map(({ words }) => words)).toEqual(own.map(({ words }) => words));
        expect(pages.map(({ bitmap }) => bitmap?.data)).toEqual(own.map(({ bitmap }) => bitmap?.data));
      }
      await endReaders();
    });
    expect(started).toBe(0);
    isGone(pid);
  });

  it('breaks down with what it reads, which is told; the next file has a reader of this thread', async () => {
    const { asking, child } = hosted();
    adoptReader(readerBehind(asking));
    const reading = readPdf(sound, 48);
    child.kill();
    await expect(reading).rejects.toThrow(/^the reader broke down(: write EPIPE$| at (opening it|page 1))/);
    const started = await startedWhile(async () => {
      expect((await readPdf(sound, 48)).length).toBe(2);
    });
    expect(started).toBe(1);
  });

  it('that broke down before it was asked is not asked', async () => {
    const { asking, child } = hosted();
    adoptReader(readerBehind(asking));
    child.kill();
    await child.gone();
    // What is heard of it has to arrive.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await startedWhile(async () => void (await readPdf(sound)))).toBe(1);
  });

  it('that could not be started is not asked either', async () => {
    const { port1: host, port2: asking } = new MessageChannel();
    const refused = () => {
      throw new Error('no room for a process');
    };
    expect(hostReader(refused, host)).toBeUndefined();
    adoptReader(readerBehind(asking));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await startedWhile(async () => void (await readPdf(sound)))).toBe(1);
    await endReaders();
  });

  it('ends when the thread that would ask it has ended', async () => {
    const { asking, child, pid } = hosted();
    asking.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await child.gone();
    isGone(pid);
  });
});
