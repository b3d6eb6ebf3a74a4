import { readToken, signToken } from './tokens.ts';
import type { Token } from './tokens.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
export const LINK_MS = 10 * MINUTE_MS;
export const SESSION_MS = 30 * DAY_MS;
const BEARER_MS = 3650 * DAY_MS;

/** Remembers which links were used, across all API processes. True the first time a nonce is given. */
export type ClaimOnce = (nonce: string, until: number) => Promise<boolean>;

/** Who may speak for whom, by tokens signed with one secret of the installation. */
export interface Auth {
  /** A token for a sign-in link: good for ten minutes, once. */
  linkFor(person: string): string;
  /** A token for the command line and other programs. */
  bearerFor(person: string): string;
  /** A session's token for the person of this link; null when the link is forged, stale or was used before. */
  redeem(link: string): Promise<string | null>;
  /** The person a session's or a bearer's token speaks for; null when it is not good. */
  personOf(token: string): string | null;
}

/** Shortest secret accepted, in bytes. */
const SECRET_BYTES = 32;

/**
 * @param secret at least 32 random bytes, the same in every process of the installation
 * @param claimOnce where used links are remembered
 * @param now the clock, ms since the epoch
 */
export function createAuth({
  secret,
  claimOnce,
  now,
}: {
  secret: Buffer;
  claimOnce: ClaimOnce;
  now: () => number;
}): Auth {
  if (secret.length < SECRET_BYTES)
    throw new Error(`The sign-in secret has ${secret.length} bytes; it needs at least ${SECRET_BYTES}.`);
  const sign = (kind: Token['kind'], person: string, ms: number) =>
    signToken(secret, { kind, person, until: now() + ms });
  return {
    linkFor: (person) => sign('link', person, LINK_MS),
    bearerFor: (person) => sign('bearer', person, BEARER_MS),
    async redeem(link) {
      const token = readToken(secret, link, now());
      if (token?.kind !== 'link') return null;
      return (await claimOnce(token.nonce, token.until)) ? sign('session', token.person, SESSION_MS) : null;
    },
    personOf(signed) {
      const token = readToken(secret, signed, now());
      return token !== null && token.kind !== 'link' ? token.person : null;
    },
  };
}
