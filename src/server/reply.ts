// Turn answers into HTTP: every one with the headers that keep the page to itself.
import type { ServerResponse } from 'node:http';

/** Nothing but the page's own files runs, is shown or is asked; nothing of it is kept or told to others. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** One answer, whole. */
export interface Reply {
  readonly status: number;
  readonly type:
    | 'application/json'
    | 'text/html; charset=utf-8'
    | 'text/plain; charset=utf-8'
    | 'text/css; charset=utf-8'
    | 'text/javascript; charset=utf-8'
    | 'image/png';
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export function send(response: ServerResponse, { status, type, body, headers = {} }: Reply, bodyless: boolean): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  response.writeHead(status, { ...safeHeaders, 'Content-Type': type, 'Content-Length': bytes.length, ...headers });
  response.end(bodyless ? undefined : bytes);
}

export const json = (value: unknown, status = 200): Reply => ({ status, type: 'application/json', body: JSON.stringify(value) });

export const refused = (status: number, error: string): Reply => json({ error }, status);
