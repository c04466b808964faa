// Turn one write of a program into its end: loaded before it (node --import), it kills the process before, in the middle of or after the write that KILL_AT_WRITE names.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** `3:half` is the third write to a file, killed when half of its bytes are written; `0:count` kills nothing and tells how many there are. */
const [number, when] = (process.env.KILL_AT_WRITE ?? '').split(':');
const { writeFileSync, writeSync } = fs;
let seen = 0;

const end = () => {
  process.kill(process.pid, 'SIGKILL');
  // The signal comes when it comes; nothing more may be done meanwhile.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
};

/** Streams are not files of a build. */
const isFile = (handle) => typeof handle === 'string' || (typeof handle === 'number' && handle > 2 && fs.fstatSync(handle).isFile());

function hooked(write) {
  return (handle, content, ...more) => {
    if (!isFile(handle)) return write(handle, content, ...more);
    seen++;
    if (seen !== Number(number)) return write(handle, content, ...more);
    if (when === 'before') end();
    const bytes = Buffer.from(content);
    if (when === 'half') {
      const open = typeof handle === 'string' ? fs.openSync(handle, 'w') : handle;
      writeSync(open, bytes, 0, bytes.length >> 1);
      end();
    }
    const written = write(handle, content, ...more);
    end();
    return written;
  };
}

fs.writeFileSync = hooked(writeFileSync);
fs.writeSync = hooked(writeSync);
syncBuiltinESMExports();
if (when === 'count') process.on('exit', () => process.stderr.write(`writes: ${seen}\n`));
