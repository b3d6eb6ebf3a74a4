import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NARROW, openBrowser, openPage, openWindow, settled, target } from './browser.ts';
import { drawingHand } from './analyst-story/drawing-hand.ts';
import { openCareDraft } from './care-draft.ts';
import { graveIn, misplacedOn } from './visit.ts';

const Drawn = z.looseObject({
  content: z.looseObject({
    flow: z.looseObject({
      nodes: z.array(
        z.looseObject({
          id: z.string(),
          name: z.string(),
          position: z.object({ x: z.number(), y: z.number() }),
        }),
      ),
      edges: z.array(
        z.looseObject({ from: z.object({ node: z.string(), port: z.string() }), to: z.string() }),
      ),
    }),
    called: z.record(
      z.string(),
      z.looseObject({
        nodes: z.array(
          z.looseObject({
            name: z.string(),
            boundary: z.array(z.looseObject({ wait: z.unknown().optional() })).optional(),
          }),
        ),
      }),
    ),
    tables: z.record(z.string(), z.looseObject({ rows: z.array(z.unknown()) })),
  }),
});

/** An analyst draws on a copy of the flow that ships. */
describe.skipIf(target === null)('the designer', () => {
  let browser: Browser;
  let page: Page;
  let flow = '';
  const said: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openWindow(browser);
    page.on('pageerror', (error) => said.push(error.message));
    flow = await openCareDraft(page, 'Drawn');
    await step('Who is it?').waitFor();
  });
  afterAll(() => browser?.close());

  const step = (name: string): Locator => page.locator('.react-flow__node').filter({ hasText: name }).first();
  const saved = (): Promise<void> => page.getByRole('status').getByText('saved', { exact: true }).waitFor();
  const drawn = async () =>
    Drawn.parse(await (await page.request.get(`/api/flows/${flow}/draft/content`)).json()).content;
  const behind = async (name: string): Promise<readonly string[]> => {
    const { nodes, edges } = (await drawn()).flow;
    const id = nodes.find((node) => node.name === name)?.id;
    return edges
      .filter(({ from }) => from.node === id)
      .map(({ to }) => nodes.find((node) => node.id === to)?.name ?? '');
  };
  const undo = (): Locator => page.getByRole('button', { name: /^Undo/ });
  /** What is waited for before something happens at a step of a flow that is called. */
  const waitAt = async (name: string): Promise<unknown> =>
    Object.values((await drawn()).called)
      .flatMap(({ nodes }) => nodes)
      .find((node) => node.name === name)?.boundary?.[0]?.wait;

  it('puts a step behind the chosen one, says what it lacks, and takes it back', async () => {
    await step('Who is it?').click();
    await page
      .getByRole('navigation', { name: 'Steps to add' })
      .getByRole('button', { name: 'Ask a person' })
      .click();
    await page
      .getByRole('region', { name: 'Problems' })
      .getByText(/waits for ever/)
      .waitFor();
    await saved();
    expect(await behind('Who is it?')).toEqual(['Ask a person']);
    expect(await behind('Ask a person')).toEqual(['Our own error?']);
    await page
      .getByRole('complementary', { name: 'The chosen step' })
      .getByText('Ask a person')
      .first()
      .waitFor();
    expect(await undo().getAttribute('aria-label')).toBe('Undo: Added “Ask a person”');
    await page.keyboard.press('Control+z');
    await step('Ask a person').waitFor({ state: 'detached' });
    await saved();
    expect(await behind('Who is it?')).toEqual(['Our own error?']);
  });

  it('moves a step with the mouse and with the arrows', async () => {
    const before = (await drawn()).flow.nodes.find(({ name }) => name === 'Put aside');
    const box = await step('Put aside').boundingBox();
    if (box === null) throw new Error('It is not drawn.');
    await page.mouse.move(box.x + 60, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 30, { steps: 4 });
    await page.mouse.move(box.x + 140, box.y + 30, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Undo: Moved “Put aside”' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await saved();
    const after = (await drawn()).flow.nodes.find(({ name }) => name === 'Put aside');
    expect(after?.position.x).toBeGreaterThan((before?.position.x ?? 0) + 40);
    expect(after?.position.y).toBeGreaterThan(before?.position.y ?? 0);
  });

  it('draws an arrow into empty space and puts there what is chosen', async () => {
    await step('Put aside').click();
    await page.keyboard.press('Escape');
    const from = step('Give it an owner');
    await from.hover();
    const port = await from.locator('.react-flow__handle.source').first().boundingBox();
    const box = await from.boundingBox();
    if (port === null || box === null) throw new Error('It has no port.');
    await page.mouse.move(port.x + port.width / 2, port.y + port.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 120, box.y + 20, { steps: 8 });
    await page.mouse.up();
    const offer = page.getByRole('dialog', { name: 'Steps to add' });
    await offer.getByRole('textbox').fill('wait');
    await offer.getByRole('textbox').press('Enter');
    await step('Wait a day').waitFor();
    await saved();
    expect(await behind('Give it an owner')).toEqual(['Wait a day']);
    expect(await behind('Wait a day')).toEqual(['Answer']);
  });

  it('copies steps, pastes them, and takes what is chosen away', async () => {
    await step('Wait a day').click();
    await page.keyboard.press('Control+d');
    await page.getByRole('button', { name: 'Undo: Duplicated 1 step' }).waitFor();
    expect(await page.locator('.react-flow__node').filter({ hasText: 'Wait a day' }).count()).toBe(2);
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Undo: Removed “Wait a day”' }).waitFor();
    expect(await page.locator('.react-flow__node').filter({ hasText: 'Wait a day' }).count()).toBe(1);
  });

  it('finds a step by what stands in its table, and tells what keys do', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('textbox').fill('legal threat');
    await page.getByRole('dialog').getByRole('textbox').press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('textbox').fill('unresolved');
    await page.getByRole('dialog').getByRole('textbox').press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.react-flow__node.selected').filter({ hasText: 'Unresolved' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Duplicate').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('says that nobody would notice in time, puts it right by a button, and takes that back', async () => {
    const tab = (name: string): Locator => page.locator('button[aria-pressed]').filter({ hasText: name });
    const problems = page.getByRole('region', { name: 'Problems' });
    const late = problems.getByText(/begins only after it is due/);
    const putRight = problems.getByRole('button', { name: 'Let it begin when it is due' });
    await tab('Who is it?').click();
    await step('Confirm person').click();
    const { writeRule } = drawingHand(page);
    const panel = page.getByRole('complementary', { name: 'The chosen step' });
    await writeRule(panel.getByRole('textbox', { name: /^Due/ }), 'duration("PT2H")');
    await late.waitFor();
    await putRight.click();
    await late.waitFor({ state: 'detached' });
    const putBack = page.getByRole('button', { name: 'Undo: Let it begin when it is due' });
    await putBack.waitFor();
    await saved();
    expect(await waitAt('Confirm person')).toEqual({ kind: 'duration', for: 'duration("PT2H")' });
    await putBack.click();
    await late.waitFor();
    await putRight.waitFor();
    await saved();
    expect(await waitAt('Confirm person')).not.toMatchObject({ for: 'duration("PT2H")' });
    await undo().click();
    await late.waitFor({ state: 'detached' });
    await tab('Drawn').click();
    await step('Who is it?').waitFor();
  });

  it('opens the table that a step decides by, and keeps what is written into it', async () => {
    await step('Our own error?').dblclick();
    await page.getByRole('grid').waitFor();
    const cell = page.getByRole('gridcell').first();
    await cell.click();
    // Keys are for the table now, and take no step away.
    const steps = (await drawn()).flow.nodes.length;
    await page.keyboard.press('Delete');
    await undo().and(page.locator(':not([disabled])')).waitFor();
    await page.keyboard.press('Control+z');
    await saved();
    expect((await drawn()).flow.nodes).toHaveLength(steps);
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('-');
    await page.keyboard.press('Enter');
    await undo().and(page.locator(':not([disabled])')).waitFor();
    await saved();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await undo().click();
    await saved();
    await page.goBack();
    await step('Our own error?').waitFor();
  });

  it('draws hundreds of steps plainer from afar, and whole again from near', async () => {
    const steps = page.locator('.react-flow__node');
    const ports = page.locator('.react-flow__handle');
    await page.keyboard.press('Escape');
    const before = (await drawn()).flow.nodes.length;
    for (let many = before; many < 8 * before; many *= 2) {
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Control+d');
      await saved();
      await expect.poll(async () => (await drawn()).flow.nodes.length).toBe(2 * many);
    }
    // What is chosen stays whole.
    await page.keyboard.press('Escape');
    await page.locator('.react-flow__node.selected').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show all' }).click();
    const portsAfter = (act: string) =>
      expect.poll(
        async () => {
          await page.getByRole('button', { name: act }).click();
          return ports.count();
        },
        { timeout: 20_000, interval: 200 },
      );
    await portsAfter('Zoom out').toBe(0);
    expect(await steps.count()).toBeGreaterThan(100);
    await portsAfter('Zoom in').toBeGreaterThan(0);
    for (let i = 0; i < 3; i += 1) await undo().click();
    await saved();
    await expect.poll(async () => (await drawn()).flow.nodes.length).toBe(before);
  });

  it('is in order for everybody, wide and narrow, in light and in dark', async () => {
    await step('Praise?').click();
    await page
      .getByRole('complementary', { name: 'The chosen step' })
      .getByText('first that is true')
      .waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    const narrow = await openPage(browser, `/flows/${flow}/draft`, { size: NARROW });
    await settled(narrow);
    await narrow.getByText(/use a wider window/).waitFor();
    expect(await misplacedOn(narrow)).toEqual([]);
    await narrow.context().close();
    expect(said).toEqual([]);
  });

  it('leads to where the draft is published, with all that was drawn', async () => {
    await saved();
    await page.getByRole('link', { name: 'Publish…' }).click();
    await page.getByRole('heading', { level: 1, name: /^Publish “/ }).waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).waitFor();
    expect((await drawn()).flow.nodes.map(({ name }) => name)).toContain('Wait a day');
  });
});
