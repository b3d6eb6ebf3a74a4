/**
 * A whole number below 2^53 that stands for a text: two rounds of multiplying and turning of 32 bits each, as in
 * MurmurHash3. Not for secrets: two texts in a million records share one with a chance of one in ten thousand, and then
 * a pair is compared that need not be.
 */
export function tokenHash(text: string): number {
  let [high, low] = [0x9747b28c, 0x3c6ef372];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    low = Math.imul(low ^ unit, 0xc2b2ae35);
  }
  high = mixed(high ^ (low >>> 15));
  low = mixed(low ^ (high >>> 13));
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

function mixed(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
