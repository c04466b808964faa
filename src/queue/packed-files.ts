// Turn named files and what is said of them into one run of bytes, and such bytes, from anybody, into the files again: each name and hash held.
import { createHash } from 'node:crypto';

/** Bytes that were not packed by `packFiles`, or whose files may not be written: the message says what is wrong with them. */
export class PackedFilesError extends Error {}

/** One file: its name with forward slashes, below the folder that it is for. */
export interface NamedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What `unpackFiles` answers. */
export interface Unpacked {
  readonly head: Readonly<Record<string, unknown>>;
  readonly files: readonly NamedFile[];
}

/** How much is unpacked at most: a release has some fifty files, and fonts are not among them. */
const limits = { files: 5_000, nameLength: 512, headBytes: 4_000_000, bytes: 256_000_000 };

const lengthBytes = 4;

/** The same bytes for the same files: a length, the head with the list of files as JSON, then their contents. */
export function packFiles(head: Readonly<Record<string, unknown>>, files: readonly NamedFile[]): Uint8Array {
  const list = files.map(({ name, content }) => ({ name, bytes: content.length, sha256: sha256Of(content) }));
  const text = Buffer.from(JSON.stringify({ ...head, files: list }));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text, ...files.map(({ content }) => content)]);
}

/** Throws `PackedFilesError` for what is cut short, has more than it says, a file of another hash, or a name that leads elsewhere. */
export function unpackFiles(packed: Uint8Array): Unpacked {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (bytes.length > limits.bytes) throw new PackedFilesError(`${bytes.length} bytes are more than the ${limits.bytes} that are read`);
  const length = bytes.length < lengthBytes ? 0 : bytes.readUInt32BE();
  if (length < 2 || length > limits.headBytes || lengthBytes + length > bytes.length) throw new PackedFilesError('it has no head');
  const { files: list, ...head } = objectOf(bytes.subarray(lengthBytes, lengthBytes + length).toString('utf8'));
  if (!Array.isArray(list) || list.length > limits.files) throw new PackedFilesError(`it has no list of at most ${limits.files} files`);
  const names = new Set<string>();
  let at = lengthBytes + length;
  const files = list.map((entry: unknown): NamedFile => {
    const { name, bytes: size, sha256 } = isEntry(entry) ? entry : { name: '', bytes: -1, sha256: '' };
    if (!isInside(name)) throw new PackedFilesError(`${JSON.stringify(name)} is no name of a file below a folder`);
    if (names.has(name.toLowerCase())) throw new PackedFilesError(`${name} is in it twice`);
    names.add(name.toLowerCase());
    const content = bytes.subarray(at, at + size);
    at += size;
    if (content.length !== size || sha256Of(content) !== sha256) throw new PackedFilesError(`${name} is not the file that its hash tells`);
    return { name, content };
  });
  if (at !== bytes.length) throw new PackedFilesError('it has more bytes than files');
  return { head, files };
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Whether a name stays below the folder that it is written to, on every system. */
export function isInside(name: string): boolean {
  if (name === '' || name.length > limits.nameLength || /[\p{Cc}\\:*?"<>|]/u.test(name)) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[. ]$/.test(part));
}

function isEntry(value: unknown): value is { readonly name: string; readonly bytes: number; readonly sha256: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { name, bytes, sha256 } = value as Readonly<Record<string, unknown>>;
  return typeof name === 'string' && Number.isSafeInteger(bytes) && (bytes as number) >= 0 && typeof sha256 === 'string';
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Told below.
  }
  throw new PackedFilesError('its head is no JSON object');
}
