// Turn a step that asks a server into one that outlasts its absence: a server that is started anew costs whoever waits for it time, and nothing else.
import { JetStreamApiError, JetStreamError } from '@nats-io/jetstream';
import { ConnectionError, NoRespondersError, TimeoutError } from '@nats-io/transport-node';
import { UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';

/** An object that ended before its end: the server went, or another worker stored the same object anew meanwhile. */
export class BrokenOffError extends Error {}

/** Milliseconds before a step that failed is taken again. */
const pause = 1000;

/**
 * Takes `step` until it succeeds. Taken twice, it must leave what it leaves taken once.
 * Throws, as wrong usage, what waiting does not mend: a store that is full, a right that is missing, a connection that was closed here.
 */
export async function outlast<T>(step: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await step();
    } catch (fault) {
      if (fault instanceof TypeError || fault instanceof UsageError) throw fault;
      if (!passes(fault))
        throw new UsageError(say`the server of the queue refuses: ${fault instanceof Error ? fault.message : String(fault)}`);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** HTTP's number for a service that is not there now, as JetStream says it while it starts. */
const unavailable = 503;

function passes(fault: unknown): boolean {
  if (fault instanceof JetStreamApiError) return fault.apiError().code === unavailable;
  if (fault instanceof JetStreamError && 'code' in fault) return fault.code === unavailable;
  const kinds = [TimeoutError, NoRespondersError, ConnectionError, BrokenOffError];
  if (kinds.some((kind) => fault instanceof kind)) return true;
  return fault instanceof Error && fault.cause !== undefined && passes(fault.cause);
}
