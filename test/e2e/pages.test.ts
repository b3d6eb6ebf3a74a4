import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NARROW, openBrowser, openPage, openWindow, settled, target, WIDE } from './browser.ts';
import { NOT_FOR_PEOPLE } from './not-for-people.ts';
import { visitAll, type Visit } from './visit.ts';

const MOST_AT_FIRST = 350 * 1024;
const SMALLEST_TEXT_PX = 11;
const PAGES = [
  '/',
  '/cases',
  '/inbox?who=all',
  '/calls/new',
  '/stuck',
  '/noise',
  '/who',
  '/flows',
  '/flows?list=tables',
  '/flows?list=word-lists',
  '/people',
  '/record',
];
/** Lists, and the link in each that leads to one thing of its kind. */
const LISTS = [
  ['/cases?status=person', 'td a[href^="/cases/"]'],
  ['/cases?status=stuck', 'td a[href^="/cases/"]'],
  ['/cases?status=closed', 'td a[href^="/cases/"]'],
  ['/inbox?who=all', 'a[href*="task="]'],
  ['/flows', 'main a[href^="/flows/"]'],
  ['/flows?list=tables', 'main a[href^="/flows/tables/"]'],
  ['/flows?list=word-lists', 'main a[href^="/flows/word-lists/"]'],
] as const;

describe.skipIf(target === null)('the pages in a browser', () => {
  let browser: Browser;
  /** The pages above; a case that asks a person, one that is stuck, one that is closed; a task, and a flow. */
  const paths = [...PAGES];
  let wide: readonly Visit[] = [];
  let narrow: readonly Visit[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    const page = await openWindow(browser);
    for (const [list, link] of LISTS) {
      await page.goto(list, { waitUntil: 'domcontentloaded' });
      const href = await page.locator(link).first().getAttribute('href');
      if (href !== null) paths.push(href);
    }
    await page.context().close();
    wide = await visitAll(browser, paths, WIDE);
    narrow = await visitAll(browser, paths, NARROW);
  }, 600_000);
  afterAll(() => browser?.close());

  it('are looked at, each of them, wide and narrow', () => {
    expect(wide.map(({ path }) => path)).toEqual(paths);
    expect(narrow.map(({ path }) => path)).toEqual(paths);
    expect(paths).toHaveLength(PAGES.length + LISTS.length);
  });

  it('are in order for everybody, in light and in dark', () => {
    const grave = [...wide, ...narrow].flatMap(({ path, grave: { light, dark } }) =>
      [...light, ...dark].map((finding) => `${path} ${finding}`),
    );
    expect(grave).toEqual([]);
  });

  it('say nothing on the console, show no id and no text that is too small', () => {
    for (const { path, said, text, smallestTextPx } of [...wide, ...narrow]) {
      expect([path, said]).toEqual([path, []]);
      expect([path, NOT_FOR_PEOPLE.exec(text)?.[0]]).toEqual([path, undefined]);
      expect([path, smallestTextPx < SMALLEST_TEXT_PX]).toEqual([path, false]);
    }
  });

  it('fit a narrow window without scrolling sideways', () => {
    expect(narrow.map(({ path, overPx }) => [path, overPx])).toEqual(paths.map((path) => [path, 0]));
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
