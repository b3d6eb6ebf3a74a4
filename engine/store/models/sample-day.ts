import { Schema, type Connection } from 'mongoose';
import type { StoryClock } from '../../../definitions/model/story-clock.ts';
import { PLAIN } from './plain.ts';

/** The sample day that is on; one document, `_id` 'sample day'. */
export interface SampleDayDoc {
  _id: string;
  clock: StoryClock;
  /** The instant at which the story began, with the offset of its visitor's clock (ISO 8601). */
  morning: string;
  /** Story time, ms since the epoch; null: the visitor's tasks wait for the visitor. */
  answersItselfSince: number | null;
  startedBy: string;
  isEnding: boolean;
  isOver: boolean;
  /** How fast it goes on when the visitor acts after it was over; absent or null: nobody knows yet. */
  goesOnAtScale?: number | null;
  /** Workers that carry its cases. */
  workers: readonly string[];
  /** The process that tells the story, and when it was last there (the machine's clock, ms since the epoch). */
  teller: string | null;
  toldAt: number | null;
}

export function sampleDayModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      clock: { type: Schema.Types.Mixed, required: true },
      morning: { type: String, required: true },
      answersItselfSince: { type: Number },
      startedBy: { type: String, required: true },
      isEnding: { type: Boolean, required: true },
      isOver: { type: Boolean, required: true },
      goesOnAtScale: { type: Number },
      workers: { type: [String], required: true },
      teller: { type: String },
      toldAt: { type: Number },
    },
    PLAIN,
  );
  return connection.model<SampleDayDoc>('SampleDay', schema, 'sampledays');
}
