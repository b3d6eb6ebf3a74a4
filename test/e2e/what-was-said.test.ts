import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE, LONG_NAME, LONG_TITLE } from '../setup/hostile-texts.ts';
import { NARROW, openBrowser, openPage, settled, target, WIDE } from './browser.ts';
import { visitAll, type Visit } from './visit.ts';

/** Texts of strangers are shown as they were written, and are never more than texts. */
describe.skipIf(target === null)('what people wrote', () => {
  const said = [
    ['HTML', HOSTILE.html, '<img src=x'],
    ['emoji alone', HOSTILE.emoji, HOSTILE.emoji],
    ['a right-to-left text', HOSTILE.rightToLeft, 'لم يأت الفني'],
  ] as const;
  const NO_WORDS = 'No words';
  let browser: Browser;
  /** The page of the case whose title begins so. */
  const caseOf = new Map<string, string>();
  const visits = new Map<string, Visit>();

  beforeAll(async () => {
    browser = await openBrowser();
    const page = await openPage(browser, '/cases');
    for (const title of [...said.map((one) => one[2]), NO_WORDS, LONG_TITLE.slice(0, 40)]) {
      const link = page.locator('td a[href^="/cases/"]').filter({ hasText: title }).first();
      caseOf.set(title, (await link.getAttribute('href')) ?? '');
    }
    await page.context().close();
    const looked = [...said.map((one) => one[2]), NO_WORDS];
    const found = await visitAll(
      browser,
      looked.map((title) => caseOf.get(title) ?? ''),
      WIDE,
    );
    for (const [index, visit] of found.entries()) visits.set(looked[index] ?? '', visit);
  }, 180_000);
  afterAll(() => browser?.close());

  for (const [what, written, title] of said) {
    it(`stands on the case's page as it is: ${what}`, () => {
      const visit = visits.get(title);
      expect(visit?.ranWhatWasSaid).toBe(false);
      expect(visit?.said).toEqual([]);
      expect(visit?.grave).toEqual({ light: [], dark: [] });
      expect(visit?.text).toContain(written.trim());
    });
  }

  it('by somebody with a name of 500 letters fits into any window', async () => {
    const href = caseOf.get(LONG_TITLE.slice(0, 40)) ?? '';
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

  it('is told to be nothing where nothing can be seen', () => {
    expect(visits.get(NO_WORDS)?.text).toContain('Nothing that can be seen.');
  });

  it('does not turn round what stands beside it', async () => {
    const page = await openPage(browser, caseOf.get('لم يأت الفني') ?? '');
    await settled(page);
    const quote = page.getByText('لم يأت الفني').last();
    expect(await quote.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('isolate');
    expect(await quote.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(await page.title()).not.toMatch(/[\u202A-\u202E]/);
    await page.context().close();
  });
});
