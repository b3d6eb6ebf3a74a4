import { NOTHING_SAID, type Customer } from '../../../definitions/model/customer.ts';
import type { IncomingMention } from '../../../definitions/model/mention.ts';
import type { Store } from '../../../engine/store/store.ts';
import { caseIdOf } from '../../store/fresh-store.ts';

/** Somebody who wrote, and a customer of a customer system. */
export interface Somebody {
  readonly caseId: string;
  readonly profileId: string;
  readonly customerId: string;
}

/** What differs from the Jane Roe who is told of otherwise. */
export interface About {
  readonly author?: Partial<IncomingMention['author']>;
  readonly text?: string;
  readonly customer?: Partial<Omit<Customer, 'id'>>;
}

const HOUR_MS = 3_600_000;
const LIKELY = 'likely by their fields';

/** Lets somebody write, and keeps a customer who may be them. */
export async function somebody(
  store: Store,
  handle: string,
  { author = {}, text = 'The technician never came.', customer = {} }: About = {},
): Promise<Somebody> {
  const [verdict] = await store.mentions.capture([
    {
      channel: 'tweet',
      externalId: `${handle} ${crypto.randomUUID()}`,
      threadId: crypto.randomUUID(),
      direction: 'inbound',
      author: { externalId: handle, handle, name: 'Jane Roe', ...author },
      text,
      occurredAt: new Date(Date.now() - HOUR_MS).toISOString(),
    },
  ]);
  const profile = await store.profiles.byExternalId('tweet', handle);
  const kept = await store.customers.upsert({
    ...NOTHING_SAID,
    crm: 'billing',
    accountNumber: `44-${handle}`,
    name: 'Jane Roe',
    region: 'North',
    ...customer,
  });
  return { caseId: caseIdOf(verdict), profileId: profile?.id ?? '', customerId: kept.id };
}

/** Has people asked whether they are one, with what speaks for it. */
export async function asked(
  store: Store,
  { profileId, customerId }: Somebody,
  probability: number,
  more: { readonly isHousehold?: boolean } = {},
): Promise<void> {
  const steps = [
    step('name', 'jane roe', 'jane roe', 9.6, 'Name: both say “jane roe”, as 3 of 4000 do.'),
    step(
      'e-mail',
      'jane@roe.example',
      'jane@roe.example',
      7.2,
      'E-mail: both say “jane@roe.example”, as 1 of 3500 do.',
    ),
    step('phone', null, '4912345', 0, 'Phone: one of both says nothing, which is no evidence.'),
    step('town', 'leeds', 'york', -4.6, 'Town: “leeds” and “york” are different.'),
  ];
  const evidence = { probability, prior: -11.6, bits: 0.6, isHousehold: false, steps, ...more };
  const claim = {
    profileId,
    customerId,
    how: LIKELY,
    evidence,
    by: 'earshot',
    at: store.links.now(),
  } as const;
  await store.links.propose(claim, probability);
}

/** Links them by a certain sign, the case as well. */
export async function linked(store: Store, { profileId, customerId, caseId }: Somebody): Promise<void> {
  const claim = { profileId, customerId, evidence: {}, by: 'earshot', at: store.links.now() };
  await store.links.link({ ...claim, how: 'account number' }, [caseId]);
}

function step(field: string, left: string | null, right: string | null, bits: number, words: string) {
  return { field, left, right, bits, words };
}
