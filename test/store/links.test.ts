import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NOTHING_SAID } from '../../definitions/model/customer.ts';
import type { Claim } from '../../engine/store/links/event.ts';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

const AT = '2026-03-02T10:00:00.000Z';
let numbers = 0;

/** Somebody who wrote, in a case of theirs, and a customer of the north. */
async function somebody(crm = 'billing') {
  const { store } = fresh;
  const name = `s${++numbers}`;
  const write = async (id: string) => {
    const verdicts = await store.mentions.capture([said(id, { author: { externalId: name }, threadId: id })]);
    return caseIdOf(verdicts[0]);
  };
  const caseId = await write(name);
  const profileId = (await store.profiles.byExternalId('tweet', name))?.id ?? '';
  const customer = await store.customers.upsert({
    ...NOTHING_SAID,
    crm,
    accountNumber: name,
    region: 'North',
  });
  const claim: Claim = {
    profileId,
    customerId: customer.id,
    how: 'likely by their fields',
    evidence: { probability: 0.6, steps: [] },
    by: 'earshot',
    at: AT,
  };
  const ofCase = async (id = caseId) => {
    const found = await store.cases.find(id);
    return [found?.customerId ?? null, found?.region ?? null];
  };
  return { name, write, caseId, profileId, customerId: customer.id, claim, ofCase };
}
const words = async (profileId: string) =>
  (await fresh.store.links.ofProfile(profileId)).map(({ what }) => what);

