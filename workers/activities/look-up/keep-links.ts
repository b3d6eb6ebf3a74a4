import type { ActivityCall } from '../../../definitions/activity/contract.ts';
import { EARSHOT } from '../../../definitions/model/act.ts';
import type { Customer, Profile } from '../../../definitions/model/customer.ts';
import type { Evidence } from '../../../engine/identity/certain-match.ts';
import type { Store } from '../../../engine/store/store.ts';
import type { ActivityContext } from '../../sdk/context.ts';

/** Whoever confirmed it within the case; the case says who. */
const A_PERSON = 'a person in the case';

/** One 'linked' event for each record that was not linked yet, with all its signs. */
export async function keepLinks(
  { store, call }: ActivityContext,
  profile: Profile,
  customers: readonly Customer[],
  evidence: readonly Evidence[],
): Promise<void> {
  for (const customer of customers) {
    const own = evidence.filter((sign) => sign.customer.id === customer.id);
    const signs = [...new Set(own.map((sign) => sign.how))];
    const [how] = signs;
    if (how === undefined || how === 'linked before') continue;
    if (how === 'confirmed by a person') await undoOthers(store, call, profile, customer);
    const by = how === 'confirmed by a person' ? A_PERSON : EARSHOT;
    const claim = { profileId: profile.id, customerId: customer.id, how, by, at: call.at };
    await store.links.link({ ...claim, evidence: { caseId: call.caseId, signs } }, [call.caseId]);
  }
}

/** Whom a person names is who it is: another record of the same CRM was a mistake. */
async function undoOthers(
  store: Store,
  { at }: ActivityCall,
  profile: Profile,
  customer: Customer,
): Promise<void> {
  const links = await store.links.current(profile.id);
  const linked = await store.customers.findMany(links.map(({ customerId }) => customerId));
  for (const { id, customerId } of links) {
    const other = linked.find((one) => one.id === customerId);
    if (other?.crm === customer.crm && other.id !== customer.id)
      await store.links.undo({ id, by: A_PERSON, at, why: 'Another account number was confirmed.' });
  }
}
