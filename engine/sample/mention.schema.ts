import { z } from 'zod';
import { ClockTimeSchema } from './cast.schema.ts';
import { DurationSchema } from './duration.schema.ts';

/** Channels of the story; each is named as its kind. */
export const CHANNELS = ['tweet', 'blog', 'forum', 'email', 'phone'] as const;

const AuthorSchema = z.strictObject({
  name: z.string(),
  /** A Twitter handle with its @, a forum name, a blog's address. */
  handle: z.string().exactOptional(),
  email: z.email().exactOptional(),
  phone: z.string().exactOptional(),
  followers: z.number().int().nonnegative().exactOptional(),
});

/** Something said on the story day, as it stands in the files. */
export const WrittenMentionSchema = z.strictObject({
  id: z.string().regex(/^(tweet|blog|forum|email|call)-\d\d$/),
  at: ClockTimeSchema,
  author: AuthorSchema,
  subject: z.string().exactOptional(),
  url: z.url().exactOptional(),
  /** The channel delivers it a second time, with the same id. */
  againAfter: DurationSchema.exactOptional(),
  text: z.string().min(1),
});

/** One of the sixty mentions of the story. */
export type StoryMention = z.infer<typeof WrittenMentionSchema> & {
  readonly channel: (typeof CHANNELS)[number];
};
