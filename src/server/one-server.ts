// Turn a project into word of the server that serves it, so that a second one says so instead of starting.
import { rmSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { readFileIfThere, UnreadableFile } from '../model/read-file.ts';
import { publish } from '../project/publish.ts';
import { cookieOf, type Door } from './guard.ts';

/** A server, and the process that it is. */
export interface ToldServer extends Door {
  readonly pid: number;
}

/** In the folder of results: nobody's data, and never committed. */
const fileIn = (root: string): string => join(root, 'out', '.serve.json');

/** With the token. */
export const addressOf = ({ port, token }: Door): string => `http://127.0.0.1:${port}/?token=${token}`;

/** The server of a project that answers; undefined where there is none, or none any more. */
export async function otherServer(root: string): Promise<ToldServer | undefined> {
  const told = readTold(root);
  if (!told) return undefined;
  return (await answers(told)) ? told : undefined;
}

/** Tells of a server, to its user only; what is answered takes it back. */
export async function tellServer(root: string, server: ToldServer): Promise<() => void> {
  const file = fileIn(root);
  await publish(new Map([[file, `${JSON.stringify(server)}\n`]]), { mode: 0o600 });
  return () => {
    if (readTold(root)?.token === server.token) rmSync(file, { force: true });
  };
}

function readTold(root: string): ToldServer | undefined {
  try {
    const value: unknown = JSON.parse(readFileIfThere(fileIn(root), 10_000)?.toString('utf8') ?? 'null');
    if (typeof value !== 'object' || value === null || !('pid' in value && 'port' in value && 'token' in value)) return undefined;
    const { pid, port, token } = value;
    if (typeof pid !== 'number' || typeof port !== 'number' || typeof token !== 'string') return undefined;
    return port > 0 && port < 65_536 && /^[\w-]+$/.test(token) ? { pid, port, token } : undefined;
  } catch (fault) {
    if (fault instanceof SyntaxError || fault instanceof UnreadableFile) return undefined;
    throw fault;
  }
}

/** Another program may have its port by now: only a server of this project knows the token. */
function answers(door: Door): Promise<boolean> {
  return new Promise((resolve) => {
    const headers = { cookie: `${cookieOf(door)}=${door.token}` };
    const request = get({ host: '127.0.0.1', port: door.port, path: '/api/hello', headers, timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
