import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase, type Database } from '../../engine/store/database.ts';
import { PERSONAL_DATA, STANDINGS } from '../../engine/store/privacy/personal-data.ts';
import { freshName, mongoUri } from './fresh-store.ts';

let db: Database;
beforeAll(async () => {
  const clock = () => new Date();
  db = await connectDatabase(mongoUri(), freshName(), { now: clock, machineNow: clock });
});
afterAll(() => db.connection.close());

describe('the table of personal data', () => {
  it('names every collection', () => {
    expect(Object.keys(PERSONAL_DATA).sort()).toEqual(Object.keys(db.models).sort());
  });

  it.each(STANDINGS.map(([name]) => name))('says of every field of %s whether it goes', (name) => {
    const standing = STANDINGS.find(([one]) => one === name)?.[1];
    const fields = [...Object.keys(standing?.personal ?? {}), ...(standing?.kept ?? [])];
    const declared = Object.keys(db.models[name].schema.paths).map((path) => path.split('.')[0] ?? path);
    expect([...new Set(fields)].sort()).toEqual([...new Set(declared)].sort());
    expect(new Set(fields).size).toBe(fields.length);
  });

  it('names every unique index that holds what goes', () => {
    for (const [name, standing] of STANDINGS) {
      const unique = db.models[name].schema
        .indexes()
        .filter(([, options]) => options.unique === true)
        .flatMap(([fields]) => Object.keys(fields));
      const goes = unique.filter((field) => field in standing.personal);
      expect([name, standing.unique ?? []]).toEqual([name, goes]);
    }
  });

  it('tells in an export of everything that it takes away', () => {
    const untold = STANDINGS.flatMap(([name, standing]) =>
      Object.keys(standing.personal)
        .filter((field) => !(field in standing.told))
        .map((field) => `${name}.${field}`),
    );
    // Words to search by, keys that are made of others, and what machines alone read.
    expect(untold.sort()).toEqual([
      'arrivals.facts',
      'cases.titleProfileId',
      'cases.titleWords',
      'conversations.threadKey',
      'customers.nameWords',
      'customers.read',
      'customers.tokens',
      'effects.output',
      'histories.history',
      'mentions.inReplyTo',
      'profiles.nameWords',
      'savedStates.state',
      'tasks.suggested',
      'trail.events',
    ]);
  });
});
