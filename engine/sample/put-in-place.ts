import { NOTHING_SAID } from '../../definitions/model/customer.ts';
import { ensureFirstPerson } from '../local/first-people.ts';
import { releaseShippedFlow } from '../local/release-shipped.ts';
import type { CatalogueStore } from '../store/catalogue.ts';
import type { Store } from '../store/store.ts';
import { peopleOf, teamsOf } from './cast.ts';
import type { EarlierLink } from './cast.schema.ts';
import { authorId, incomingMention } from './incoming.ts';
import type { Morning } from './morning.ts';
import type { Story } from './story.ts';

const DAY_MS = 86_400_000;

/** The story's teams and people, and its visitor. Whoever is there already stays as they are. */
export async function putCastInPlace(store: Store, story: Story, { offset }: Morning): Promise<void> {
  const [teams, people] = await Promise.all([store.teams.list(), store.people.list({ inactiveToo: true })]);
  const known = new Set([...teams, ...people].map(({ id }) => id));
  const missing = ({ id }: { readonly id: string }): boolean => !known.has(id);
  await Promise.all(teamsOf(story, offset).filter(missing).map(store.teams.upsert));
  await Promise.all(peopleOf(story, offset).filter(missing).map(store.people.upsert));
  await ensureFirstPerson(store);
}

/**
 * What has to be there before the first mention is heard: the shipped flow live, by the contracts that this
 * installation's workers offer, and the links made before. What is there already stays.
 */
export async function putBeginningInPlace(
  store: Store,
  catalogue: CatalogueStore,
  story: Story,
  morning: Morning,
): Promise<void> {
  await Promise.all([
    releaseByOwn(store, catalogue),
    ...story.links.map((link) => linkBefore(store, story, link, morning)),
  ]);
}

async function releaseByOwn(store: Store, catalogue: CatalogueStore): Promise<void> {
  const [own, here] = await Promise.all([catalogue.list(), store.catalogue.list()]);
  const known = new Set(here.map(({ contract }) => contract.name));
  const missing = own.map(({ contract }) => contract).filter(({ name }) => !known.has(name));
  await store.catalogue.publish('the sample day', missing);
  await releaseShippedFlow(store);
}

async function linkBefore(store: Store, story: Story, link: EarlierLink, morning: Morning): Promise<void> {
  const { channel, author, crm, account, record, by, daysBefore } = link;
  const first = story.mentions.find((one) => one.channel === channel && authorId(one) === author);
  if (first === undefined) throw new Error(`${author} was linked before and never writes.`);
  const at = new Date(morning.instant - daysBefore * DAY_MS).toISOString();
  const profile = await store.profiles.ensure(channel, incomingMention(story, first, at).author);
  if ((await store.links.current(profile.id)).length > 0) return;
  const customer = await store.customers.upsert({ ...NOTHING_SAID, ...record, crm, accountNumber: account });
  await store.links.link({
    profileId: profile.id,
    customerId: customer.id,
    how: 'confirmed by a person',
    evidence: {},
    by,
    at,
  });
}
