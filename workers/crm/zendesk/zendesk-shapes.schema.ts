import { z } from 'zod';

/** The parts of Zendesk's shapes (Ticketing API reference) that are read. */
export const UserSchema = z.looseObject({
  id: z.number(),
  external_id: z.string().nullable(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  created_at: z.string().nullish(),
  user_fields: z.record(z.string(), z.unknown()).nullish(),
});
export type ZendeskUser = z.infer<typeof UserSchema>;

const TicketSchema = z.looseObject({
  id: z.number(),
  created_at: z.string().nullish(),
  subject: z.string().nullish(),
  status: z.string().nullish(),
  via: z.looseObject({ channel: z.union([z.string(), z.number()]).nullish() }).nullish(),
});

/** Pages by number: the next one is named by its address. */
const byNumber = { next_page: z.string().nullish() };
/** Pages by cursor. */
const byCursor = {
  meta: z.looseObject({ has_more: z.boolean(), after_cursor: z.string().nullish() }),
};

export const FoundUsersSchema = z.looseObject({ users: z.array(z.unknown()), ...byNumber });
export const ListedUsersSchema = z.looseObject({ users: z.array(z.unknown()), ...byCursor });
export const TicketsSchema = z.looseObject({ tickets: z.array(TicketSchema), ...byNumber });
export const CreatedTicketSchema = z.looseObject({ ticket: TicketSchema });
