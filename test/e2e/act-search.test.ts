import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openWindow, target } from './browser.ts';
import { errorsOn, openCareDraft } from './care-draft.ts';
import { graveIn } from './visit.ts';

/** An analyst does by the search of acts, with keys alone, what menus and buttons offer. */
describe.skipIf(target === null)('the search of acts', () => {
  let browser: Browser;
  let page: Page;
  let said: readonly string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openWindow(browser);
    said = errorsOn(page);
    await openCareDraft(page, 'Acts');
    await page.locator('.react-flow__node').filter({ hasText: 'Who is it?' }).first().waitFor();
  });
  afterAll(() => browser?.close());

  const field = (): Locator => page.getByRole('combobox', { name: 'What do you want to do?' });
  const best = (): Locator => page.locator('[role="option"][aria-selected="true"]');
  const does = async (wanted: string, label: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    // What is typed before it has the focus goes elsewhere.
    await field().and(page.locator(':focus')).waitFor();
    await page.keyboard.type(wanted);
    await best().filter({ hasText: label }).waitFor();
    await page.keyboard.press('Enter');
    await field().waitFor({ state: 'detached' });
  };

  it('goes to a step of any flow, and does something to it', async () => {
    await does('texts read go', 'Go to “Read the texts”');
    const beside = page.getByRole('complementary', { name: 'The chosen step' });
    await beside.getByRole('region', { name: 'The step “Read the texts”' }).waitFor();
    await does('dupl', 'Duplicate what is chosen');
    await page.getByRole('button', { name: /^Undo: Duplicated/ }).waitFor();
    await does('undo', 'Undo');
    await page.getByRole('button', { name: /^Redo: Duplicated/ }).waitFor();
    await does('add wait', 'Add a step: Wait');
    await page.getByRole('button', { name: /^Undo: Added “/ }).waitFor();
    await does('undo', 'Undo');
  });

  it('opens tables, word lists, values and what else there is, also from within them', async () => {
    await does('table urgent', 'Open the table “How urgent?”');
    await page.getByRole('heading', { level: 1, name: 'How urgent?' }).waitFor();
    await does('list animo', 'Open the word list “Ánimo, español”');
    await page.getByRole('heading', { level: 1, name: 'Ánimo, español' }).waitFor();
    await does('back draw', 'Back to the drawing');
    await does('values', 'Values of this flow');
    await page.getByRole('complementary', { name: 'Values of this flow' }).waitFor();
    await does('problems', 'Go to the problems');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('problems');
    await does('find flow', 'Find in this flow');
    await page.getByRole('dialog', { name: 'Find in this flow…' }).waitFor();
    await page.keyboard.press('Escape');
    await does('try', 'Try it');
    await page.getByRole('complementary', { name: 'Try it' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('is told with its keys, as the sheet of keys tells them', async () => {
    await page.keyboard.press('Control+k');
    await field().waitFor();
    await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(20);
    const told = await page.getByRole('option').evaluateAll((all) =>
      all.flatMap((option) => {
        const keys = option.querySelector('kbd')?.textContent;
        return keys == null ? [] : [`${keys} ${option.querySelector('span')?.textContent}`];
      }),
    );
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await page.keyboard.press('Escape');
    await does('keys', 'Keys');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.waitFor();
    const lines = await sheet
      .locator('dl > div')
      .evaluateAll((all) =>
        all.map(
          (line) => `${line.querySelector('dt')?.textContent} ${line.querySelector('dd')?.textContent}`,
        ),
      );
    expect(lines).toEqual(expect.arrayContaining(told));
    expect(told.length).toBeGreaterThan(3);
    expect(said).toEqual([]);
  });
});
