import type { Browser, Page } from 'playwright-core';
import { freshPage } from './visitor.ts';

const SETTLED_MS = 5_000;
/** As long as a hand takes at least from a link to the click on it. */
const POINTED_MS = 100;

/**
 * Milliseconds from the click on a case in a list until that case can be read (its drawing is there and nothing is
 * loading any more), for each of the first so many cases of the list.
 */
export async function openedFromList(
  browser: Browser,
  at: { readonly url: string; readonly token: string },
  list: string,
  times: number,
): Promise<readonly number[]> {
  const page = await freshPage(browser, at);
  await page.goto(list);
  const links = page.locator('td:first-child a[href^="/cases/"]');
  await links.nth(times - 1).waitFor();
  await page.waitForTimeout(SETTLED_MS);
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const link = links.nth(n);
    await link.waitFor();
    await page.mouse.move(0, 0);
    await link.hover();
    await page.waitForTimeout(POINTED_MS);
    taken.push(await open(page));
    await page.goBack();
  }
  await page.context().close();
  return taken;
}

/** Clicks where the pointer is; the page itself tells how long it took, from frame to frame. */
async function open(page: Page): Promise<number> {
  await page.evaluate(() => {
    document.addEventListener('click', () => Object.assign(window, { clickedAt: performance.now() }), {
      capture: true,
      once: true,
    });
  });
  await page.mouse.down();
  await page.mouse.up();
  const readable = await page.waitForFunction(
    () =>
      /^\/cases\/./.test(location.pathname) &&
      document.querySelector('h1') !== null &&
      document.querySelector('.react-flow__node') !== null &&
      document.querySelector('[aria-busy="true"]') === null &&
      performance.now() - Number(Reflect.get(window, 'clickedAt')),
    undefined,
    { polling: 'raf' },
  );
  return Number(await readable.jsonValue());
}
