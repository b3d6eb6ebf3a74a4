import type { Store } from '../../engine/store/store.ts';
import type { Owner } from './owner.ts';

type Holder = { readonly team: string | null; readonly person: string | null };

/** How far up the ladder an owner stands: at the head of the team, at the head of some of its people, or not. */
export async function levelOf(store: Store, owner: Holder): Promise<Owner['level']> {
  if (owner.person === null) return 'team';
  const team = owner.team === null ? null : await store.teams.find(owner.team);
  if (team?.lead === owner.person) return 'team lead';
  const colleagues = owner.team === null ? [] : await store.people.list({ team: owner.team });
  return colleagues.some((colleague) => colleague.lead === owner.person) ? 'lead' : 'person';
}

/** Who is next: the person's lead, then the team's. At the top, or where nobody leads, the owner stays. */
export async function nextRung(store: Store, owner: Holder): Promise<Holder> {
  const team = owner.team === null ? null : await store.teams.find(owner.team);
  const next =
    owner.person === null ? (team?.lead ?? null) : ((await store.people.leadOf(owner.person))?.id ?? null);
  return next === null ? owner : { team: owner.team, person: next };
}
