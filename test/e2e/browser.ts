import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a running Earshot is, how to be signed in there, and which browser there is; null when one of them is missing. */
export const target = ((): {
  readonly url: string;
  readonly token: string;
  readonly browser: string;
} | null => {
  const url = process.env['EARSHOT_URL'];
  const token = process.env['EARSHOT_TOKEN'];
  const browser = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  return url === undefined || token === undefined || !existsSync(browser) ? null : { url, token, browser };
})();

export const WIDE = { width: 1440, height: 900 } as const;
export const NARROW = { width: 390, height: 844 } as const;

export function openBrowser(): Promise<Browser> {
  if (target === null) throw new Error('Set EARSHOT_URL and EARSHOT_TOKEN to a running Earshot.');
  return chromium.launch({ executablePath: target.browser, args: FLAGS });
}

/** Opens an address, signed in, and waits until it shows what it asked for. */
export async function openPage(
  browser: Browser,
  path: string,
  {
    size = WIDE,
    isDark = false,
  }: { readonly size?: { readonly width: number; readonly height: number }; readonly isDark?: boolean } = {},
): Promise<Page> {
  if (target === null) throw new Error('Set EARSHOT_URL and EARSHOT_TOKEN to a running Earshot.');
  const context = await browser.newContext({
    viewport: size,
    colorScheme: isDark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    baseURL: target.url,
    extraHTTPHeaders: { authorization: `Bearer ${target.token}` },
  });
  const page = await context.newPage();
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  await settled(page);
  return page;
}

/** Waits until the page has its heading and nothing on it is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}
