// Turn numbers into results from processes side by side: a process that hangs or dies is told as the fault of its number, and another takes its place.
import { fork } from 'node:child_process';

/**
 * The script in the process says 'ready', is sent one number at a time and answers each with one message; a negative number ends it.
 * A process whose result says `retire` is spent: another takes its place.
 * `lost` makes the result of a number that ended its process: 'hung' after `longest` milliseconds by the clock, or 'died'.
 */
export async function runInLanes({ script, args, execArgv, first, last, jobs, longest, lost, add }) {
  let next = first;
  const lane = async () => {
    while (next < last) {
      await new Promise((resolve) => {
        const child = fork(script, args, { execArgv, serialization: 'advanced' });
        let number;
        let timer;
        let late = false;
        const give = () => {
          clearTimeout(timer);
          number = next < last ? next++ : undefined;
          child.send(number ?? -1);
          const expire = () => {
            late = true;
            child.kill('SIGKILL');
          };
          if (number !== undefined) timer = setTimeout(expire, longest);
        };
        child.on('message', (result) => {
          if (result !== 'ready') add(result);
          if (result.retire && next < last) {
            number = undefined;
            child.send(-1);
          } else give();
        });
        child.on('exit', (code, signal) => {
          clearTimeout(timer);
          if (number !== undefined && late) add(lost(number, 'hung', `longer than ${longest / 1000} s by the clock`));
          else if (number !== undefined) add(lost(number, 'died', `the process ended with ${signal ?? code}`));
          // A process that cannot even start would be started for ever.
          else if (next < last && code !== 0) next = last;
          resolve();
        });
      });
    }
  };
  await Promise.all(Array.from({ length: jobs }, lane));
}

/** The other side, in the process: answers each number with what `work` makes of it. */
export async function answerNumbers(work) {
  const ended = new Promise((resolve) => {
    process.on('message', async (number) => {
      if (number < 0) resolve();
      else process.send(await work(number));
    });
  });
  process.send('ready');
  await ended;
  process.disconnect();
}
