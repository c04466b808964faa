// Turn packages that are installed here into a registry on this machine, from which npm installs them again, and nothing else.
import { execFileSync } from 'node:child_process';
import { createReadStream, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from './sample.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface LocalRegistry {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves the packages of these names, each in the one version that node_modules has. */
export async function localRegistry(names: readonly string[]): Promise<LocalRegistry> {
  const folder = temporaryFolder('registry');
  const packed = new Map(names.map((name, index) => [name, pack(name, join(folder, `${index}.tgz`))]));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '').slice(1);
    const tarball = /^(.+)\/-\/package\.tgz$/.exec(path)?.[1];
    const found = packed.get(tarball ?? path);
    if (!found) return void response.writeHead(404).end('{}');
    if (tarball !== undefined) return void createReadStream(found.file).pipe(response.writeHead(200));
    const { name, version, manifest } = found;
    const dist = { tarball: `${address()}/${name}/-/package.tgz` };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address: address(), close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function pack(name: string, file: string) {
  const folder = join(projectRoot, 'node_modules', name);
  execFileSync('tar', ['-C', folder, '--transform', 's,^\\.,package,', '-I', 'gzip -1', '-cf', file, '.']);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  return { name, version: String(manifest.version), manifest, file };
}
