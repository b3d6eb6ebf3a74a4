import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { formatFlowFile } from '../../definitions/flow/file/format-flow-file.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { STEPS_FORMAT } from '../../editor/designer/commands/clipboard.ts';
import { builtPages } from '../../engine/local/pages.ts';
import { startWithoutWorker, type EarshotApi } from '../setup/earshot-processes.ts';
import { SECOND_VISITOR } from '../setup/fill-with-cases.ts';
import { openBrowser, openWindow, settled, target } from './browser.ts';

const ANNA = { ...SECOND_VISITOR, id: 'anna', name: 'Anna Lyst', roles: ['analyst' as const] };
const LONG = 'n'.repeat(100_000);
const Drawn = z.looseObject({
  version: z.number(),
  content: z.looseObject({
    flow: z.looseObject({
      lanes: z.array(z.looseObject({ name: z.string() })),
      nodes: z.array(z.looseObject({ name: z.string() })),
    }),
    tables: z.record(
      z.string(),
      z.looseObject({ rows: z.array(z.looseObject({ then: z.array(z.string()) })) }),
    ),
  }),
});

const table: DecisionTable = {
  id: 'answer',
  name: 'Answer',
  hitPolicy: 'first',
  inputs: [],
  outputs: [{ id: 'said', name: 'said', type: { type: 'string' } }],
  rows: [{ id: 'one', when: [], then: ['"yes"'] }],
};

/** A new flow with a step that runs an activity, a band and a table. */
function drawn(activity: string): DraftContent {
  const content = newFlow('bad', 'Bad');
  const step: FlowNode = {
    id: 'sends',
    kind: 'serviceTask',
    name: 'Send it',
    lane: 'all',
    position: { x: 284, y: 300 },
    activity,
    input: {},
  };
  const { flow } = content;
  const lanes = [{ id: 'all', name: 'All of it' }];
  const nodes = [...flow.nodes.map((node) => ({ ...node, lane: 'all' })), step];
  return { ...content, flow: { ...flow, lanes, nodes }, tables: { answer: table } };
}

