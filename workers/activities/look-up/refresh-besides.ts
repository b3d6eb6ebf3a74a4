import type { Customer } from '../../../definitions/model/customer.ts';
import type { ActivityContext } from '../../sdk/context.ts';
import { CrmProblem } from '../../sdk/crm/crm-problem.ts';

/** What was asked of a customer so short a time ago is not asked again. */
const FRESH_MS = 10 * 60_000;
/** So many contacts with support are kept, the latest. */
const MOST_CONTACTS = 50;

/**
 * Asks the customer systems what they know besides, for the card: products and contacts with support. It takes as long as
 * they take, so no step waits for it; one that does not answer is noted, and what it said before stays.
 */
export async function refreshBesides(
  context: Pick<ActivityContext, 'store' | 'crms' | 'now'>,
  customers: readonly Customer[],
): Promise<void> {
  const { store, now } = context;
  const known = await store.customers.besides(customers.map(({ id }) => id));
  const stale = customers.filter(({ id }) => {
    const asOf = known.get(id)?.besides?.asOf;
    return asOf === undefined || now().getTime() - Date.parse(asOf) > FRESH_MS;
  });
  await Promise.all(stale.map((customer) => refreshOne(context, customer)));
}

async function refreshOne(
  { store, crms, now }: Pick<ActivityContext, 'store' | 'crms' | 'now'>,
  { id, crm: name, accountNumber, products: named }: Customer,
): Promise<void> {
  const crm = crms.find((one) => one.name === name);
  if (crm === undefined) return;
  const can = (operation: 'history' | 'products'): boolean => crm.offers.operations.includes(operation);
  try {
    const [contacts, products] = await Promise.all([
      can('history') ? crm.history(accountNumber, { size: MOST_CONTACTS }) : null,
      can('products') ? crm.products(accountNumber) : null,
    ]);
    await store.customers.keepBesides(id, {
      contacts: contacts?.items ?? [],
      products: products?.value ?? named.map((product) => ({ name: product, since: null, state: null })),
      asOf: contacts?.asOf ?? products?.asOf ?? now().toISOString(),
    });
    await store.crmStates.note(name, null);
  } catch (error) {
    if (!(error instanceof CrmProblem)) throw error;
    await store.crmStates.note(name, error.kind);
  }
}
