/** First 32 bits of the fractional parts of the roots of the primes (FIPS 180-4, 4.2.2 and 5.3.3). */
const { roundConstants, initialHash } = constants();

/**
 * SHA-256 (FIPS 180-4) of some bytes, as 64 lower-case hex digits. Plain JavaScript, because the workflow
 * sandbox has no crypto.
 */
export function sha256(bytes: Uint8Array): string {
  const padded = pad(bytes);
  const words = new Int32Array(64);
  const hash = Int32Array.from(initialHash);
  const view = new DataView(padded.buffer);
  for (let offset = 0; offset < padded.length; offset += 64) {
    for (let t = 0; t < 16; t++) words[t] = view.getInt32(offset + t * 4);
    compress(hash, words);
  }
  let hex = '';
  for (const word of hash) hex += (word >>> 0).toString(16).padStart(8, '0');
  return hex;
}

/** The message, one 1 bit, zeros, and its length in bits as a 64-bit number: whole blocks of 64 bytes. */
function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000));
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
  return padded;
}

// The typed arrays below are never read out of bounds; `| 0` also tells the engine that all of it is 32-bit.
function compress(hash: Int32Array, w: Int32Array): void {
  for (let t = 16; t < 64; t++) {
    const x = at(w, t - 15);
    const y = at(w, t - 2);
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    w[t] = (at(w, t - 16) + s0 + at(w, t - 7) + s1) | 0;
  }
  let a = at(hash, 0);
  let b = at(hash, 1);
  let c = at(hash, 2);
  let d = at(hash, 3);
  let e = at(hash, 4);
  let f = at(hash, 5);
  let g = at(hash, 6);
  let h = at(hash, 7);
  for (let t = 0; t < 64; t++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + s1 + choice + at(roundConstants, t) + at(w, t)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + s0 + majority) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (hash[index] = at(hash, index) + word));
}

function at(array: Int32Array, index: number): number {
  return array[index] ?? 0;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function constants(): { readonly roundConstants: Int32Array; readonly initialHash: Int32Array } {
  const cubes: number[] = [];
  const squares: number[] = [];
  for (let n = 2; cubes.length < 64; n++) {
    if (!isPrime(n)) continue;
    cubes.push(rootFraction(n, 3));
    if (squares.length < 8) squares.push(rootFraction(n, 2));
  }
  return { roundConstants: Int32Array.from(cubes), initialHash: Int32Array.from(squares) };
}

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

/**
 * The first 32 bits after the point of the `degree`th root of n: the integer root of n·2^(32·degree), modulo 2^32,
 * found by halving in whole numbers, so that no platform's rounding can matter.
 */
function rootFraction(n: number, degree: 2 | 3): number {
  const target = BigInt(n) << BigInt(32 * degree);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= target) low = middle;
    else high = middle;
  }
  return Number(BigInt.asIntN(32, low));
}
