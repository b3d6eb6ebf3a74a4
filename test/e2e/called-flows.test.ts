import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import { published } from '../library/published.ts';
import { NARROW, openBrowser, openPage, openWindow, settled, target } from './browser.ts';
import { errorsOn } from './care-draft.ts';
import { graveIn, misplacedOn } from './visit.ts';

const Made = z.looseObject({ flowId: z.string() });
const care = contentOf(published().revision);

/** The flow that ships, in which “Thank them” asks as well, and “Ask: put right?” is called by one step that has no flow. */
function deeper(): DraftContent {
  const praise = care.called['mention-care-praise'];
  if (praise === undefined) throw new Error('The flow that ships thanks nobody.');
  const call = (id: string, name: string, flow: string, y: number) =>
    ({ id, kind: 'callActivity', name, flow, input: {}, output: {}, position: { x: 484, y } }) as const;
  const nodes = [
    ...praise.nodes,
    call('asks-too', 'Ask them too', 'mention-care-ask', 272),
    call('lost', 'Lost', 'nowhere', 372),
  ];
  return { ...care, called: { ...care.called, [praise.id]: { ...praise, nodes } } };
}

const Named = z.looseObject({ name: z.string() });
const Drawn = z.looseObject({
  content: z.looseObject({
    flow: z.looseObject({ nodes: z.array(Named) }),
    called: z.record(z.string(), Named),
  }),
});

