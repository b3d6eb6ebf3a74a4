import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NARROW, openBrowser, openPage, settled, target, WIDE } from './browser.ts';

const MOST_AT_FIRST = 350 * 1024;
const SMALLEST_TEXT_PX = 11;
const PAGES = ['/cases', '/inbox?who=all', '/stuck', '/flows', '/people', '/record'];
const LOOKS = [
  { look: 'wide and light', size: WIDE, isDark: false },
  { look: 'wide and dark', size: WIDE, isDark: true },
  { look: 'narrow and light', size: NARROW, isDark: false },
  { look: 'narrow and dark', size: NARROW, isDark: true },
];

describe.skipIf(target === null)('the pages in a browser (EARSHOT_URL, EARSHOT_TOKEN)', () => {
  let browser: Browser;
  /** The pages above, and a case, an inbox with a chosen task and a flow if there is one. */
  const paths = [...PAGES];

  beforeAll(async () => {
    browser = await openBrowser();
    for (const [list, link] of [
      ['/cases?status=person', 'td a[href^="/cases/"]'],
      ['/cases', 'td a[href^="/cases/"]'],
      ['/inbox?who=all', 'a[href*="task="]'],
      ['/flows', 'main a[href^="/flows/"]'],
    ] as const) {
      const page = await openPage(browser, list);
      const first = page.locator(link).first();
      const href = (await first.count()) > 0 ? await first.getAttribute('href') : null;
      if (href !== null) paths.push(href);
      await page.context().close();
    }
  });
  afterAll(() => browser?.close());

  it.each(LOOKS)('are in order for everybody, $look', { timeout: 240_000 }, async ({ size, isDark }) => {
    for (const path of paths) {
      const page = await openPage(browser, path, { size, isDark });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        grave.map(({ id, nodes }) => [path, id, nodes.map(({ target: at }) => at.join(' ')).slice(0, 3)]),
      ).toEqual([]);
      await page.context().close();
    }
  });

  it(
    'say nothing on the console, show no id and no text that is too small',
    { timeout: 240_000 },
    async () => {
      for (const path of paths) {
        const page = await openPage(browser, path);
        const said: string[] = [];
        page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
        page.on('pageerror', (error) => said.push(error.message));
        await page.reload();
        await settled(page);
        expect([path, said]).toEqual([path, []]);
        const text = await page.locator('body').innerText();
        expect(text).not.toMatch(
          /\b(?=[\w-]*[A-Z0-9_])(?=[\w-]*[a-z])(?=[\w-]*\d)[A-Za-z0-9_-]{21}\b|\b[0-9a-f]{64}\b|\bnull\b|\bundefined\b|\bat \S+:\d+:\d+/,
        );
        expect([path, await smallestText(page)]).toEqual([
          path,
          expect.toSatisfy((size: number) => size >= SMALLEST_TEXT_PX),
        ]);
        await page.context().close();
      }
    },
  );

  it('fit a narrow window without scrolling sideways', { timeout: 120_000 }, async () => {
    for (const path of paths) {
      const page = await openPage(browser, path, { size: NARROW });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, over]).toEqual([path, 0]);
      await page.context().close();
    }
  });

  it('load little at first', async () => {
    const page = await openPage(browser, '/cases');
    await page.waitForLoadState('load');
    const addresses = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    const files = [...new Set(addresses)].filter((address) =>
      new URL(address).pathname.startsWith('/assets/'),
    );
    expect(files.length).toBeGreaterThan(3);
    const sizes = await Promise.all(
      files.map(async (file) => gzipSync(Buffer.from(await (await fetch(file)).arrayBuffer())).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_AT_FIRST);
    await page.context().close();
  });

  it('can be used by keyboard: the first stop leads past the links, and each stop can be seen', async () => {
    const page = await openPage(browser, '/cases');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#page');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page');
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(isFocusSeen)).toBe(true);
    }
    await page.context().close();
  });

  it('move the focus to a page that was opened', async () => {
    const page = await openPage(browser, '/cases');
    await page.getByRole('link', { name: 'People' }).click();
    await page.waitForFunction(() => document.title.startsWith('People'));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page');
    await page.context().close();
  });

  it('keep the filters in the address', async () => {
    const page = await openPage(browser, '/cases');
    await page
      .getByRole('group', { name: 'Filters' })
      .getByRole('link', { name: /^closed/ })
      .click();
    await page.waitForURL(/status=closed/);
    await settled(page);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('status'));
    await page.context().close();
  });

  it('say that the connection is lost, and stop saying so once it is back', async () => {
    const page = await openPage(browser, '/people');
    await page.route('**/api/changes', (route) => route.abort());
    await page.reload();
    const banner = page.getByText('The connection is lost.');
    await banner.waitFor();
    await page.unroute('**/api/changes');
    await banner.waitFor({ state: 'detached', timeout: 15_000 });
    await page.context().close();
  });

  it('ask for what an answer needs before they send it, at the field', async ({ skip }) => {
    const task = paths.find((path) => path.includes('task='));
    skip(task === undefined, 'there is no open task');
    const page = await openPage(browser, task ?? '');
    const text = page.locator('form textarea').first();
    const send = page.locator('form button[type="submit"]');
    skip(
      (await text.count()) === 0 || (await send.isDisabled()),
      'the first task has no text to write, or is for somebody else',
    );
    await text.fill('');
    await send.click();
    await page.getByText('This is needed.').first().waitFor();
    expect(
      await text.evaluate(
        (field) => document.activeElement === field && field.getAttribute('aria-invalid') === 'true',
      ),
    ).toBe(true);
    await page.context().close();
  });
});

/** Font size of the smallest text that stands on the page, in pixels. */
function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let smallest = Infinity;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || node.textContent?.trim() === '' || parent.getClientRects().length === 0)
        continue;
      if (parent.closest('script, style') === null)
        smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(parent).fontSize));
    }
    return smallest;
  });
}

/** Whether what has the focus shows it: by an outline or a ring, of its own or of a part of it. */
function isFocusSeen(): boolean {
  const at = document.activeElement;
  if (at === null || at === document.body) return false;
  const shows = (style: CSSStyleDeclaration): boolean =>
    style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
  const border = getComputedStyle(at).borderColor;
  const accent = getComputedStyle(document.documentElement).getPropertyValue(
    '--mantine-primary-color-filled',
  );
  return (
    shows(getComputedStyle(at)) ||
    shows(getComputedStyle(at, '::after')) ||
    (at.tagName === 'INPUT' && border !== '' && accent !== '')
  );
}