describe('a profile that may be a customer', () => {
  it('is put before a person once, and linked at their word, with the cases in which it speaks', async () => {
    const { links } = fresh.store;
    const who = await somebody();
    const asked = await links.propose(who.claim, 0.6);
    expect(await links.propose(who.claim, 0.6)).toBeNull();
    expect(await links.question(who.profileId, who.customerId)).toMatchObject({
      probability: 0.6,
      eventId: asked?.id,
    });
    const answer = { profileId: who.profileId, customerId: who.customerId, by: 'pat', at: AT };
    const linked = await links.answer({ ...answer, answer: 'same', eventId: asked?.id ?? '' });
    expect(linked).toMatchObject({ what: 'linked', how: 'confirmed by a person', by: 'pat' });
    expect(linked.evidence).toEqual(who.claim.evidence);
    expect(await who.ofCase()).toEqual([who.customerId, 'North']);
    expect(await links.question(who.profileId, who.customerId)).toBeNull();
    expect(await links.current(who.profileId)).toHaveLength(1);
  });

  it('is answered by the first of two, and the other is told', async () => {
    const { links } = fresh.store;
    const who = await somebody();
    const eventId = (await links.propose(who.claim, 0.6))?.id ?? '';
    const answer = { profileId: who.profileId, customerId: who.customerId, at: AT, eventId };
    const both = await Promise.allSettled([
      links.answer({ ...answer, by: 'pat', answer: 'same' }),
      links.answer({ ...answer, by: 'amy', answer: 'not the same' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'stale' } });
    expect(await words(who.profileId)).toHaveLength(2);
  });

  it('is not asked of again once a person said no; who could not tell is once more is known', async () => {
    const { links } = fresh.store;
    const [no, open] = [await somebody(), await somebody()];
    for (const [who, answer] of [
      [no, 'not the same'],
      [open, 'cannot tell'],
    ] as const) {
      const eventId = (await links.propose(who.claim, 0.6))?.id ?? '';
      await links.answer({
        profileId: who.profileId,
        customerId: who.customerId,
        by: 'pat',
        at: AT,
        eventId,
        answer,
      });
      expect(await links.question(who.profileId, who.customerId)).toBeNull();
      expect(await links.propose(who.claim, 0.6)).toBeNull();
    }
    expect(await links.propose(no.claim, 0.9)).toBeNull();
    expect(await links.propose(open.claim, 0.9)).not.toBeNull();
    expect(await words(open.profileId)).toEqual(['proposed', 'left open', 'proposed']);
  });

  it('is one record of a customer system; another one is refused', async () => {
    const { links } = fresh.store;
    const [who, other, shop] = [await somebody(), await somebody(), await somebody('shop')];
    await links.link(who.claim);
    await expect(links.link({ ...who.claim, customerId: other.customerId })).rejects.toMatchObject({
      code: 'refused',
    });
    await links.link({ ...who.claim, customerId: shop.customerId });
    expect(await links.current(who.profileId)).toHaveLength(2);
    expect((await links.currentOfCustomer(shop.customerId)).map(({ profileId }) => profileId)).toEqual([
      who.profileId,
    ]);
  });

  it('stands in the queue by its chance, page by page, until it is answered', async () => {
    const { links } = fresh.store;
    const people = await Promise.all(
      [0.2, 0.4, 0.3].map(async (chance) => ({ chance, who: await somebody() })),
    );
    for (const { chance, who } of people) await links.propose(who.claim, chance);
    const mine = new Set(people.map(({ who }) => who.profileId));
    const seen: number[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await links.questions({ limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(
        ...page.items.filter(({ profileId }) => mine.has(profileId)).map(({ probability }) => probability),
      );
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen).toEqual([0.4, 0.3, 0.2]);
  });
});

describe('a link that is taken back', () => {
  it('leaves everything as it was: what a case had, what came later, and the question', async () => {
    const { store } = fresh;
    const who = await somebody();
    await store.cases.assign(who.caseId, { region: 'West' });
    const eventId = (await store.links.propose(who.claim, 0.6))?.id ?? '';
    const answer = { profileId: who.profileId, customerId: who.customerId, by: 'pat', at: AT, eventId };
    const linked = await store.links.answer({ ...answer, answer: 'same' });
    expect(await who.ofCase()).toEqual([who.customerId, 'West']);
    const later = await who.write(`${who.name} later`);
    await store.cases.assign(later, { customerId: who.customerId, region: 'North' });
    const undone = await store.links.undo({ id: linked.id, by: 'amy', at: AT, why: 'Their neighbour' });
    expect(undone).toMatchObject({ what: 'unlinked', by: 'amy', why: 'Their neighbour' });
    expect(await who.ofCase()).toEqual([null, 'West']);
    expect(await who.ofCase(later)).toEqual([null, null]);
    expect(await store.links.current(who.profileId)).toEqual([]);
    expect(await store.links.question(who.profileId, who.customerId)).toMatchObject({ eventId: undone.id });
    expect(await words(who.profileId)).toEqual(['proposed', 'linked', 'unlinked']);
  });

  it('leaves alone what somebody has changed since, and cases of others', async () => {
    const { store } = fresh;
    const [who, stranger, other] = [await somebody(), await somebody(), await somebody()];
    const linked = await store.links.link(who.claim, [who.caseId]);
    await store.cases.assign(who.caseId, { customerId: other.customerId, region: 'South' });
    await store.cases.assign(stranger.caseId, { customerId: who.customerId });
    await store.links.undo({ id: linked?.id ?? '', by: 'amy', at: AT, why: 'A mistake' });
    expect(await who.ofCase()).toEqual([other.customerId, 'South']);
    expect(await stranger.ofCase()).toEqual([who.customerId, null]);
  });

  it('is not made again but by a person, and is taken back once', async () => {
    const { links } = fresh.store;
    const who = await somebody();
    const linked = await links.link(who.claim);
    const undone = { id: linked?.id ?? '', by: 'amy', at: AT, why: 'A mistake' };
    const both = await Promise.allSettled([links.undo(undone), links.undo(undone)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(links.link(who.claim)).rejects.toMatchObject({ code: 'refused' });
    await expect(links.undo(undone)).rejects.toMatchObject({ code: 'refused' });
    await expect(links.undo({ ...undone, id: 'nobody' })).rejects.toMatchObject({ code: 'not found' });
    expect(await links.link({ ...who.claim, how: 'confirmed by a person', by: 'pat' })).not.toBeNull();
    expect(await words(who.profileId)).toEqual(['linked', 'unlinked', 'linked']);
  });
});
