import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { builtPages, ensurePages } from '../../engine/local/pages.ts';
import { progressOn } from '../../engine/local/progress.ts';
import { SCALE_OF } from '../../engine/sample/pace.ts';
import { openBrowser, openPage, settled } from '../e2e/browser.ts';
import { startProcesses, type EarshotProcesses } from '../setup/earshot-processes.ts';

const { CHROMIUM_PATH: program = '/usr/bin/chromium', MONGODB_URI, TEMPORAL_ADDRESS } = process.env;

/** Whether there is what a walk needs: a browser, and the servers. */
export const canWalk = existsSync(program) && MONGODB_URI !== undefined && TEMPORAL_ADDRESS !== undefined;

/** Where Temporal's own pages are said to be. */
export const TEMPORAL_UI = 'http://127.0.0.1:8233';

/** One Earshot, of which four people look at one sample day, one after the other. */
export interface WalkedDay {
  earshot(): EarshotProcesses;
  /** Opens an address, signed in as whoever a new installation begins with. */
  open(path: string): Promise<Page>;
}

/** Starts it before the walks, and ends it after them. */
export function dayToWalk(): WalkedDay {
  let running: { readonly earshot: EarshotProcesses; readonly browser: Browser } | null = null;
  beforeAll(async () => {
    await ensurePages(progressOn(process.stderr), new AbortController().signal);
    const [earshot, browser] = await Promise.all([
      startProcesses({
        name: 'walks',
        pages: builtPages,
        sampleScale: SCALE_OF.normal,
        temporalUi: TEMPORAL_UI,
      }),
      openBrowser(program),
    ]);
    running = { earshot, browser };
  });
  afterAll(async () => {
    await running?.browser.close();
    await running?.earshot.close();
  });
  const now = () => {
    if (running === null) throw new Error('Nothing is running yet.');
    return running;
  };
  return {
    earshot: () => now().earshot,
    open: (path) => openPage(now().browser, path, { of: now().earshot }),
  };
}

/** Opens the menu at the bottom left, and goes on as a colleague, by keyboard. */
export async function workAs(page: Page, name: string, role: string): Promise<void> {
  const nav = page.getByRole('navigation', { name: 'Pages' });
  await nav.locator('button[aria-haspopup="menu"]').press('Enter');
  await page.getByRole('menuitem', { name: `${name} ${role}`, exact: true }).press('Enter');
  await nav.getByRole('button', { name: `${name} ${role}`, exact: true }).waitFor();
}

/** Follows one of the links that stand around every page. */
export async function goTo(page: Page, name: string): Promise<void> {
  const nav = page.getByRole('navigation', { name: 'Pages' });
  await nav.getByRole('link', { name: new RegExp(`^${name}`) }).press('Enter');
  await page.waitForFunction((title) => document.title.startsWith(title), name);
  await settled(page);
}

/** What the record says that somebody did, the latest first: each act in its words, with why. */
export async function recordOf(page: Page, person: string): Promise<readonly string[]> {
  await page.goto(`/sample/record?who=${person}`, { waitUntil: 'domcontentloaded' });
  await settled(page);
  const rows = await page.locator('tbody tr').all();
  const cells = await Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
  return cells.map(([, who = '', act = '', why = '']) =>
    [who, act, why].map((text) => text.replace(/\s+/g, ' ').trim()).join(' | '),
  );
}
