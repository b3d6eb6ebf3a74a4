import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import type { Scenario } from '../../definitions/scenario/scenario.ts';
import { builtPages } from '../../engine/local/pages.ts';
import { startWithoutWorker, type EarshotApi } from '../setup/earshot-processes.ts';
import { SECOND_VISITOR } from '../setup/fill-with-cases.ts';
import { postTo } from '../setup/post-to.ts';
import { NARROW, openBrowser, openPage, target } from './browser.ts';
import { graveIn, measured, misplacedOn } from './visit.ts';

const AL = { ...SECOND_VISITOR, id: 'al', name: 'Al Second', roles: ['analyst' as const] };
const EVE = { ...AL, id: 'eve', name: 'Eve Third' };
const story = (name: string, rest: Partial<Scenario> = {}): Scenario => ({
  name,
  start: '2026-03-02T09:00:00Z',
  variables: {},
  ...rest,
});

/** Where the installation asks for it, what one person asks to have published is published by another. */
describe.skipIf(target === null)('what is to be published', () => {
  let browser: Browser;
  let earshot: EarshotApi;
  let count = 0;
  beforeAll(async () => {
    earshot = await startWithoutWorker({ name: 'approval', pages: builtPages, needsApproval: true });
    for (const person of [SECOND_VISITOR, AL, EVE]) await earshot.store.people.upsert(person);
    await vi.waitFor(async () => expect((await earshot.store.catalogue.list()).length).toBeGreaterThan(5));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await earshot?.close();
  });

  const as = (who: string, path: string): Promise<Page> =>
    openPage(browser, path, { of: earshot, token: earshot.tokenOf(who) });
  /** A flow that was approved once, and a draft of it on which something was done. */
  const begin = async (act: (content: DraftContent) => DraftContent): Promise<string> => {
    const id = `approved-${++count}`;
    const { drafts } = earshot.store;
    const first = await drafts.begin(newFlow(id, `Approved ${count}`), 'al');
    const asked = await postTo(
      { url: earshot.url, token: earshot.tokenOf('al') },
      `/api/flows/${id}/draft/release`,
      { version: first.version, why: 'First.' },
    );
    expect(asked.status).toBe(202);
    const [waits] = await earshot.store.publishRequests.waiting(id);
    await earshot.store.publishRequests.approve(waits?.id ?? '', waits?.digest ?? '', {
      by: 'eve',
      self: 'eve',
    });
    await drafts.begin(act(newFlow(id, `Approved ${count}`)), 'al');
    return id;
  };
  const renamed = (content: DraftContent): DraftContent => ({
    ...content,
    flow: {
      ...content.flow,
      nodes: content.flow.nodes.map((node) =>
        node.kind === 'endEvent' ? { ...node, name: 'All done' } : node,
      ),
    },
  });
  const ask = async (flow: string, why: string): Promise<Page> => {
    const page = await as('al', `/flows/${flow}/draft/publish`);
    await page.getByText(/Nothing is wrong\./).waitFor();
    await page.getByText('Another person has to approve of it before it is published.').waitFor();
    await page.getByLabel('What changes, and why?').fill(why);
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    return page;
  };
  const releases = (flow: string) => earshot.store.releases.history(flow);

  it('waits, is found by another in the list of flows, and is published exactly as it was seen', async () => {
    const flow = await begin((content) => ({
      ...renamed(content),
      scenarios: { fine: story('It ends', { expect: { status: 'ended' } }) },
    }));
    const mine = await ask(flow, 'It says more.');
    await mine.waitForURL(new RegExp(`/flows/${flow}/approval$`));
    await mine.getByText('Another person who may publish decides. They find it').waitFor();
    expect(await mine.getByRole('button', { name: 'Approve and publish' }).count()).toBe(0);
    expect(await releases(flow)).toHaveLength(1);
    const draft = await earshot.store.drafts.find(flow);
    if (draft === null) throw new Error('The draft is gone.');
    await earshot.store.drafts.change(flow, draft.version, { ...draft.content, scenarios: {} }, 'al');

    const theirs = await as('eve', '/flows');
    await theirs
      .getByRole('listitem')
      .filter({ hasText: 'Approved 1' })
      .getByRole('link', { name: 'waits for approval' })
      .click();
    await theirs.waitForURL(new RegExp(`/flows/${flow}/approval$`));
    await theirs.getByText('Against revision 1, which is live').waitFor();
    await theirs.getByText('It says more.').waitFor();
    await theirs.getByText('The draft was changed since.').waitFor();
    const inWords = theirs.getByRole('region', { name: 'In words' });
    expect(await inWords.getByRole('region', { name: 'It ends' }).innerText()).toContain('Story');
    expect(await inWords.locator('ins').first().innerText()).toBe('All done');
    expect(await graveIn(theirs)).toEqual({ light: [], dark: [] });
    const narrow = await openPage(browser, `/flows/${flow}/approval`, {
      of: earshot,
      size: NARROW,
      token: earshot.tokenOf('eve'),
    });
    await narrow.getByRole('button', { name: 'Approve and publish' }).waitFor();
    expect((await measured(narrow)).overPx).toBeLessThanOrEqual(0);
    expect(await misplacedOn(narrow)).toEqual([]);
    await narrow.context().close();

    await theirs.getByRole('button', { name: 'Approve and publish' }).click();
    await theirs.getByRole('heading', { level: 1, name: 'was approved' }).waitFor();
    // Who asked is told where they are.
    await mine.getByRole('heading', { level: 1, name: 'was approved' }).waitFor();
    expect(await releases(flow)).toMatchObject([{ by: 'al', approvedBy: 'eve', why: 'It says more.' }, {}]);
    const { hash = '' } = (await earshot.store.releases.live(flow)) ?? {};
    expect(await earshot.store.revisions.scenarios(hash)).toHaveProperty('fine');
    expect(await earshot.store.drafts.find(flow)).not.toBeNull();
    await mine.context().close();
    await theirs.context().close();
  });

  it('comes back with a sentence, which its author finds where they publish; or is withdrawn', async () => {
    const flow = await begin(renamed);
    const mine = await ask(flow, 'A name.');
    await mine.getByRole('button', { name: 'Withdraw it' }).waitFor();
    const theirs = await as('eve', `/flows/${flow}`);
    await theirs.getByRole('link', { name: 'waits for approval' }).click();
    await theirs.getByRole('button', { name: 'Send it back …' }).click();
    await theirs.getByRole('button', { name: 'Send it back', exact: true }).click();
    await theirs.getByText('Say it in a sentence.').waitFor();
    await theirs.getByLabel('What is missing?').fill('Tell a story of it.');
    await theirs.getByRole('button', { name: 'Send it back', exact: true }).click();
    await theirs.getByRole('heading', { level: 1, name: 'was sent back' }).waitFor();
    await mine.getByText('Tell a story of it.').waitFor();
    await mine.context().close();
    const again = await as('al', `/flows/${flow}/draft/publish`);
    await again.getByText('Eve Third sent back what was asked for last:').waitFor();
    await again.getByText('Tell a story of it.').waitFor();
    await again.getByLabel('What changes, and why?').fill('All the same.');
    await again.getByRole('button', { name: 'Ask for approval' }).click();
    await again.getByRole('button', { name: 'Withdraw it' }).click();
    await again.getByRole('heading', { level: 1, name: 'was withdrawn' }).waitFor();
    expect(await releases(flow)).toHaveLength(1);
    await again.context().close();
    await theirs.context().close();
  });

  it('is published by one of two who approve at once, and the other is told by whom', async () => {
    const flow = await begin(renamed);
    const mine = await ask(flow, 'Twice.');
    await mine.getByRole('button', { name: 'Withdraw it' }).waitFor();
    await mine.context().close();
    const theirs = await as('eve', `/flows/${flow}/approval`);
    await theirs.getByRole('button', { name: 'Approve and publish' }).waitFor();
    const [waits] = await earshot.store.publishRequests.waiting(flow);
    // What another does is not heard of here before one has tried oneself.
    await theirs.route(/\/api\/(approvals\/[^/]+|flows\/[^/]+\/approval)$/, (route) => route.abort());
    await earshot.store.publishRequests.approve(waits?.id ?? '', waits?.digest ?? '', {
      by: SECOND_VISITOR.id,
      self: SECOND_VISITOR.id,
    });
    await theirs.getByRole('button', { name: 'Approve and publish' }).click();
    await theirs.getByRole('alert').getByText(`${SECOND_VISITOR.name} approved it before.`).waitFor();
    expect(await releases(flow)).toHaveLength(2);
    await theirs.context().close();
  });

  it('can only be sent back once something else was published; the record says what stood against it', async () => {
    const flow = await begin((content) => ({
      ...renamed(content),
      scenarios: { hope: story('A hope', { expect: { status: 'cancelled' } }) },
    }));
    const mine = await ask(flow, 'I hope.');
    await mine.getByText('“A hope”: it should be cancelled').waitFor();
    await mine.getByRole('button', { name: 'Ask all the same' }).click();
    await mine.getByRole('button', { name: 'Withdraw it' }).waitFor();
    await mine.getByText('Asked for although:').waitFor();
    await mine.context().close();
    const [live] = await releases(flow);
    await earshot.store.stories.keep({
      flow,
      hash: live?.hash ?? '',
      by: 'eve',
      why: 'Meanwhile.',
      scenarios: { other: story('Another') },
    });
    const theirs = await as('eve', `/flows/${flow}/approval`);
    await theirs.getByText('Something else of this flow was published since this was asked for.').waitFor();
    expect(await theirs.getByRole('button', { name: 'Approve and publish' }).count()).toBe(0);
    await theirs.goto('/record');
    const row = theirs.getByRole('row').filter({ hasText: 'asked for approval' }).first();
    expect(await row.innerText()).toMatch(/all the same: “A hope”: it should be cancelled/);
    await theirs.context().close();
  });

  it('is for agents to look at alone', async () => {
    const flow = await begin(renamed);
    const mine = await ask(flow, 'Looked at.');
    await mine.getByRole('button', { name: 'Withdraw it' }).waitFor();
    await mine.context().close();
    const page = await as(SECOND_VISITOR.id, `/flows/${flow}/approval`);
    await page.getByText('You may look at this, and not decide').waitFor();
    expect(await page.getByRole('button', { name: /Approve|Send|Withdraw/ }).count()).toBe(0);
    await page.context().close();
  });
});
