import { z } from 'zod';
import { BaseUrl, Country, LimitsSchema, NumberPattern, SecretName } from '../crm-file.schema.ts';

/** API name of a field or an object. A field of a related object has dots: `Account.Name`. */
const Field = z.string().regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/, 'must be the API name of a field');
const OwnField = z.string().regex(/^[A-Za-z]\w*$/, 'must be the API name of a field');

/** `crm.json` of a Salesforce organisation. What is not named is as in a new organisation. */
export const SalesforceFileSchema = z.strictObject({
  kind: z.literal('salesforce'),
  /** The organisation's My Domain address. */
  url: BaseUrl,
  version: z
    .string()
    .regex(/^v\d{2}\.0$/, 'must be a version such as v61.0')
    .default('v61.0'),
  /** The connected app, which signs in by the OAuth 2.0 client credentials flow. */
  clientId: z.string().min(1).max(500),
  clientSecret: SecretName,
  country: Country,
  accountNumberAs: NumberPattern,
  limits: LimitsSchema.default({}),
  /** The fields of a contact. */
  fields: z.strictObject({
    /** Contacts without one are nobody’s. */
    accountNumber: OwnField,
    name: Field.default('Name'),
    email: Field.default('Email'),
    phone: Field.default('Phone'),
    birthDate: Field.default('Birthdate'),
    address: Field.default('MailingStreet'),
    locality: Field.default('MailingCity'),
    postcode: Field.default('MailingPostalCode'),
    region: Field.default('MailingState'),
    since: Field.default('CreatedDate'),
  }),
  extra: z.array(Field).default([]),
  /**
   * A text field of tasks and cases, unique and an external id, that keeps what is written from being written twice.
   * Without it nothing is written.
   */
  keyField: OwnField.optional(),
});
export type SalesforceFile = z.infer<typeof SalesforceFileSchema>;
