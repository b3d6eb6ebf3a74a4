import { z } from 'zod';

/** Longer than any name or note of a CRM; what is longer still is no record. */
const LONGEST = 50_000;
const LONGEST_ID = 500;

const text = z
  .union([z.string().max(LONGEST), z.number().transform(String)])
  .transform((given) => (given.trim() === '' ? null : given))
  .nullish()
  .transform((given) => given ?? null);
/** A time that cannot be read says nothing. */
const time = text.transform((given) => (given !== null && Number.isFinite(Date.parse(given)) ? given : null));
const id = z
  .union([z.string(), z.number().transform(String)])
  .refine((given) => given.trim() !== '' && given.length <= LONGEST_ID);

/** What an adapter answers of a customer. */
export const RecordSchema = z.object({
  accountNumber: id,
  name: text,
  email: text,
  phone: text,
  birthDate: text,
  address: text,
  locality: text,
  postcode: text,
  region: text,
  since: time,
  products: z
    .array(z.string().max(LONGEST))
    .nullish()
    .transform((given) => given ?? []),
  extra: z
    .record(z.string(), z.json())
    .nullish()
    .transform((given) => given ?? {}),
});

export const ProductSchema = z.object({ name: z.string().min(1).max(LONGEST), since: time, state: text });

export const ContactSchema = z.object({ id, at: time, channel: text, about: text, outcome: text, by: text });

export const WrittenSchema = z.object({ externalId: id });

const asOf = z.iso.datetime({ offset: true }).optional();
export const PageSchema = z.object({
  items: z.array(z.unknown()),
  next: z
    .string()
    .min(1)
    .max(10_000)
    .nullish()
    .transform((given) => given ?? null),
  asOf,
  unreadable: z.number().int().min(0).default(0),
});
export const AnswerSchema = z.object({ value: z.unknown(), asOf });
