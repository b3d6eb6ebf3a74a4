import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: FLAGS,
  });
}

/** A page of somebody signed in, with nothing of an earlier visit kept. */
export async function freshPage(
  browser: Browser,
  at: { readonly url: string; readonly token: string },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    baseURL: at.url,
    extraHTTPHeaders: { authorization: `Bearer ${at.token}` },
  });
  await withNames(context);
  return context.newPage();
}

/** Functions that run in a page come from tsx with a call around them that keeps their names. */
export async function withNames(context: BrowserContext): Promise<void> {
  await context.addInitScript('globalThis.__name ??= (it) => it;');
}
