import { z } from 'zod';

const column = z.string().min(1).max(200);

/**
 * Which column of a CSV file says what. Stands beside the files as `mapping.json`; without it the columns carry the
 * names on the left. `products` is cut at `separator`. Other columns are kept as they are.
 */
export const MappingSchema = z.strictObject({
  kind: z.literal('csv').optional(),
  accountNumber: column.default('accountNumber'),
  name: column.default('name'),
  email: column.default('email'),
  phone: column.default('phone'),
  birthDate: column.default('birthDate'),
  address: column.default('address'),
  locality: column.default('locality'),
  postcode: column.default('postcode'),
  region: column.default('region'),
  since: column.default('since'),
  products: column.default('products'),
  separator: z.string().min(1).max(5).default(';'),
  /** ISO 3166-1 alpha-2: how phone numbers without a country's prefix are read. */
  country: z.string().length(2).optional(),
  delimiter: z.string().length(1).default(','),
  /** Columns of `history.csv`: a row for each contact with support, the customer by account number. */
  history: z
    .strictObject({
      accountNumber: column.default('accountNumber'),
      id: column.default('id'),
      at: column.default('date'),
      channel: column.default('channel'),
      about: column.default('about'),
      outcome: column.default('outcome'),
      by: column.default('by'),
    })
    .prefault({}),
  /** Columns of `products.csv`, for what `products` above does not say. */
  product: z
    .strictObject({
      accountNumber: column.default('accountNumber'),
      name: column.default('name'),
      since: column.default('since'),
      state: column.default('state'),
    })
    .prefault({}),
});
export type Mapping = z.infer<typeof MappingSchema>;
