import { isWord, type Reading } from './tokens.ts';
import type { WordSense } from './word-sense.ts';

/** What tells a page that only links to us or quotes our address from somebody who says something. */
export interface NoiseFeatures {
  /** Links, handles or signs, and no word of their own. */
  readonly linksOnly: boolean;
  /** Quotes an address, opening hours or a page of ours. */
  readonly quotesAddress: boolean;
  /** Written by a machine or for everybody: job offers, raffles, press releases. */
  readonly automated: boolean;
  /** Words that are not part of a link, a handle or such a quotation; numbers (streets, hours, telephones) are none. */
  readonly ownWords: number;
}

/** `brand` is the company's name or handle; a link that names it quotes its address. */
export function noiseFeaturesOf(reading: Reading, brand: string, sense: WordSense): NoiseFeatures {
  const hits = sense.noise.find(reading.tokens);
  const addresses = hits.filter((hit) => hit.means === 'address');
  const quoted = new Set(addresses.flatMap((hit) => range(hit.from, hit.to)));
  const own = reading.tokens.filter((token, index) => isWord(token) && !quoted.has(index));
  const name = brand.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const linksToUs = name.length > 2 && reading.links.some((link) => link.toLowerCase().includes(name));
  return {
    linksOnly: own.length === 0,
    quotesAddress: addresses.length > 0 || linksToUs,
    automated: hits.some((hit) => hit.means === 'automated'),
    ownWords: own.filter((token) => /\p{L}/u.test(token)).length,
  };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
