import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';
import { PUBLISHED, type PublishedDoc } from './published.ts';

/** The stories that stand beside a revision were changed; the revision was not. */
export function storyChangeModel(connection: Connection) {
  const schema = new Schema(PUBLISHED, PLAIN);
  schema.index({ flow: 1, at: -1, _id: -1 });
  return connection.model<PublishedDoc>('StoryChange', schema, 'storyChanges');
}
