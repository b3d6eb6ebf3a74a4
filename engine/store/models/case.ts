import { Schema, type Connection } from 'mongoose';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { BrokenStep, CaseStatus, Position, Retry, Worth } from '../../../definitions/model/case.ts';
import type { ChannelKind } from '../../../definitions/model/mention.ts';
import { PLAIN } from './plain.ts';

export interface CaseDoc {
  _id: string;
  brand: string;
  status: CaseStatus;
  title: string;
  /** What it is found by: see search-words. */
  titleWords: readonly string[];
  /** Whose words the title is made of. */
  titleProfileId: string | null;
  outcome: string | null;
  revision: string | null;
  runId: string | null;
  channel: string;
  kind: ChannelKind;
  team: string | null;
  person: string | null;
  region: string | null;
  priority: string | null;
  dueAt: Date | null;
  brokenStep: BrokenStep | null;
  ownError: boolean | null;
  customerId: string | null;
  primaryCaseId: string | null;
  history: boolean;
  importId: string | null;
  /** Null until the run has said so. */
  worth: Worth | null;
  /** When the earliest inbound mention was said: what the company said before it answers nothing. */
  firstSaidAt: Date;
  /** When the latest inbound mention was said. */
  lastSaidAt: Date;
  /** When the company first answered, by Earshot or elsewhere. */
  answeredAt: Date | null;
  /** The customer wrote after that. */
  wroteAgain: boolean;
  openedAt: Date;
  changedAt: Date;
  closedAt: Date | null;
  lastSeq: number;
  deliveredSeq: number;
  seenSeq: number;
  /** lastSeq > deliveredSeq, kept as a field of its own so that a partial index holds just these. */
  undelivered: boolean;
  undeliveredSince: Date | null;
  /** Since when the run owes a report: on what was delivered, on what a person did, on a step it does not do itself. */
  owesSince: Date | null;
  wakesAt: Date | null;
  positions: readonly Position[];
  /** Absent: none. `reported`: the version of the run's report before it asked for the activity. */
  retries?: readonly (Omit<Retry, 'since'> & { readonly since: Date; readonly reported: number })[];
  /** Nodes of `positions`, alone and with their flow (see nodeKeys), for the index. */
  nodes: readonly string[];
  /** What it is counted under in the tallies; see tally/keys.ts. */
  counted: string | null;
  standing: string | null;
  facts: JsonObject;
  progressVersion: number;
  trailLength: number;
}

export function caseModel(connection: Connection) {
  const schema = new Schema(
    {
      _id: { type: String },
      brand: { type: String, required: true },
      status: { type: String, required: true },
      title: { type: String },
      titleWords: { type: [String], required: true },
      titleProfileId: { type: String },
      outcome: { type: String },
      revision: { type: String },
      runId: { type: String },
      channel: { type: String, required: true },
      kind: { type: String, required: true },
      team: { type: String },
      person: { type: String },
      region: { type: String },
      priority: { type: String },
      dueAt: { type: Date },
      brokenStep: { type: String },
      ownError: { type: Boolean },
      customerId: { type: String },
      primaryCaseId: { type: String },
      history: { type: Boolean, required: true },
      importId: { type: String },
      worth: { type: String },
      firstSaidAt: { type: Date, required: true },
      lastSaidAt: { type: Date },
      answeredAt: { type: Date },
      wroteAgain: { type: Boolean },
      openedAt: { type: Date, required: true },
      changedAt: { type: Date, required: true },
      closedAt: { type: Date },
      lastSeq: { type: Number, required: true },
      deliveredSeq: { type: Number, required: true },
      seenSeq: { type: Number, required: true },
      undelivered: { type: Boolean, required: true },
      undeliveredSince: { type: Date },
      owesSince: { type: Date },
      wakesAt: { type: Date },
      positions: { type: Schema.Types.Mixed, required: true },
      retries: { type: Schema.Types.Mixed },
      nodes: { type: [String], required: true },
      counted: { type: String },
      standing: { type: String },
      facts: { type: Schema.Types.Mixed, required: true },
      progressVersion: { type: Number, required: true },
      trailLength: { type: Number, required: true },
    },
    PLAIN,
  );
  schema.index({ changedAt: -1, _id: -1 });
  schema.index({ openedAt: -1, _id: -1 });
  schema.index({ status: 1, changedAt: -1, _id: -1 });
  schema.index({ nodes: 1, changedAt: -1, _id: -1 });
  schema.index({ titleWords: 1 });
  schema.index({ brand: 1 });
  // Most cases have nothing in these fields; an index of the filled ones stays small. Every string is above ''.
  const filled = (field: keyof CaseDoc) => ({ partialFilterExpression: { [field]: { $gt: '' } } });
  schema.index({ person: 1, changedAt: -1, _id: -1 }, filled('person'));
  schema.index({ team: 1, changedAt: -1, _id: -1 }, filled('team'));
  schema.index({ brokenStep: 1, openedAt: -1, _id: -1 }, filled('brokenStep'));
  schema.index({ outcome: 1, openedAt: -1, _id: -1 }, filled('outcome'));
  schema.index({ revision: 1 }, filled('revision'));
  schema.index({ customerId: 1 }, filled('customerId'));
  schema.index({ primaryCaseId: 1 }, filled('primaryCaseId'));
  schema.index({ titleProfileId: 1 }, filled('titleProfileId'));
  schema.index({ importId: 1 }, filled('importId'));
  const dated = (field: keyof CaseDoc) => ({ partialFilterExpression: { [field]: { $gt: new Date(0) } } });
  schema.index({ dueAt: 1, _id: 1 }, dated('dueAt'));
  schema.index({ owesSince: 1, _id: 1 }, dated('owesSince'));
  schema.index({ wakesAt: 1, _id: 1 }, dated('wakesAt'));
  schema.index({ undelivered: 1, undeliveredSince: 1 }, { partialFilterExpression: { undelivered: true } });
  return connection.model<CaseDoc>('Case', schema, 'cases');
}
