import { createHash } from 'node:crypto';

/** An occasion's key as other systems take it: short, and of plain signs. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
