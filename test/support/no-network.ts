// Turn a connection to any other machine into a fault of the test that asks for it.
import { Socket } from 'node:net';

const connect = Socket.prototype.connect;

Object.assign(Socket.prototype, {
  connect(this: Socket, ...given: readonly unknown[]): Socket {
    const host = hostOf(given);
    if (host !== undefined && !/^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)) throw new Error(`a test asks for the network: ${host}`);
    return Reflect.apply(connect, this, given);
  },
});

/** The machine that is asked for: node's own callers pass the arguments as one list. A path is a socket of this machine. */
function hostOf(given: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  if (typeof first === 'string' && Number.isNaN(Number(first))) return undefined;
  if (typeof first !== 'object' || first === null) return typeof second === 'string' ? second : 'localhost';
  if ('path' in first && typeof first.path === 'string' && !('port' in first && first.port !== undefined)) return undefined;
  return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
}
