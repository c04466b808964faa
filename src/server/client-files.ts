// Turn the built client, which lies beside the program, into answers: its page, its script and its style, and nothing else.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodePng } from './encode-png.ts';
import { type Reply, refused } from './reply.ts';

/** Files of the client, by the path that asks for them. */
const files = {
  '': { file: 'index.html', type: 'text/html; charset=utf-8' },
  'client.js': { file: 'client.js', type: 'text/javascript; charset=utf-8' },
  'client.css': { file: 'client.css', type: 'text/css; charset=utf-8' },
} as const;

/** A square of one colour. */
const icon = encodePng({
  width: 16,
  height: 16,
  channels: 3,
  data: Uint8Array.from({ length: 768 }, (_, at) => [0x0b, 0x57, 0xa4][at % 3] ?? 0),
});

/** Answers for the client's files. */
export interface ClientFiles {
  readonly answer: (parts: readonly string[]) => Reply;
}

/** Beside the built program; from sources, in the folder that the bundle is written to. */
export function clientFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return (
    [join(here, 'client'), join(here, '../../dist/client')].find((folder) => existsSync(join(folder, 'client.js'))) ?? join(here, 'client')
  );
}

/** Each is read once. */
export function clientFiles(folder: string = clientFolder()): ClientFiles {
  const read = new Map<string, Reply>();
  return {
    answer: (parts) => {
      const path = parts.join('/');
      // Browsers ask for it by themselves.
      if (path === 'favicon.ico') return { status: 200, type: 'image/png', body: icon };
      const known = read.get(path);
      if (known) return known;
      const found = Object.entries(files).find(([each]) => each === path)?.[1];
      if (!found) return refused(404, 'there is nothing here');
      const reply: Reply = { status: 200, type: found.type, body: readFileSync(join(folder, found.file)) };
      read.set(path, reply);
      return reply;
    },
  };
}
