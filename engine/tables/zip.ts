import { crc32, createInflateRaw } from 'node:zlib';

/** A file within a zip file: where its bytes stand and how they are packed. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: Buffer;
  readonly isDeflated: boolean;
  readonly isEncrypted: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xffff;
const DEFLATED = 8;

/** The files in a zip file (APPNOTE 6.3, 4.3), without unpacking any; null if it is none, or broken. */
export function zipEntries(bytes: Buffer): readonly ZipEntry[] | null {
  const end = endOf(bytes);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + CENTRAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return null;
    const method = bytes.readUInt16LE(at + 10);
    if (method !== 0 && method !== DEFLATED) return null;
    const size = bytes.readUInt32LE(at + 20);
    const nameBytes = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    if (local + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(local) !== LOCAL) return null;
    const from = local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (from + size > bytes.length) return null;
    entries.push({
      name: bytes.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes),
      packed: bytes.subarray(from, from + size),
      isDeflated: method === DEFLATED,
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += CENTRAL_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(bytes: Buffer): number | null {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1)
    if (bytes.readUInt32LE(at) === END) return at;
  return null;
}

/**
 * What an entry holds, piece by piece as it is unpacked: whoever reads can stop before it is whole. Throws if it is
 * broken.
 */
export async function* unpacked({ packed, isDeflated }: ZipEntry): AsyncGenerator<Buffer> {
  if (!isDeflated) {
    yield packed;
    return;
  }
  const inflate = createInflateRaw();
  inflate.end(packed);
  for await (const piece of inflate) if (Buffer.isBuffer(piece)) yield piece;
}

/** A zip file of these files, as they are. */
export function zipOf(files: ReadonlyMap<string, Buffer>): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const encoded = Buffer.from(name);
    // Shared by both kinds of header: version, flags (UTF-8), method, time, date, checksum, sizes, name.
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(encoded.length, 22);
    const local = Buffer.concat([word(LOCAL), shared, encoded]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(word(CENTRAL), half(20), shared, rest, encoded);
    body.push(local, content);
    offset += local.length + content.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, central, end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
