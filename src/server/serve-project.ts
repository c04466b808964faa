// Turn a project into a page on this machine: a server that answers its user's browser, and nobody else.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';
import { Project } from '../project/project.ts';
import { answer, type Means, type Question } from './answer-requests.ts';
import { clientFiles } from './client-files.ts';
import { EventStream } from './event-stream.ts';
import { addressToken, cookieOf, type Door, refusal } from './guard.ts';
import { LiveReleases } from './live-releases.ts';
import { addressOf, otherServer, tellServer } from './one-server.ts';
import { PagePictures } from './page-pictures.ts';
import { refused, safeHeaders, send } from './reply.ts';

/** What is served, and how. */
export interface ServeOptions {
  /** Folder of the project. */
  readonly root: string;
  /** Releases that are shown first; opened at once. */
  readonly releases: readonly string[];
  /** A free one unless given. */
  readonly port?: number;
  /** Told of a fault of ours while a request is answered. */
  readonly fault: (fault: unknown) => void;
}

/** A server at work. */
export interface ServedProject {
  /** With the token: whoever opens it may do all that the page does. */
  readonly address: string;
  readonly port: number;
  readonly token: string;
  readonly close: () => Promise<void>;
}

/** Bytes of a request that changes something: a data file as JSON. */
const mostBytes = 12_000_000;

/** Refuses, as wrong usage, a project that is served already, and a port that is taken. */
export async function serveProject({ root, releases: named, port: wanted, fault }: ServeOptions): Promise<ServedProject> {
  const project = new Project(root);
  const other = await otherServer(project.root);
  if (other)
    throw new UsageError(say`this project is served already, by process ${other.pid}: open ${addressOf(other)}, or end that process first`);
  const token = randomBytes(24).toString('base64url');
  const events = new EventStream();
  const pictures = new PagePictures();
  const releases = new LiveReleases(project, pictures, (event) => events.tell(event), fault);
  const means: Means = { releases, pictures, client: clientFiles(), named };
  const server = createServer({ requestTimeout: 30_000, maxHeaderSize: 16_384 });
  let port: number;
  try {
    port = await listen(server, wanted);
  } catch (cause) {
    releases.close();
    events.close();
    throw cause;
  }
  const door: Door = { port, token };
  server.on('request', (request, response) => {
    respond(request, response, door, events, means).catch((cause: unknown) => {
      fault(cause);
      if (!response.headersSent) send(response, refused(500, 'this is a fault of the program; its console says which'), false);
      else response.destroy();
    });
  });
  const forget = await tellServer(project.root, { pid: process.pid, ...door });
  for (const name of named) void releases.release(name).catch(fault);
  return {
    address: addressOf(door),
    port,
    token,
    close: async () => {
      forget();
      releases.close();
      events.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, wanted: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === 'EADDRINUSE' || cause.code === 'EACCES'
          ? new UsageError(say`port ${wanted} is taken or not allowed: give another with --port, or none`)
          : cause,
      );
    });
    server.listen({ port: wanted ?? 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

async function respond(request: IncomingMessage, response: ServerResponse, door: Door, events: EventStream, means: Means): Promise<void> {
  const { method = '', url = '', headers } = request;
  const bodyless = method === 'HEAD';
  const why = refusal({ method, url, headers }, door);
  if (why) return send(response, refused(why.status, why.why), bodyless);
  if (addressToken({ method, url }) !== undefined) {
    // The token leaves the address, and with it what is bookmarked, shown and told to others.
    const cookie = `${cookieOf(door)}=${door.token}; HttpOnly; SameSite=Strict; Path=/`;
    response.writeHead(303, { ...safeHeaders, Location: '/', 'Set-Cookie': cookie }).end();
    return;
  }
  const parts = partsOf(url);
  if (!parts) return send(response, refused(400, 'this is no path'), bodyless);
  if (parts.join('/') === 'api/events' && method === 'GET') {
    if (!events.listen(request, response)) send(response, refused(503, 'too many pages listen'), bodyless);
    return;
  }
  const body = method === 'GET' || bodyless ? undefined : await bodyOf(request);
  if (body === tooLarge) return send(response, refused(413, `at most ${mostBytes} bytes are read`), bodyless);
  if (body === noJson) return send(response, refused(400, 'this is no JSON'), bodyless);
  const query = new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');
  const lang = headers['accept-language'];
  const question: Question = { method, parts, query, body, ...(lang !== undefined && { lang }) };
  send(response, await answer(question, means), bodyless);
}

/** Undefined for a path that is none, or that climbs. */
function partsOf(url: string): readonly string[] | undefined {
  if (!url.startsWith('/')) return undefined;
  try {
    const parts = (url.slice(1).split('?')[0] ?? '').split('/').map(decodeURIComponent);
    return parts.some((part) => part === '..' || part === '.' || /[\0/\\]/.test(part)) ? undefined : parts;
  } catch {
    return undefined;
  }
}

const [tooLarge, noJson] = [Symbol('too large'), Symbol('no JSON')];

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > mostBytes) return tooLarge;
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    return noJson;
  }
}
