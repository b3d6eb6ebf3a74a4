import { z } from 'zod';
import { BaseUrl, Country, LimitsSchema, NumberPattern, SecretName } from '../crm-file.schema.ts';

const Pointer = z.string().regex(/^(\/.*)?$/, 'must be a JSON Pointer: "/customer/name"');
/** One place, or several whose texts are joined. */
const Texts = z.union([Pointer, z.array(Pointer).min(1)]);
/** Below the base URL; `{accountNumber}` stands for the customer's. */
const Path = z.string().regex(/^\/[^?#]*$/, 'must begin with a slash and ask nothing');
const Name = z.string().min(1).max(100);

const AddressedPath = Path.refine((path) => path.includes('{accountNumber}'), {
  message: 'must say where {accountNumber} stands',
});

/**
 * `crm.json` of a system with an HTTP API of its own: which path answers what, and which JSON Pointer of an answer says
 * what. An operation whose path is not named is not offered.
 */
export const RestFileSchema = z.strictObject({
  kind: z.literal('rest'),
  url: BaseUrl,
  /** Sent as `Authorization: Bearer …`. */
  token: SecretName,
  country: Country,
  accountNumberAs: NumberPattern,
  limits: LimitsSchema.default({}),
  /** How pages are asked for (names in the query) and where an answer names the next one. */
  paging: z
    .strictObject({
      cursor: Name.default('cursor'),
      size: Name.default('limit'),
      next: Pointer.default('/next'),
    })
    .prefault({}),
  /** Where an answer says that it is none, whatever its status. */
  error: Pointer.default('/error'),
  search: z.strictObject({
    path: Path,
    items: Pointer,
    /** The field's name in the query. */
    by: z
      .strictObject({
        email: Name,
        phone: Name,
        accountNumber: Name,
        name: Name,
        birthDate: Name,
        postcode: Name,
        locality: Name,
        address: Name,
      })
      .partial()
      .refine((by) => Object.keys(by).length > 0, { message: 'must name a field to search by' }),
  }),
  customer: z.strictObject({
    accountNumber: Texts,
    name: Texts.optional(),
    email: Texts.optional(),
    phone: Texts.optional(),
    birthDate: Texts.optional(),
    address: Texts.optional(),
    locality: Texts.optional(),
    postcode: Texts.optional(),
    region: Texts.optional(),
    since: Texts.optional(),
    /** A list of texts. */
    products: Pointer.optional(),
    /** What else is kept, by the name it is kept under. */
    extra: z.record(z.string().min(1).max(100), Pointer).default({}),
  }),
  fetch: z.strictObject({ path: AddressedPath, item: Pointer.default('') }).optional(),
  list: z.strictObject({ path: Path, items: Pointer }).optional(),
  history: z
    .strictObject({
      path: AddressedPath,
      items: Pointer,
      id: Texts,
      at: Texts.optional(),
      channel: Texts.optional(),
      about: Texts.optional(),
      outcome: Texts.optional(),
      by: Texts.optional(),
    })
    .optional(),
  products: z
    .strictObject({
      path: AddressedPath,
      items: Pointer,
      name: Texts,
      since: Texts.optional(),
      state: Texts.optional(),
    })
    .optional(),
  /** Names in the body of what is written, and where the answer says its id. */
  addNote: z
    .strictObject({
      path: AddressedPath,
      text: Name.default('text'),
      by: Name.optional(),
      id: Texts.default('/id'),
    })
    .optional(),
  openTicket: z
    .strictObject({
      path: AddressedPath,
      subject: Name.default('subject'),
      text: Name.default('text'),
      id: Texts.default('/id'),
    })
    .optional(),
  /** The header by which a repeated note or ticket is known; null where there is none. */
  keyHeader: Name.nullable().default('Idempotency-Key'),
});
export type RestFile = z.infer<typeof RestFileSchema>;
