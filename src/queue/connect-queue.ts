// Turn the address of a server, or a context file, into a queue: where jobs wait, where bundles and results lie, and for how long.
import {
  type ConsumerInfo,
  type JetStreamClient,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
} from '@nats-io/jetstream';
import { Objm } from '@nats-io/obj';
import { connect, type NatsConnection, type NodeConnectionOptions, nanos } from '@nats-io/transport-node';
import { UsageError } from '../model/finding.ts';
import { say } from '../model/say.ts';
import { thisProgram } from '../render/manifest/render-manifest.ts';
import { type Absences, watchAbsences } from './absences.ts';
import { ObjectBucket } from './object-bucket.ts';
import { queueContext } from './queue-context.ts';

/** How soon a job is to be built. */
export type Urgency = 'urgent' | 'normal';

/** An open queue. */
export interface Queue {
  readonly connection: NatsConnection;
  readonly absences: Absences;
  readonly client: JetStreamClient;
  readonly manager: JetStreamManager;
  readonly names: QueueNames;
  /** Seconds without a sign of life after which a job is given to another worker; a worker gives one in a third of that. */
  readonly silence: number;
  /** Bundles that wait, by their ids; fonts, by their hashes. */
  readonly bundles: ObjectBucket;
  /** Results by the ids of their bundles. */
  readonly results: ObjectBucket;
  /** What waits for workers of this program's version, and what they are at. */
  readonly waiting: (urgency: Urgency) => Promise<ConsumerInfo>;
  readonly close: () => Promise<void>;
}

/** What things are called on the server: all begin with one prefix, so that queues of several houses stand beside each other. */
export interface QueueNames {
  readonly stream: string;
  readonly consumer: (urgency: Urgency) => string;
  /** Subject on which jobs are sent; workers of another version do not hear it. */
  readonly jobs: (urgency: Urgency) => string;
  /** Subject on which a worker tells that the result of a job is stored. */
  readonly done: (id: string) => string;
  /** Subject on which workers tell that they live, and what they are at. */
  readonly alive: string;
}

/** Milliseconds in which a job that is sent twice is kept once. */
const duplicateWindow = 10 * 60 * 1000;

/** `nats://host:4222`, or a YAML file with `servers:` and what else is needed; refuses, as wrong usage, what cannot be reached. `tell` hears when the server goes and comes back. */
export async function connectQueue(address: string, cwd: string, tell: (what: string) => void = () => {}): Promise<Queue> {
  const { connection: options, prefix, hours, silence } = queueContext(address, cwd);
  const connection = await reached(options, address);
  try {
    const [client, manager] = [jetstream(connection), await jetstreamManager(connection)];
    const names = namesOf(prefix);
    await manager.streams.add({
      name: names.stream,
      subjects: [`${prefix}.jobs.>`],
      retention: RetentionPolicy.Workqueue,
      duplicate_window: nanos(duplicateWindow),
    });
    for (const urgency of ['urgent', 'normal'] as const)
      await manager.consumers.add(names.stream, {
        durable_name: names.consumer(urgency),
        filter_subject: names.jobs(urgency),
        ack_policy: 'explicit',
        ack_wait: nanos(silence * 1000),
      });
    const stores = new Objm(client);
    const ttl = nanos(hours * 3600 * 1000);
    const bucket = async (what: string) => new ObjectBucket(await stores.create(`${prefix}-${what}`, { ttl }));
    const [bundles, results] = [await bucket('bundles'), await bucket('results')];
    const waiting = (urgency: Urgency) => manager.consumers.info(names.stream, names.consumer(urgency));
    const absences = watchAbsences(connection, tell);
    return { connection, absences, client, manager, names, silence, bundles, results, waiting, close: () => connection.close() };
  } catch (fault) {
    await connection.close();
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new UsageError(say`the server at ${address} keeps no queue: ${why}; it has to run with JetStream (nats-server -js)`);
  }
}

async function reached(options: NodeConnectionOptions, address: string): Promise<NatsConnection> {
  try {
    return await connect(options);
  } catch (fault) {
    throw new UsageError(say`no queue at ${address}: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

function namesOf(prefix: string): QueueNames {
  const version = thisProgram.replace(/[^A-Za-z0-9]+/g, '-');
  return {
    stream: `${prefix}-jobs`,
    consumer: (urgency) => `${version}-${urgency}`,
    jobs: (urgency) => `${prefix}.jobs.${version}.${urgency}`,
    done: (id) => `${prefix}.done.${id}`,
    alive: `${prefix}.alive`,
  };
}