/** An analyst at a draft: whatever comes in or goes wrong, a sentence says so, there is a way on, and the draft stays. */
describe.skipIf(target === null)('a draft', () => {
  let browser: Browser;
  let earshot: EarshotApi;
  let count = 0;
  beforeAll(async () => {
    earshot = await startWithoutWorker({ name: 'bad', pages: builtPages });
    await earshot.store.people.upsert(ANNA);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await earshot?.close();
  });

  const begin = async (page: Page, activity = 'tellTeam'): Promise<string> => {
    const data = { name: `Bad ${++count}`, content: drawn(activity) };
    const answer = await page.request.post('/api/flows', { data });
    const { flowId } = z.looseObject({ flowId: z.string() }).parse(await answer.json());
    await page.goto(`/flows/${flowId}/draft`, { waitUntil: 'domcontentloaded' });
    await settled(page);
    await standing(page, 'saved');
    await step(page, 'Send it').waitFor();
    return flowId;
  };
  const standing = (page: Page, text: string): Promise<void> =>
    page.getByRole('status').getByText(text, { exact: true }).waitFor({ timeout: 60_000 });
  const step = (page: Page, name: string): Locator =>
    page.locator('.react-flow__node').filter({ hasText: name }).first();
  const add = (page: Page, what: string): Promise<void> =>
    page
      .getByRole('navigation', { name: 'Steps to add' })
      .getByRole('button', { name: what, exact: true })
      .click();
  const draftOf = async (flow: string) => Drawn.parse(await earshot.store.drafts.find(flow));
  const namesIn = async (flow: string): Promise<readonly string[]> =>
    (await draftOf(flow)).content.flow.nodes.map(({ name }) => name);
  const takeIn = async (page: Page, text: string): Promise<void> => {
    await page.getByRole('button', { name: 'File', exact: true }).click();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('menuitem', { name: 'Import into this draft…' }).click(),
    ]);
    await chooser.setFiles({ name: 'in.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  };

  it('takes nothing of a pasted text that is no step of a flow', async () => {
    const page = await openWindow(browser, { of: earshot });
    const flow = await begin(page);
    const nodes = [{ id: 'x', kind: 'teleport', name: 'X', position: { x: 0, y: 0 } }];
    for (const text of [
      'Nobody came.',
      '['.repeat(100_000),
      JSON.stringify({ format: STEPS_FORMAT, nodes: 7 }),
      JSON.stringify({ format: STEPS_FORMAT, nodes, edges: [], variables: [] }),
    ]) {
      await page.evaluate((pasted) => {
        const data = new DataTransfer();
        data.setData('text/plain', pasted);
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
      }, text);
      const told = page.getByRole('alert').filter({ hasText: 'What was copied is no step of a flow' });
      await told.getByText('Copy steps on a drawing, then paste them here.').waitFor();
      await told.getByRole('button').click();
      await told.waitFor({ state: 'detached' });
    }
    expect(await draftOf(flow)).toMatchObject({ version: 1 });
    await page.context().close();
  });

  it('says how much fits where a hundred thousand characters are written, and keeps no more', async () => {
    const page = await openWindow(browser, { of: earshot });
    const flow = await begin(page);
    const full = page.getByText('No more fits: at most 500 characters.');
    await step(page, 'Send it').click();
    await page.keyboard.press('F2');
    const onDrawing = page.getByRole('application');
    await onDrawing.getByRole('textbox', { name: 'Name of the step' }).waitFor();
    await page.keyboard.insertText(LONG);
    await full.waitFor();
    await page.keyboard.press('Enter');
    await standing(page, 'saved');
    expect(await namesIn(flow)).toContain('n'.repeat(500));
    await page.keyboard.press('Control+z');
    await step(page, 'Send it').click();

    const name = page
      .getByRole('complementary', { name: 'The chosen step' })
      .getByRole('textbox', { name: 'Name of the step' });
    await name.fill(LONG);
    await name.press('Enter');
    await page.getByText('This is too long: at most 500 characters fit.').first().waitFor();
    await name.press('Escape');

    await onDrawing.getByRole('heading', { name: 'All of it', exact: true }).dblclick();
    await onDrawing.getByRole('textbox', { name: 'Name of the band' }).waitFor();
    await page.keyboard.insertText(LONG);
    await full.waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await draftOf(flow)).content.flow.lanes[0]?.name).toBe('n'.repeat(500));

    await add(page, 'Note');
    await step(page, 'Note').waitFor();
    await page.keyboard.press('F2');
    await onDrawing.getByRole('textbox', { name: 'What the note says' }).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(LONG);
    await page.getByText('No more fits: at most 20,000 characters.').waitFor();
    await page.keyboard.press('Control+Enter');
    await standing(page, 'saved');

    await page.getByRole('button', { name: 'Lists', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Answer/ }).click();
    await page.getByRole('grid').locator('[role="row"][aria-rowindex="2"] [aria-colindex="2"]').dblclick();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(LONG);
    await page.getByText('10,000 characters').first().waitFor();
    await page.keyboard.press('Escape');
    await standing(page, 'saved');
    expect((await draftOf(flow)).content.tables['answer']?.rows[0]?.then).toEqual(['"yes"']);
    await page.context().close();
  });

  it('takes in a flow that names what no worker does, and leads to it', async () => {
    const page = await openWindow(browser, { of: earshot });
    const flow = await begin(page);
    await takeIn(page, formatFlowFile(drawn('boilTheSea')));
    const dialog = page.getByRole('dialog', { name: 'Import “in.json”' });
    await dialog
      .getByText(/boilTheSea/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: 'Put it into this draft' }).click();
    const problem = page
      .getByRole('region', { name: 'Problems' })
      .getByRole('listitem')
      .filter({ hasText: 'boilTheSea' });
    await problem.first().getByRole('button').first().click();
    await page
      .getByText('Nobody knows what this does: nothing offers it, and no revision has it.')
      .first()
      .waitFor();
    await page.keyboard.press('Control+z');
    await problem.first().waitFor({ state: 'detached' });
    await expect.poll(async () => (await draftOf(flow)).version).toBe(3);
    await page.context().close();
  });

  it('is kept where a sign-in is over, and goes on by itself after the next one', async () => {
    const page = await openWindow(browser, { of: earshot });
    const context = page.context();
    const flow = await begin(page);
    const signIn = async (): Promise<void> => {
      const other = await context.newPage();
      await other.goto((await earshot.command('link')).trim());
      await other.close();
    };
    await context.setExtraHTTPHeaders({});
    await add(page, 'Wait');
    const told = page.getByRole('alert').filter({ hasText: 'You are not signed in any more.' });
    await told.getByText(/Open a fresh sign-in link in another tab/).waitFor();
    await add(page, 'Ask a person');
    await step(page, 'Ask a person').waitFor();
    await signIn();
    await told.waitFor({ state: 'detached', timeout: 30_000 });
    await standing(page, 'saved');
    expect(await namesIn(flow)).toEqual(expect.arrayContaining(['Wait a day', 'Ask a person']));
    // The same where the page itself is loaded anew meanwhile.
    await context.clearCookies();
    await add(page, 'Note');
    await told.waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await signIn();
    await page.reload();
    await standing(page, 'saved');
    expect((await namesIn(flow)).length).toBe(6);
    await context.close();
  });

  it('is kept by who may not draw any more, or where it is archived, and saved once that is over', async () => {
    const page = await openWindow(browser, { of: earshot, token: earshot.tokenOf(ANNA.id) });
    const flow = await begin(page);
    await earshot.store.people.upsert({ ...ANNA, roles: ['agent'] });
    await add(page, 'Wait');
    const told = page.getByRole('alert').filter({ hasText: 'not saved' });
    await told.waitFor();
    await told.getByRole('button', { name: 'Save as a file' }).waitFor();
    // Asked again while it is still refused: afterwards it saves itself, and there may be nothing left to click.
    const refused = page.waitForResponse((answer) => answer.status() === 403);
    await told.getByRole('button', { name: 'Try again' }).click();
    await refused;
    await told.waitFor();
    await earshot.store.people.upsert(ANNA);
    await told.waitFor({ state: 'detached', timeout: 30_000 });
    await standing(page, 'saved');
    expect(await namesIn(flow)).toContain('Wait a day');

    const about = { why: 'Nobody needs it.' };
    const other = await openWindow(browser, { of: earshot });
    expect((await other.request.post(`/api/flows/${flow}/archive`, { data: about })).status()).toBe(200);
    await add(page, 'Ask a person');
    await told.getByText('This flow is archived.').waitFor();
    await told.getByText('Bring it back first.').waitFor();
    expect(await namesIn(flow)).not.toContain('Ask a person');
    await other.request.post(`/api/flows/${flow}/bring-back`, { data: about });
    await told.waitFor({ state: 'detached', timeout: 30_000 });
    await standing(page, 'saved');
    expect(await namesIn(flow)).toContain('Ask a person');
    await other.context().close();
    await page.context().close();
  });

  it('goes on without what is more than can be saved, which is told', async () => {
    const page = await openWindow(browser, { of: earshot });
    const flow = await begin(page);
    const note = '€'.repeat(20_000);
    const rows = Array.from({ length: 300 }, (_, at) => ({
      ...table.rows[0],
      id: `${at}`,
      annotation: note,
    }));
    const content = drawn('tellTeam');
    await takeIn(
      page,
      formatFlowFile({ ...content, tables: { answer: { ...table, rows } } } as DraftContent),
    );
    await page.getByRole('dialog').getByRole('button', { name: 'Put it into this draft' }).click();
    const toDecide = page.getByRole('region', { name: 'To decide' });
    await toDecide
      .getByText('This was not taken: it is more than can be saved at once.')
      .waitFor({ timeout: 60_000 });
    await toDecide.getByText('Earshot cannot save this as it is. All else is saved.').waitFor();
    await add(page, 'Wait');
    await standing(page, 'saved');
    expect(await namesIn(flow)).toContain('Wait a day');
    await toDecide.getByRole('button', { name: 'Let it go' }).click();
    await toDecide.waitFor({ state: 'detached' });
    await page.context().close();
  });
});
