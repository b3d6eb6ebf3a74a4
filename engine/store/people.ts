import type { CaseStatus } from '../../definitions/model/case.ts';
import type { Person } from '../../definitions/model/people.ts';
import type { Database } from './database.ts';
import type { PersonDoc } from './models/person.ts';
import { untilWritten } from './transaction.ts';

export interface PeopleStore {
  upsert(person: Person): Promise<void>;
  find(personId: string): Promise<Person | null>;
  findMany(personIds: readonly string[]): Promise<readonly Person[]>;
  /** By name; the inactive too if asked for. */
  list(filter?: { readonly team?: string; readonly inactiveToo?: boolean }): Promise<readonly Person[]>;
  /** Who is asked when this one does not act: the person's own lead, else the team's, never the same person; null at the top. */
  leadOf(personId: string): Promise<Person | null>;
  /** Cases that each active person (of the team) owns and that are not over; people without any count 0. */
  loads(team?: string): Promise<ReadonlyMap<string, number>>;
}

const GOING_ON: readonly CaseStatus[] = ['open', 'waiting', 'person', 'stuck'];

export function peopleStore(db: Database): PeopleStore {
  const { people, teams, cases } = db.models;

  async function find(personId: string): Promise<Person | null> {
    const doc = await people.findById(personId).lean();
    return doc === null ? null : personOf(doc);
  }

  return {
    find,
    async upsert({ id, ...person }) {
      const set = { ...person, skills: [...person.skills], roles: [...person.roles] };
      await untilWritten(() => people.updateOne({ _id: id }, { $set: set }, { upsert: true }));
    },
    async findMany(personIds) {
      const docs = await people.find({ _id: { $in: [...personIds] } }).lean();
      return docs.map(personOf);
    },
    async list({ team, inactiveToo = false } = {}) {
      const which = { ...(team !== undefined && { team }), ...(!inactiveToo && { active: true }) };
      const docs = await people.find(which).sort({ name: 1, _id: 1 }).lean();
      return docs.map(personOf);
    },
    async leadOf(personId) {
      const person = await find(personId);
      if (person === null) return null;
      const team = await teams.findById(person.team).lean();
      const lead = [person.lead, team?.lead ?? null].find((id) => id !== null && id !== personId) ?? null;
      return lead === null ? null : find(lead);
    },
    async loads(team) {
      const which = { active: true, ...(team !== undefined && { team }) };
      const docs = await people.find(which).select({ _id: 1 }).sort({ name: 1, _id: 1 }).lean();
      const ids = docs.map((doc) => doc._id);
      const groups = await cases.aggregate<{ _id: string; count: number }>([
        { $match: { person: { $in: ids }, status: { $in: [...GOING_ON] } } },
        { $group: { _id: '$person', count: { $sum: 1 } } },
      ]);
      const counted = new Map(groups.map((group) => [group._id, group.count]));
      return new Map(ids.map((id) => [id, counted.get(id) ?? 0]));
    },
  };
}

function personOf(doc: PersonDoc): Person {
  const { _id, name, team, region, skills, roles, lead, active, hours } = doc;
  return { id: _id, name, team, region, skills, roles, lead, active, hours: hours ?? null };
}
