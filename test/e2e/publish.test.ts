import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { builtPages } from '../../engine/local/pages.ts';
import { startWithoutWorker, type EarshotApi } from '../setup/earshot-processes.ts';
import { SECOND_VISITOR } from '../setup/fill-with-cases.ts';
import { postTo } from '../setup/post-to.ts';
import { NARROW, openBrowser, openPage, target } from './browser.ts';
import { graveIn, graveOn, measured, misplacedOn } from './visit.ts';

const AL = { ...SECOND_VISITOR, id: 'al', name: 'Al Second', roles: ['analyst' as const] };

/** A draft of a flow that ships is published by who drew it, and by nobody twice. */
describe.skipIf(target === null)('a draft', () => {
  let browser: Browser;
  let earshot: EarshotApi;
  let count = 0;
  beforeAll(async () => {
    earshot = await startWithoutWorker({ name: 'publish', pages: builtPages });
    await earshot.store.people.upsert(SECOND_VISITOR);
    await earshot.store.people.upsert(AL);
    await vi.waitFor(async () => expect((await earshot.store.catalogue.list()).length).toBeGreaterThan(5));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await earshot?.close();
  });

  const shipped = (): DraftContent => {
    const { flow, flows, tables, wordLists } = mentionCare();
    const called = Object.fromEntries(Object.entries(flows).filter(([id]) => id !== flow.id));
    return { flow, called, tables, wordLists, calendars: {}, scenarios: {} };
  };
  /** A flow of its own, in a draft that was never published. */
  const begin = async (): Promise<string> => {
    const content = shipped();
    const id = `published-${++count}`;
    await earshot.store.drafts.begin(
      { ...content, flow: { ...content.flow, id, name: `Published ${count}` } },
      'al',
    );
    return id;
  };
  /** The same, published once, and a draft of it on which something was done. */
  const beginAgain = async (act: (content: DraftContent) => DraftContent): Promise<string> => {
    const id = await begin();
    await publishOnce(id, 1);
    await change(id, act);
    return id;
  };
  /** Publishes a draft as it is, and begins the next one of its flow. */
  const publishOnce = async (flow: string, version: number): Promise<void> => {
    const at = `/api/flows/${flow}/draft`;
    const released = await postTo(earshot, `${at}/release`, { version, why: 'First.' });
    expect(released.status).toBe(201);
    await postTo(earshot, at, {});
  };
  const change = async (flow: string, act: (content: DraftContent) => DraftContent): Promise<void> => {
    const draft = await earshot.store.drafts.find(flow);
    if (draft === null) throw new Error('There is no draft.');
    const content = act(draft.content);
    if (content !== draft.content) await earshot.store.drafts.change(flow, draft.version, content, 'al');
  };
  const open = async (flow: string, token = earshot.token): Promise<Page> => {
    const page = await openPage(browser, `/flows/${flow}/draft/publish`, { of: earshot, token });
    await page.getByRole('heading', { level: 1, name: /^Publish/ }).waitFor();
    await page.getByText(/Nothing is wrong\.|must be put right/).waitFor();
    return page;
  };
  const why = (page: Page, text: string): Promise<void> =>
    page.getByLabel('What changes, and why?').fill(text);
  const publish = (page: Page): Promise<void> =>
    page.getByRole('button', { name: 'Publish', exact: true }).click();
  const releases = (flow: string) => earshot.store.releases.history(flow);
  const renamed =
    (to: string, from = 'Who is it?') =>
    ({ flow, ...others }: DraftContent): DraftContent => ({
      ...others,
      flow: {
        ...flow,
        nodes: flow.nodes.map((node) => (node.name === from ? { ...node, name: to } : node)),
      },
    });

  it('that was never published is all new, and is live once it was said why', async () => {
    const flow = await begin();
    const page = await openPage(browser, `/flows/${flow}/draft`, { of: earshot });
    await page.getByRole('link', { name: 'Publish…' }).click();
    await page.getByText('This flow was never published: all of it is new.').waitFor();
    await publish(page);
    await page.getByText('Say it in a sentence.').waitFor();
    expect(await releases(flow)).toEqual([]);
    await why(page, 'It begins.');
    await publish(page);
    await page.waitForURL(new RegExp(`/flows/${flow}$`));
    await page.getByText('Revision 1 is live from now on').waitFor();
    expect(await releases(flow)).toMatchObject([{ why: 'It begins.' }]);
    await page.context().close();
  });

  it('shows what it changes: on both drawings, and in words, before and after', async () => {
    const flow = await beginAgain((content) => {
      const { tables } = content;
      const urgency = tables['urgency'];
      const [row, gone, ...rows] = urgency?.rows ?? [];
      if (urgency === undefined || row === undefined || gone === undefined) throw new Error('No such table.');
      const changed = { ...row, then: ['"low"', ...row.then.slice(1)] };
      const added = { ...row, id: 'brand-new', when: row.when.map(() => '-') };
      return renamed('Do we know them?')({
        ...content,
        tables: { ...tables, urgency: { ...urgency, rows: [changed, ...rows, added] } },
      });
    });
    const page = await open(flow);
    await page.getByText('Against revision 1, which is live').waitFor();
    const before = page.getByRole('region', { name: 'Revision 1' });
    const after = page.getByRole('region', { name: 'This draft' });
    await before
      .locator('button[data-step]')
      .filter({ hasText: 'Who is it?' })
      .locator('[data-change="changed"]')
      .waitFor();
    await after
      .locator('button[data-step]')
      .filter({ hasText: 'Do we know them?' })
      .locator('[data-change="changed"]')
      .waitFor();
    const inWords = page.getByRole('region', { name: 'In words' });
    const renaming = inWords.getByRole('listitem').filter({ hasText: 'Do we know them?' });
    expect(await renaming.locator('dt').allInnerTexts()).toEqual(['Name']);
    expect(await renaming.locator('del').innerText()).toBe('Who is it?');
    expect(await renaming.locator('ins').innerText()).toBe('Do we know them?');
    const rows = inWords.getByRole('region', { name: 'How urgent?' }).locator('tbody tr');
    expect(
      await rows.locator('th [role="img"]').evaluateAll((all) => all.map((one) => one.ariaLabel)),
    ).toEqual(['changed', 'new', 'gone']);
    expect(await rows.first().locator('ins').allInnerTexts()).toEqual(['"low"']);
    expect(await inWords.innerText()).not.toMatch(/[{}]|undefined|null/);
    await renaming.getByRole('button', { name: 'Do we know them?' }).click();
    expect(await after.locator('button[aria-pressed="true"]').innerText()).toContain('Do we know them?');
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });

    const narrow = await openPage(browser, `/flows/${flow}/draft/publish`, { of: earshot, size: NARROW });
    await narrow.getByText('Do we know them?').first().waitFor();
    expect((await measured(narrow)).overPx).toBeLessThanOrEqual(0);
    expect(await misplacedOn(narrow)).toEqual([]);
    await narrow.context().close();

    await why(page, 'A better name.');
    await publish(page);
    await page.waitForURL(new RegExp(`/flows/${flow}$`));
    expect(await releases(flow)).toMatchObject([{ why: 'A better name.' }, { why: 'First.' }]);
    await page.context().close();
  });

  it('in which nothing changed cannot be published, and says so', async () => {
    const page = await open(await beginAgain((content) => content));
    await page.getByText('Nothing is changed: the draft is what was published last.').waitFor();
    expect(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);
    await page.context().close();
  });

  it('of which only stories are others keeps them beside what is live, and says which', async () => {
    const started = '2026-03-02T09:00:00Z';
    const told = (name: string, until: string) => ({ name, start: started, variables: {}, until });
    const flow = await begin();
    await change(flow, (content) => ({
      ...content,
      scenarios: { one: told('Somebody waits', 'PT1H'), two: told('It goes', 'PT1H') },
    }));
    await publishOnce(flow, 2);
    await change(flow, (content) => ({
      ...content,
      scenarios: { one: told('Somebody waits', 'PT2H'), new: told('It comes', 'PT1H') },
    }));
    const stories = await open(flow);
    await stories.getByText('Only stories are changed. The flow itself stays as it is.').waitFor();
    expect(await stories.getByRole('region', { name: 'This draft' }).count()).toBe(0);
    const inWords = stories.getByRole('region', { name: 'In words' });
    const one = inWords.getByRole('region', { name: 'Somebody waits' });
    expect(await one.locator('dt').allInnerTexts()).toEqual(['Watched for']);
    for (const [name, became] of [
      ['It comes', 'new'],
      ['It goes', 'gone'],
    ] as const)
      expect(await inWords.getByRole('region', { name }).getByRole('img', { name: became }).count()).toBe(1);
    expect(await inWords.innerText()).not.toMatch(/[{}]|undefined|null/);
    expect(await graveIn(stories)).toEqual({ light: [], dark: [] });
    await why(stories, 'Better told.');
    await publish(stories);
    await stories.getByText('The stories stand with revision 1').waitFor();
    await stories.waitForURL(new RegExp(`/flows/${flow}$`));
    expect(await releases(flow)).toHaveLength(1);
    const { hash = '' } = (await earshot.store.releases.live(flow)) ?? {};
    expect(Object.keys(await earshot.store.revisions.scenarios(hash))).toEqual(['one', 'new']);
    await stories.goto('/record');
    const row = stories.getByRole('row').filter({ hasText: 'changed the stories of a flow' });
    expect(await row.innerText()).toMatch(/new: “It comes” · changed: “Somebody waits” · gone: “It goes”/);
    await stories.context().close();
  });

  it('whose stories come out otherwise says how, and is published all the same by who says so', async () => {
    const flow = await beginAgain(renamed('Do we know them?'));
    await change(flow, (content) => ({
      ...content,
      scenarios: {
        one: {
          name: 'Somebody gives up',
          start: '2026-03-02T09:00:00Z',
          variables: {},
          expect: { status: 'cancelled' },
        },
      },
    }));
    const page = await open(flow);
    await why(page, 'It reads better.');
    await publish(page);
    await page.getByText(/“Somebody gives up”: it should be cancelled and lacks an answer/).waitFor();
    expect(await releases(flow)).toHaveLength(1);
    expect(await graveOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publish all the same' }).click();
    await page.getByText('Revision 2 is live from now on').waitFor();
    const { items } = await earshot.store.audit.list({}, { limit: 20 });
    expect(items.filter(({ detail }) => 'despite' in detail)).toHaveLength(1);
    await page.context().close();
  });

  it('with errors cannot be published; each leads to its place', async () => {
    const flow = await beginAgain(({ flow: drawn, ...others }) => {
      const id = drawn.nodes.find(({ name }) => name === 'Who is it?')?.id;
      return { ...others, flow: { ...drawn, edges: drawn.edges.filter(({ from }) => from.node !== id) } };
    });
    const page = await open(flow);
    expect(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);
    await page
      .getByRole('list', { name: 'Checks' })
      .getByRole('link', { name: /Who is it/ })
      .first()
      .click();
    await page.waitForURL(/\/draft\?/);
    await page
      .getByRole('complementary', { name: 'The chosen step' })
      .getByText('Who is it?')
      .first()
      .waitFor();
    expect(await releases(flow)).toHaveLength(1);
    await page.context().close();
  });

  it('that somebody changed since it was looked at is not published in its place', async () => {
    const flow = await beginAgain(renamed('Once'));
    const page = await open(flow);
    await page.getByText('Once', { exact: true }).first().waitFor();
    // It hears nothing of what others do: only the server knows.
    const news = /\/draft\/(edits\?|content$)/;
    await page.route(news, (route) => route.abort());
    await change(flow, renamed('Twice', 'Once'));
    await why(page, 'As I saw it.');
    await publish(page);
    await page.getByRole('alert').getByText('Al Second changed this draft meanwhile').waitFor();
    expect(await releases(flow)).toHaveLength(1);
    await page.unroute(news);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('Twice', { exact: true }).first().waitFor();
    expect(await page.getByLabel('What changes, and why?').inputValue()).toBe('As I saw it.');
    await why(page, 'As I see it now.');
    await publish(page);
    await page.waitForURL(new RegExp(`/flows/${flow}$`));
    expect(await releases(flow)).toMatchObject([{ why: 'As I see it now.' }, {}]);
    await page.context().close();
  });

  it('is published once, whenever the connection is lost', async () => {
    const flow = await beginAgain(renamed('Lost'));
    const page = await open(flow);
    await why(page, 'Once only.');
    await page.route('**/draft/release', (route) => route.abort());
    await publish(page);
    await page.getByText('It was not published: the connection was lost before it got there.').waitFor();
    expect(await releases(flow)).toHaveLength(1);
    await page.unroute('**/draft/release');
    await page.route('**/draft/release', async (route) => {
      await route.fetch();
      await page.context().setOffline(true);
      await route.abort();
    });
    await publish(page);
    await page.getByText('The connection was lost on the way.').waitFor();
    await page.context().setOffline(false);
    await page.waitForURL(new RegExp(`/flows/${flow}$`));
    await page.getByText('Revision 2 is live from now on').waitFor();
    expect(await releases(flow)).toHaveLength(2);
    await page.context().close();
  });

  it('that two publish at once is published by one, and the other is told by whom', async () => {
    const flow = await beginAgain(renamed('Wanted'));
    const [mine, theirs] = await Promise.all([open(flow), open(flow, earshot.tokenOf('al'))]);
    await Promise.all([why(mine, 'Mine.'), why(theirs, 'Theirs.')]);
    await publish(theirs);
    await theirs.waitForURL(new RegExp(`/flows/${flow}$`));
    // It is told as soon as it happens: nobody has to try first.
    await mine.getByText('Al Second published this draft before you, as revision 2.').waitFor();
    expect(await releases(flow)).toMatchObject([{ why: 'Theirs.' }, {}]);
    await mine.context().close();
    await theirs.context().close();
  });

  it('is for agents to look at alone', async () => {
    const flow = await beginAgain(renamed('Looked at'));
    const page = await open(flow, earshot.tokenOf(SECOND_VISITOR.id));
    await page.getByText('You may look at this, and not publish it').waitFor();
    expect(await page.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);
    await page.context().close();
  });
});
