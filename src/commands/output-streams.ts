// Turn texts into bytes on the two output streams of a process: in order, to the last byte, and with the fault if there is one.
import { fstatSync, writeFileSync } from 'node:fs';

type Name = 'stdout' | 'stderr';

/** The standard streams of this process. */
export interface OutputStreams {
  /** Both are written in the order in which they are given, so that they may end in one terminal or file. */
  readonly write: (stream: Name, text: string) => void;
  /** Resolves when all that was given is written, or cannot be. */
  readonly drained: () => Promise<void>;
  /** Why a stream could not be written. A reader that has gone away is no fault: it has read what it wanted. */
  readonly fault: (stream: Name) => NodeJS.ErrnoException | undefined;
}

/** Writing never holds up the process, however slow the reader: it stays free to obey signals. */
export function outputStreams(): OutputStreams {
  const faults = new Map<Name, NodeJS.ErrnoException>();
  const writers = { stdout: writerOf(process.stdout), stderr: writerOf(process.stderr) };
  let last = Promise.resolve();
  let waiting = 0;
  const note = (name: Name, fault: NodeJS.ErrnoException | undefined) => {
    if (fault && !faults.has(name)) faults.set(name, fault);
  };
  return {
    write: (name, text) => {
      waiting++;
      last = last.then(async () => {
        if (!faults.has(name)) note(name, await writers[name](text));
        waiting--;
      });
    },
    drained: async () => {
      while (waiting > 0) await last;
    },
    fault: (name) => {
      const fault = faults.get(name);
      return fault?.code === 'EPIPE' || fault?.code === 'ECONNRESET' ? undefined : fault;
    },
  };
}

type Writer = (text: string) => Promise<NodeJS.ErrnoException | undefined>;

function writerOf(stream: NodeJS.WriteStream & { readonly fd: number }): Writer {
  // Files and devices that are no terminals: the stream would write a part on a full disk and say nothing.
  if (!stream.isTTY && isFile(stream.fd)) return async (text) => fileFault(stream.fd, text);
  // Told to every write as well; without a listener it would be uncaught.
  stream.on('error', () => {});
  unblock(stream);
  return (text) =>
    new Promise((resolve) => {
      stream.write(text, (fault) => resolve(fault ?? undefined));
    });
}

function isFile(fd: number): boolean {
  const stats = fstatSync(fd);
  return stats.isFile() || stats.isCharacterDevice() || stats.isBlockDevice();
}

function fileFault(fd: number, text: string): NodeJS.ErrnoException | undefined {
  try {
    writeFileSync(fd, text);
    return undefined;
  } catch (fault) {
    return fault as NodeJS.ErrnoException;
  }
}

/** A terminal is written to by waiting for it, unless it is told otherwise; one that is halted would hold up the process. */
function unblock(stream: NodeJS.WriteStream): void {
  const { _handle: handle } = stream as NodeJS.WriteStream & { readonly _handle?: { readonly setBlocking?: (blocking: boolean) => void } };
  if (stream.isTTY) handle?.setBlocking?.(false);
}
