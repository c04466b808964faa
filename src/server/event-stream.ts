// Turn what happens into word to every open page: as server-sent events, which a browser takes up again by itself.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerEvent } from './protocol.ts';
import { safeHeaders } from './reply.ts';

/** Milliseconds after which something is said, so that a connection that is lost shows. */
const pulse = 15_000;

/** Pages that listen at once. */
const mostListeners = 50;

/** Everybody who listens. */
export class EventStream {
  readonly #listeners = new Set<ServerResponse>();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    this.#timer = setInterval(() => this.#say(': here\n\n'), pulse);
    this.#timer.unref();
  }

  /** Answers with what happens from now on; false where too many listen. */
  listen(request: IncomingMessage, response: ServerResponse): boolean {
    if (this.#listeners.size >= mostListeners) return false;
    response.writeHead(200, { ...safeHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write('retry: 500\n\nevent: open\ndata: {}\n\n');
    this.#listeners.add(response);
    const leave = () => this.#listeners.delete(response);
    request.on('close', leave);
    response.on('error', leave);
    return true;
  }

  tell(event: ServerEvent): void {
    this.#say(`data: ${JSON.stringify(event)}\n\n`);
  }

  close(): void {
    clearInterval(this.#timer);
    for (const response of this.#listeners) response.end();
  }

  #say(text: string): void {
    for (const response of this.#listeners) response.write(text);
  }
}
