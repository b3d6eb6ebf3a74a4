import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, target } from './browser.ts';
import { openCareDraft } from './care-draft.ts';

/** The panel of the chosen step, while steps are moved on the drawing. */
describe.skipIf(target === null)('the panel beside the drawing', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openPage(browser, '/flows');
    await openCareDraft(page, 'Moved');
    await step('Who is it?').waitFor();
  });
  afterAll(() => browser?.close());

  const step = (name: string): Locator => page.locator('.react-flow__node').filter({ hasText: name }).first();
  const panel = (): Locator => page.getByRole('complementary', { name: 'The chosen step' });

  it('tells of a step that is moved once it is put down', async () => {
    await step('Who is it?').click();
    await panel().getByRole('region', { name: 'Who is it?' }).waitFor();
    const box = await step('Put aside').boundingBox();
    if (box === null) throw new Error('It is not drawn.');
    await page.mouse.move(box.x + 60, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + 50, { steps: 6 });
    await page.locator('.react-flow__node.selected').filter({ hasText: 'Put aside' }).waitFor();
    expect(await panel().getByRole('region', { name: 'Who is it?' }).count()).toBe(1);
    await page.mouse.up();
    await panel().getByRole('region', { name: 'Put aside' }).waitFor();
    await page.keyboard.press('Control+z');
  });
});
