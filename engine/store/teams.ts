import type { Team } from '../../definitions/model/people.ts';
import type { Database } from './database.ts';
import type { TeamDoc } from './models/team.ts';
import { untilWritten } from './transaction.ts';

export interface TeamStore {
  upsert(team: Team): Promise<void>;
  find(teamId: string): Promise<Team | null>;
  /** By name. */
  list(): Promise<readonly Team[]>;
}

export function teamStore(db: Database): TeamStore {
  const { teams } = db.models;
  return {
    async upsert({ id, ...team }) {
      const set = { ...team, skills: [...team.skills] };
      await untilWritten(() => teams.updateOne({ _id: id }, { $set: set }, { upsert: true }));
    },
    async find(teamId) {
      const doc = await teams.findById(teamId).lean();
      return doc === null ? null : teamOf(doc);
    },
    async list() {
      const docs = await teams.find().sort({ name: 1, _id: 1 }).lean();
      return docs.map(teamOf);
    },
  };
}

function teamOf(doc: TeamDoc): Team {
  const { _id, name, region, skills, lead, hours } = doc;
  return { id: _id, name, region, skills, lead, hours: hours ?? null };
}
