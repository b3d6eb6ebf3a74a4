/** How the bytes of a file are to be read. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

const LINE_FEED = 0x0a;
const FIRST_HIGH_BYTE = 0x80;
/** Bytes that windows-1252 gives no character. */
const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/**
 * The bytes with UTF-16 turned into UTF-8 and a byte order mark removed, and how fields are to be decoded. Bytes that
 * are not UTF-8 make the file windows-1252 only if no line of it holds true UTF-8 beyond ASCII: otherwise single rows
 * are broken, and are told so.
 */
export function recognise(bytes: Buffer): {
  readonly bytes: Buffer;
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly from: Encoding;
} {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return fromUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return fromUtf16(bytes, 'utf-16be');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { bytes: bytes.subarray(3), encoding: 'utf-8', from: 'utf-8' };
  if (decodes(bytes)) return { bytes, encoding: 'utf-8', from: 'utf-8' };
  const encoding = linesOf(bytes).some(
    ({ line }) => line.some((byte) => byte >= FIRST_HIGH_BYTE) && decodes(line),
  )
    ? 'utf-8'
    : 'windows-1252';
  return { bytes, encoding, from: encoding };
}

/** The text, or null if these bytes are none in this encoding. */
export function decode(bytes: Buffer, encoding: 'utf-8' | 'windows-1252'): string | null {
  if (encoding === 'windows-1252')
    return bytes.some((byte) => UNDEFINED_IN_1252.has(byte)) ? null : windows1252.decode(bytes);
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Lines without their line feed (and the carriage return before it), with numbers from 1. */
export function linesOf(bytes: Buffer): { readonly number: number; readonly line: Buffer }[] {
  const lines: { number: number; line: Buffer }[] = [];
  for (let start = 0, number = 1; start < bytes.length; number += 1) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    const line = bytes.subarray(start, end);
    lines.push({ number, line: line.at(-1) === 0x0d ? line.subarray(0, -1) : line });
    start = end + 1;
  }
  return lines;
}

function fromUtf16(bytes: Buffer, from: 'utf-16le' | 'utf-16be'): ReturnType<typeof recognise> {
  return { bytes: Buffer.from(new TextDecoder(from).decode(bytes)), encoding: 'utf-8', from };
}

function decodes(bytes: Buffer): boolean {
  return decode(bytes, 'utf-8') !== null;
}
