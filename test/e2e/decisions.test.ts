import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NARROW, openBrowser, openPage, target } from './browser.ts';
import { serveDecisionPage, type DecisionPage } from './decision-page/serve.ts';
import { graveIn, misplacedOn } from './visit.ts';

/** The editor of decision tables, by itself over tables of its own; an analyst's hands are on the keyboard. */
describe.skipIf(target === null)('the editor of decision tables', () => {
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

  const open = async (table: string): Promise<void> => {
    await page?.context().close();
    const of = { url: served.url, token: target?.token ?? '' };
    page = await openPage(browser, `/?table=${table}`, { of });
    await page.getByRole('grid').waitFor();
  };
  const cell = (row: number, column: number): Locator =>
    page.locator(`[role="gridcell"][data-row="${row - 1}"][data-column="${column}"]`);
  const press = (...keys: readonly string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const rows = () =>
    page.evaluate(() => window.decided.table.rows.map(({ when, then }) => [...when, ...then]));
  const labels = () => page.evaluate(() => window.decided.done.map(({ label }) => label));
  const isFocused = (at: Locator) => at.evaluate((element) => element === document.activeElement);
  /** Puts text on the clipboard of the page and pastes it where the focus is. */
  const paste = (text: string) =>
    page.evaluate((said) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', said);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);

  it('takes what is typed as a spreadsheet does, one table for each act, and leaves all other rows alone', async () => {
    await open('urgency');
    await cell(1, 0).click();
    await press('ArrowDown', 'ArrowRight');
    expect(await isFocused(cell(2, 1))).toBe(true);
    await page.keyboard.type('"West"');
    await press('Enter');
    expect(await isFocused(cell(3, 1))).toBe(true);
    await press('F2', 'End');
    await page.keyboard.type('x');
    await press('Escape');
    expect(await isFocused(cell(3, 1))).toBe(true);
    await page.keyboard.type('"South"');
    await press('Tab');
    expect(await isFocused(cell(3, 2))).toBe(true);
    await press('Enter', 'Enter');
    expect((await rows()).slice(1, 3).map((row) => row[1])).toEqual(['"West"', '"South"']);
    expect(await labels()).toEqual(['Changed row 2 of “Urgency, team”', 'Changed row 3 of “Urgency, team”']);
    const shared = await page.evaluate(() => {
      const [first, second] = window.decided.done;
      return first?.table.rows.map((row, at) => row === second?.table.rows[at]);
    });
    expect(shared).toEqual([true, true, false, true, true, true]);
  });

  it('copies, pastes, clears and fills ranges, moves rows, and refuses what does not fit with a sentence', async () => {
    await open('urgency');
    await cell(4, 0).click();
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    const copied = await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
      return clipboardData.getData('text/plain');
    });
    expect(copied).toBe('"billing"\t"North", "South"\r\n"billing"\t"West"\r\n');
    await cell(6, 0).click();
    await paste(copied);
    expect((await rows()).slice(5).map((row) => row.slice(0, 2))).toEqual([
      ['"billing"', '"North", "South"'],
      ['"billing"', '"West"'],
    ]);
    await press('Delete');
    expect((await rows()).slice(5).map((row) => row.slice(0, 2))).toEqual([
      ['-', '-'],
      ['-', '-'],
    ]);
    await cell(1, 3).click();
    await press('Shift+ArrowDown', 'Control+d');
    expect((await rows())[1]?.[3]).toBe('"Network"');
    await press('Alt+ArrowDown');
    expect((await rows()).slice(0, 3).map((row) => row[0])).toEqual([
      '"missed window"',
      '"outage"',
      '"missed window"',
    ]);
    await press('Control+Enter');
    expect(await rows()).toHaveLength(9);
    await cell(1, 4).click();
    await paste('1\t2\t3');
    await page.getByText('What you paste is 3 columns wide; from here on there are 2.').waitFor();
    expect(await labels()).toHaveLength(5);
  });

  it('takes what is pasted into an empty table as its first rows', async () => {
    await open('empty');
    await page.getByText('No row yet').waitFor();
    await page.getByRole('button', { name: 'Add a row' }).focus();
    await paste('"outage"\t-\t> 1\t"Network"\r\n"billing"\t"North", "South"\t-\t"Billing"\r\n');
    expect(await rows()).toEqual([
      ['"outage"', '-', '> 1', '"Network"', ''],
      ['"billing"', '"North", "South"', '-', '"Billing"', ''],
    ]);
  });

  it('drags a row by its number', async () => {
    await open('urgency');
    const handle = await page.getByRole('rowheader', { name: /^Row 6/ }).boundingBox();
    const aim = await cell(2, 0).boundingBox();
    if (handle === null || aim === null) throw new Error('There are six rows.');
    await page.mouse.move(handle.x + 20, handle.y + 10);
    await page.mouse.down();
    await page.mouse.move(handle.x + 20, aim.y + 20, { steps: 4 });
    await page.mouse.move(handle.x + 20, aim.y + 4);
    await page.mouse.up();
    expect((await rows()).map((row) => row[0])[1]).toBe('"praise"');
    expect(await labels()).toEqual(['Moved 1 row of “Urgency, team”']);
  });

  it('says what is wrong with a cell while it is written, and puts it right at a button', async () => {
    await open('urgency');
    await cell(1, 0).click();
    await page.keyboard.type('outag');
    await page.getByRole('status').getByText(/outag/).waitFor();
    await press('Enter', 'ArrowUp');
    await page.getByRole('button', { name: 'A text stands in double quotes: write "outag"' }).click();
    await expect.poll(async () => (await rows())[0]?.[0]).toBe('"outag"');
    await page.getByText('1 cell to weigh').waitFor();
    await page.getByRole('button', { name: 'Write "outage"' }).click();
    await expect.poll(async () => (await rows())[0]?.[0]).toBe('"outage"');
    await page.getByText('1 cell to weigh').waitFor({ state: 'detached' });
  });

  it('shows a gap as a row that could be there, and adds it to be filled', async () => {
    await open('urgency');
    await page.getByText(/^nothing answers/).waitFor();
    await page.getByRole('button', { name: 'Add this row' }).click();
    await expect.poll(() => isFocused(cell(7, 3))).toBe(true);
    expect((await rows())[6]).toEqual(['"other"', '-', '-', '', '']);
    await page.keyboard.type('"Desk"');
    await press('Enter');
    await page.getByText('no gap').waitFor();
    await page.getByText(/^nothing answers/).waitFor({ state: 'detached' });
  });

  it('lights up the row that answers, and says why the others do not', async () => {
    await open('urgency');
    await page.getByLabel('Topic', { exact: true }).click();
    await page.getByRole('option', { name: 'missed window' }).click();
    await page.getByLabel('Times this month', { exact: true }).fill('3');
    await page.getByText('row 2 — row 1 failed at Topic').waitFor();
    const second = page.getByRole('row').filter({ hasText: 'second time' });
    await second.getByRole('rowheader', { name: 'Row 2. fits' }).waitFor();
    await page.getByLabel('Times this month', { exact: true }).fill('1');
    await page.getByText(/^row 3 — row 2 failed at Times this month/).waitFor();
  });

  it('changes, adds and sorts columns with their cells', async () => {
    await open('urgency');
    await page.getByRole('button', { name: 'Column', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: 'mood' }).click();
    expect((await rows())[0]).toEqual(['"outage"', '-', '-', '-', '"Network"', '@"PT30M"']);
    await page.getByRole('button', { name: /^Team/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Change…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'The column Team' });
    await dialog.getByLabel('Name').fill('Owner');
    await dialog.getByLabel('If no row fits').fill('"Desk"');
    await press('Enter');
    await page.getByRole('button', { name: /^Owner/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'Sort rows upwards' }).press('Enter');
    expect((await rows()).map((row) => row[4])).toEqual([
      '"Billing"',
      '"Billing West"',
      '"Care desk"',
      '"Field service"',
      '"Field service"',
      '"Network"',
    ]);
    expect(await labels()).toEqual([
      'Added the column mood to “Urgency, team”',
      'Changed the column Team of “Urgency, team”',
      'Sorted “Urgency, team” by Owner',
    ]);
  });

  it('shows some rows only, and reorders none', async () => {
    await open('urgency');
    await page.getByLabel('Show only rows that hold').fill('billing');
    await page.getByText('2 of 6 rows shown').waitFor();
    await cell(1, 0).click();
    await press('Alt+ArrowDown');
    await page.getByText('Rows are moved while all of them are shown.').waitFor();
    await press('Delete');
    expect((await rows()).map((row) => row[0])[3]).toBe('-');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('6 rows', { exact: true }).waitFor();
  });

  it.each([
    ['Excel (.xlsx)', 'xlsx'],
    ['CSV (.csv)', 'csv'],
    ['DMN (.dmn)', 'dmn'],
    ['For another Earshot', 'json'],
  ])('goes out as %s and comes back, told what it would change before it is taken', async (kind, ending) => {
    await open('urgency');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save it' }).click();
    const kept = await download;
    expect(kept.suggestedFilename()).toBe(`Urgency, team.${ending}`);
    const buffer = readFileSync(await kept.path());
    await cell(1, 3).click();
    await press('Delete');
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import' }).click();
    const name = `Urgency.${ending}`;
    await (await chosen).setFiles({ name, mimeType: 'application/octet-stream', buffer });
    const dialog = page.getByRole('dialog', { name: `Import ${name}` });
    await dialog.getByText('0 rows added, 1 changed, 0 removed').waitFor();
    expect((await rows())[0]?.[3]).toBe('');
    await dialog.getByRole('button', { name: 'Take it' }).click();
    await expect.poll(async () => (await rows())[0]?.[3]).toBe('"Network"');
    expect((await labels()).at(-1)).toBe('Brought “Urgency, team” in from a file');
  });

  it('is in order to read, hear and reach in both themes and any width, also where much is wrong', async () => {
    for (const table of ['urgency', 'wrong', 'empty']) {
      await open(table);
      await page.getByText('Looking it over…').waitFor({ state: 'detached' });
      if (table === 'wrong') await cell(8, 0).click();
      expect(await graveIn(page)).toEqual({ light: [], dark: [] });
      await page.setViewportSize(NARROW);
      expect(await misplacedOn(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
  });

  it('keeps a table of five thousand rows at hand: few rows are drawn, and the last is a key away', async () => {
    await open('large');
    await cell(1, 0).click();
    await press('Control+End');
    await expect.poll(() => isFocused(cell(5_000, 6))).toBe(true);
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    await page.keyboard.type('the last');
    await press('Enter', 'Control+Home');
    await expect.poll(() => isFocused(cell(1, 0))).toBe(true);
    expect(await labels()).toEqual(['Changed row 5,000 of “Five thousand rows”']);
    await page.getByText('Looking it over…').waitFor({ state: 'detached' });
  });
});
