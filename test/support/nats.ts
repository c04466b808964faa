// Turn the machine's nats-server into a server of a test's own, with a store in a folder that goes with the test file.
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { sleep } from './built-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A server that can be ended and begun again; what it stored is there again. */
export interface NatsServer {
  /** A context file for it, in which a job without a sign of life is given away soon. */
  readonly context: string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

export async function startNats(): Promise<NatsServer> {
  const folder = temporaryFolder('nats');
  const port = await freePort();
  const context = join(folder, 'queue.yaml');
  writeFileSync(context, `servers: nats://127.0.0.1:${port}\nprefix: trial\nsilence: 4\n`);
  let running: ChildProcess | undefined;
  const start = async () => {
    running = spawn('nats-server', ['-js', '-sd', folder, '-a', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    for (let tries = 0; tries < 200 && !(await listens(port)); tries++) await sleep(50);
  };
  const stop = () =>
    new Promise<void>((resolve) => {
      running?.once('exit', () => resolve());
      running?.kill('SIGTERM');
    });
  await start();
  return { context, stop, start };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
