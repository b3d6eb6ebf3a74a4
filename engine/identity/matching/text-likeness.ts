const A = 97;
const ZERO = 48;

/** Where comparisons note things while they run: texts longer than this are compared by their beginnings. */
const LONGEST = 256;
const taken = new Uint8Array(LONGEST);
const matched = new Uint16Array(LONGEST);
let [older, old, row] = [
  new Uint16Array(LONGEST + 1),
  new Uint16Array(LONGEST + 1),
  new Uint16Array(LONGEST + 1),
];

/**
 * How alike two texts are, after Jaro and Winkler: 1 for the same, 0 for nothing in common; a common beginning counts
 * more where they are alike at all (Winkler 1990). The first 256 signs are compared.
 */
export function jaroWinkler(left: string, right: string): number {
  const jaro = jaroOf(left, right);
  if (jaro <= 0.7) return jaro;
  const most = Math.min(4, left.length, right.length);
  let prefix = 0;
  while (prefix < most && left.charCodeAt(prefix) === right.charCodeAt(prefix)) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(left: string, right: string): number {
  if (left === right) return 1;
  const [width, height] = [Math.min(left.length, LONGEST), Math.min(right.length, LONGEST)];
  if (width === 0 || height === 0) return 0;
  const reach = Math.max(0, (Math.max(width, height) >> 1) - 1);
  taken.fill(0, 0, height);
  let count = 0;
  for (let i = 0; i < width; i += 1) {
    const sign = left.charCodeAt(i);
    const end = Math.min(height, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j += 1) {
      if (taken[j] === 1 || sign !== right.charCodeAt(j)) continue;
      taken[j] = 1;
      matched[count] = sign;
      count += 1;
      break;
    }
  }
  if (count === 0) return 0;
  let [moved, at] = [0, 0];
  for (let j = 0; j < height; j += 1) {
    if (taken[j] !== 1) continue;
    if (matched[at] !== right.charCodeAt(j)) moved += 1;
    at += 1;
  }
  return (count / width + count / height + (count - moved / 2) / count) / 3;
}

/**
 * How many single changes make one text the other: a sign put in, left out, made another, or two neighbours exchanged
 * (optimal string alignment). More than `most` is told as `most + 1`, and soon. The first 256 signs are compared.
 */
export function editDistance(left: string, right: string, most: number): number {
  const [height, width] = [Math.min(left.length, LONGEST), Math.min(right.length, LONGEST)];
  if (Math.abs(height - width) > most) return most + 1;
  const beyond = most + 1;
  for (let j = 0; j <= width; j += 1) old[j] = j;
  for (let i = 1; i <= height; i += 1) {
    // What is further from the diagonal has too many changes.
    const [from, to] = [Math.max(1, i - most), Math.min(width, i + most)];
    const sign = left.charCodeAt(i - 1);
    let least = from === 1 ? i : beyond;
    row[from - 1] = least;
    for (let j = from; j <= to; j += 1) {
      const other = right.charCodeAt(j - 1);
      const above = j === i + most ? beyond : (old[j] ?? beyond);
      let cost = Math.min(
        above + 1,
        (row[j - 1] ?? beyond) + 1,
        (old[j - 1] ?? beyond) + (sign === other ? 0 : 1),
      );
      if (i > 1 && j > 1 && sign === right.charCodeAt(j - 2) && left.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (older[j - 2] ?? beyond) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return beyond;
    [older, old, row] = [old, row, older];
  }
  return Math.min(old[width] ?? beyond, beyond);
}

/** Which letters a plain text has, and roughly which digits: a bit each. */
export function signsIn(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= A) signs |= 1 << (code - A);
    else if (code >= ZERO) signs |= 1 << (26 + ((code - ZERO) % 6));
  }
  return signs;
}

/** At least so many single changes make one text the other, by the signs they have: each puts one in, takes one away, or both. */
export function leastChanges(signs: number, others: number): number {
  return (bitsIn(signs ^ others) + 1) >> 1;
}

/** At most so alike are two texts after Jaro and Winkler, by the signs they have: what one alone has is shared by none. */
export function mostLikeness(left: string, right: string, signs: number, others: number): number {
  if (left === right) return 1;
  const [width, height] = [left.length, right.length];
  const shared = Math.min(width - bitsIn(signs & ~others), height - bitsIn(others & ~signs));
  if (shared <= 0) return 0;
  const jaro = (shared / width + shared / height + 1) / 3;
  return jaro + (left.charCodeAt(0) === right.charCodeAt(0) ? 0.4 * (1 - jaro) : 0);
}

function bitsIn(set: number): number {
  let left = set - ((set >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Of the letters a to z; 0: a vowel, which parts equal sounds; 7: h and w, which do not. */
const SOUNDS = [0, 1, 2, 3, 0, 1, 2, 7, 0, 2, 2, 4, 5, 5, 0, 1, 2, 6, 2, 3, 0, 1, 7, 2, 0, 2] as const;

/** What a plain name sounds like, after Soundex: its first letter and three digits; '' for one without letters a to z. */
export function soundex(name: string): string {
  let code = '';
  let before = 0;
  for (let at = 0; at < name.length && code.length < 4; at += 1) {
    const sound = SOUNDS[name.charCodeAt(at) - A];
    if (sound === undefined) continue;
    if (code === '') code = name.charAt(at);
    else if (sound > 0 && sound < 7 && sound !== before) code += String(sound);
    if (sound !== 7) before = sound;
  }
  return code === '' ? '' : code.padEnd(4, '0');
}
