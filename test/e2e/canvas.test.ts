import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openBrowser, openWindow, target } from './browser.ts';
import { errorsOn, openCareDraft } from './care-draft.ts';
import { graveIn } from './visit.ts';

const Drawn = z.looseObject({
  content: z.looseObject({
    flow: z.looseObject({
      lanes: z.array(z.looseObject({ id: z.string(), name: z.string() })),
      nodes: z.array(
        z.looseObject({
          id: z.string(),
          name: z.string(),
          text: z.string().optional(),
          lane: z.string().optional(),
          position: z.object({ x: z.number(), y: z.number() }),
        }),
      ),
      edges: z.array(z.looseObject({ id: z.string(), name: z.string().optional() })),
    }),
  }),
});
const PRAISE = 'is-it-praise.praise>thank-them';
const ANSWER = 'worth-an-answer.answer>look-up';

/** An analyst names what stands on a drawing where it stands, and changes its bands. */
describe.skipIf(target === null)('the canvas', () => {
  let browser: Browser;
  let page: Page;
  let flow = '';
  let said: readonly string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openWindow(browser);
    said = errorsOn(page);
    flow = await openCareDraft(page, 'By hand');
    await step('Who is it?').waitFor();
  });
  afterAll(() => browser?.close());

  const step = (name: string): Locator => page.locator('.react-flow__node').filter({ hasText: name }).first();
  const arrow = (id: string): Locator => page.locator(`.react-flow__edge[data-id="${id}"]`);
  const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
  const band = (name: string): Locator =>
    page.getByRole('application').getByRole('heading', { name, exact: true });
  const undo = (label: string): Locator => page.getByRole('button', { name: `Undo: ${label}`, exact: true });
  const drawn = async () => {
    await page.getByRole('status').getByText('saved', { exact: true }).waitFor();
    const answer = await page.request.get(`/api/flows/${flow}/draft/content`);
    return Drawn.parse(await answer.json()).content.flow;
  };
  const arrowName = async (id: string): Promise<string | undefined> =>
    (await drawn()).edges.find((edge) => edge.id === id)?.name;
  const placeOf = async (name: string): Promise<{ readonly x: number; readonly y: number }> => {
    const node = (await drawn()).nodes.find((one) => one.name === name);
    return node?.position ?? { x: NaN, y: NaN };
  };
  const laneOf = async (name: string): Promise<string | undefined> => {
    const { lanes, nodes } = await drawn();
    const id = nodes.find((node) => node.name === name)?.lane;
    return lanes.find((lane) => lane.id === id)?.name;
  };
  const bands = async (): Promise<readonly string[]> => (await drawn()).lanes.map(({ name }) => name);
  const middleOf = async (what: Locator): Promise<{ readonly x: number; readonly y: number }> => {
    const box = await what.boundingBox();
    if (box === null) throw new Error('It is not drawn.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const onBand = async (name: string, item: string): Promise<void> => {
    await band(name).hover();
    await page
      .getByRole('application')
      .getByRole('button', { name: `Change the band “${name}”`, exact: true })
      .click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };

  it('writes the name of an arrow where it stands, and takes it away and back', async () => {
    const label = arrow(PRAISE).getByText('yes', { exact: true });
    // As slow as a hand is: what shows once it is chosen must not come between.
    await label.dblclick({ delay: 150 });
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

  it('has names written by keys alone, given up by Escape, kept where they are left, and nothing where they are the same', async () => {
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

  it('shows the first rows, the questions and the purpose of a step that is pointed at, until something is done', async () => {
    const glimpse = page.getByRole('tooltip');
    await page.mouse.move(700, 5);
    await step('What broke?').hover();
    await glimpse.getByRole('columnheader').first().waitFor();
    expect(await glimpse.getByRole('row').count()).toBe(5);
    expect(await glimpse.innerText()).toMatch(/^What broke\?[\s\S]*and \d+ more rows$/);
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await page.keyboard.press('Shift');
    await glimpse.waitFor({ state: 'detached' });
    await step('Give it an owner').hover();
    await glimpse.getByText(/^Give it an owner/).waitFor();
    await page.mouse.wheel(0, 40);
    await glimpse.waitFor({ state: 'detached' });
  });

  it('writes the name of a step, by a double click where nothing opens, and by a key', async () => {
    await step('Give it an owner').dblclick();
    const written = page.getByRole('application').getByRole('textbox', { name: 'Name of the step' });
    await written.fill('Whose is it?');
    await written.press('Enter');
    await undo('Renamed “Give it an owner” to “Whose is it?”').waitFor();
    await step('Praise?').click();
    await page.keyboard.press('F2');
    await written.waitFor();
    expect(await written.inputValue()).toBe('Praise?');
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

  it('names a band where its name stands', async () => {
    await page.getByRole('button', { name: 'Show all' }).click();
    await band('Know').dblclick();
    await field('Name of the band').fill('Find out');
    await field('Name of the band').press('Enter');
    await undo('Renamed “Know” to “Find out”').waitFor();
    await band('Find out').waitFor();
    expect(await bands()).toContain('Find out');
    await page.keyboard.press('Control+z');
    await band('Know').waitFor();
  });

  it('gives a band room by its border, which is dragged, given up, and moved by keys', async () => {
    const border = page.getByRole('separator', { name: 'Lower border of “Know”', exact: true });
    const [above, below] = [await placeOf('Who is it?'), await placeOf('Our own error?')];
    const drag = async (): Promise<void> => {
      // Where no step stands and no arrow goes.
      const { x } = await middleOf(step('Put aside'));
      const { y } = await middleOf(border);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y + 60, { steps: 6 });
    };
    await drag();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await drag();
    await page.mouse.up();
    await undo('Moved the border below “Know”').waitFor();
    expect(await placeOf('Who is it?')).toEqual(above);
    expect((await placeOf('Our own error?')).y).toBeGreaterThan(below.y + 40);
    await page.keyboard.press('Control+z');
    await undo('Moved the border below “Know”').waitFor({ state: 'detached' });
    expect(await placeOf('Our own error?')).toEqual(below);
    // A step that is chosen stays where it is.
    await step('Who is it?').click();
    await border.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await undo('Moved the border below “Know”').waitFor();
    expect(await placeOf('Who is it?')).toEqual(above);
    expect(await placeOf('Our own error?')).toEqual({ ...below, y: below.y + 40 });
    await page.keyboard.press('Control+z');
  });

  it('adds a band that is named at once, takes in a step, changes its place, and leaves the step as it goes', async () => {
    await page.keyboard.press('Escape');
    await onBand('Know', 'Add a band below');
    await field('Name of the band').waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await field('Name of the band').fill('Check');
    await field('Name of the band').press('Enter');
    await band('Check').waitFor();
    expect((await bands()).slice(1, 4)).toEqual(['Know', 'Check', 'Decide']);
    const [from, to] = [await middleOf(step('Who is it?')), await middleOf(band('Check'))];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, to.y + 26, { steps: 8 });
    await page.mouse.up();
    await undo('Moved “Who is it?”').waitFor();
    expect(await laneOf('Who is it?')).toBe('Check');
    const before = await placeOf('Who is it?');
    await onBand('Check', 'Move up');
    await undo('Moved the band “Check”').waitFor();
    expect((await bands()).slice(0, 4)).toEqual(['Hear', 'Check', 'Know', 'Decide']);
    expect((await placeOf('Who is it?')).y).toBeLessThan(before.y);
    await page.keyboard.press('Control+z');
    await undo('Moved “Who is it?”').waitFor();
    await onBand('Check', 'Remove the band');
    await undo('Removed the band “Check”').waitFor();
    expect(await laneOf('Who is it?')).toBe('Know');
  });

  it('names what is chosen, and bands, by acts that are searched for', async () => {
    await step('Praise?').click();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'What do you want to do?' }).fill('rename chosen');
    await page.getByRole('option', { name: /Rename what is chosen/ }).waitFor();
    await page.keyboard.press('Enter');
    const written = page.getByRole('application').getByRole('textbox', { name: 'Name of the step' });
    await written.waitFor();
    expect(await written.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'What do you want to do?' }).fill('band hear rename');
    await page.keyboard.press('Enter');
    await field('Name of the band').waitFor();
    expect(await field('Name of the band').inputValue()).toBe('Hear');
    await page.keyboard.press('Escape');
    expect(said).toEqual([]);
  });
});
