// Turn the address of a server, or a context file, into how a queue is reached and how long it keeps what it holds.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { credsAuthenticator, type NodeConnectionOptions } from '@nats-io/transport-node';
import { parseYaml } from '../load/parse-yaml.ts';
import { UsageError } from '../model/finding.ts';
import { lineStartsOf } from '../model/line-starts.ts';
import { isMapping } from '../model/mapping.ts';
import { readRegularFile, UnreadableFile } from '../model/read-file.ts';
import { say, sayAll } from '../model/say.ts';

/** How a queue is reached. */
export interface QueueContext {
  readonly connection: NodeConnectionOptions;
  /** What everything on the server is called by. */
  readonly prefix: string;
  /** Bundles and results are forgotten after so many hours. */
  readonly hours: number;
  /** Seconds without a sign of life after which a job is given to another worker. */
  readonly silence: number;
}

/** What holds where a context says nothing else. */
const usual = { prefix: 'kessan', hours: 72, silence: 30 };

/** A connection that is lost comes back by itself, however long the server is away. */
const lasting: NodeConnectionOptions = { name: 'kessan', maxReconnectAttempts: -1, reconnectTimeWait: 500 };

/** `nats://host:4222`, or a YAML file with `servers:` and what else is needed; refuses others, as wrong usage. */
export function queueContext(address: string, cwd: string): QueueContext {
  const file = resolve(cwd, address);
  if (/^(?:nats|tls):\/\//.test(address)) return { connection: { ...lasting, servers: address }, ...usual };
  if (!existsSync(file)) throw new UsageError(say`${address} is neither nats://host:port nor a context file`);
  return new ContextFile(address, file).context();
}

/** Bytes of a context, of credentials. */
const fileBytes = 100_000;

const keys = ['servers', 'credentials', 'user', 'password', 'ca', 'certificate', 'key', 'prefix', 'hours', 'silence'] as const;
type Key = (typeof keys)[number];

/** Every value is text, as it is typed. */
class ContextFile {
  readonly #name: string;
  readonly #folder: string;
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #placeOf: (key: string) => string;

  constructor(name: string, file: string) {
    this.#name = name;
    this.#folder = dirname(file);
    const faults: string[] = [];
    const text = readText(file, name);
    const yaml = parseYaml({ file: name, text, lineStarts: lineStartsOf(text) }, ({ message, at }) =>
      faults.push(`${name}:${at?.line ?? 1}: ${message}`),
    );
    if (!yaml) throw new UsageError(faults[0] ?? say`${name} is no context of a queue`);
    if (!isMapping(yaml.value)) throw new UsageError(say`${name} is no context of a queue: it has no servers:`);
    this.#values = yaml.value;
    this.#placeOf = (key) => `${name}:${yaml.locate([key]).line}`;
    const known: readonly string[] = keys;
    const unknown = Object.keys(yaml.value).find((key) => !known.includes(key));
    if (unknown !== undefined)
      throw new UsageError(say`${this.#placeOf(unknown)}: ${unknown}: is unknown, and a context of a queue has ${sayAll(keys, ', ')}`);
  }

  context(): QueueContext {
    const { servers = undefined } = this.#values;
    if (servers === undefined) throw new UsageError(say`${this.#name} is no context of a queue: it has no servers:`);
    const [credentials, caFile, certFile, keyFile] = [
      this.#file('credentials'),
      this.#file('ca'),
      this.#file('certificate'),
      this.#file('key'),
    ];
    const [user, pass] = [this.#text('user'), this.#text('password')];
    const prefix = this.#text('prefix') ?? usual.prefix;
    if (!/^[A-Za-z0-9_-]{1,40}$/.test(prefix)) this.#refuse('prefix', 'has letters, digits, - and _ only');
    const tls = { ...(caFile && { caFile }), ...(certFile && { certFile }), ...(keyFile && { keyFile }) };
    return {
      connection: {
        ...lasting,
        servers: Array.isArray(servers) ? servers.map(String) : String(servers),
        ...(credentials && { authenticator: credsAuthenticator(Buffer.from(readText(credentials, credentials))) }),
        ...(user !== undefined && { user }),
        ...(pass !== undefined && { pass }),
        ...(Object.keys(tls).length > 0 && { tls }),
      },
      prefix,
      hours: this.#positive('hours'),
      silence: this.#positive('silence'),
    };
  }

  #text(key: Key): string | undefined {
    const typed = this.#values[key];
    if (typed !== undefined && typeof typed !== 'string') this.#refuse(key, 'is no text');
    return typed as string | undefined;
  }

  /** Beside the context. */
  #file(key: Key): string | undefined {
    const typed = this.#text(key);
    return typed === undefined ? undefined : resolve(this.#folder, typed);
  }

  #positive(key: 'hours' | 'silence'): number {
    const typed = this.#text(key);
    if (typed === undefined) return usual[key];
    const number = /^\d{1,5}(?:\.\d{1,3})?$/.test(typed) ? Number(typed) : 0;
    if (number <= 0) this.#refuse(key, 'is no number above 0');
    return number;
  }

  #refuse(key: Key, why: string): never {
    throw new UsageError(say`${this.#placeOf(key)}: ${key}: ${why}`);
  }
}

function readText(file: string, name: string): string {
  try {
    return readRegularFile(file, fileBytes).toString('utf8');
  } catch (fault) {
    if (fault instanceof UnreadableFile) throw new UsageError(say`${name} ${fault.message}`);
    throw fault;
  }
}