/** An analyst goes into the flows that a flow calls and comes back to where they were, and makes a flow of steps. */
describe.skipIf(target === null)('flows that are called', () => {
  let browser: Browser;
  let page: Page;
  let flow = '';
  let said: readonly string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openWindow(browser);
    said = errorsOn(page);
    const data = { name: `Called ${Date.now()}`, content: deeper() };
    const made = await page.request.post('/api/flows', { data });
    flow = Made.parse(await made.json()).flowId;
    await page.goto(`/flows/${flow}/draft`, { waitUntil: 'domcontentloaded' });
    await settled(page);
    await step('Who is it?').waitFor();
  });
  afterAll(() => browser?.close());

  const step = (name: string): Locator =>
    page.locator('.react-flow__node').filter({ has: page.getByText(name, { exact: true }) });
  const chosen = (name: string): Promise<void> =>
    page.locator('.react-flow__node.selected').filter({ hasText: name }).waitFor();
  const way = (): Locator => page.getByRole('navigation', { name: 'The way here' });
  const told = async (): Promise<readonly string[]> =>
    (await way().getByRole('listitem').allInnerTexts()).map((text) => text.replace(/›|\d{6,}/g, '').trim());
  const comesBy = (...flows: readonly string[]): Promise<void> => expect.poll(told).toEqual(flows);
  const beside = (): Locator => page.getByRole('complementary', { name: 'The chosen step' });
  const inView = async (name: string): Promise<boolean> => {
    const [box, room] = [await step(name).boundingBox(), await page.locator('.react-flow').boundingBox()];
    if (box === null || room === null) return false;
    return (
      box.x >= room.x &&
      box.y >= room.y &&
      box.x + box.width <= room.x + room.width &&
      box.y + box.height <= room.y + room.height
    );
  };
  const does = async (wanted: string, label: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'What do you want to do?' });
    await field.fill(wanted);
    await page.locator('[role="option"][aria-selected="true"]').filter({ hasText: label }).waitFor();
    await page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
  };

  it('are opened by a double click, and lead back to the step by which one came', async () => {
    await step('Thank them').dblclick();
    await step('Ask them too').waitFor();
    await comesBy('Called', 'Thank them');
    await step('Ask them too').dblclick();
    await step('Wait for their answer').waitFor();
    await comesBy('Called', 'Thank them', 'Ask: put right?');
    await page.reload({ waitUntil: 'domcontentloaded' });
    await step('Wait for their answer').waitFor();
    await comesBy('Called', 'Thank them', 'Ask: put right?');
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await way()
      .getByRole('link', { name: /back to “Ask them too”/ })
      .click();
    await chosen('Ask them too');
    await comesBy('Called', 'Thank them');
    await step('Ask them too').dblclick();
    await step('Wait for their answer').waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await chosen('Thank them');
    await way().waitFor({ state: 'detached' });
    await expect.poll(() => inView('Thank them')).toBe(true);
    await beside().getByRole('region', { name: 'The step “Thank them”' }).waitFor();
  });

  it('are opened by a button beside the drawing and by Enter, and left by the browser and by a key', async () => {
    await step('Send the reply').click();
    await beside().getByRole('button', { name: 'Open the flow' }).click();
    await way().getByText('Send the reply').waitFor();
    await page.goBack();
    await chosen('Send the reply');
    await expect.poll(() => inView('Send the reply')).toBe(true);
    await step('Send the reply').focus();
    await page.keyboard.press('Enter');
    await way().waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await chosen('Send the reply');
    await way().waitFor({ state: 'detached' });
  });

  it('are opened by the search of acts, and a table that lies over one leads back to it', async () => {
    await step('Urgency, team').click();
    await chosen('Urgency, team');
    await does('open chosen calls', 'Open the flow that the chosen step calls');
    await step('How urgent?').waitFor();
    await comesBy('Called', 'Urgency, team');
    await step('How urgent?').click();
    await step('How urgent?').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'How urgent?' }).waitFor();
    await page.getByRole('link', { name: /^Called \d+ ›$/ }).click();
    await step('How urgent?').waitFor();
    await comesBy('Called', 'Urgency, team');
    await does('back called', 'Back to the step that called this flow');
    await chosen('Urgency, team');
  });

  it('in a ring lead back instead of ever further on', async () => {
    await step('Thank them').dblclick();
    await step('Ask them too').waitFor();
    await page
      .getByRole('navigation', { name: 'Steps to add' })
      .getByRole('button', { name: /^Called/ })
      .click();
    await page
      .getByRole('region', { name: 'Problems' })
      .getByText(/would never end/)
      .waitFor();
    await page
      .locator('.react-flow__node')
      .filter({ hasText: /^Called/ })
      .dblclick();
    await chosen('Thank them');
    await way().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^Redo: Added/ }).waitFor();
  });

  it('that are not there are said to be missing, with a flow to begin for the step', async () => {
    await step('Thank them').dblclick();
    await step('Lost').dblclick();
    await page.getByText('“Lost” calls a flow that is not there').waitFor();
    await chosen('Lost');
    const note = beside().getByRole('note');
    await note.getByText(/not part of this draft/).waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await note.getByRole('button', { name: 'Begin a flow for it' }).click();
    await page.getByRole('button', { name: 'Undo: Began the flow “Lost”' }).waitFor();
    await note.waitFor({ state: 'detached' });
    await step('Lost').dblclick();
    await step('Done').waitFor();
    await comesBy('Called', 'Thank them', 'Lost');
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: 'Redo: Began the flow “Lost”' }).waitFor();
    await step('Who is it?').waitFor();
  });

  const dialog = (): Locator => page.getByRole('dialog', { name: 'Make a flow of these steps' });
  const makeButton = (): Locator => beside().getByRole('button', { name: 'Make a flow of these…' });
  const tab = (name: string, on = page): Locator =>
    on.getByRole('button', { name, exact: true }).and(on.locator('[aria-pressed]'));
  const drawn = async () => {
    await page.getByRole('status').getByText('saved', { exact: true }).waitFor();
    const answer = await page.request.get(`/api/flows/${flow}/draft/content`);
    const { content } = Drawn.parse(await answer.json());
    return {
      steps: content.flow.nodes.map(({ name }) => name),
      called: Object.values(content.called).map(({ name }) => name),
    };
  };
  const choose = async (...names: readonly string[]): Promise<void> => {
    await page.locator('.react-flow').focus();
    await page.keyboard.press('Escape');
    const [first = '', ...others] = names;
    await step(first).click();
    for (const name of others) await step(name).click({ modifiers: ['ControlOrMeta'] });
    await beside().getByText(`${names.length} steps chosen`).waitFor();
  };
  const refused = async (why: RegExp): Promise<void> => {
    await dialog().getByText(why).waitFor();
    await dialog().getByRole('button', { name: 'Close', exact: true }).last().click();
    await dialog().waitFor({ state: 'detached' });
  };

  it('are not made of nothing, nor of steps past which something leads, and it is said why', async () => {
    await page.locator('.react-flow').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+g');
    await refused(/Choose two steps or more/);
    await choose('Answer', 'Send the reply');
    await makeButton().click();
    await refused(/leads past these steps to “Nobody acts\?”/);
    await choose('Read their answer', 'Happy?');
    await page.keyboard.press('Control+g');
    await refused(/From here it goes on to “/);
    expect((await drawn()).called).toHaveLength(7);
  });

  it('are made of steps, with what they are given and give back, and one step in their place', async () => {
    const before = await drawn();
    await choose('Urgency, team', 'Give it an owner');
    await makeButton().click();
    await dialog().getByText('2 steps become a flow').waitFor();
    const given = dialog().locator('dl > div');
    expect(await given.nth(0).innerText()).toMatch(/It is given\s+.*facts.*customer/);
    expect(await given.nth(1).innerText()).toMatch(/It gives back\s+.*owner/);
    const name = dialog().getByRole('textbox', { name: 'What is the flow called?' });
    await name.press('Enter');
    await dialog().getByText('Give it a name.').waitFor();
    await name.fill('thank them');
    await name.press('Enter');
    await dialog().getByText('A flow of this draft is called so already.').waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await name.fill('Who and when');
    await name.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await chosen('Who and when');
    await beside().getByRole('region', { name: 'The step “Who and when”' }).waitFor();
    await page.getByRole('button', { name: 'Undo: Made the flow “Who and when” of 2 steps' }).waitFor();
    const after = await drawn();
    expect(after.called).toEqual(expect.arrayContaining([...before.called, 'Who and when']));
    expect(after.steps).not.toContain('Give it an owner');
    expect(after.steps).toContain('Who and when');
    await step('Who and when').dblclick();
    await step('Give it an owner').waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await chosen('Who and when');
  });

  it('go again by one undo, also after a reload and where somebody looks at them in another window', async () => {
    const other = await openPage(browser, page.url(), { size: NARROW });
    const heard = errorsOn(other);
    const listed = (name: string): Locator => other.locator('[data-step]').filter({ hasText: name });
    await tab('Who and when', other).click();
    await listed('Give it an owner').waitFor();
    await page.reload({ waitUntil: 'domcontentloaded' });
    await page.getByRole('button', { name: 'Undo: Made the flow “Who and when” of 2 steps' }).waitFor();
    await page.keyboard.press('Control+z');
    await step('Give it an owner').waitFor();
    await tab('Who and when').waitFor({ state: 'detached' });
    await tab('Who and when', other).waitFor({ state: 'detached' });
    await listed('Who is it?').waitFor();
    const back = await drawn();
    expect(back.called).not.toContain('Who and when');
    expect(back.steps).toContain('Urgency, team');
    await page.keyboard.press('Control+Shift+z');
    await tab('Who and when').waitFor();
    await tab('Who and when', other).waitFor();
    expect((await drawn()).called).toContain('Who and when');
    await page.keyboard.press('Control+z');
    await tab('Who and when', other).waitFor({ state: 'detached' });
    const via = encodeURIComponent(`${flow}/thank-them`);
    await other.goto(`/flows/${flow}/draft?flow=mention-care-praise&via=${via}`);
    const nav = other.getByRole('navigation', { name: 'The way here' });
    await nav.waitFor();
    expect(await misplacedOn(other)).toEqual([]);
    await nav.getByRole('link').click();
    await other.getByRole('region', { name: 'The step “Thank them”' }).waitFor();
    expect(heard).toEqual([]);
    await other.context().close();
  });

  it('are made by the search of acts', async () => {
    await choose('Our own error?', 'What broke?');
    await does('make flow chosen', 'Make a flow of');
    await dialog().getByRole('textbox', { name: 'What is the flow called?' }).fill('Whose fault?');
    await dialog().getByRole('button', { name: 'Make the flow' }).click();
    await chosen('Whose fault?');
    expect((await drawn()).called).toContain('Whose fault?');
    await step('Whose fault?').dblclick();
    await step('What broke?').waitFor();
    await page.keyboard.press('Control+z');
    await step('Who is it?').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await step('Whose fault?').waitFor();
    expect(said).toEqual([]);
  });
});
