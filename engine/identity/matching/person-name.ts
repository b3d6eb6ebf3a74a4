import { plainText } from './plain-text.ts';

/** What stands before or after a name and is none of it. */
const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'sir',
  'herr',
  'frau',
  'monsieur',
  'madame',
  'mme',
  'mlle',
  'sra',
  'senor',
  'senora',
  'signor',
  'signora',
]);

/** A name as it is compared: plain, without titles; null where there is none. */
export function plainName(given: string): string | null {
  const words = plainText(given)?.split(' ') ?? [];
  const own = words.filter((word) => !TITLES.has(word));
  const kept = own.length === 0 ? words : own;
  return kept.length === 0 || kept.every((word) => /^\d+$/.test(word)) ? null : kept.join(' ');
}

/** A name has no more words than these, or what follows is none of it. */
const MOST_WORDS = 10;

/** A whole name as it is compared, whatever the order of its parts: `Smith, Jane` is `Jane Smith`. */
export function plainWholeName(given: string): string | null {
  return plainName(given)?.split(' ').slice(0, MOST_WORDS).sort().join(' ') ?? null;
}
