import { z } from 'zod';

const column = z.string().min(1).max(200);

/**
 * Which column of a CSV file says what. Stands beside the files as `mapping.json`; without it the columns carry the
 * names on the left. `products` is cut at `separator`. Other columns are kept as they are.
 */
export const MappingSchema = z.strictObject({
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
});
export type Mapping = z.infer<typeof MappingSchema>;
