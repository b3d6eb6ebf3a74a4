import { plainText } from './plain-text.ts';

/** What parts of addresses are shortened to, in English; the whole word is compared. */
const SHORT: { readonly [short: string]: string } = {
  st: 'street',
  str: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  dr: 'drive',
  ct: 'court',
  crt: 'court',
  pl: 'place',
  ln: 'lane',
  cct: 'circuit',
  cres: 'crescent',
  cr: 'crescent',
  blvd: 'boulevard',
  bvd: 'boulevard',
  hwy: 'highway',
  pkwy: 'parkway',
  pde: 'parade',
  tce: 'terrace',
  ter: 'terrace',
  sq: 'square',
  cl: 'close',
  gr: 'grove',
  gdns: 'gardens',
  apt: 'apartment',
  bldg: 'building',
  fl: 'floor',
  ste: 'suite',
  mt: 'mount',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
};

/** A street or another line of an address as it is compared: plain, with what is usually shortened written out. */
export function plainStreet(given: string): string | null {
  const words = plainText(given)?.split(' ');
  if (words === undefined) return null;
  // At the beginning it is a saint.
  return words.map((word, i) => (i === 0 ? word : (SHORT[word] ?? word))).join(' ');
}
