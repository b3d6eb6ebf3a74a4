import type { Standing } from './standing.ts';

/** What customer systems say of them, and why they are held to be that customer. */
export const CUSTOMERS_AND_LINKS = {
  links: {
    holds: true,
    what: 'Which customer records they are held to be, and why',
    whose: ({ profileIds }) => [{ field: 'profileId', ids: [...profileIds] }],
    personal: { evidence: {} },
    kept: ['_id', 'profileId', 'customerId', 'what', 'how', 'by', 'at', 'n'],
    told: {
      customerId: 'customer record',
      what: 'what was said',
      how: 'by what sign',
      evidence: 'why',
      at: 'when',
    },
  },
  customers: {
    holds: true,
    what: 'What customer systems say of them, as it was copied last',
    // A record that somebody else is linked to stays: it is theirs as well.
    whose: ({ customerIds }) => [{ field: '_id', ids: [...customerIds] }],
    toldWhose: ({ customerIds, linkedCustomerIds }) => [
      { field: '_id', ids: [...new Set([...customerIds, ...linkedCustomerIds])] },
    ],
    personal: {
      accountNumber: ({ _id }) => `erased ${_id}`,
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
      nameWords: [],
    },
    kept: ['_id', 'crm', 'saidAt', 'emptiedAt'],
    unique: ['accountNumber'],
    told: {
      crm: 'customer system',
      accountNumber: 'account number',
      name: 'name',
      email: 'e-mail address',
      phone: 'phone number',
      birthDate: 'born',
      address: 'street and number',
      locality: 'place',
      postcode: 'postcode',
      region: 'region',
      since: 'customer since',
      products: 'products',
      extra: 'what the system said beside',
      saidAt: 'copied',
    },
  },
} satisfies Record<string, Standing>;
