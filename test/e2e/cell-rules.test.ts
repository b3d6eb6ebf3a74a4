import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, target } from './browser.ts';
import { serveDecisionPage, type DecisionPage } from './decision-page/serve.ts';
import { graveIn } from './visit.ts';

const SCRIPT = /\/assets\/code-cell-/;

/** Cells of a table in which rules are written: help as in any field for a rule, and the keys of a spreadsheet. */
describe.skipIf(target === null)('a cell that holds a rule', () => {
  let browser: Browser;
  let served: DecisionPage;
  let page: Page;
  beforeAll(async () => {
    served = await serveDecisionPage(target?.url ?? '');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const open = async (): Promise<void> => {
    await page?.context().close();
    page = await openPage(browser, '/?table=urgency', {
      of: { url: served.url, token: target?.token ?? '' },
    });
    await page.getByRole('grid').waitFor();
  };
  /** A page whose cells have their script already. */
  const openReady = async (): Promise<void> => {
    await open();
    await cell(1, 0).dblclick();
    await code().waitFor();
    await page.keyboard.press('Escape');
    await code().waitFor({ state: 'detached' });
  };
  const cell = (row: number, column: number): Locator =>
    page.locator(`[role="gridcell"][data-row="${row - 1}"][data-column="${column}"]`);
  const code = (): Locator => page.locator('[role="gridcell"] .cm-content');
  const list = (): Locator => page.getByRole('listbox', { name: 'What can stand here' });
  const listed = (): Promise<readonly string[]> => list().locator('.cm-completionLabel').allInnerTexts();
  const press = (...keys: readonly string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const isFocused = (at: Locator): Promise<boolean> =>
    at.evaluate((element) => element === document.activeElement);
  const rows = () =>
    page.evaluate(() => window.decided.table.rows.map(({ when, then }) => [...when, ...then]));
  const acts = () => page.evaluate(() => window.decided.done.length);
  /** Chooses the first of what is listed; keys that come together with the list are not meant for it. */
  const chooseFirst = async (): Promise<void> => {
    await expect
      .poll(async () => {
        await press('ArrowDown');
        return list().locator('[aria-selected="true"]').count();
      })
      .toBe(1);
    while ((await list().locator('li').first().getAttribute('aria-selected')) !== 'true')
      await press('ArrowUp');
  };
  const paste = (text: string) =>
    page.evaluate((said) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', said);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);

  it('lists the values that its column may have, and takes the one that was chosen, which then can be gone on with', async () => {
    await openReady();
    await cell(4, 0).click();
    await page.keyboard.type('"');
    await list().waitFor();
    expect(await listed()).toEqual(['"outage"', '"missed window"', '"billing"', '"praise"', '"other"']);
    await page.keyboard.type('mi');
    await expect.poll(listed).toEqual(['"missed window"']);
    await chooseFirst();
    await press('Enter');
    await list().waitFor({ state: 'detached' });
    expect(await code().innerText()).toBe('"missed window"');
    await page.keyboard.type(', out');
    await expect.poll(async () => (await listed())[0]).toBe('"outage"');
    await chooseFirst();
    await press('Tab');
    await expect.poll(() => isFocused(cell(4, 1))).toBe(true);
    expect((await rows())[3]?.[0]).toBe('"missed window", "outage"');
    expect(await acts()).toBe(1);
  });

  it('keeps the keys of a spreadsheet: a list that nobody chose from takes none of them', async () => {
    await openReady();
    await cell(1, 0).click();
    await page.keyboard.type('bil');
    await list().waitFor();
    await press('Enter');
    await expect.poll(() => isFocused(cell(2, 0))).toBe(true);
    expect((await rows())[0]?.[0]).toBe('bil');
    await page.keyboard.type('"ot');
    await list().waitFor();
    await press('Shift+Tab');
    expect((await rows())[1]?.[0]).toBe('"ot"');
    await cell(3, 0).click();
    await page.keyboard.type('"ot');
    await list().waitFor();
    await press('Escape');
    await list().waitFor({ state: 'detached' });
    expect(await code().innerText()).toBe('"ot"');
    await press('Escape');
    await expect.poll(() => isFocused(cell(3, 0))).toBe(true);
    expect((await rows())[2]?.[0]).toBe('"missed window"');
    await press('F2', 'Alt+Enter');
    await page.keyboard.type(', "other"');
    await press('Shift+Enter');
    await expect.poll(() => isFocused(cell(2, 0))).toBe(true);
    expect((await rows())[2]?.[0]).toBe('"missed window"\n, "other"');
    await press('Enter', 'Control+a', 'Control+z', 'Control+z');
    await page.keyboard.type('-');
    await cell(5, 1).click();
    await expect.poll(() => isFocused(cell(5, 1))).toBe(true);
    expect((await rows())[1]?.[0]).toBe('-');
  });

  it('lists what the flow knows and functions as well, shows what is what, and underlines what is wrong', async () => {
    await openReady();
    await cell(2, 2).click();
    await page.keyboard.type('> Tim');
    await expect.poll(async () => (await listed())[0]).toBe('Times this month');
    await chooseFirst();
    await press('Enter');
    await page.locator('.cm-mark-name', { hasText: 'Times this month' }).waitFor();
    await page.keyboard.type(' + cou');
    await expect.poll(listed).toContain('count');
    await page.keyboard.type('nted');
    await page.locator('.cm-lintRange-error', { hasText: 'counted' }).waitFor();
    await page
      .getByRole('status')
      .getByText(/counted/)
      .waitFor();
    expect(await code().getAttribute('aria-invalid')).toBe('true');
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await press('Escape', 'Escape');
    await cell(1, 4).click();
    await page.keyboard.type('2 hours');
    await page.getByRole('textbox', { name: 'Due in, row 1' }).waitFor();
    await expect.poll(() => page.locator('.cm-lintRange-error').count()).toBe(0);
    await press('Enter');
    expect((await rows())[0]?.[4]).toBe('@"PT2H"');
  });

  it('takes a paste of many cells where it is not written in, and of a text where it is', async () => {
    await openReady();
    await cell(1, 0).click();
    await page.keyboard.type('"');
    await code().waitFor();
    await paste('outage');
    expect(await code().innerText()).toBe('"outage"');
    await press('Enter');
    await expect.poll(() => isFocused(cell(2, 0))).toBe(true);
    await paste('"praise"\t"West"\r\n"other"\t"North"\r\n');
    expect((await rows()).slice(0, 3).map((row) => row.slice(0, 2))).toEqual([
      ['"outage"', '-'],
      ['"praise"', '"West"'],
      ['"other"', '"North"'],
    ]);
  });

  it('is a plain field until its script has come, which is when the first cell is opened; a note stays one', async () => {
    await open();
    let asked = 0;
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route(SCRIPT, async (route) => {
      asked += 1;
      await held;
      await route.continue();
    });
    await cell(2, 5).dblclick();
    const field = page.locator('[role="gridcell"] textarea');
    await field.waitFor();
    await press('Escape');
    await page.getByText('Looking it over…').waitFor({ state: 'detached' });
    expect(asked).toBe(0);
    await cell(1, 3).click();
    await page.keyboard.type('"Netork"');
    expect(await field.inputValue()).toBe('"Netork"');
    await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    const before = await field.boundingBox();
    letThrough();
    await code().waitFor();
    expect((await page.locator('[data-writes]').boundingBox())?.height).toBe(before?.height);
    await page.keyboard.type('w');
    await press('Tab');
    await expect.poll(() => isFocused(cell(1, 4))).toBe(true);
    expect((await rows())[0]?.[3]).toBe('"Network"');
    expect(asked).toBe(1);
  });

  it('shows all of a long text in the last column, however narrow the table is', async () => {
    await open();
    await cell(2, 5).click();
    await page.keyboard.type(
      'What somebody writes beside a row so that the next one knows why it stands there',
    );
    const field = page.locator('[role="gridcell"] textarea');
    await expect
      .poll(() => field.evaluate((element) => element.scrollHeight - element.clientHeight))
      .toBeLessThanOrEqual(1);
    const [ends, grid] = await Promise.all([field.boundingBox(), page.getByRole('grid').boundingBox()]);
    if (ends === null || grid === null) throw new Error('Neither field nor grid is seen.');
    expect(ends.x + ends.width).toBeLessThanOrEqual(grid.x + grid.width);
    await press('Escape');
  });
});
