import { z } from 'zod';
import { BaseUrl, Country, LimitsSchema, NumberPattern, SecretName } from '../crm-file.schema.ts';

/** Key of a custom field of users. */
const UserField = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/, 'must be the key of a user field');

/** `crm.json` of a Zendesk account. */
export const ZendeskFileSchema = z.strictObject({
  kind: z.literal('zendesk'),
  url: BaseUrl,
  /** The agent in whose name an API token asks. */
  email: z.email(),
  token: SecretName,
  country: Country,
  accountNumberAs: NumberPattern,
  limits: LimitsSchema.default({}),
  /** What users say of themselves in custom fields. */
  fields: z
    .strictObject({
      birthDate: UserField,
      address: UserField,
      locality: UserField,
      postcode: UserField,
      region: UserField,
    })
    .partial()
    .default({}),
  extra: z.array(UserField).default([]),
});
export type ZendeskFile = z.infer<typeof ZendeskFileSchema>;
