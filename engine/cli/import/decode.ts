import { CallerProblem } from '../caller-problem.ts';

const LINE_FEED = 0x0a;
/** In no text in UTF-8. */
const NO_CHARACTER = Buffer.from([0xff]);
/** Bytes that windows-1252 gives no character. */
const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** So much of a file tells whether it is text, and in how many bytes a character stands. */
const SAMPLE_BYTES = 65_536;
/** No text has as many: one byte in ten. */
const MOST_NULS = 0.1;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/** The bytes of a file as its fields are decoded from them, and how its encoding is called. */
export interface Recognised {
  readonly bytes: Buffer;
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly name: string;
}

/**
 * Recognises how a file is written, unless it is told: UTF-16 (turned into UTF-8), UTF-8 (a byte order mark removed) or
 * windows-1252. A file with broken UTF-8 is windows-1252 only if it holds more of that than of true UTF-8 beyond ASCII:
 * otherwise single rows are broken, and are told so. Throws CallerProblem for what is no text, and for a name
 * that names no encoding.
 */
export function recognise(bytes: Buffer, told: string | null = null): Recognised {
  if (told !== null) return through(bytes, told);
  if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] !== 0) return through(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return through(bytes, 'utf-16be');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return { bytes: bytes.subarray(3), encoding: 'utf-8', name: 'utf-8' };
  const { first, second } = nulsIn(bytes.subarray(0, SAMPLE_BYTES));
  if (second > MOST_NULS && first === 0) return through(bytes, 'utf-16le');
  if (first > MOST_NULS && second === 0) return through(bytes, 'utf-16be');
  if (first > MOST_NULS || second > MOST_NULS) {
    throw new CallerProblem(
      'no text',
      'This is no text in UTF-8, UTF-16 or windows-1252',
      'save it as UTF-8, or name its encoding with --encoding',
    );
  }
  if (decodes(bytes)) return { bytes, encoding: 'utf-8', name: 'utf-8' };
  const encoding = isMostlyUtf8(bytes) ? 'utf-8' : 'windows-1252';
  return { bytes, encoding, name: encoding };
}

/** The text, or null if these bytes are none in this encoding. */
export function decode(bytes: Buffer, encoding: Recognised['encoding']): string | null {
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

/** Turned into UTF-8. What is no character there is none here either, so that its row alone is refused. */
function through(bytes: Buffer, name: string): Recognised {
  const pieces = decoderOf(name).decode(bytes).split('\uFFFD');
  const parts = pieces.flatMap((piece, index) =>
    index === 0 ? [Buffer.from(piece)] : [NO_CHARACTER, Buffer.from(piece)],
  );
  return { bytes: Buffer.concat(parts), encoding: 'utf-8', name };
}

function decoderOf(name: string): TextDecoder {
  try {
    return new TextDecoder(name);
  } catch {
    throw new CallerProblem(
      'no encoding',
      `'${name}' is no encoding`,
      'use a name such as utf-8, windows-1252, iso-8859-15, shift_jis or gb18030',
    );
  }
}

/** Which part of the bytes at even and at odd places is NUL. */
function nulsIn(bytes: Buffer): { readonly first: number; readonly second: number } {
  const counts = [0, 0];
  for (const [place, byte] of bytes.entries())
    if (byte === 0) counts[place % 2] = (counts[place % 2] ?? 0) + 1;
  const half = Math.max(1, bytes.length / 2);
  return { first: (counts[0] ?? 0) / half, second: (counts[1] ?? 0) / half };
}

/** Texts in windows-1252 hardly ever hold what would be a character in UTF-8. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const beyondAscii = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  return beyondAscii - broken >= broken;
}

function decodes(bytes: Buffer): boolean {
  return decode(bytes, 'utf-8') !== null;
}
