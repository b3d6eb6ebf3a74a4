import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What a token is good for. A link becomes a session; a bearer token is the command line's. */
export type TokenKind = 'link' | 'session' | 'bearer';

export interface Token {
  readonly kind: TokenKind;
  /** Id of the person it speaks for. */
  readonly person: string;
  /** When it stops being good, ms since the epoch. */
  readonly until: number;
  /** Random; what makes a link one of its own. */
  readonly nonce: string;
}

const TokenSchema = z.strictObject({
  kind: z.enum(['link', 'session', 'bearer']),
  person: z.string().min(1).max(200),
  until: z.number().int(),
  nonce: z.string().min(8).max(64),
});

/** A signed token, safe in a URL: base64url of its JSON, a dot, base64url of HMAC-SHA256 over the first part. */
export function signToken(secret: Buffer, token: Omit<Token, 'nonce'>): string {
  const body = Buffer.from(
    JSON.stringify({ ...token, nonce: randomBytes(16).toString('base64url') }),
  ).toString('base64url');
  return `${body}.${signature(secret, body)}`;
}

/** The token if it was signed with this secret and is still good at `now` (ms since the epoch); null otherwise. */
export function readToken(secret: Buffer, signed: string, now: number): Token | null {
  const [body, given, ...rest] = signed.split('.');
  if (body === undefined || given === undefined || rest.length > 0 || signed.length > 1_000) return null;
  if (!isSame(given, signature(secret, body))) return null;
  const token = TokenSchema.safeParse(parsed(Buffer.from(body, 'base64url').toString()));
  return token.success && token.data.until > now ? token.data : null;
}

/** Compares two strings in a time that does not tell where they differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function signature(secret: Buffer, body: string): string {
  return createHmac('sha256', secret).update(body).digest('base64url');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
