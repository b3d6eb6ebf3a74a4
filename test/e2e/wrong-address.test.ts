import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../editor/shell/words.ts';
import { openBrowser, openPage, settled, target } from './browser.ts';

describe.skipIf(target === null)('an address with a slip', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  for (const [path, title, back] of [
    ['/cases/no-such-case', words.case.notThere, '/cases'],
    ['/cases/%24%00', words.case.notThere, '/cases'],
    ['/cases/%E0%A4%A', words.case.notThere, '/cases'],
    ['/nothing/here', words.failures.notFound, '/'],
  ] as const) {
    it(`says what is not there, and leads on: ${path}`, async () => {
      const page = await openPage(browser, path);
      expect(await page.locator('h1').innerText()).toBe(title);
      await page.locator(`main a[href="${back}"]`).first().click();
      await page.waitForURL((url) => url.pathname === back);
      await settled(page);
      await page.context().close();
    });
  }

  it('shows the list without what it asks for in vain, says so, and takes it out of the address', async () => {
    const page = await openPage(browser, '/cases?status=nonsense&brand=cableco&colour=red');
    const said = page.getByText('which there is not');
    await said.waitFor();
    expect(await page.locator('main').innerText()).toContain('“colour”');
    expect(await page.locator('td a[href^="/cases/"]').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: /out of the address/ }).click();
    await said.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?brand=cableco');
    await page.context().close();
  });
});
