import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openBrowser, openPage, settled, target } from './browser.ts';
import { errorsOn } from './care-draft.ts';
import { graveIn } from './visit.ts';

const Made = z.looseObject({ flowId: z.string() });
const Drawn = z.looseObject({
  content: z.looseObject({
    flow: z.looseObject({
      lanes: z.array(z.looseObject({ id: z.string(), name: z.string() })),
      nodes: z.array(z.looseObject({ name: z.string(), lane: z.string().optional() })),
    }),
  }),
});

/** What an analyst is offered where nothing stands on a drawing, here of a flow that has just been begun. */
describe.skipIf(target === null)('the ground of the canvas', () => {
  let browser: Browser;
  let page: Page;
  let flow = '';
  let said: readonly string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openPage(browser, '/flows');
    said = errorsOn(page);
    const made = await page.request.post('/api/flows', { data: { name: `From nothing ${Date.now()}` } });
    flow = Made.parse(await made.json()).flowId;
    await page.goto(`/flows/${flow}/draft`, { waitUntil: 'domcontentloaded' });
    await settled(page);
    await page.locator('.react-flow__node').first().waitFor();
  });
  afterAll(() => browser?.close());

  const item = (name: string): Locator => page.getByRole('menuitem', { name, exact: true });
  const onGround = (): Promise<void> =>
    page.locator('.react-flow__pane').click({ button: 'right', position: { x: 120, y: 320 } });
  const drawn = async () => {
    await page.getByRole('status').getByText('saved', { exact: true }).waitFor();
    const answer = await page.request.get(`/api/flows/${flow}/draft/content`);
    return Drawn.parse(await answer.json()).content.flow;
  };

  it('gives a flow its first band, which is named at once and takes in all steps, and the next below it', async () => {
    await page.getByRole('button', { name: 'Change the band “Steps”', exact: true }).click();
    await item('Remove the band').click();
    await expect.poll(async () => (await drawn()).lanes).toEqual([]);
    await onGround();
    await item('Add a band').waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await item('Add a band').click();
    const name = page.getByRole('textbox', { name: 'Name of the band', exact: true });
    await name.fill('Hear');
    await name.press('Enter');
    await page.getByRole('application').getByRole('heading', { name: 'Hear', exact: true }).waitFor();
    await onGround();
    await item('Add a band').click();
    await name.fill('Know');
    await name.press('Enter');
    await page.getByRole('application').getByRole('heading', { name: 'Know', exact: true }).waitFor();
    const { lanes, nodes } = await drawn();
    expect(lanes.map((lane) => lane.name)).toEqual(['Hear', 'Know']);
    expect(new Set(nodes.map(({ lane }) => lane))).toEqual(new Set([lanes[0]?.id]));
  });

  it('puts a step there, and closes by Escape with nothing done', async () => {
    const before = (await drawn()).nodes.length;
    await onGround();
    await item('Tidy up').waitFor();
    await page.keyboard.press('Escape');
    await item('Tidy up').waitFor({ state: 'detached' });
    await onGround();
    await item('Add a step…').click();
    const offer = page.getByRole('dialog', { name: 'Steps to add' });
    await offer.getByRole('textbox').fill('note');
    await offer.getByRole('textbox').press('Enter');
    await expect.poll(async () => (await drawn()).nodes.length).toBe(before + 1);
    expect(said).toEqual([]);
  });
});
