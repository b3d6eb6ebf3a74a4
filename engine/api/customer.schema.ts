import { z } from 'zod';
import { JsonObjectSchema } from '../../definitions/flow/json.schema.ts';
import { CaseStatusSchema } from './case.schema.ts';
import { InstantSchema, NamedSchema } from './page.schema.ts';

/** An account on a channel. */
export const ProfileSchema = z.object({
  id: z.string(),
  channel: z.string(),
  externalId: z.string(),
  name: z.string().nullable(),
  handle: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
/** A record of a customer, as a CRM says it. */
export const CustomerSchema = z.object({
  id: z.string(),
  crm: z.string(),
  accountNumber: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  birthDate: z.string().nullable(),
  address: z.string().nullable(),
  locality: z.string().nullable(),
  postcode: z.string().nullable(),
  region: z.string().nullable(),
  since: z.string().nullable(),
  products: z.array(z.string()),
  extra: JsonObjectSchema,
});

const ProductSchema = z.object({
  name: z.string(),
  since: z.string().nullable(),
  state: z.string().nullable(),
});
const ContactSchema = z.object({
  id: z.string(),
  at: z.string().nullable(),
  channel: z.string().nullable(),
  about: z.string().nullable(),
  outcome: z.string().nullable(),
  by: z.string().nullable(),
});
const CardLinkSchema = z.object({
  id: z.string(),
  profileId: z.string(),
  how: z.enum([
    'linked before',
    'verified email',
    'verified phone',
    'account number',
    'likely by their fields',
    'confirmed by a person',
  ]),
  by: NamedSchema.nullable(),
  at: InstantSchema,
  probability: z.number().nullable(),
});
const CardRecordSchema = z.object({
  customer: CustomerSchema,
  asOf: z.string().nullable(),
  products: z.array(ProductSchema),
  contacts: z.array(ContactSchema),
  link: CardLinkSchema,
});
const CONFLICTING = [
  'name',
  'birthDate',
  'region',
  'email',
  'phone',
  'address',
  'locality',
  'postcode',
] as const;

/** All that is known of who writes in a case. */
export const CustomerCardSchema = z.object({
  records: z.array(CardRecordSchema),
  conflicts: z.array(
    z.object({
      field: z.enum(CONFLICTING),
      said: z.array(z.object({ crm: z.string(), value: z.string() })),
    }),
  ),
  sources: z.array(
    z.object({
      crm: z.string(),
      trouble: z.string().nullable(),
      since: InstantSchema,
      answeredAt: InstantSchema.nullable(),
    }),
  ),
  profiles: z.array(ProfileSchema),
  cases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      channel: z.string(),
      status: CaseStatusSchema,
      openedAt: InstantSchema,
    }),
  ),
  questions: z.number().int(),
});
