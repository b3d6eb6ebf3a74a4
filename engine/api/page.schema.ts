import { z } from 'zod';

/** Names and ids as they come in an address or a query. */
export const IdSchema = z.string().min(1).max(300);
export const HashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'a revision is named by 64 hexadecimal digits');
export const InstantSchema = z.iso.datetime({ offset: true });

/** Why somebody does something; kept in the record. */
export const WhySchema = z.string().trim().min(1, 'say why').max(2_000);

/** How a list is read on: the size of a page, and where the one before ended. */
export const PageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(2_000).exactOptional(),
};

export const NamedSchema = z.object({ id: z.string(), name: z.string() });

/** A page of something. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A query parameter that may be repeated. */
export function several<T extends string>(allowed: readonly [T, ...T[]]) {
  const one = z.enum(allowed);
  return z.union([one.transform((value) => [value]), z.array(one).max(allowed.length)]);
}
