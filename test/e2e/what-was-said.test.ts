import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE, LONG_NAME, LONG_TITLE } from '../setup/hostile-texts.ts';
import { NARROW, openBrowser, openPage, settled, target, WIDE } from './browser.ts';
import { visitAll } from './visit.ts';

/** Texts of strangers are shown as they were written, and are never more than texts. */
describe.skipIf(target === null)('what people wrote', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** The case's page whose title is this. */
  async function caseOf(title: string): Promise<string> {
    const page = await openPage(browser, '/cases');
    const link = page.locator('td a[href^="/cases/"]').filter({ hasText: title }).first();
    const href = (await link.getAttribute('href')) ?? '';
    await page.context().close();
    return href;
  }

  for (const [what, written, title] of [
    ['HTML', HOSTILE.html, '<img src=x'],
    ['emoji alone', HOSTILE.emoji, HOSTILE.emoji],
    ['a right-to-left text', HOSTILE.rightToLeft, 'لم يأت الفني'],
  ] as const) {
    it(`stands on the case's page as it is: ${what}`, async () => {
      const [visit] = await visitAll(browser, [await caseOf(title)], WIDE);
      expect(visit?.ranWhatWasSaid).toBe(false);
      expect(visit?.said).toEqual([]);
      expect(visit?.grave).toEqual({ light: [], dark: [] });
      expect(visit?.text).toContain(written.trim());
    });
  }

  it('by somebody with a name of 500 letters fits into any window', async () => {
    const href = await caseOf(LONG_TITLE.slice(0, 40));
    for (const size of [WIDE, NARROW]) {
      const page = await openPage(browser, '/cases?status=person', { size });
      for (const path of ['/inbox?who=all', href]) {
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
        await page.goto(path, { waitUntil: 'domcontentloaded' });
        await settled(page);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(await page.locator('main').innerText()).toContain(LONG_NAME);
      await page.context().close();
    }
  });

  it('is told to be nothing where nothing can be seen', async () => {
    const [visit] = await visitAll(browser, [await caseOf('No words')], WIDE);
    expect(visit?.text).toContain('Nothing that can be seen.');
  });

  it('does not turn round what stands beside it', async () => {
    const page = await openPage(browser, await caseOf('لم يأت الفني'));
    await settled(page);
    const quote = page.getByText('لم يأت الفني').last();
    expect(await quote.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('isolate');
    expect(await quote.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(await page.title()).not.toMatch(/[\u202A-\u202E]/);
    await page.context().close();
  });
});
