import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAuth } from '../../engine/api/auth.ts';
import { readToken, signToken } from '../../engine/api/tokens.ts';

const secret = randomBytes(32);
const NOW = 1_790_000_000_000;

describe('a token', () => {
  it('reads back as it was signed, until its time is over', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 100 }),
        fc.constantFrom('link', 'session', 'bearer'),
        (person, kind) => {
          const signed = signToken(secret, { kind, person, until: NOW + 1 });
          expect(readToken(secret, signed, NOW)).toMatchObject({ kind, person });
          expect(readToken(secret, signed, NOW + 1)).toBeNull();
          expect(readToken(randomBytes(32), signed, NOW)).toBeNull();
        },
      ),
    );
  });

  it('changed in any one character is no token', () => {
    const signed = signToken(secret, { kind: 'session', person: 'anna', until: NOW + 1 });
    fc.assert(
      fc.property(fc.nat(signed.length - 1), fc.constantFrom('A', 'b', '0', '.', '~'), (at, letter) => {
        fc.pre(signed[at] !== letter);
        expect(readToken(secret, signed.slice(0, at) + letter + signed.slice(at + 1), NOW)).toBeNull();
      }),
    );
  });

  it('of nonsense is null and never an error', () => {
    fc.assert(
      fc.property(fc.string(), (nonsense) => void expect(readToken(secret, nonsense, NOW)).toBeNull()),
    );
  });
});

it('a secret too short to keep anybody out is refused', () => {
  expect(() =>
    createAuth({ secret: Buffer.alloc(8), claimOnce: () => Promise.resolve(true), now: () => NOW }),
  ).toThrow(/32/);
});
