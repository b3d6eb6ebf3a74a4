import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { builtPages } from '../../engine/local/pages.ts';
import { startWithoutWorker, type EarshotApi } from '../setup/earshot-processes.ts';
import { SECOND_VISITOR } from '../setup/fill-with-cases.ts';
import { openBrowser, openPage, openWindow, settled, target } from './browser.ts';
import { drawnOn, isSameDrawing } from './random-edits/draft-window.ts';

const Content = z.looseObject({
  version: z.number(),
  content: z.looseObject({
    flow: z.looseObject({
      nodes: z.array(
        z.looseObject({ name: z.string(), position: z.object({ x: z.number(), y: z.number() }) }),
      ),
    }),
  }),
});
const START = 'A mention arrives';
const THEIRS = { ...SECOND_VISITOR, id: 'theirs', name: 'Tia Heirs', roles: ['analyst' as const] };

/** A draft on the canvas of one window or of two, whatever happens to the windows and to the way to the server. */
describe.skipIf(target === null)('what is done to a draft', () => {
  let browser: Browser;
  let count = 0;
  let earshot: EarshotApi;
  let bea: string;
  beforeAll(async () => {
    earshot = await startWithoutWorker({ name: 'drafts', pages: builtPages });
    await earshot.store.people.upsert(SECOND_VISITOR);
    bea = earshot.tokenOf(SECOND_VISITOR.id);
    await earshot.store.people.upsert(THEIRS);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await earshot?.close();
  });

  /** A new flow, and its draft in a window of its own. */
  const begin = async (): Promise<{ readonly page: Page; readonly flow: string }> => {
    const page = await openWindow(browser, { of: earshot });
    const answer = await page.request.post('/api/flows', { data: { name: `Kept ${++count}` } });
    const { flowId } = z.looseObject({ flowId: z.string() }).parse(await answer.json());
    await open(page, flowId);
    return { page, flow: flowId };
  };
  const open = async (page: Page, flow: string): Promise<void> => {
    await page.goto(`/flows/${flow}/draft`, { waitUntil: 'domcontentloaded' });
    await settled(page);
    await step(page, START).waitFor();
  };
  const another = async (flow: string, token = earshot.token): Promise<Page> => {
    const page = await openWindow(browser, { of: earshot, token });
    await open(page, flow);
    return page;
  };
  const step = (page: Page, name: string): Locator =>
    page.locator('.react-flow__node').filter({ hasText: name }).first();
  const add = (page: Page, what: string): Promise<void> =>
    page
      .getByRole('navigation', { name: 'Steps to add' })
      .getByRole('button', { name: what, exact: true })
      .click();
  const standing = (page: Page, text: string): Promise<void> =>
    page.getByRole('status').getByText(text, { exact: true }).waitFor();
  const atServer = async (page: Page, flow: string) =>
    Content.parse(await (await page.request.get(`/api/flows/${flow}/draft/content`)).json());
  const namesAtServer = async (page: Page, flow: string): Promise<readonly string[]> =>
    (await atServer(page, flow)).content.flow.nodes.map(({ name }) => name);
  /** Waits until both windows show the same drawing. */
  const alike = (one: Page, other: Page): Promise<void> =>
    expect
      .poll(async () => isSameDrawing(await drawnOn(one), await drawnOn(other)), { timeout: 20_000 })
      .toBe(true);
  /** Moves the first step by the keyboard. */
  const nudge = async (page: Page, key: string): Promise<void> => {
    await step(page, START).click();
    await page.keyboard.press(key);
  };

  it('is saved by itself, and taken back after the page was loaded anew', async () => {
    const { page, flow } = await begin();
    await standing(page, 'saved');
    await add(page, 'Wait');
    await step(page, 'Wait a day').waitFor();
    await standing(page, 'saved');
    expect(await namesAtServer(page, flow)).toContain('Wait a day');
    await page.reload();
    await settled(page);
    await step(page, 'Wait a day').waitFor();
    await page.getByRole('button', { name: 'Undo: Added “Wait”' }).click();
    await step(page, 'Wait a day').waitFor({ state: 'detached' });
    await standing(page, 'saved');
    expect(await namesAtServer(page, flow)).not.toContain('Wait a day');
    await page.reload();
    await settled(page);
    await page.getByRole('button', { name: 'Redo: Added “Wait”' }).click();
    await step(page, 'Wait a day').waitFor();
  });

  it('outlives a page that is killed right after it, before anything was sent', async () => {
    const { page, flow } = await begin();
    const context = page.context();
    await context.route('**/draft/edits', (route) => route.abort());
    await add(page, 'Wait');
    await step(page, 'Wait a day').waitFor();
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    // Whoever is killed answers nothing.
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
    await context.unroute('**/draft/edits');
    const next = await context.newPage();
    expect(await namesAtServer(next, flow)).not.toContain('Wait a day');
    await open(next, flow);
    await step(next, 'Wait a day').waitFor();
    await standing(next, 'saved');
    expect(await namesAtServer(next, flow)).toContain('Wait a day');
    await next.getByRole('button', { name: 'Undo: Added “Wait”' }).waitFor();
  });

  it('goes on without a connection, and arrives once there is one', async () => {
    const { page, flow } = await begin();
    await standing(page, 'saved');
    await page.context().setOffline(true);
    await add(page, 'Wait');
    await standing(page, 'offline, kept here');
    await add(page, 'Ask a person');
    await step(page, 'Ask a person').waitFor();
    await page.context().setOffline(false);
    await standing(page, 'saved');
    expect(await namesAtServer(page, flow)).toEqual(expect.arrayContaining(['Wait a day', 'Ask a person']));
  });

  it('by two at once comes to the same drawing in both windows', async () => {
    const { page, flow } = await begin();
    const other = await another(flow);
    for (let turn = 0; turn < 4; turn++)
      await Promise.all([add(page, 'Wait'), add(other, turn % 2 === 0 ? 'Ask a person' : 'Note')]);
    await expect.poll(async () => (await namesAtServer(page, flow)).length).toBe(10);
    await expect.poll(() => drawnOn(page), { timeout: 20_000 }).toHaveLength(10);
    await alike(other, page);
    await standing(page, 'saved');
    await standing(other, 'saved');
  });

  it('to the same as somebody else did is decided by its author', async () => {
    const { page, flow } = await begin();
    const elsewhere = await another(flow);
    const colleague = await another(flow, earshot.tokenOf(THEIRS.id));
    const before = (await atServer(page, flow)).content.flow.nodes.find(
      ({ name }) => name === START,
    )?.position;
    for (const [choice, other, who, end] of [
      ['Keep mine', elsewhere, 'you, in another window', { x: (before?.x ?? 0) + 4, y: before?.y ?? 0 }],
      ['Take theirs', colleague, THEIRS.name, { x: (before?.x ?? 0) + 4, y: (before?.y ?? 0) + 4 }],
    ] as const) {
      await page.context().setOffline(true);
      await nudge(page, choice === 'Keep mine' ? 'ArrowRight' : 'ArrowLeft');
      await standing(page, 'offline, kept here');
      await nudge(other, 'ArrowDown');
      await standing(other, 'saved');
      await page.context().setOffline(false);
      const toDecide = page.getByRole('region', { name: 'To decide' });
      await toDecide.getByText(/“A mention arrives” · place on the drawing: both changed it/).waitFor();
      await toDecide.getByText(`The other one is ${who}.`, { exact: true }).waitFor();
      await toDecide.getByRole('button', { name: choice }).click();
      await toDecide.waitFor({ state: 'detached' });
      await standing(page, 'saved');
      const { nodes } = (await atServer(page, flow)).content.flow;
      expect(nodes.find(({ name }) => name === START)?.position).toEqual(end);
      for (const window of [elsewhere, colleague]) await alike(window, page);
    }
  });

  it('and was not sent when the draft was thrown away can be copied, and let go', async () => {
    const { page, flow } = await begin();
    await standing(page, 'saved');
    await page.context().setOffline(true);
    await add(page, 'Wait');
    await standing(page, 'offline, kept here');
    const other = await openWindow(browser, { of: earshot });
    await other.request.post(`/api/flows/${flow}/draft/release`, { data: { version: 1, why: 'Ready.' } });
    await page.context().setOffline(false);
    await page.getByRole('alert').getByText('This draft was released or thrown away.').waitFor();
    await page.reload();
    const left = page.getByRole('region', { name: 'Not saved before' });
    await left.getByText(/1 edit of an earlier draft/).waitFor();
    const download = page.waitForEvent('download');
    await left.getByRole('button', { name: 'Save as a file' }).click();
    expect((await download).suggestedFilename()).toBe(`${flow}-edits.json`);
    await left.getByRole('button', { name: 'Let it go' }).click();
    await left.waitFor({ state: 'detached' });
    await page.reload();
    await settled(page);
    expect(await left.count()).toBe(0);
    await other.context().close();
  });

  it('is seen together with who else is there', async () => {
    const { page, flow } = await begin();
    const other = await openPage(browser, `/flows/${flow}/draft`, { of: earshot, token: bea });
    await page.getByText('Bea Second is here too').waitFor({ timeout: 20_000 });
    await other.context().close();
  });
});
