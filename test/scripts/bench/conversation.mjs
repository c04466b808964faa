// Turn a script into a process that is asked one question after another.
import { fork } from 'node:child_process';
import { join } from 'node:path';

/** Starts `script` of this folder; `ask` waits for its answer and throws what went wrong there. */
export async function converse(script, args) {
  const child = fork(join(import.meta.dirname, script), args);
  const next = () =>
    new Promise((resolve, reject) => {
      const ended = (code) => reject(new Error(`bench: ${script} ended with ${code}`));
      child.once('exit', ended);
      child.once('message', (answer) => {
        child.off('exit', ended);
        if (answer.fault) reject(new Error(answer.fault));
        else resolve(answer);
      });
    });
  await next();
  return {
    ask(ask, given = {}) {
      child.send({ ask, ...given });
      return next();
    },
    end: () => child.kill(),
  };
}
