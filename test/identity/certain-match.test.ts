import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainMatch, type Evidence } from '../../engine/identity/certain-match.ts';
import { isPrivate, verifiedAddresses } from '../../engine/identity/verified.ts';
import type { Customer } from '../../definitions/model/customer.ts';

const customer = (crm: string, accountNumber: string): Customer => ({
  id: `${crm} ${accountNumber}`,
  crm,
  accountNumber,
  name: null,
  email: null,
  phone: null,
  birthDate: null,
  address: null,
  locality: null,
  postcode: null,
  region: null,
  since: null,
  products: [],
  extra: {},
});
const ana = customer('billing', '1');
const bert = customer('billing', '2');

describe('who somebody is', () => {
  it('is unknown without a certain sign', () => {
    expect(certainMatch([])).toEqual({ certainty: 'none' });
  });

  it('is sure when all signs point to one record', () => {
    const match = certainMatch([
      { how: 'verified email', customer: ana },
      { how: 'account number', customer: ana },
    ]);
    expect(match).toEqual({ certainty: 'sure', customers: [ana] });
  });

  it('may be one record in each customer system', () => {
    const orders = customer('orders', '77');
    const match = certainMatch([
      { how: 'verified email', customer: orders },
      { how: 'linked before', customer: ana },
    ]);
    expect(match).toEqual({ certainty: 'sure', customers: [ana, orders] });
  });

  it('is put before a person when two records of one system both fit for certain', () => {
    const match = certainMatch([
      { how: 'linked before', customer: ana },
      { how: 'verified email', customer: bert },
    ]);
    expect(match.certainty).toBe('conflict');
  });

  it('is settled by a person’s word', () => {
    const match = certainMatch([
      { how: 'linked before', customer: ana },
      { how: 'confirmed by a person', customer: bert },
    ]);
    expect(match).toEqual({ certainty: 'sure', customers: [bert] });
  });

  it('does not depend on the order of the signs', () => {
    const how = fc.constantFrom<Evidence['how']>(
      'linked before',
      'verified email',
      'verified phone',
      'account number',
    );
    const who = fc.record({ crm: fc.constantFrom('billing', 'orders'), account: fc.constantFrom('1', '2') });
    const sign = fc
      .tuple(how, who)
      .map(([by, { crm, account }]): Evidence => ({ how: by, customer: customer(crm, account) }));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 6 }), (signs) => {
        expect(certainMatch([...signs].reverse())).toEqual(certainMatch(signs));
      }),
    );
  });
});

describe('an address of an author', () => {
  const profile = { email: 'Ana@Example.com', phone: '+1 212 555 2368' };

  it('counts where the channel vouches for it', () => {
    expect(verifiedAddresses(profile, 'email')).toEqual({ email: 'ana@example.com', phone: null });
    expect(verifiedAddresses(profile, 'phone')).toEqual({ email: null, phone: '+12125552368' });
  });

  it('does not count where anybody can type any address', () => {
    for (const kind of ['tweet', 'blog', 'forum', 'webhook'] as const) {
      expect(verifiedAddresses(profile, kind)).toEqual({ email: null, phone: null });
      expect(isPrivate(kind)).toBe(false);
    }
  });
});
