import { mongo } from 'mongoose';

/** What stands in the place of bytes that are gone: none. What has none already stays the very same. */
export function withoutBytes(bytes: unknown): unknown {
  return bytes instanceof mongo.Binary && bytes.length() === 0 ? bytes : new mongo.Binary();
}
