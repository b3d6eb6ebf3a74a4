import { Schema, type Connection } from 'mongoose';
import { PLAIN } from './plain.ts';

/** A profile and a customer of whom a person is asked; there while nobody has answered. `_id` is the profile and the customer. */
export interface LinkQuestionDoc {
  _id: string;
  profileId: string;
  customerId: string;
  probability: number;
  since: Date;
  eventId: string;
}

export function linkQuestionModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      profileId: { type: String, required: true },
      customerId: { type: String, required: true },
      probability: { type: Number, required: true },
      since: { type: Date, required: true },
      eventId: { type: String, required: true },
    },
    PLAIN,
  );
  schema.index({ probability: -1, _id: 1 });
  schema.index({ profileId: 1 });
  return connection.model<LinkQuestionDoc>('LinkQuestion', schema, 'linkQuestions');
}
