import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NARROW, openBrowser, openPage, openWindow, settled, target } from './browser.ts';
import { graveIn } from './visit.ts';

const MOST_ROWS = 2;
const ROW_PX = 40;
/** Longer than a page waits before it asks again for what it has lost. */
const LONG_ENOUGH_MS = 6_000;

/** The pages of a sample day, and of one that was taken away while they were open. */
describe.skipIf(target === null)('the sample day', () => {
  let browser: Browser;
  let own: Page;
  const tell = (path: string, data: object) =>
    own.request.post(`/api/sample-day${path}`, { data, headers: { 'x-earshot': '1' } });

  beforeAll(async () => {
    browser = await openBrowser();
    own = await openWindow(browser);
    expect((await tell('', { morning: '2026-03-02T07:30:00+00:00' })).status()).toBe(204);
  });
  afterAll(async () => {
    await tell('/remove', {});
    await browser?.close();
  });

  it('says on a narrow window in two rows what it is and what can be done with it', async () => {
    const page = await openPage(browser, '/sample/people', { size: NARROW });
    const banner = page.getByRole('region', { name: 'Sample day' });
    await banner.waitFor();
    const shown = await banner.evaluate((section) => {
      const parts = [...section.querySelectorAll(':scope > *, b, [title], label, button')].filter(
        (part) => part.getClientRects().length > 0,
      );
      return {
        height: section.getBoundingClientRect().height,
        parts: parts.length,
        cutOff: parts
          .filter((part) => {
            const { left, right } = part.getBoundingClientRect();
            return left < 0 || right > window.innerWidth || part.scrollWidth > part.clientWidth + 1;
          })
          .filter((part) => getComputedStyle(part).display !== 'inline')
          .map((part) => part.textContent),
      };
    });
    expect(shown.parts).toBeGreaterThan(6);
    expect(shown.cutOff).toEqual([]);
    expect(shown.height).toBeLessThanOrEqual(MOST_ROWS * ROW_PX);
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await page.context().close();
  });

  it('taken away while a case and the first page are open: they say so, and ask for nothing more', async () => {
    const list = await openPage(browser, '/sample/cases');
    const link = list.locator('td a[href*="/cases/"]').first();
    await link.waitFor({ timeout: 60_000 });
    await link.click();
    await list.waitForURL(/\/sample\/cases\/.+/);
    await settled(list);
    const today = await openPage(browser, '/sample/');
    const said: string[] = [];
    for (const page of [list, today]) {
      page.on(
        'console',
        (message) => message.type() === 'error' && said.push(`${message.text()} ${message.location().url}`),
      );
      page.on('pageerror', (error) => said.push(error.message));
    }
    expect((await tell('/remove', {})).status()).toBe(204);
    for (const page of [list, today]) {
      await page.getByRole('heading', { level: 1, name: 'The sample day is over' }).waitFor();
      await page.getByText('what stood on this page went with it').waitFor();
      const asked = page.waitForRequest(/\/sample\/api\//, { timeout: LONG_ENOUGH_MS });
      await expect(asked).rejects.toThrow(/Timeout/);
    }
    // Nor when somebody comes back to it later.
    await list.reload();
    await list.getByRole('heading', { level: 1, name: 'The sample day is over' }).waitFor();
    expect(await graveIn(list)).toEqual({ light: [], dark: [] });
    expect(said).toEqual([]);
    await list.getByRole('button', { name: 'Your own cases' }).press('Enter');
    await list.waitForURL((url) => url.pathname === '/');
    await settled(list);
  });
});
