import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** No form is longer. */
const MOST_STOPS = 20;

/** Goes on from stop to stop until the focus is there, as who has no mouse does. */
export async function tabTo(page: Page, there: Locator): Promise<void> {
  await there.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await there.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No stop of the keyboard leads to ${String(there)}`);
}

/** Goes to a field, and writes into it in place of what stands there. */
export async function writeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Goes to a list that can be searched, and takes the first of those that the text finds. */
export async function takeFrom(page: Page, list: Locator, text: string, option: string): Promise<void> {
  await writeInto(page, list, text);
  await page.getByRole('option', { name: option, exact: true }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => list.inputValue()).toBe(option);
}
