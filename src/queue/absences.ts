// Turn the states of a connection into the absences of its server: how many there were, and a word to whoever waits.
import type { NatsConnection } from '@nats-io/transport-node';

/** Times that a server went and came back. What it had not written by then it may have lost. */
export interface Absences {
  readonly count: number;
}

/** Counts until the connection is closed here. */
export function watchAbsences(connection: NatsConnection, tell: (what: string) => void): Absences {
  const absences = { count: 0 };
  const watch = async (): Promise<void> => {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect' && !connection.isClosed()) tell('the server of the queue is away: what waits goes on waiting');
      if (type !== 'reconnect') continue;
      absences.count++;
      tell('the server of the queue is back');
    }
  };
  void watch();
  return absences;
}
