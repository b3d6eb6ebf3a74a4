import { z } from 'zod';
import type { Customer, LinkEvent, Profile } from '../../definitions/model/customer.ts';
import type { Mention } from '../../definitions/model/mention.ts';
import { accountNumbersIn, normaliseAccountNumber } from '../../engine/identity/account-number.ts';
import { certainMatch, type Evidence } from '../../engine/identity/certain-match.ts';
import { isPrivate, verifiedAddresses } from '../../engine/identity/verified.ts';
import { ActivityProblem } from '../sdk/activity-problem.ts';
import type { ActivityContext } from '../sdk/context.ts';
import type { CrmQuestion } from '../sdk/crm.ts';
import { CrmProblem } from '../sdk/crm/crm-problem.ts';
import { defineActivity } from '../sdk/define-activity.ts';
import { mentionsOfCall, newest } from './mentions-of-call.ts';

const DAY_MS = 86_400_000;
const YEAR_MS = 365.2425 * DAY_MS;
const MONTH_DAYS = 30;
/** Within the time that the step has. */
const CRM_PATIENCE_MS = 1_500;

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

/** Finds who wrote, by certain signs alone, and keeps the link with its reason. A doubt is left to a person. */
export const lookUpCustomer = defineActivity({
  name: 'lookUpCustomer',
  title: 'Find the customer',
  description:
    'Asks the customer systems for whoever wrote: a link made before, a verified e-mail or phone, an account number given in private. Never a guess.',
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
    const evidence = await gather(context, profile, account ?? null);
    const match = certainMatch(evidence);
    // What a colleague noted of a speaker says where they live, as long as no record does.
    const told = mention.noted?.region ?? null;
    if (match.certainty !== 'sure') {
      return { ...NOBODY, region: told, certainty: match.certainty, contactsThisMonth };
    }
    await keepLinks(context, profile, match.customers, evidence);
    const [customer] = match.customers;
    const region = match.customers.find((record) => record.region !== null)?.region ?? told;
    await store.cases.assign(call.caseId, {
      customerId: customer.id,
      ...(region === null ? {} : { region }),
    });
    const since = match.customers.flatMap((record) =>
      record.since === null ? [] : [Date.parse(record.since)],
    );
    const years = (Date.parse(call.at) - Math.min(...since)) / YEAR_MS;
    return {
      known: true,
      certainty: 'sure',
      customerId: customer.id,
      region,
      tenureYears: Number.isFinite(years) ? Math.max(0, Math.floor(years)) : 0,
      products: new Set(match.customers.flatMap((record) => record.products)).size,
      contactsThisMonth,
    };
  },
});

/** Every certain sign there is, each with the record it points to. */
async function gather(
  context: ActivityContext,
  profile: Profile,
  accountText: string | null,
): Promise<readonly Evidence[]> {
  const { store } = context;
  if (accountText !== null) {
    const confirmed = await ask(
      context,
      [{ by: 'account number', value: await accountOf(context, accountText) }],
      'confirmed by a person',
    );
    if (confirmed.length > 0) return confirmed;
  }
  const links = await store.links.current(profile.id);
  const linked = await store.customers.findMany(links.map((link) => link.customerId));
  const mentions = (await mentionsOfCall(context)).inbound;
  const kind = newest(mentions).kind;
  const { email, phone } = verifiedAddresses(profile, kind);
  const numbers = isPrivate(kind)
    ? mentions.flatMap((mention) => (mention.profileId === profile.id ? accountNumbersOf(mention) : []))
    : [];
  const found = await Promise.all([
    ask(context, email === null ? [] : [{ by: 'email', value: email }], 'verified email'),
    ask(context, phone === null ? [] : [{ by: 'phone', value: phone }], 'verified phone'),
    ask(
      context,
      [...new Set(numbers)].map((value) => ({ by: 'account number', value })),
      'account number',
    ),
  ]);
  return [...linked.map((customer): Evidence => ({ how: 'linked before', customer })), ...found.flat()];
}

/** What stands in the words, and what a colleague who wrote them down noted beside. */
function accountNumbersOf({ text, noted }: Mention): readonly string[] {
  const given = noted?.accountNumber;
  return [...accountNumbersIn(text), ...(given === undefined ? [] : [normaliseAccountNumber(given)])];
}

/** Asks all CRMs and keeps what they say; their records are only ever copied. */
async function ask(
  context: ActivityContext,
  questions: readonly CrmQuestion[],
  how: LinkEvent['how'],
): Promise<readonly Evidence[]> {
  const answers = await Promise.all(
    questions.flatMap((question) =>
      context.crms.map((crm) =>
        crm.lookUp(question, { withinMs: CRM_PATIENCE_MS }).catch((error: unknown) => {
          throw error instanceof CrmProblem && error.kind === 'unreadable record'
            ? new ActivityProblem('customer record unreadable', { retry: false, happened: 'no' })
            : new ActivityProblem('customer system unavailable', { retry: true, happened: 'no' });
        }),
      ),
    ),
  );
  const customers: Customer[] = [];
  for (const record of answers.flat()) customers.push(await context.store.customers.upsert(record));
  return customers.map((customer) => ({ how, customer }));
}

async function accountOf({ store }: ActivityContext, textId: string): Promise<string> {
  const text = await store.texts.get(textId);
  if (text === null || 'erased' in text) throw new ActivityProblem('erased', { retry: false });
  return normaliseAccountNumber(text.text);
}

/** One 'linked' event for each record that was not linked yet, with all its signs. */
async function keepLinks(
  { store, call }: ActivityContext,
  profile: Profile,
  customers: readonly Customer[],
  evidence: readonly Evidence[],
): Promise<void> {
  const known = new Set((await store.links.current(profile.id)).map((link) => link.customerId));
  for (const customer of customers) {
    if (known.has(customer.id)) continue;
    const signs = [
      ...new Set(evidence.filter((sign) => sign.customer.id === customer.id).map((sign) => sign.how)),
    ];
    const [how] = signs;
    if (how === undefined) continue;
    await store.links.record({
      profileId: profile.id,
      customerId: customer.id,
      what: 'linked',
      how,
      evidence: { caseId: call.caseId, signs },
      by: 'earshot',
      at: call.at,
    });
  }
}
