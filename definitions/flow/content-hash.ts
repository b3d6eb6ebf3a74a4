import { canonicalJson } from './canonical.ts';
import { sha256 } from './sha256.ts';
import { utf8 } from './utf8.ts';

/**
 * SHA-256 over the UTF-8 of a value's canonical JSON (RFC 8785), as 64 lower-case hex digits. Two values have the
 * same hash exactly when they are the same JSON, however their members are ordered. Throws NotJson.
 */
export function contentHash(value: unknown): string {
  return sha256(utf8(canonicalJson(value)));
}
