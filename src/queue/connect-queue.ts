// Turn the address of a server, or a context file, into a queue: where jobs wait, where bundles and results lie, and for how long.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  type ConsumerInfo,
  type JetStreamClient,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
} from '@nats-io/jetstream';
import { type ObjectStore, Objm } from '@nats-io/obj';
import { connect, credsAuthenticator, type NatsConnection, type NodeConnectionOptions, nanos } from '@nats-io/transport-node';
import { parse } from 'yaml';
import { UsageError } from '../model/finding.ts';
import { isMapping } from '../model/mapping.ts';
import { readRegularFile } from '../model/read-file.ts';
import { thisProgram } from './release-bundle.ts';

/** How soon a job is to be built. */
export type Urgency = 'urgent' | 'normal';

/** An open queue. */
export interface Queue {
  readonly connection: NatsConnection;
  readonly client: JetStreamClient;
  readonly manager: JetStreamManager;
  readonly names: QueueNames;
  /** Seconds without a sign of life after which a job is given to another worker; a worker gives one in a third of that. */
  readonly silence: number;
  /** Bundles that wait, by their ids; fonts, by their hashes. */
  readonly bundles: ObjectStore;
  /** Results by the ids of their bundles. */
  readonly results: ObjectStore;
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

/** How a queue is reached. */
interface Context {
  readonly connection: NodeConnectionOptions;
  readonly prefix: string;
  /** Bundles and results are forgotten after so many hours. */
  readonly hours: number;
  /** Seconds without a sign of life after which a job is given to another worker. */
  readonly silence: number;
}

/** What holds where a context says nothing else. */
const usual = { prefix: 'kessan', hours: 72, silence: 30 };

/** Milliseconds in which a job that is sent twice is kept once. */
const duplicateWindow = 10 * 60 * 1000;

/** `nats://host:4222`, or a YAML file with `servers:` and what else is needed; refuses, as wrong usage, what cannot be reached. */
export async function connectQueue(address: string, cwd: string): Promise<Queue> {
  const { connection: options, prefix, hours, silence } = contextOf(address, cwd);
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
    const [bundles, results] = [await stores.create(`${prefix}-bundles`, { ttl }), await stores.create(`${prefix}-results`, { ttl })];
    const waiting = (urgency: Urgency) => manager.consumers.info(names.stream, names.consumer(urgency));
    return { connection, client, manager, names, silence, bundles, results, waiting, close: () => connection.close() };
  } catch (fault) {
    await connection.close();
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new UsageError(`the server at ${address} keeps no queue: ${why}; it has to run with JetStream (nats-server -js)`);
  }
}

/** Whether an object is there: of one that was deleted the store still knows that it was. */
export async function isStored(store: ObjectStore, name: string): Promise<boolean> {
  const info = await store.info(name);
  return info !== null && !info.deleted;
}

async function reached(options: NodeConnectionOptions, address: string): Promise<NatsConnection> {
  try {
    return await connect(options);
  } catch (fault) {
    throw new UsageError(`no queue at ${address}: ${fault instanceof Error ? fault.message : String(fault)}`);
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

/** A connection that is lost comes back by itself, however long the server is away. */
const lasting: NodeConnectionOptions = { name: 'kessan', maxReconnectAttempts: -1, reconnectTimeWait: 500 };

function contextOf(address: string, cwd: string): Context {
  const file = resolve(cwd, address);
  if (/^(?:nats|tls):\/\//.test(address)) return { connection: { ...lasting, servers: address }, ...usual };
  if (!existsSync(file)) throw new UsageError(`${address} is neither nats://host:port nor a context file`);
  return contextIn(parse(readRegularFile(file, contextBytes).toString('utf8')), address, dirname(file));
}

const contextBytes = 100_000;

const contextKeys = ['servers', 'credentials', 'user', 'password', 'ca', 'certificate', 'key', 'prefix', 'hours', 'silence'] as const;

/** Paths are those beside the file. */
function contextIn(value: unknown, name: string, folder: string): Context {
  if (!isMapping(value)) throw new UsageError(`${name} is no context of a queue: it has no servers:`);
  const known: readonly string[] = contextKeys;
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new UsageError(`${name} has ${unknown}:, and a context of a queue has ${contextKeys.join(', ')}`);
  const text = (key: (typeof contextKeys)[number]): string | undefined => {
    const typed = value[key];
    if (typed !== undefined && typeof typed !== 'string') throw new UsageError(`${name}: ${key}: is no text`);
    return typed;
  };
  const fileOf = (key: (typeof contextKeys)[number]): string | undefined => {
    const typed = text(key);
    return typed === undefined ? undefined : resolve(folder, typed);
  };
  const servers = Array.isArray(value.servers) ? value.servers.map(String) : text('servers');
  if (servers === undefined) throw new UsageError(`${name} is no context of a queue: it has no servers:`);
  const [credentials, ca, certificate, key] = [fileOf('credentials'), fileOf('ca'), fileOf('certificate'), fileOf('key')];
  const [user, pass] = [text('user'), text('password')];
  const prefix = text('prefix') ?? usual.prefix;
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(prefix)) throw new UsageError(`${name}: prefix: has letters, digits, - and _ only`);
  const positive = (key: 'hours' | 'silence'): number => {
    const number = value[key] ?? usual[key];
    if (typeof number !== 'number' || !(number > 0)) throw new UsageError(`${name}: ${key}: is no number above 0`);
    return number;
  };
  const tls = { ...(ca && { caFile: ca }), ...(certificate && { certFile: certificate }), ...(key && { keyFile: key }) };
  return {
    connection: {
      ...lasting,
      servers,
      ...(credentials && { authenticator: credsAuthenticator(readRegularFile(credentials, contextBytes)) }),
      ...(user !== undefined && { user }),
      ...(pass !== undefined && { pass }),
      ...(Object.keys(tls).length > 0 && { tls }),
    },
    prefix,
    hours: positive('hours'),
    silence: positive('silence'),
  };
}
