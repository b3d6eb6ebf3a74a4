import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, Result, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe?: { run(within: Document, options: RunOptions): Promise<AxeResults> };
  }
}

/**
 * The rules of axe that a page breaks as it stands, with where. Once it is in the page axe stays there: reading it anew
 * for each look, and in a second page beside it, takes longer than looking. Frames within the page are not looked at.
 */
export async function brokenOn(
  page: Page,
  options: Pick<RunOptions, 'rules' | 'runOnly'> = {},
): Promise<readonly Result[]> {
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(await SOURCE);
  return page.evaluate(async (asked) => {
    if (window.axe === undefined) throw new Error('axe is not in the page.');
    return (await window.axe.run(document, { ...asked, resultTypes: ['violations'] })).violations;
  }, options);
}
