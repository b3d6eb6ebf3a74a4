import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openWindow, settled, target } from './browser.ts';
import { graveIn } from './visit.ts';

/** A dialog: the page it is on, what opens it by keyboard, and its name. */
interface Asked {
  readonly path: string;
  readonly name: RegExp;
  opener(page: Page): Locator;
  /** Of a menu: what is chosen in it. */
  readonly item?: RegExp;
}

const menuOf = (page: Page): Locator =>
  page.getByRole('button', { name: 'What to do with Mention care', exact: true });
const DIALOGS: readonly Asked[] = [
  { path: '/flows', name: /^New flow/, opener: (page) => page.getByRole('button', { name: 'New flow' }) },
  { path: '/flows', name: /^Duplicate/, opener: menuOf, item: /^Duplicate/ },
  { path: '/flows', name: /^Archive/, opener: menuOf, item: /^Archive/ },
  {
    path: '/inbox?who=all&first',
    name: /^Hand over/,
    opener: (page) => page.getByRole('button', { name: 'Hand over', exact: true }),
  },
  ...['Try again', 'Correct a value and go on…', 'Skip with a value…', 'Cancel…'].map((way): Asked => ({
    path: '/stuck',
    name: /1 case$/,
    opener: (page) => page.getByRole('button', { name: way, exact: true }),
  })),
];

describe.skipIf(target === null)('what asks before it does something', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await openWindow(browser);
  });
  afterAll(() => browser?.close());

  const open = async (path: string): Promise<void> => {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await settled(page);
    if (!path.endsWith('&first')) return;
    await page.locator('main a[href*="task="]').first().press('Enter');
    await page.locator('form textarea').first().waitFor();
  };

  it.each(DIALOGS.map((asked) => [`${asked.name} on ${asked.path}`, asked] as const))(
    'is in order, holds the focus, and gives it back when it is left: %s',
    async (_, { path, name, opener, item }) => {
      await open(path);
      const opening = opener(page);
      expect(await opening.count()).toBe(1);
      await opening.press('Enter');
      if (item !== undefined) await page.getByRole('menuitem', { name: item }).press('Enter');
      const dialog = page.getByRole('dialog', { name });
      await dialog.waitFor();
      const holdsFocus = () => dialog.evaluate((element) => element.contains(document.activeElement));
      await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]') !== null);
      for (let stop = 0; stop < 8; stop++) {
        await page.keyboard.press('Tab');
        expect(await holdsFocus()).toBe(true);
      }
      expect(await graveIn(page)).toEqual({ light: [], dark: [] });
      // A list that lies open is left first.
      if (await page.getByRole('listbox').isVisible()) await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await opening.evaluate(
        (element) =>
          new Promise<void>((resolve, reject) => {
            const until = Date.now() + 2_000;
            const look = (): void => {
              if (document.activeElement === element) resolve();
              else if (Date.now() > until) reject(new Error(document.activeElement?.outerHTML.slice(0, 200)));
              else requestAnimationFrame(look);
            };
            look();
          }),
      );
    },
  );

  it('leads a stuck case on by keyboard alone, once it was said why', async () => {
    await open('/stuck');
    const group = page.getByRole('listitem').filter({ hasText: 'No way of “Which team?” fits' }).first();
    await group.getByRole('button', { name: 'Try again', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Try again' }).press('Enter');
    await dialog.getByText('Say why in a few words.').waitFor();
    await dialog.getByLabel('Why?').focus();
    await page.keyboard.type('Perhaps it fits now.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('1 case led on').waitFor();
    // It fits no better than before.
    await group.getByRole('button', { name: 'Try again', exact: true }).waitFor();
  });

  it('takes down a call by keyboard alone', async () => {
    await open('/inbox');
    await page.getByRole('link', { name: 'Log a call' }).press('Enter');
    await page.waitForURL(/calls\/new/);
    expect(await graveIn(page)).toEqual({ light: [], dark: [] });
    await page.getByLabel('Name').focus();
    await page.keyboard.type('Ola Falk');
    await page.keyboard.press('Enter');
    await page.getByText('Write down what they said.').waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('The bill came twice this month.');
    await page.getByRole('button', { name: 'Keep it' }).press('Enter');
    await page.waitForURL(/\/cases\/(?!.*new)/);
    await page.getByText('The bill came twice this month.').first().waitFor();
  });
});
