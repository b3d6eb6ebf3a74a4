import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountNumbersIn, normaliseAccountNumber } from '../../engine/identity/account-number.ts';
import { normaliseEmail } from '../../engine/identity/email.ts';
import { normalisePhone } from '../../engine/identity/phone.ts';

describe('an e-mail address', () => {
  it.each([
    [' Ana.Ruiz@Example.COM ', 'ana.ruiz@example.com'],
    ['<ana@example.com>', 'ana@example.com'],
    ['mailto:ana+shop@example.com', 'ana+shop@example.com'],
  ])('%j is compared as %j', (given, normal) => expect(normaliseEmail(given)).toBe(normal));

  it.each(['', 'ana', 'ana@', '@example.com', 'a@b', 'a b@example.com', 'a@@example.com', 'a@example..com'])(
    '%j is none',
    (given) => expect(normaliseEmail(given)).toBeNull(),
  );

  it('stays what it is when normalised again', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (given) => {
        const once = normaliseEmail(given);
        if (once !== null) expect(normaliseEmail(once)).toBe(once);
      }),
    );
  });
});

describe('a phone number', () => {
  it('is one number however it is written', () => {
    const written = ['+1 212 555 2368', '+1 (212) 555-2368', '+12125552368'];
    expect(new Set(written.map((number) => normalisePhone(number)))).toEqual(new Set(['+12125552368']));
  });

  it('without its country is nobody’s, unless the installation says which country it is in', () => {
    expect(normalisePhone('212 555 2368')).toBeNull();
    expect(normalisePhone('212 555 2368', 'US')).toBe('+12125552368');
  });

  it.each(['', '123', 'call me', '+1 000 000 0000'])('%j is none', (given) =>
    expect(normalisePhone(given)).toBeNull(),
  );
});

describe('an account number', () => {
  it('is compared without blanks, dashes and case', () => {
    expect(normaliseAccountNumber(' ac-4417 0092 ')).toBe('AC44170092');
  });

  it('is found in what somebody wrote, beside words and short numbers', () => {
    expect(accountNumbersIn('My account is 4417-0092-11, third time, window 8-10.')).toContain('4417009211');
    expect(accountNumbersIn('Account AC-441700, please')).toContain('AC441700');
    expect(accountNumbersIn('I waited 3 hours on 12 May')).toEqual([]);
  });

  it('is looked for at most twenty times, whatever the text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 5_000 }), (text) => accountNumbersIn(text).length <= 20));
  });
});
