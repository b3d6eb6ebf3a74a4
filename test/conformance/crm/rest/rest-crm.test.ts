import { restCrm } from '../../../../workers/crm/rest/rest-crm.ts';
import { RestFileSchema } from '../../../../workers/crm/rest/rest-file.schema.ts';
import type { CrmLimits } from '../../../../workers/sdk/crm/limits.ts';
import { crmConformance } from '../crm-conformance.ts';
import type { CrmUnderTest } from '../crm-under-test.ts';
import { serveFaulty } from '../faulty-wire.ts';
import type { KnownPerson } from '../known-people.ts';
import { billing, BILLING_FILE, spoilBilling, TOKEN } from './billing-stand-in.ts';

async function make(people: readonly KnownPerson[], limits?: Partial<CrmLimits>): Promise<CrmUnderTest> {
  const { routes, written } = billing(people);
  const { url, fail, mostAtOnce, stop } = await serveFaulty(routes, spoilBilling);
  const file = RestFileSchema.parse({ ...BILLING_FILE, url, limits: { callsPerSecond: 5_000, ...limits } });
  return {
    crm: restCrm({ name: 'billing', file, token: TOKEN }),
    fail,
    mostAtOnce,
    written: () => written,
    stop,
  };
}

crmConformance('A billing system over HTTP', make, { overAWire: true });
