// Turn questions to the server into its answers, and what happens there into calls.
import type { Refusal, ServerEvent, SourceText } from '../protocol.ts';

/** What the server does not obey, in its words. */
export class Refused extends Error {
  readonly status: number;
  /** What stands in a file that was changed meanwhile. */
  readonly now: SourceText | undefined;
  readonly answer: unknown;

  constructor(status: number, answer: Partial<Refusal>) {
    super(answer.error ?? String(status));
    this.status = status;
    this.now = answer.now;
    this.answer = answer;
  }
}

let spoken: string | undefined;

/** From now on the server tells its messages in this language. */
export function speak(language: string): void {
  spoken = language;
}

/** Rejects with `Refused`; with another error where nobody answers. */
export async function ask<T>(path: string, send?: { readonly method: 'POST' | 'PUT'; readonly body: unknown }): Promise<T> {
  const response = await fetch(`/api/${path}`, {
    credentials: 'same-origin',
    headers: { ...(spoken !== undefined && { 'Accept-Language': spoken }), ...(send && { 'Content-Type': 'application/json' }) },
    ...(send && { method: send.method, body: JSON.stringify(send.body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Refused(response.status, typeof answer === 'object' && answer !== null ? answer : {});
  return answer as T;
}

/** Milliseconds before a lost connection is tried again. */
export const patience = 1000;

/** Calls `told` with what happens, `state` as the connection comes and goes; until the answer is called. */
export function listen(told: (event: ServerEvent) => void, state: (live: boolean) => void): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  const connect = () => {
    source = new EventSource('/api/events');
    source.addEventListener('open', () => state(true));
    source.addEventListener('message', ({ data }) => told(JSON.parse(String(data)) as ServerEvent));
    source.addEventListener('error', () => {
      state(false);
      // The browser gives up where the server refuses.
      source?.close();
      clearTimeout(timer);
      timer = window.setTimeout(connect, patience);
    });
  };
  // A browser has few connections to one server: a page that nobody sees needs none, and asks again when it is seen.
  const follow = () => {
    clearTimeout(timer);
    source?.close();
    if (document.hidden) state(false);
    else connect();
  };
  document.addEventListener('visibilitychange', follow);
  connect();
  return () => {
    document.removeEventListener('visibilitychange', follow);
    clearTimeout(timer);
    source?.close();
  };
}

/** As JSON carries it: exact values as texts. */
export type Told<T> = T extends { toJSON(): string } ? string : T extends object ? { readonly [Key in keyof T]: Told<T[Key]> } : T;
