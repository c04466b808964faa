// Turn a request into whether it may be answered: asked by this machine's user, of this machine, by this page.
import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What the server knows of itself. */
export interface Door {
  readonly port: number;
  /** Whoever has it may ask. */
  readonly token: string;
}

/** What is asked of a request. */
export interface Asked {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** Why a request is not answered. */
export interface Refused {
  readonly status: 400 | 403 | 405 | 415 | 421;
  readonly why: string;
}

/** Methods that change nothing. */
const reading: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const writing: ReadonlySet<string> = new Set(['POST', 'PUT']);

/** Cookies know no ports: that of another server on this machine must not take its place. */
export const cookieOf = ({ port }: Door): string => `kessan-${port}`;

/**
 * Undefined for a request that may be answered. A page of another site may send requests here, in the user's name: its Origin, or what the
 * browser says of it, gives it away. A name of another machine may lead here: Host gives that away.
 */
export function refusal(asked: Asked, door: Door): Refused | undefined {
  const { method, headers } = asked;
  const hosts = hostsOf(door);
  if (!reading.has(method) && !writing.has(method)) return { status: 405, why: `${method} is not answered` };
  if (headers.host === undefined || !hosts.includes(headers.host)) return { status: 421, why: 'this server answers for this machine only' };
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return { status: 403, why: 'another site asks' };
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403, why: 'another site asks' };
  if (writing.has(method)) {
    if (origin === undefined) return { status: 403, why: 'a request that changes something says where it comes from (Origin)' };
    if (!/^application\/json(?:$|;)/.test(headers['content-type'] ?? '')) return { status: 415, why: 'JSON is wanted' };
  }
  if (![cookieToken(headers.cookie, door), bearer(headers.authorization), addressToken(asked)].some((given) => same(given, door.token)))
    return { status: 403, why: 'the token is missing or another: open the address that kessan serve prints' };
  return undefined;
}

const hostsOf = ({ port }: Door): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

/** The token that the address of the first request carries; never of one that changes something. */
export function addressToken({ method, url }: Pick<Asked, 'method' | 'url'>): string | undefined {
  if (!reading.has(method) || !url.startsWith('/?')) return undefined;
  return new URLSearchParams(url.slice(2)).get('token') ?? undefined;
}

function cookieToken(cookies: string | undefined, door: Door): string | undefined {
  const start = `${cookieOf(door)}=`;
  return cookies
    ?.split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(start))
    ?.slice(start.length);
}

const bearer = (authorization: string | undefined): string | undefined =>
  authorization?.startsWith('Bearer ') ? authorization.slice('Bearer '.length) : undefined;

/** Takes as long whichever character is wrong. */
function same(given: string | undefined, token: string): boolean {
  if (given === undefined) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
