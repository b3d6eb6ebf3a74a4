import { createHash } from 'node:crypto';

const LENGTH = 32;
const FORGOTTEN = new RegExp(`^erased [0-9a-f]{${LENGTH}}$`);

/**
 * What stands in the place of an id by which a channel knows something of an erased person. The same id gives the same
 * again, so what was heard once is not heard twice; the id itself is not to be had from it.
 */
export function forgottenId(channel: string, id: string): string {
  const digest = createHash('sha256').update(`${channel}\0${id}`).digest('hex');
  return `erased ${digest.slice(0, LENGTH)}`;
}

/** The same for what may be forgotten already. */
export function forgottenOnce(channel: string, id: string): string {
  return FORGOTTEN.test(id) ? id : forgottenId(channel, id);
}
