import { z } from 'zod';
import { Country, LimitsSchema } from '../crm-file.schema.ts';

/** Name of a table, a view or a column. */
const Identifier = z.string().min(1).max(200);
/** One column, or several whose texts are joined by blanks. */
const Columns = z.union([Identifier, z.array(Identifier).min(1)]);

/** `crm.json` of a SQLite file: which of its tables and columns say what. */
export const SqlFileSchema = z.strictObject({
  kind: z.literal('sql'),
  /** The database, beside `crm.json` or by its whole path. */
  file: z.string().min(1),
  country: Country,
  limits: LimitsSchema.default({}),
  customers: z.strictObject({
    table: Identifier,
    accountNumber: Identifier,
    name: Columns.optional(),
    email: Identifier.optional(),
    phone: Identifier.optional(),
    birthDate: Identifier.optional(),
    address: Columns.optional(),
    locality: Identifier.optional(),
    postcode: Identifier.optional(),
    region: Identifier.optional(),
    since: Identifier.optional(),
    /** Columns that are kept besides, under their own names. */
    extra: z.array(Identifier).default([]),
    /** What other tables name a customer by; the account number where it is not named. */
    key: Identifier.optional(),
  }),
  history: z
    .strictObject({
      table: Identifier,
      /** Holds the customer's key. */
      customer: Identifier,
      id: Identifier,
      /** ISO 8601, so that the latest can be told. */
      at: Identifier,
      channel: Identifier.optional(),
      about: Columns.optional(),
      outcome: Identifier.optional(),
      by: Identifier.optional(),
    })
    .optional(),
  products: z
    .strictObject({
      table: Identifier,
      customer: Identifier,
      name: Columns,
      since: Identifier.optional(),
      state: Identifier.optional(),
    })
    .optional(),
});
export type SqlFile = z.infer<typeof SqlFileSchema>;
