import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { bannedWords } from '../editor/banned-words.ts';
import { settled } from './browser.ts';
import { NOT_FOR_PEOPLE } from './not-for-people.ts';
import { graveOn } from './visit.ts';

const BANNED = new RegExp(`\\b(${bannedWords().join('|')})\\b`, 'i');

/**
 * Says what keeps the page that is open from being for people: what axe finds grave, a word that docs/words.md bans, an
 * id, an empty value. What engineers alone are shown by its name is no fault.
 */
export async function expectInOrder(page: Page): Promise<void> {
  await settled(page);
  const path = new URL(page.url()).pathname;
  const grave = await graveOn(page);
  const shown = await page.evaluate(() => document.body.innerText);
  const text = shown.replaceAll('Open in Temporal', '');
  expect([path, { grave, banned: around(text, BANNED), notForPeople: around(text, NOT_FOR_PEOPLE) }]).toEqual(
    [path, { grave: [], banned: null, notForPeople: null }],
  );
}

/** What fits, with some of what stands around it; null: nothing does. */
function around(text: string, pattern: RegExp): string | null {
  const found = pattern.exec(text);
  return found === null
    ? null
    : text.slice(Math.max(0, found.index - 40), found.index + found[0].length + 40);
}
