import type { Database } from './database.ts';
import { exportOf, type PersonExport } from './privacy/export.ts';
import { findPerson, type FoundPerson, type PersonSought } from './privacy/find-person.ts';
import { scopeOf } from './privacy/scope.ts';
import { StoreProblem } from './problem.ts';

/** The people who write to the company, each with everything that stands of them. */
export interface PersonStore {
  /** Who has these profiles and this e-mail address. Nobody: no profiles and no records. */
  find(sought: PersonSought): Promise<FoundPerson>;
  /** All that stands of who was found, with plain names; see PersonExport. 'not found' for nobody. */
  export(person: Pick<FoundPerson, 'profileIds' | 'customerIds'>): Promise<PersonExport>;
}

export function personStore(db: Database): PersonStore {
  return {
    find: (sought) => findPerson(db, sought),
    async export({ profileIds, customerIds }) {
      if (profileIds.length + customerIds.length === 0)
        throw new StoreProblem(
          'not found',
          'There is no such person.',
          'Look them up by their e-mail address, or take the profile from one of their cases.',
        );
      return exportOf(db, await scopeOf(db, profileIds, customerIds));
    },
  };
}
