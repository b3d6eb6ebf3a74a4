import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bannedWords } from '../editor/banned-words.ts';
import { NARROW, openBrowser, openPage, openWindow, settled, target } from './browser.ts';
import { errorsOn, openCareDraft } from './care-draft.ts';
import { graveIn, measured, misplacedOn } from './visit.ts';

const Flow = z.looseObject({
  variables: z.array(z.looseObject({ name: z.string(), type: z.looseObject({ type: z.string() }) })),
  nodes: z.array(z.looseObject({ id: z.string(), name: z.string(), result: z.string().optional() })),
});
const Drawn = z.looseObject({ content: z.looseObject({ flow: Flow }) });

/** An analyst looks after the values of a copy of the flow that ships. */
describe.skipIf(target === null)('the values of a flow', () => {
  let browser: Browser;
  let page: Page;
  let flow = '';
  let said: readonly string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openWindow(browser);
    said = errorsOn(page);
    flow = await openCareDraft(page, 'Values');
    await step('Who is it?').waitFor();
    await page.getByRole('button', { name: 'Values', exact: true }).click();
    await panel().waitFor();
  });
  afterAll(() => browser?.close());

  const step = (name: string): Locator => page.locator('.react-flow__node').filter({ hasText: name }).first();
  const panel = (): Locator => page.getByRole('complementary', { name: 'Values of this flow' });
  const beside = (): Locator => page.getByRole('complementary', { name: 'The chosen step' });
  const tab = (name: string | RegExp): Locator =>
    page.locator('button[aria-pressed]').filter({ hasText: name });
  const value = (name: string): Locator =>
    panel()
      .getByRole('listitem')
      .filter({ has: page.getByText(name, { exact: true }) });
  const open = (name: string): Promise<void> => value(name).getByRole('button').first().click();
  const saved = (): Promise<void> => page.getByRole('status').getByText('saved', { exact: true }).waitFor();
  const drawn = async () => {
    await saved();
    const answer = await page.request.get(`/api/flows/${flow}/draft/content`);
    return Drawn.parse(await answer.json()).content.flow;
  };
  const names = async () => (await drawn()).variables.map(({ name }) => name);
  const undo = (of: string): Locator => page.getByRole('button', { name: `Undo: ${of}` });

  it('says of each what it holds and how often it is used, and finds it by its name', async () => {
    await value('worth')
      .getByText(/one of these.*3 uses/)
      .waitFor();
    await panel().getByRole('textbox', { name: 'Find a value…' }).fill('hap');
    await expect.poll(() => panel().locator('li').count()).toBe(2);
    await panel().getByRole('textbox', { name: 'Find a value…' }).fill('');
    const never = new RegExp(`\\b(${bannedWords().join('|')})\\b`, 'i');
    // Its names are the flow's own.
    const text = (await panel().innerText()).replaceAll('case id', '');
    expect(text.match(never)?.[0] ?? null).toBeNull();
  });

  it('leads to the steps that set and use it, and to the cell of a table', async () => {
    await open('unhappy');
    await value('unhappy').getByRole('region', { name: 'Set in' }).getByRole('button').first().click();
    await beside()
      .getByRole('region', { name: /^The step/ })
      .waitFor();
    await tab('Urgency, team').click();
    await open('unhappy');
    await value('unhappy').getByRole('button', { name: 'How urgent?, column “unhappy”' }).click();
    await page.getByRole('grid').waitFor();
    const at = page.locator('[role="gridcell"][tabindex="0"]');
    await expect.poll(() => at.evaluate((cell) => cell === document.activeElement)).toBe(true);
    expect(await at.getAttribute('aria-colindex')).toBe(
      await page.getByRole('columnheader', { name: /unhappy/ }).getAttribute('aria-colindex'),
    );
    await page.goBack();
    await panel().waitFor();
    await tab(/^Values \d/).click();
    await open('unhappy');
  });

  it('calls it otherwise everywhere, in one act, and refuses a name that is taken or cannot be said', async () => {
    const name = value('unhappy').getByRole('textbox', { name: 'Name' });
    await name.fill('facts');
    await page.keyboard.press('Enter');
    await panel().getByText('Something in this flow has this name already.').waitFor();
    await name.fill('7 days');
    await page.keyboard.press('Enter');
    await panel()
      .getByText(/A rule could not say this name/)
      .waitFor();
    await name.fill('times unhappy');
    await page.keyboard.press('Enter');
    await undo('Renamed the value “unhappy” to “times unhappy”').waitFor();
    await value('times unhappy').getByRole('region', { name: 'Used in' }).waitFor();
    expect(await names()).toContain('times unhappy');
    expect(await names()).not.toContain('unhappy');
    await undo('Renamed the value “unhappy” to “times unhappy”').click();
    await value('unhappy').waitFor();
    expect(await names()).toContain('unhappy');
  });

  it('is declared, holds something else, and goes when nothing uses it', async () => {
    await panel().getByRole('textbox', { name: 'Name of the new value' }).fill('Facts');
    await page.keyboard.press('Enter');
    await panel().getByText('Something in this flow has this name already.').waitFor();
    await panel().getByRole('textbox', { name: 'Name of the new value' }).fill('gift');
    await page.keyboard.press('Enter');
    await undo('Added the value “gift”').waitFor();
    const holds = value('gift').getByRole('combobox', { name: 'Holds' });
    await holds.click();
    await page.getByRole('option', { name: 'number', exact: true }).click();
    await undo('Changed what “gift” holds').waitFor();
    expect((await drawn()).variables.at(-1)).toEqual({ name: 'gift', type: { type: 'number' } });
    await value('gift').getByText('Nothing uses it.').waitFor();
    await value('gift').getByRole('button', { name: 'Take “gift” away' }).click();
    await undo('Took the value “gift” away').waitFor();
    expect(await names()).not.toContain('gift');
    await open('worth');
    await value('worth').getByText('It can be taken away once nothing sets or uses it.').waitFor();
  });

  it('is declared with the step whose result goes into it, and taken back with it', async () => {
    const before = await names();
    await step('Our own error?').click();
    const result = beside().getByRole('combobox', { name: 'Result goes into' });
    await result.click();
    await result.fill('our fault');
    await page.getByRole('option', { name: 'a new value: our fault' }).click();
    await value('our fault').waitFor();
    expect((await drawn()).variables.at(-1)?.name).toBe('our fault');
    await page.getByRole('button', { name: /^Undo: .*“Our own error\?”/ }).click();
    await value('our fault').waitFor({ state: 'detached' });
    expect(await names()).toEqual(before);
  });

  it('is offered where a rule is written; taking back is first of what is written there', async () => {
    await step('Praise?').click();
    const rule = beside().getByRole('textbox', { name: 'If' }).first();
    await rule.waitFor();
    const before = await rule.innerText();
    await rule.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('unh');
    await page.getByRole('listbox').getByText('unhappy').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(() => rule.innerText()).toBe(before);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('unhappy = 7');
    await page.keyboard.press('Control+Enter');
    await undo('Changed the condition of “Praise?”').waitFor();
    await step('Who is it?').click();
    await beside().getByRole('region', { name: 'Who is it?' }).waitFor();
    await step('Praise?').click();
    await beside().getByRole('region', { name: 'Praise?' }).waitFor();
    await rule.focus();
    await page.keyboard.press('Control+z');
    await undo('Changed the condition of “Praise?”').waitFor({ state: 'detached' });
    await expect.poll(() => rule.innerText()).toBe(before);
  });

  it('is in order for everybody, wide and narrow, in light and in dark', async () => {
    await open('unhappy');
    await value('unhappy').getByRole('region', { name: 'Used in' }).waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    const narrow = await openPage(browser, `/flows/${flow}/draft`, { size: NARROW });
    await settled(narrow);
    await narrow.getByRole('button', { name: 'Values', exact: true }).click();
    await narrow.getByRole('complementary', { name: 'Values of this flow' }).waitFor();
    await narrow
      .getByText(/one of these.*3 uses/)
      .first()
      .waitFor();
    expect((await measured(narrow)).overPx).toBeLessThanOrEqual(0);
    expect((await measured(narrow)).smallestTextPx).toBeGreaterThanOrEqual(11);
    expect(await misplacedOn(narrow)).toEqual([]);
    await narrow.context().close();
    expect(said).toEqual([]);
  });
});
