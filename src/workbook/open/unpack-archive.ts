// Turn the bytes of a ZIP archive that nobody vouches for into its entries, none larger than was allowed, whatever the archive says of them.
import { inflateRawSync } from 'node:zlib';
import { workbookLimits } from '../../model/limits.ts';
import { say } from '../../model/say.ts';

/** It cannot be read: the message goes on from its name. */
export class UnreadableWorkbook extends Error {}

/** An entry as the directory at the end of the archive lists it. */
interface Listed {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes that it says to have unpacked. */
  readonly declared: number;
  /** Where its own head stands. */
  readonly offset: number;
}

/** The entries that `wanted` names; all are counted. Throws `UnreadableWorkbook` for what is no archive within the limits. */
export function unpackArchive(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = listed(bytes, view);
  const declared = entries.reduce((sum, entry) => sum + entry.declared, 0);
  if (declared > workbookLimits.unpackedBytes)
    throw new UnreadableWorkbook(say`unpacks to ${declared} bytes, and ${workbookLimits.unpackedBytes} are read`);
  const unpacked = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of entries) {
    if (!wanted(entry.name)) continue;
    if (unpacked.has(entry.name)) throw new UnreadableWorkbook(say`holds ${JSON.stringify(entry.name)} twice`);
    const data = contentOf(entry, bytes, view, workbookLimits.unpackedBytes - total);
    total += data.length;
    unpacked.set(entry.name, data);
  }
  return unpacked;
}

/** Names of all entries. */
export function namesInArchive(bytes: Uint8Array): readonly string[] {
  return listed(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.length)).map(({ name }) => name);
}

const [endMark, entryMark, headMark] = [0x06054b50, 0x02014b50, 0x04034b50];

function listed(bytes: Uint8Array, view: DataView): readonly Listed[] {
  const broken = () => new UnreadableWorkbook('is broken: its directory cannot be read');
  // The end of the directory is followed by a remark of at most 65,535 bytes.
  let end = bytes.length - 22;
  while (end >= 0 && end >= bytes.length - 22 - 0xffff && view.getUint32(end, true) !== endMark) end--;
  if (end < 0 || end < bytes.length - 22 - 0xffff) throw broken();
  const count = view.getUint16(end + 10, true);
  if (count > workbookLimits.entries) throw new UnreadableWorkbook(say`holds ${count} files, and ${workbookLimits.entries} are read`);
  const entries: Listed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) throw broken();
    const [name, extra, remark] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
    if (at + 46 + name > bytes.length) throw broken();
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + name)).toString('utf8'),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      packed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + name + extra + remark;
  }
  return entries;
}

function contentOf({ name, method, encrypted, packed, offset }: Listed, bytes: Uint8Array, view: DataView, room: number): Uint8Array {
  const broken = (why: string) => new UnreadableWorkbook(say`is broken: ${JSON.stringify(name)} ${why}`);
  if (encrypted) throw broken('is encrypted');
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== headMark) throw broken('is not where it should be');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw broken('is cut off');
  const data = bytes.subarray(start, start + packed);
  const tooLarge = () => new UnreadableWorkbook(say`unpacks to more than ${workbookLimits.unpackedBytes} bytes`);
  if (method === 0) {
    if (data.length > room) throw tooLarge();
    return data;
  }
  if (method !== 8) throw broken('is packed in a way that is not known');
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, room) });
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken('cannot be unpacked');
  }
}
