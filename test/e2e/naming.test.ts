import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openBrowser, openPage, target } from './browser.ts';
import { errorsOn, openCareDraft } from './care-draft.ts';
import { graveIn } from './visit.ts';

const Drawn = z.looseObject({
  content: z.looseObject({
    flow: z.looseObject({
      nodes: z.array(z.looseObject({ id: z.string(), name: z.string(), text: z.string().optional() })),
      edges: z.array(z.looseObject({ id: z.string(), name: z.string().optional() })),
    }),
  }),
});
const PRAISE = 'is-it-praise.praise>thank-them';
const ANSWER = 'worth-an-answer.answer>look-up';

/** An analyst writes names where they stand. */
describe.skipIf(target === null)('names on the drawing', () => {
  let browser: Browser;
  let page: Page;
  let flow = '';
  let said: readonly string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openPage(browser, '/flows');
    said = errorsOn(page);
    flow = await openCareDraft(page, 'Named');
    await step('Who is it?').waitFor();
  });
  afterAll(() => browser?.close());

  const step = (name: string): Locator => page.locator('.react-flow__node').filter({ hasText: name }).first();
  const arrow = (id: string): Locator => page.locator(`.react-flow__edge[data-id="${id}"]`);
  const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
  const undo = (label: string): Locator => page.getByRole('button', { name: `Undo: ${label}`, exact: true });
  const drawn = async () => {
    await page.getByRole('status').getByText('saved', { exact: true }).waitFor();
    const answer = await page.request.get(`/api/flows/${flow}/draft/content`);
    return Drawn.parse(await answer.json()).content.flow;
  };
  const arrowName = async (id: string): Promise<string | undefined> =>
    (await drawn()).edges.find((edge) => edge.id === id)?.name;

  it('writes that of an arrow where it stands, and takes it away and back', async () => {
    const label = arrow(PRAISE).getByText('yes', { exact: true });
    await label.dblclick();
    await field('Name of the arrow').waitFor();
    expect(await field('Name of the arrow').inputValue()).toBe('yes');
    await page.keyboard.type('they are glad');
    await page.keyboard.press('Enter');
    await undo('Named an arrow “they are glad”').waitFor();
    await arrow(PRAISE).getByText('they are glad', { exact: true }).dblclick();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await undo('Took the name of an arrow away').waitFor();
    expect(await arrowName(PRAISE)).toBeUndefined();
    await page.keyboard.press('Control+z');
    await arrow(PRAISE).getByText('they are glad', { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await arrow(PRAISE).getByText('yes', { exact: true }).waitFor();
    expect(await arrowName(PRAISE)).toBe('yes');
  });

  it('is reached by keys alone, given up by Escape, kept where it is left, and nothing where it is the same', async () => {
    await arrow(ANSWER).focus();
    await page.keyboard.press('Enter');
    await page.locator(`.react-flow__edge.selected[data-id="${ANSWER}"]`).waitFor();
    await page.keyboard.press('F2');
    await field('Name of the arrow').waitFor();
    await page.keyboard.type('gone again');
    await page.keyboard.press('Escape');
    await field('Name of the arrow').waitFor({ state: 'detached' });
    // What had the focus has it again.
    expect(await arrow(ANSWER).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('F2');
    expect(await field('Name of the arrow').inputValue()).toBe('yes');
    await page.keyboard.press('Enter');
    await field('Name of the arrow').waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /^Undo: (Named|Took)/ }).count()).toBe(0);
    await page.keyboard.press('F2');
    await field('Name of the arrow').fill('worth it');
    await step('Who is it?').click();
    await undo('Named an arrow “worth it”').waitFor();
    expect(await arrowName(ANSWER)).toBe('worth it');
  });

  it('writes that of a step, by a double click where nothing opens, and by a key', async () => {
    await step('Give it an owner').dblclick();
    const written = page.getByRole('application').getByRole('textbox', { name: 'Name of the step' });
    await written.fill('Whose is it?');
    await written.press('Enter');
    await undo('Renamed “Give it an owner” to “Whose is it?”').waitFor();
    await step('Praise?').click();
    await page.keyboard.press('F2');
    await written.waitFor();
    expect(await written.inputValue()).toBe('Praise?');
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    // A step that is called nothing keeps its name.
    await written.fill('  ');
    await written.press('Enter');
    await written.waitFor({ state: 'detached' });
    await undo('Renamed “Give it an owner” to “Whose is it?”').waitFor();
    expect((await drawn()).nodes.map(({ name }) => name)).toContain('Praise?');
  });

  it('writes what a note says in several lines', async () => {
    await page.keyboard.press('Escape');
    await page
      .getByRole('navigation', { name: 'Steps to add' })
      .getByRole('button', { name: 'Note' })
      .click();
    await step('Note').waitFor();
    await page.keyboard.press('F2');
    const note = field('What the note says');
    await note.waitFor();
    await page.keyboard.type('Ask legal');
    await page.keyboard.press('Enter');
    await page.keyboard.type('before July');
    await page.keyboard.press('Control+Enter');
    await undo('Changed what “Note” says').waitFor();
    const text = 'Ask legal\nbefore July';
    expect((await drawn()).nodes.find(({ name }) => name === 'Note')?.text).toBe(text);
    await step('Note').dblclick();
    expect(await note.inputValue()).toBe(text);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await step('Ask legal').waitFor({ state: 'detached' });
  });

  it('is among the acts that are searched for', async () => {
    await page.getByRole('button', { name: 'Show all' }).click();
    await step('Praise?').click();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('rename');
    await page.getByRole('option', { name: /Rename what is chosen/ }).waitFor();
    await page.keyboard.press('Enter');
    const written = page.getByRole('application').getByRole('textbox', { name: 'Name of the step' });
    await written.waitFor();
    expect(await written.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(said).toEqual([]);
  });
});
