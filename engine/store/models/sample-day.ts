import { Schema, type Connection } from 'mongoose';
import type { StoryClock } from '../../../definitions/model/story-clock.ts';
import { PLAIN } from './plain.ts';

/** The sample day that is on; one document, `_id` 'sample day'. */
export interface SampleDayDoc {
  _id: string;
  clock: StoryClock;
  answersItself: boolean;
  startedBy: string;
  isEnding: boolean;
  /** Workers that carry its cases. */
  workers: readonly string[];
}

export function sampleDayModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      clock: { type: Schema.Types.Mixed, required: true },
      answersItself: { type: Boolean, required: true },
      startedBy: { type: String, required: true },
      isEnding: { type: Boolean, required: true },
      workers: { type: [String], required: true },
    },
    PLAIN,
  );
  return connection.model<SampleDayDoc>('SampleDay', schema, 'sampledays');
}
