import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from '../../engine/local/pages.ts';
import { startWithoutWorker, type EarshotApi } from '../setup/earshot-processes.ts';
import { SECOND_VISITOR } from '../setup/fill-with-cases.ts';
import { NARROW, openBrowser, openPage, target, type WindowOptions } from './browser.ts';
import { tabTo } from './by-keyboard.ts';
import { expectInOrder } from './in-order.ts';
import { graveIn, measured, misplacedOn } from './visit.ts';
import { asked, linked, somebody, type About } from './who/somebody.ts';

const AUDITOR = { ...SECOND_VISITOR, id: 'al', name: 'Al Auditor', roles: ['auditor' as const] };
const DAY_MS = 24 * 3_600_000;

/** One who wrote beside a customer who may be them, told apart by people; and the customer's card in a case. */
describe.skipIf(target === null)('who somebody is', () => {
  let browser: Browser;
  let earshot: EarshotApi;
  beforeAll(async () => {
    earshot = await startWithoutWorker({ name: 'who', pages: builtPages });
    for (const person of [SECOND_VISITOR, AUDITOR]) await earshot.store.people.upsert(person);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await earshot?.close();
  });

  const open = (path: string, how: WindowOptions = {}): Promise<Page> =>
    openPage(browser, path, { of: earshot, ...how });
  const pair = async (handle: string, probability: number, about: About = {}) => {
    const who = await somebody(earshot.store, handle, about);
    await asked(earshot.store, who, probability);
    return who;
  };
  const isAsked = (page: Page, handle: string): Promise<void> =>
    page.getByRole('heading', { name: `Is @${handle} on tweet Jane Roe of Billing?` }).waitFor();
  const standing = async (profileId: string): Promise<readonly string[]> =>
    (await earshot.store.links.ofProfile(profileId)).map(({ what }) => what);
  /** Answers all that is still asked, so that the next test begins with its own. */
  const clear = async (): Promise<void> => {
    const { links } = earshot.store;
    const by = { by: SECOND_VISITOR.id, at: links.now(), answer: 'cannot tell' as const };
    for (const one of (await links.questions()).items) await links.answer({ ...one, ...by });
  };

  it('is answered by single keys, pair after pair, and what was said to be the same is taken back', async () => {
    const a = await pair('a', 0.9, {
      author: { email: 'jane@roe.example' },
      customer: { email: 'jane@roe.example', phone: '+49 12345', birthDate: '1970-05-01' },
    });
    const b = await pair('b', 0.8);
    const c = await pair('c', 0.7);
    const d = await pair('d', 0.6);
    const page = await open('/who');
    await isAsked(page, 'a');
    await page.getByText('4 pairs left').waitFor();
    const row = page.getByRole('row', { name: /^e-mail/ });
    expect(await row.innerText()).toMatch(/jane@roe\.example\s+=\s*agree\s+jane@roe\.example/);
    expect(await page.getByRole('row', { name: /^born/ }).innerText()).toMatch(/not known\s+1970-05-01/);
    const steps = page.getByRole('region', { name: 'What speaks for it' }).getByRole('listitem');
    expect(await steps.allInnerTexts()).toEqual([
      expect.stringMatching(/^Before anything is compared[^]*−11\.6$/),
      expect.stringMatching(/^Name: both say[^]*\+9\.6$/),
      expect.stringMatching(/\+7\.2$/),
      expect.stringMatching(/^Phone: one of both says nothing[^]*\n0$/),
      expect.stringMatching(/−4\.6$/),
      expect.stringMatching(/^Together: about 9 in 10 that they are one\.\s+\+0\.6$/),
    ]);
    await page.keyboard.press('s');
    await isAsked(page, 'b');
    await page.keyboard.press('n');
    await isAsked(page, 'c');
    await page.keyboard.press('c');
    await isAsked(page, 'd');
    await page.getByText('1 pair left').waitFor();
    await expect.poll(() => standing(c.profileId)).toEqual(['proposed', 'left open']);
    expect(await standing(b.profileId)).toEqual(['proposed', 'not the same']);
    expect(await standing(a.profileId)).toEqual(['proposed', 'linked']);
    expect((await earshot.store.cases.find(a.caseId))?.customerId).toBe(a.customerId);

    await page.getByText('You said: @a is Jane Roe.').waitFor();
    await page.keyboard.press('u');
    await isAsked(page, 'a');
    await page.getByText(/took this back before, .*: Answered by mistake/).waitFor();
    expect(await standing(a.profileId)).toEqual(['proposed', 'linked', 'unlinked']);
    expect((await earshot.store.cases.find(a.caseId))?.customerId).toBe(null);
    await tabTo(page, page.getByRole('button', { name: 'Not the same' }));
    await page.keyboard.press('Enter');
    await isAsked(page, 'd');
    await page.keyboard.press('n');
    await page.getByText('Nobody to tell apart').waitFor();
    await expect.poll(() => standing(d.profileId)).toEqual(['proposed', 'not the same']);
    await page.context().close();
  });

  it('is answered once, whoever is quicker, and who was slower is told', async () => {
    const [first, second] = [await pair('one', 0.9), await pair('two', 0.8)];
    await pair('three', 0.7);
    const mine = await open('/who');
    const other = await open('/who', { token: earshot.tokenOf(SECOND_VISITOR.id) });
    await Promise.all([isAsked(mine, 'one'), isAsked(other, 'one')]);
    // The other window does not hear of what changes, and answers what it still shows.
    await other.route('**/api/who?*', (route) => route.abort());
    await mine.keyboard.press('n');
    await isAsked(mine, 'two');
    await expect.poll(() => standing(first.profileId)).toEqual(['proposed', 'not the same']);
    await other.keyboard.press('s');
    await other.getByRole('status').getByText('Somebody was quicker: @one has been answered.').waitFor();
    await isAsked(other, 'two');
    expect(await standing(first.profileId)).toEqual(['proposed', 'not the same']);
    // Now it does hear: what the other answers goes from this one by itself.
    await other.keyboard.press('n');
    await expect.poll(() => standing(second.profileId)).toEqual(['proposed', 'not the same']);
    await mine.getByRole('status').getByText('Somebody was quicker: @two has been answered.').waitFor();
    await isAsked(mine, 'three');
    await Promise.all([mine.context().close(), other.context().close()]);
    await clear();
  });

  it('is asked again where an answer was not kept, with why', async () => {
    const [lost, next] = [await pair('lost', 0.9), await pair('next', 0.8)];
    const page = await open('/who');
    await isAsked(page, 'lost');
    await page.route('**/api/who/answers', (route) => route.abort());
    await page.keyboard.press('s');
    await isAsked(page, 'next');
    const said = page
      .getByRole('status')
      .getByText(/^Your answer on @lost was not kept, and is asked again\./);
    await said.waitFor();
    await page.getByText('2 pairs left').waitFor();
    await page.unroute('**/api/who/answers');
    await page.keyboard.press('n');
    await isAsked(page, 'lost');
    await page.keyboard.press('s');
    await expect.poll(() => standing(lost.profileId)).toEqual(['proposed', 'linked']);
    expect(await standing(next.profileId)).toEqual(['proposed', 'not the same']);
    await page.context().close();
  });

  it('is looked at, and not answered, by who does not answer customers', async () => {
    const looked = await pair('looked', 0.9);
    const page = await open('/who', { token: earshot.tokenOf(AUDITOR.id) });
    await isAsked(page, 'looked');
    await page.getByText('Agents and leads answer here.').waitFor();
    await page.keyboard.press('n');
    expect(await page.getByRole('button', { name: 'Not the same' }).count()).toBe(0);
    expect(await standing(looked.profileId)).toEqual(['proposed']);
    await page.context().close();
    await clear();
  });

  it('is shown on the card of the case over all systems, with what differs and what does not answer, and undone there', async () => {
    const { store } = earshot;
    const who = await somebody(store, 'card', {
      customer: { since: '2014-05-01', email: 'jane@roe.example' },
    });
    const shop = await somebody(store, 'card', {
      text: 'Nobody rang.',
      customer: { crm: 'shop', accountNumber: 's3', region: 'South', products: ['Router'] },
    });
    const twin = await somebody(store, 'twin', { text: 'Where are you?' });
    for (const one of [who, shop, { ...twin, customerId: who.customerId }]) await linked(store, one);
    const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
    const contacts = [1, 2, 3, 4, 5].map((days) => ({
      id: `t${days}`,
      at: daysAgo(days),
      channel: 'phone',
      about: `Call ${days}`,
      outcome: 'sent',
      by: null,
    }));
    await store.customers.keepBesides(shop.customerId, {
      products: [{ name: 'Router', since: '2019-02-03', state: 'active' }],
      contacts,
      asOf: daysAgo(3),
    });
    await store.crmStates.note('shop', 'down');
    await asked(
      store,
      await somebody(store, 'card', { customer: { crm: 'visits', accountNumber: 'v1' } }),
      0.5,
    );

    const page = await open(`/cases/${who.caseId}`);
    const card = page.getByRole('region', { name: 'Customer', exact: true });
    await card.getByText('Router (active, since 2019)').waitFor();
    const text = await card.innerText();
    expect(text).toMatch(/region\s+≠\s*differ\s+North\s+Billing, .* ago\s+South\s+Shop, .* ago/);
    expect(text).toMatch(/name\s+Jane Roe\s+Billing, .* ago · Shop, .* ago/);
    expect(text).toMatch(/Shop has not answered since .*; what stands here is from .*\./);
    expect(text).toMatch(/Somebody is asked who this is\. Say who it is/);
    expect(text).toMatch(/Call 1[^]*Call 2[^]*Call 3\s/);
    expect(text).not.toContain('Call 4');
    expect(text).toMatch(/Also writes as\s+@twin tweet/);
    expect(text).toMatch(/Other cases of theirs[^]*Where are you\?/);
    await card.getByRole('button', { name: '2 earlier times' }).click();
    await card.getByText('Call 5').waitFor();
    await expectInOrder(page);
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });

    await card.getByRole('button', { name: 'Not them, in Shop' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'This is not them' });
    await dialog.getByText('Who writes here is no longer taken for Jane Roe of Shop.').waitFor();
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await dialog.getByText('Say why in a few words.').waitFor();
    await dialog.getByLabel('Why?').fill('Their neighbour');
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await dialog.waitFor({ state: 'detached' });
    await card.getByText('South').waitFor({ state: 'detached' });
    const happened = page.getByRole('region', { name: 'What happened' });
    await happened.getByText(/took back which customer this is\. Why: Their neighbour/).waitFor();
    await happened.getByText('Customer found: account number').first().waitFor();
    await page.context().close();
    await clear();
  });

  it('says on an empty card which system does not answer', async () => {
    const { caseId } = await somebody(earshot.store, 'stranger', { customer: { accountNumber: 'nobody' } });
    await earshot.store.crmStates.note('shop', 'down');
    const page = await open(`/cases/${caseId}`, { size: NARROW });
    const card = page.getByRole('region', { name: 'Customer', exact: true });
    await card.getByText('Not known yet').waitFor();
    await card.getByText(/^Shop has not answered since .*; nothing of it stands here\.$/).waitFor();
    await page.context().close();
  });

  it('is in order wide, narrow, in light and in dark', async () => {
    const who = await somebody(earshot.store, 'order', {
      author: { email: 'jane.roe.of.the.long.address@subdomain.example' },
      text: 'x'.repeat(400),
      customer: { email: 'jane@roe.example', products: ['Internet 500', 'Television'] },
    });
    await asked(earshot.store, who, 0.995, { isHousehold: true });
    const page = await open('/who');
    await isAsked(page, 'order');
    await page.getByText('They share what a household shares').waitFor();
    await page.getByText('more than 99 in 100', { exact: true }).waitFor();
    await expectInOrder(page);
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await page.setViewportSize(NARROW);
    await expect.poll(async () => (await measured(page)).overPx).toBe(0);
    expect(await misplacedOn(page)).toEqual([]);
    await page.context().close();
  });
});
