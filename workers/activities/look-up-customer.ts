import { z } from 'zod';
import { certainMatch } from '../../engine/identity/certain-match.ts';
import { ActivityProblem } from '../sdk/activity-problem.ts';
import { defineActivity } from '../sdk/define-activity.ts';
import { keepLinks } from './look-up/keep-links.ts';
import { likelyCustomers } from './look-up/likely.ts';
import { refreshBesides } from './look-up/refresh-besides.ts';
import { certainSigns } from './look-up/signs.ts';
import { mentionsOfCall, newest } from './mentions-of-call.ts';

const DAY_MS = 86_400_000;
const YEAR_MS = 365.2425 * DAY_MS;
const MONTH_DAYS = 30;

const OutputSchema = z.object({
  known: z.boolean(),
  certainty: z.enum(['sure', 'conflict', 'none']),
  customerId: z.string().nullable(),
  region: z.string().nullable(),
  tenureYears: z.number().min(0).describe('Whole years since they became a customer; 0 if unknown'),
  products: z.number().int().min(0),
  contactsThisMonth: z.number().int().min(0).describe('How often they wrote in the last 30 days'),
});
const NOBODY = { known: false, customerId: null, tenureYears: 0, products: 0 };

/** Finds who wrote, and keeps the link with its reason: by certain signs, then by what speaks for it. A doubt is left to a person. */
export const lookUpCustomer = defineActivity({
  name: 'lookUpCustomer',
  title: 'Find the customer',
  description:
    'Asks the customer systems for whoever wrote: a link made before, a verified e-mail or phone, an account number given in private. Who is only likely to be a customer is put before a person.',
  icon: 'user-search',
  input: z.strictObject({
    account: z.string().nullish().describe('Text with the account number that a colleague confirmed'),
  }),
  output: OutputSchema,
  effect: 'own',
  errors: ['unknown case', 'customer record unreadable'],
  limits: { startToCloseMs: 2_000, scheduleToCloseMs: 3_600_000 },
  async run({ account }, context): Promise<z.infer<typeof OutputSchema>> {
    const { store, call } = context;
    const mention = newest((await mentionsOfCall(context)).inbound);
    const profile = await store.profiles.find(mention.profileId);
    if (profile === null) throw new ActivityProblem('unknown case', { retry: false });
    const contactsThisMonth = await store.mentions.countByProfile(
      profile.id,
      new Date(Date.parse(call.at) - MONTH_DAYS * DAY_MS),
    );
    const events = await store.links.ofProfile(profile.id);
    const evidence = await certainSigns(context, profile, events, account ?? null);
    const match = certainMatch(evidence);
    // What a colleague noted of a speaker says where they live, as long as no record does.
    const told = mention.noted?.region ?? null;
    if (match.certainty === 'sure') await keepLinks(context, profile, match.customers, evidence);
    const customers =
      match.certainty === 'none'
        ? await likelyCustomers(context, profile, events, mention.kind)
        : match.certainty === 'sure'
          ? match.customers
          : [];
    const [customer] = customers;
    if (customer === undefined)
      return { ...NOBODY, region: told, certainty: match.certainty, contactsThisMonth };
    const region = customers.find((record) => record.region !== null)?.region ?? told;
    await store.cases.assign(call.caseId, {
      customerId: customer.id,
      ...(region === null ? {} : { region }),
    });
    // Nobody waits for it, and who asks is not told of it: it is for the card.
    refreshBesides(context, customers).catch((error: unknown) =>
      context.log.error({ caseId: call.caseId, error: nameOf(error) }, 'the card was not refreshed'),
    );
    const since = customers.flatMap((record) => (record.since === null ? [] : [Date.parse(record.since)]));
    const years = (Date.parse(call.at) - Math.min(...since)) / YEAR_MS;
    return {
      known: true,
      certainty: 'sure',
      customerId: customer.id,
      region,
      tenureYears: Number.isFinite(years) ? Math.max(0, Math.floor(years)) : 0,
      products: new Set(customers.flatMap((record) => record.products)).size,
      contactsThisMonth,
    };
  },
});

/** What an error is called; its words may hold what a customer system wrote. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
