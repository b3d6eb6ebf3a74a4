import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NARROW, openBrowser, openPage, target } from './browser.ts';
import { errorsOn, openCareDraft } from './care-draft.ts';
import { graveIn } from './visit.ts';

const Drawn = z.looseObject({
  content: z.looseObject({
    tables: z.record(
      z.string(),
      z.looseObject({
        requires: z.record(z.string(), z.string()).optional(),
        inputs: z.array(z.looseObject({ name: z.string() })),
        rows: z.array(z.looseObject({ when: z.array(z.string()) })),
      }),
    ),
  }),
});

/** An analyst lets tables of a copy of the flow that ships go by each other. */
describe.skipIf(target === null)('tables that go by each other', () => {
  let browser: Browser;
  let page: Page;
  let flow = '';
  let said: readonly string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openPage(browser, '/flows');
    said = errorsOn(page);
    flow = await openCareDraft(page, 'Requirements');
    await page.locator('.react-flow__node').first().waitFor();
  });
  afterAll(() => browser?.close());

  const tables = async () => {
    await page.getByRole('status').getByText('saved', { exact: true }).waitFor();
    const answer = await page.request.get(`/api/flows/${flow}/draft/content`);
    return Drawn.parse(await answer.json()).content.tables;
  };
  const undo = (of: string): Locator => page.getByRole('button', { name: `Undo: ${of}` });
  const goesBy = (): Locator => page.getByRole('list', { name: 'It goes by' });
  const drawing = (): Locator => page.getByRole('dialog', { name: 'How the tables go by each other' });
  const lineOf = (to: string, from: string): Locator =>
    drawing().getByRole('group', { name: `“${to}” goes by “${from}”` });
  const open = async (table: string): Promise<void> => {
    await page.getByRole('button', { name: 'Lists', exact: true }).click();
    await page.getByRole('menuitem', { name: table }).click();
    await page.getByRole('heading', { level: 1, name: table }).waitFor();
    await page.getByRole('grid').waitFor();
  };
  /** From one table to another, through the drawing. */
  const goTo = async (table: string): Promise<void> => {
    await page.getByRole('button', { name: 'As a drawing' }).click();
    await drawing()
      .getByRole('button', { name: `Open “${table}”` })
      .click();
    await page.getByRole('heading', { level: 1, name: table }).waitFor();
    await page.getByRole('grid').waitFor();
  };
  const LET = 'Let “Which remedy?” go by “How urgent?”';

  it('begin with a table, its name here, and a column that looks at what it comes to', async () => {
    await open('Which remedy?');
    await page.getByText('no other table', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Another table…' }).click();
    const dialog = page.getByRole('dialog', { name: 'What shall “Which remedy?” go by?' });
    await dialog.getByRole('combobox', { name: 'Table', exact: true }).click();
    await page.getByRole('option', { name: 'How urgent?' }).click();
    const value = dialog.getByRole('textbox', { name: 'What it comes to is called here' });
    expect(await value.inputValue()).toBe('how urgent');
    await value.fill('');
    await dialog.getByRole('button', { name: 'Go by it' }).click();
    await dialog.getByText('Give it a name.').waitFor();
    await value.fill('how urgent');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await goesBy().getByText('known as “how urgent”').waitFor();
    await page.getByRole('columnheader', { name: /how urgent/ }).waitFor();
    const { remedy } = await tables();
    expect(remedy?.requires).toEqual({ 'how urgent': 'urgency' });
    expect(remedy?.inputs.at(-1)).toMatchObject({ name: 'how urgent' });
    expect(remedy?.rows.every(({ when }) => when.at(-1) === '-')).toBe(true);
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
  });

  it('are tried with what all of them are given: the other decides first, or it is said what it comes to', async () => {
    const decided = page.getByRole('group', { name: 'Decided by other tables' });
    await decided.getByText('decided first').waitFor();
    await page.getByLabel('legal threat', { exact: true }).click();
    await page.getByRole('option', { name: 'yes' }).click();
    await page.getByText(/^Before it, How urgent\? came to /).click();
    await page.getByText('A lawyer or an authority was named.').waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await decided.getByRole('button', { name: 'Say yourself: how urgent' }).press('Enter');
    const own = decided.getByLabel('how urgent', { exact: true });
    await own.and(page.locator(':focus')).waitFor();
    await page.getByLabel('legal threat', { exact: true }).waitFor({ state: 'detached' });
    await decided.getByRole('button', { name: 'Let “How urgent?” decide it' }).click();
    await page.getByText(/^Before it, How urgent\? came to /).waitFor();
  });

  it('lead to each other, and all of it is taken back as one act', async () => {
    await goesBy().getByRole('button', { name: 'How urgent?', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'How urgent?' }).waitFor();
    await page.getByText('no other table', { exact: true }).waitFor();
    await undo(LET).click();
    await expect.poll(async () => (await tables())['remedy']?.requires).toBeUndefined();
    expect((await tables())['remedy']?.inputs.map(({ name }) => name)).not.toContain('how urgent');
    await page.getByRole('button', { name: `Redo: ${LET}` }).click();
    await expect.poll(async () => (await tables())['remedy']?.requires).toEqual({ 'how urgent': 'urgency' });
  });

  it('are drawn as a graph, in which lines are drawn too', async () => {
    await page.getByRole('button', { name: 'As a drawing' }).click();
    await lineOf('Which remedy?', 'How urgent?').waitFor({ state: 'attached' });
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    const handle = (table: string, end: string): Locator =>
      drawing().locator('.react-flow__node', { hasText: table }).locator(`.react-flow__handle.${end}`);
    await handle('What broke?', 'source').dragTo(handle('Which remedy?', 'target'));
    await lineOf('Which remedy?', 'What broke?').waitFor({ state: 'attached' });
    expect((await tables())['remedy']?.requires).toEqual({
      'how urgent': 'urgency',
      'what broke': 'what-broke',
    });
    await handle('Which remedy?', 'source').dragTo(handle('How urgent?', 'target'));
    await drawing().getByRole('status').getByText('They would wait for each other.').waitFor();
  });

  it('no longer go by one whose line is taken away', async () => {
    await lineOf('Which remedy?', 'What broke?').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    await lineOf('Which remedy?', 'What broke?').waitFor({ state: 'detached' });
    expect((await tables())['remedy']?.requires).toEqual({ 'how urgent': 'urgency' });
  });

  it('are opened from the drawing, and left out in the bar', async () => {
    await drawing().getByRole('button', { name: 'Open “Which remedy?”' }).click();
    await drawing().waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: 'Which remedy?' }).waitFor();
    await page.getByRole('button', { name: 'No longer go by “How urgent?”' }).click();
    await page.getByText('no other table', { exact: true }).waitFor();
    await undo('Let “Which remedy?” no longer go by “How urgent?”').click();
    await goesBy().getByText('known as “how urgent”').waitFor();
  });

  it('can have a new one to go by, which is opened and drawn like any other', async () => {
    await page.getByRole('button', { name: 'Another table…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Table', exact: true }).click();
    await page.getByRole('option', { name: 'A new table' }).click();
    await dialog.getByRole('textbox', { name: 'What the new table is called' }).fill('How loyal?');
    await dialog.getByRole('button', { name: 'Go by it' }).click();
    await goesBy().getByRole('button', { name: 'How loyal?', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'How loyal?' }).waitFor();
    await page.getByText('Used by', { exact: false }).first().waitFor();
  });

  it('go out as one DMN file, and come in with what they go by as one act', async () => {
    await goTo('Which remedy?');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'DMN (.dmn)' }).click();
    const out = page.getByRole('dialog', { name: 'Export: DMN (.dmn)' });
    await out.getByText('With it go the tables that it goes by: “How loyal?”, “How urgent?”.').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      out.getByRole('button', { name: 'Save it' }).click(),
    ]);
    // Another tool changed one of them.
    const xml = readFileSync(await download.path(), 'utf8').replace('"How loyal?"', '"How dear?"');
    await goTo('What broke?');
    const before = await tables();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Import', exact: true }).click(),
    ]);
    const file = { name: 'remedy.dmn', mimeType: 'application/xml', buffer: Buffer.from(xml) };
    await chooser.setFiles(file);
    const dialog = page.getByRole('dialog', { name: 'Import remedy.dmn' });
    expect(await dialog.getByRole('combobox', { name: 'The table of the file' }).inputValue()).toBe('Which remedy?'); // prettier-ignore
    await dialog.getByText('It is called “Which remedy? 2” here: another table has its name.').waitFor();
    await dialog.getByRole('listitem').getByText('is here already').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'How dear?' }).getByText('is new here').waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await dialog.getByRole('button', { name: 'Take it' }).click();
    await goesBy().getByText('known as “how urgent”').waitFor();
    const after = await tables();
    const fresh = Object.keys(after).filter((id) => !Object.hasOwn(before, id));
    expect(fresh).toHaveLength(1);
    expect(after['what-broke']?.requires).toEqual({ 'how urgent': 'urgency', 'how loyal': fresh[0] });
    await undo('Brought “What broke?” in from a file, and 1 table that it goes by').click();
    await page.getByText('no other table', { exact: true }).waitFor();
    expect(await tables()).toEqual(before);
  });

  it('are shown in a narrow window as well', async () => {
    await page.setViewportSize(NARROW);
    await page.getByRole('button', { name: 'As a drawing' }).click();
    await lineOf('Which remedy?', 'How urgent?').waitFor({ state: 'attached' });
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    expect(said).toEqual([]);
  });
});
