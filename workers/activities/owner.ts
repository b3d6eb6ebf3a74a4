import { z } from 'zod';

/** Whose a case is. `level` says how far up the ladder it stands; a team without a person waits for whoever takes it. */
export const OwnerSchema = z.object({
  team: z.string().nullable(),
  person: z.string().nullable(),
  level: z.enum(['person', 'lead', 'team lead', 'team']),
});
export type Owner = z.infer<typeof OwnerSchema>;
