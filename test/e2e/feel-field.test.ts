import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { graveIn } from './visit.ts';
import { serveFieldPage } from './field-page/serve.ts';

const chromium = process.env['CHROMIUM_PATH'];
const SCRIPT = /\/assets\/feel-editor-/;

/** Fields for rules on a page of their own, used with the keyboard as an analyst would. */
describe.skipIf(chromium === undefined)('a field for a rule', () => {
  let site: Awaited<ReturnType<typeof serveFieldPage>>;
  let browser: Browser;
  let page: Page;
  const said: string[] = [];
  beforeAll(async () => {
    site = await serveFieldPage();
    browser = await openBrowser(chromium);
    page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(site.url);
    await page.locator('.cm-editor').nth(4).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const list = () => page.getByRole('listbox');
  const written = async (name: string) => (await field(name).locator('.cm-line').allInnerTexts()).join('\n');
  const isGone = () => list().waitFor({ state: 'detached' });

  it('shows what its rule comes to on the example, and nothing grave is out of order', async () => {
    await page.getByText('On the example: true').waitFor();
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
  });

  it('mends what is wrong with a button', async () => {
    await page.getByText('Nothing here is called “due dat”.').waitFor();
    await page.getByRole('button', { name: 'Write due date' }).press('Enter');
    expect(await written('Otherwise when')).toBe('due date < now()');
    await page.getByText('Nothing here is called “due dat”.').waitFor({ state: 'detached' });
    expect(await field('Otherwise when').getAttribute('aria-invalid')).toBeNull();
  });

  it('lists what can stand there, and takes it with Enter, which then does nothing else', async () => {
    await field('Topic, row 1').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('"bil');
    await list().getByText('"billing"').waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-selected="true"]') !== null);
    // It is not taken by an Enter that was on its way before the list was there.
    await page.waitForTimeout(100);
    await page.keyboard.press('Enter');
    await isGone();
    expect(await written('Topic, row 1')).toBe('"billing"');
    expect(await page.getByLabel('Committed').innerText()).not.toBe('"billing"');
    await page.keyboard.press('Enter');
    await page.getByLabel('Committed').getByText('"billing"').waitFor();
    await page.getByText('On the example: does not fit').waitFor();
  });

  it('says what is newly wrong after a pause alone, and takes it back at once', async () => {
    await field('Topic, row 1').focus();
    await page.keyboard.press('End');
    await page.keyboard.type(', "nobody knows"');
    const wrong = page.getByText(/“nobody knows” is not among the allowed values/);
    expect(await wrong.count()).toBe(0);
    await wrong.first().waitFor();
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('"outage"');
    expect(await wrong.count()).toBe(0);
  });

  it('is left with Tab, list or no list', async () => {
    await field('Topic, row 2').focus();
    await page.keyboard.press('Control+Space');
    await list().waitFor();
    await page.keyboard.press('Tab');
    await isGone();
    expect((await written('Topic, row 2')).trim()).toBe('-');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Open');
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Topic, row 2',
    );
  });

  it('closes its list with Escape before a dialog around it hears of that', async () => {
    await page.getByRole('button', { name: 'Open' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'In a dialog' });
    await dialog.getByRole('textbox', { name: 'Until' }).focus();
    await page.keyboard.type('fac');
    await list().waitFor();
    await page.keyboard.press('Escape');
    await isGone();
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('leaves out what is far too long, and stays quick', async () => {
    await field('Goes to').focus();
    const before = await written('Goes to');
    const took = await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'brand + '.repeat(12_500));
      const began = performance.now();
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
      return performance.now() - began;
    });
    expect(took).toBeLessThan(1_000);
    await page.getByText('At most 10,000 characters stand here.').waitFor();
    expect(await written('Goes to')).toBe(before);
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('[' + '1, '.repeat(2_600) + '1]');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('brand');
    await page.getByText('On the example: Northline').waitFor();
  });

  it('is a plain field until its script has come; what was written there goes on', async () => {
    const other = await browser.newPage();
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await other.route(SCRIPT, async (route) => {
      await held;
      await route.continue();
    });
    await other.goto(site.url);
    const plain = other.locator('textarea[aria-label="Topic, row 2"]');
    await plain.click();
    const before = await plain.boundingBox();
    await other.keyboard.type('"out');
    letThrough();
    await other.locator('.cm-editor').nth(4).waitFor();
    await other.keyboard.type('age"');
    const rich = other.getByRole('textbox', { name: 'Topic, row 2' });
    expect(await rich.locator('.cm-line').innerText()).toBe('"outage"');
    const box = await rich.locator('xpath=ancestor::*[@data-lines]').boundingBox();
    expect(box?.height).toBe(before?.height);
    await other.close();
  });

  it('has said nothing on the console', () => {
    expect(said).toEqual([]);
  });
});
